"""The directory as Open Referral, for programs and for other directories, and records from what others publish so."""
