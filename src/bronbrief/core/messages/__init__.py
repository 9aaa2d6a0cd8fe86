"""The words of every diagnostic, one module an area, each entry in English and Dutch."""
