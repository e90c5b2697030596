"""How the site is answered, whoever serves it: one description, and from it the files of each host."""
