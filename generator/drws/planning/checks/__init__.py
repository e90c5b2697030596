"""Rules about records of whatever kind."""
