"""What everything rests on: laws, agreements, rights."""
