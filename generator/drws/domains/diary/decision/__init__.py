"""What meetings decided."""
