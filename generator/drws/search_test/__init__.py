"""`drws search-test`: real questions to the search of a built site, and how well it answers them.

The questions go through the site's own script to the site's own index, in Node.js: what is measured is what a visitor gets.
"""
