"""How the partnership is run: bodies, posts, who answers to whom, functions and who carries them out."""
