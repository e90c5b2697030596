"""Drws: structured data in, a bilingual static directory out."""

__version__ = "0.1.0"
