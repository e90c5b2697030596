"""Every number that may be rung: one list of them, for people who check it and for programs."""
