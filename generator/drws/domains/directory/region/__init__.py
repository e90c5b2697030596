"""Regional services."""
