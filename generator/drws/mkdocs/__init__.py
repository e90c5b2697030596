"""The door to MkDocs, which makes the hand-written pages."""
