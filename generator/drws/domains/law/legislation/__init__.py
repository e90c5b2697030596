"""Laws and guidance."""
