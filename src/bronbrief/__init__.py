"""Bronbrief: policy briefs in which every quotation is cut from a named source and proven."""

__version__ = "0.1.0"
