"""Specs: from YAML to a checked model, with the place of every value."""
