"""HTML to tagged PDF: WeasyPrint's door."""
