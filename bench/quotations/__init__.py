"""Altered quotations, harmless variants and forged files: who accepts what, ours beside others."""
