"""Who provides, decides and oversees."""
