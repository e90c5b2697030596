"""Dates of a region from a table or a calendar of its own, as records."""
