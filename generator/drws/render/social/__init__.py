"""What somebody sees of a page before they open it: the picture and the words that a chat shows with a link to it."""
