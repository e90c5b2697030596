"""What a visitor keeps on their own device."""
