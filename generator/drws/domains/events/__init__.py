"""Events: on which days people can come, and which dates to know."""
