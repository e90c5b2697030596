"""Welsh for programs: README.md has an example of each part.

collation.py   alphabetical order
boundaries.py  where two letters only look like one; boundaries.txt has the beginnings of words that say so
mutations.py   how first letters change, and back
words.py       what counts as a word
lemmas.py      what a dictionary lists a word under; fixes.txt is what people have put right
keys.py        search keys, for pages and for queries
numerals.py    a number and what it counts
lists.py       *a* or *ac*, *y* or *yr*

Drws finds this package by the code of the language (`[project.entry-points."drws.languages"]` in pyproject.toml) and knows it as a
`Grammar` (generator/drws/say/languages.py). Nothing here knows what a site is about or imports anything of Drws, and nothing of it but
tables goes to a browser.
"""

__version__ = "0.1.0"

from cymraeg.boundaries import parted
from cymraeg.edition import edition
from cymraeg.keys import RULES, Keys
from cymraeg.lists import listed
from cymraeg.mutations import mutated
from cymraeg.words import CLITICS, words

__all__ = ["clitics", "edition", "listed", "mutated", "parted", "search_keys", "search_rules", "words"]

clitics = CLITICS
"""What hangs on a word by an apostrophe, and is no word of a question."""

search_keys = Keys.for_words
"""The keys of every word of a site, and the forms that queries may have."""

search_rules = RULES
"""How a browser goes on where the table of forms ends."""
