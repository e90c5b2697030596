"""Everything with a name, in the alphabet of the language."""
