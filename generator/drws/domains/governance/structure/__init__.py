"""The structure chart."""
