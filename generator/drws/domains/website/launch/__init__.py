"""What a website needs before it is launched, whatever it is about."""
