"""The dates to come as lists: all of them, and those under each value of a facet."""
