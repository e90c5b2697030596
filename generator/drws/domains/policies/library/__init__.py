"""The library: every policy on one page."""
