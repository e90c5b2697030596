"""The addresses that a site has published, and what answers there: no address dies unsaid."""
