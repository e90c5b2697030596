"""Words for people: strings of the interface, messages about problems, alphabetical order, grammars of languages."""
