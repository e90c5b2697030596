"""What is new on the site: a page, and a feed to follow."""
