"""Agreements, their parties and clauses."""
