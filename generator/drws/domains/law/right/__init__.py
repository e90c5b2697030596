"""What the law gives people."""
