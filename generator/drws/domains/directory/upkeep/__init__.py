"""What has to be done for the directory to stay right."""
