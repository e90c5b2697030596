"""What regions and authorities add to a policy: the words of an annex, and whom to ask there."""
