"""An event: what it is, when it takes place, and whom to ask."""
