"""The docs that follow from the code, one a module: each reads the repository and returns Markdown, or JSON."""
