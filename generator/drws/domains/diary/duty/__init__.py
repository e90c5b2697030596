"""What somebody must do, by when, and what was delivered."""
