"""Pages that were withdrawn: what stood at an address, why it is gone, and where to go instead."""
