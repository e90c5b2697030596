"""What a reader keeps of a policy: a controlled copy on paper, a PDF, and a sheet that says that it was read."""
