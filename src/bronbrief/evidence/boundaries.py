"""Where a quotation may begin and end: between words, and never within a number.

"recht" cut out of "rechten", "5" out of "1,5" or "Russische" out of "Wit-Russische" says something that
the source does not say, although each character stands there.
"""

import re
import unicodedata

_HYPHENS = "-\u2010\u2011"
_SEPARATORS = ".,:/'\u00b7"
_SIGNS = "+-\u2010\u2011\u2012\u2013\u2212±"
_SHARES = "%‰°"
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
# Scripts that are written without spaces: Thai, Lao, Tibetan, Burmese, Khmer, kana and Han.
_SPACELESS = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_CLITIC = 2


def cuts(text: str, at: int) -> bool:
    """Tell whether a cut just before character `at` of a folded text divides a word or a number."""
    return 0 < at < len(text) and (
        cuts_letters(text, at) or _cuts_compound(text, at) or cuts_number(text, at)
    )


def cuts_letters(text: str, at: int) -> bool:
    """Tell whether letters or digits stand at both sides of a cut, in a script that uses spaces."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _SPACELESS.match(before) and _SPACELESS.match(after):
        return _is_mark(after)
    return _in_word(before) and _in_word(after)


def cuts_number(text: str, at: int) -> bool:
    """Tell whether a cut divides a number, or takes it from its sign, currency or percent sign."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if after.isdigit():
        return before.isdigit() or _belongs_before(text, at)
    return before.isdigit() and _belongs_after(text, at)


def word_around(text: str, at: int) -> str:
    """Return the word or number that a cut divides, whole, without the punctuation around it."""
    start = max(text.rfind(" ", 0, at), -1) + 1
    stop = text.find(" ", at)
    end = len(text) if stop < 0 else stop
    for match in _THOUSANDS.finditer(text, max(at - 8, 0), at + 8):
        if match.start() < at < match.end():
            start, end = min(start, match.start()), max(end, match.end())
    return text[start:end].strip(" .,;:!?()[]\"'")


def _cuts_compound(text: str, at: int) -> bool:
    """Tell whether a cut divides a word at its hyphen or apostrophe."""
    before, after = text[at - 1], text[at]
    ahead, behind = text[at + 1 : at + 2], text[max(at - 2, 0) : at - 1]
    if after in _HYPHENS:
        return before.isalpha()
    if before in _HYPHENS:
        return after.isalpha() and _in_word(behind)
    if after == "'":
        return _in_word(before) and ahead.isalpha()
    if before == "'" and _in_word(behind) and after.isalpha():
        letters = re.compile(r"[^\W\d_]+").match(text, at)
        return letters is not None and len(letters.group()) <= _CLITIC
    return False


def _belongs_before(text: str, at: int) -> bool:
    """Tell whether what stands just before the digit at `at` belongs to its number."""
    before, behind = text[at - 1], text[max(at - 2, 0) : at - 1]
    if before in _SIGNS:
        return not _in_word(behind)
    if before == " ":
        return _is_currency(behind) or _cuts_thousands(text, at - 1)
    return (before in _SEPARATORS and behind.isdigit()) or _is_currency(before)


def _belongs_after(text: str, at: int) -> bool:
    """Tell whether what stands at `at`, just after a digit, belongs to its number."""
    after, ahead = text[at], text[at + 1 : at + 2]
    if after == " ":
        return _is_share(ahead) or _is_currency(ahead) or _cuts_thousands(text, at)
    return (after in _SEPARATORS and ahead.isdigit()) or _is_share(after) or _is_currency(after)


def _cuts_thousands(text: str, space: int) -> bool:
    return any(m.start() < space < m.end() for m in _THOUSANDS.finditer(text, max(space - 4, 0), space + 5))


def _in_word(char: str) -> bool:
    return char.isalnum() or (bool(char) and (_is_mark(char) or unicodedata.category(char) == "Cf"))


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def _is_share(char: str) -> bool:
    return bool(char) and char in _SHARES


def _is_currency(char: str) -> bool:
    return bool(char) and unicodedata.category(char) == "Sc"
