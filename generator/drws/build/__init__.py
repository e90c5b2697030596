"""The run of a site, on one screen: load, plan, render, index, verify, publish."""
