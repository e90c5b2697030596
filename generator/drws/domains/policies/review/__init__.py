"""Reviews of policies: which are due, who answers for them, and files that say so."""
