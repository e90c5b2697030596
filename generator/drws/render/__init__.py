"""From plans of pages to HTML: templates, assets, how a language says things, what browsers may do."""
