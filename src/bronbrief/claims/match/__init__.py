"""What numbers, days, names and measures a text has, and whether another one carries them: in any language."""
