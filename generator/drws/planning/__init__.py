"""From a site to what will be published: addresses, plans of pages, checks, exports."""
