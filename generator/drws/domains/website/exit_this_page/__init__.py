"""Leaving the site at once."""
