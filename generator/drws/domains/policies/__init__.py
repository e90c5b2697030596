"""The policy library: what staff must do, which version is in force, and what changed."""
