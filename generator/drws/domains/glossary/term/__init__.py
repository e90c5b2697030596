"""A word of the field, and what it means."""
