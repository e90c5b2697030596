"""For whom services are, and the kinds of help they give."""
