"""YAML with places: every value of a file knows where it stands."""
