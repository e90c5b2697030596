"""Places where people can go."""
