"""All measures on one page."""
