"""What is about one person, or opens a door: none of it belongs into what everybody can read."""
