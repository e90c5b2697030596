"""The subjects of a site, one a folder. `registry.py` names them all, in their order."""
