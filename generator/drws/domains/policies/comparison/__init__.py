"""Two versions of a policy side by side: what was added, taken out and moved."""
