"""Who carries each function out in each region."""
