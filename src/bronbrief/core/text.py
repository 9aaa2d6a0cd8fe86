"""What counts as the same text: six named folds, and nothing else."""

from enum import StrEnum


class Fold(StrEnum):
    """The only differences between a quotation and its source that do not count, by name."""

    WHITE_SPACE = "white space"
    HYPHENATION = "hyphenation at a line end"
    QUOTATION_MARKS = "typographic quotation marks"
    NO_BREAK_SPACE = "no-break spaces"
    LIGATURE = "ligatures"
    COMPOSITION = "Unicode composition"
