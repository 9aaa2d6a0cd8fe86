"""Numbers, days, names and measures of a text, and whether another one carries them: in any language."""
