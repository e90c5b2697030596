"""The words of a policy, clause by clause."""
