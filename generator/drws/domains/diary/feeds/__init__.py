"""What is new in a register, as a feed to follow: Atom (RFC 4287)."""
