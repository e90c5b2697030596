"""What somebody may be in, and whom to ring in it."""
