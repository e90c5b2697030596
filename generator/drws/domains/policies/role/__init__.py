"""Whom policies bind: every sentence that says must or should, under the role that it binds."""
