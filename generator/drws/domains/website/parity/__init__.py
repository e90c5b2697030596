"""Every language says the same: what is checked, and what is published about it."""
