"""Boards, committees, groups and teams."""
