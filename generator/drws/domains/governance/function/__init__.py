"""What has to be done, at which tier."""
