"""The claims check: what a brief says in its author's own words, held against what it cites."""
