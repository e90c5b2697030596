"""The figures of measures, as their tables have them."""
