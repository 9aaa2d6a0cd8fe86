"""Raised and lowered signs in every kind of document: no figure sticks to the one before it."""

import re

UP, DOWN = "^", "_"
_FIGURES = {
    UP: str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    DOWN: str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
_SIGNS = {
    UP: _FIGURES[UP] | str.maketrans("+-−=()n", "⁺⁻⁻⁼⁽⁾ⁿ"),
    DOWN: _FIGURES[DOWN] | str.maketrans("+-−=()", "₊₋₋₌₍₎"),
}
_DRAWN = {UP: _SIGNS[UP] | str.maketrans("i", "ⁱ"), DOWN: _SIGNS[DOWN]}
_UNITS = frozenset("m mm cm dm dam hm km in ft".split())
_ORDINAL = re.compile(r"(?:e|de|ste|er|re|me|ème|ième|o|a|st|nd|rd|th)[.,;:]?", re.IGNORECASE)
_ORDINALS = frozenset("e de ste er ère re ème nd rd th st ᵉ o a".split())
_CALL = re.compile(r"\d{1,3}(?:[,;–-]\s?\d{1,3})*")
_UNLINKED = re.compile(r"\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_YEAR_ALONE = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d\Z")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++\Z")
_NO_LETTERS = re.compile(r"[^\w]+")
TAGS = {"sup": UP, "sub": DOWN}
_FORMULAS = {"msup": (UP,), "msub": (DOWN,), "msubsup": (DOWN, UP), "munderover": (DOWN, UP)}


def drawn_call(before: str, mark: str, notes: frozenset[str]) -> bool:
    """Tell whether a mark that is drawn raised leads to a note that is there: behind a word or a year."""
    numbers = re.findall(r"\d+", mark)
    if not _CALL.fullmatch(mark) or not all(number in notes for number in numbers):
        return False
    if before[-1:].isdigit():
        return _YEAR.search(before) is not None
    word = _WORD.search(before)
    return word is None or not (len(word[0]) == 1 or word[0] in _UNITS)


def drawn_mark(before: str, mark: str, script: str) -> str:
    """Write a mark that is drawn raised or lowered and is no call."""
    core = mark.rstrip(".,;:)") if script == UP else mark
    tail = mark[len(core) :]
    if not core or _NO_LETTERS.fullmatch(core) or (before[-1:].isdigit() and _ORDINAL.fullmatch(core)):
        return mark
    known = _has_signs(core, _DRAWN[script])
    return (core.translate(_DRAWN[script]) if known else f"{script}({core})") + tail


def unlinked_call(words: str, before: str) -> bool:
    """Tell whether a raised number in a page stands behind a year, where it can be no exponent."""
    return bool(_UNLINKED.fullmatch(words) and _YEAR_ALONE.search(before))


def opening(words: str, script: str, before: str) -> tuple[str, bool]:
    """Return what is put before raised or lowered words of a page, and whether they have signs of their own.

    Figures and signs have. Other words with a figure get a mark where they would stick to the one before; a
    raised letter, as in 19e, and a figure lowered behind one, as in CO2, are written as they are.
    """
    plain = words.strip()
    if script == DOWN and before[-1:].isalpha():
        return "", False
    if _has_signs(plain, _SIGNS[script]):
        return "", True
    apart = before[-1:].isdigit() and any(char.isdigit() for char in plain)
    return script if apart else "", False


def translated(words: str, script: str) -> str:
    """Write figures and signs as the raised or lowered characters that they are."""
    return words.translate(_SIGNS[script])


def formula_script(tag: str, at: int) -> str:
    """Return whether a part of a formula (MathML 3, section 3.4) is raised or lowered; "" for neither."""
    scripts = _FORMULAS.get(tag, ())
    return scripts[at - 1] if 0 < at <= len(scripts) else ""


def scripted(before: str, text: str, script: str) -> str:
    """Write raised or lowered text of a Word document so that it joins no number or word before it.

    Figures have characters of their own. The ending of an ordinal stays as it is, and so does what stands
    apart; other text is put between brackets.
    """
    bare = text.strip()
    if _has_signs(bare, _FIGURES[script]):
        return text.replace(bare, bare.translate(_FIGURES[script]))
    apart = not before or not before[-1].isalnum()
    ordinal = script == UP and before[-1:].isdigit() and bare.lower() in _ORDINALS
    if not bare or ordinal or not any(char.isalnum() for char in bare):
        return text
    if apart and not any(char.isdigit() for char in bare):
        return text
    return text.replace(bare, f"{script}({bare})")


def _has_signs(text: str, signs: dict[int, int]) -> bool:
    return bool(text) and all(ord(char) in signs for char in text)
