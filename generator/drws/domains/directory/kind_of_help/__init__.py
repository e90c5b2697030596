"""The kinds of help that services give."""
