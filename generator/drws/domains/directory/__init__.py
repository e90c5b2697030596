"""Whom to ask: regions, authorities, organizations, contacts, locations, services, and the ways to find them."""
