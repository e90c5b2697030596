"""How to reach somebody, and when."""
