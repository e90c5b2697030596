"""Bodies, posts, memberships and events as open data (Popolo)."""
