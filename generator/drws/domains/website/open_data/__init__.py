"""What others can do with what the site says: the page about its files, and what assistants are told."""
