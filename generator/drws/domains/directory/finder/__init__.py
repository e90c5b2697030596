"""From a postcode or a place to the service that is responsible for it."""
