"""For staff: where no date of a kind is known for the weeks to come."""
