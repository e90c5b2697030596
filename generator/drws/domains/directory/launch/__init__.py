"""What a directory needs before its site is launched."""
