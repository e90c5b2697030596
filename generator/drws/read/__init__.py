"""From files to typed entities: YAML is read as located text, then decoded by the field that it stands in."""
