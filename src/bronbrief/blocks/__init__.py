"""The types of blocks that a section may hold: one module each, and the registry that lists them."""
