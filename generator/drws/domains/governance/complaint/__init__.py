"""Where to take a complaint."""
