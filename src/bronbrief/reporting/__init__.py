"""Diagnostics shown: as text, JSON, GitHub annotations or SARIF."""
