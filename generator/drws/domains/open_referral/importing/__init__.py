"""Records from Open Referral feeds: our own in every language, or somebody else's in one."""
