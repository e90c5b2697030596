"""What changed in policies: a page, and feeds to follow."""
