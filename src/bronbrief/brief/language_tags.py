"""Tags of languages: which name one language, which is read from right to left, how a passage is marked."""

from html import escape

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ps sd ug ur yi".split())
"""Primary subtags (BCP 47) of languages whose usual script runs from right to left."""


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags name one language, whatever the country (BCP 47, primary subtag)."""
    return one.split("-", maxsplit=1)[0].lower() == other.split("-", maxsplit=1)[0].lower()


def is_right_to_left(lang: str) -> bool:
    """Tell whether a language tag means a language that is written from right to left."""
    primary, *rest = lang.lower().split("-")
    return primary in RIGHT_TO_LEFT and "latn" not in rest


def language_marks(lang: str, around: str) -> str:
    """Return the attributes of a passage for its language and direction; none in the language around it."""
    if same_language(lang, around):
        return ""
    return f' lang="{escape(lang)}"' + (' dir="rtl"' if is_right_to_left(lang) else "")
