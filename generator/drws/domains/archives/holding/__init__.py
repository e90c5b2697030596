"""Who made records of adoptions, and who holds them now."""
