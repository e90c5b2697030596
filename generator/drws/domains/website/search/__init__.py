"""What people say when they search, and the page where they do."""
