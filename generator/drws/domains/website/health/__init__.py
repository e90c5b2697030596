"""For the people who run the site: everything that has to be done for it to stay right, on one page and in one file."""
