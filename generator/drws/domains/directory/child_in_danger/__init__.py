"""Whom to ring when a child may be in danger: somebody, by day and by night, wherever the child is."""
