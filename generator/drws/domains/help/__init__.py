"""Help now: what to do when something cannot wait."""
