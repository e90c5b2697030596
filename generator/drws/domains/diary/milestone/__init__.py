"""What happened on the way."""
