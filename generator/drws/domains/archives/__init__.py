"""Archives: who holds what was written when people were adopted."""
