"""A policy: its record, its versions, its page."""
