"""The finder on pages of other sites."""
