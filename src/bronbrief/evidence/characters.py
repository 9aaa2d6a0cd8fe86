"""Characters that deceive the eye: found in what is cited, and spelled out where two texts differ."""

import re
import unicodedata
from collections.abc import Iterator

_HIDDEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_SHOWN = 6
_EMOJI_STYLE = "\ufe0f"


def hidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character that shows nothing or turns the direction of writing, with its position.

    Soft hyphens are not among them, nor is the sign that asks for an emoji's coloured form.
    """
    for match in _HIDDEN.finditer(text):
        if match.group() != _EMOJI_STYLE:
            yield match.start(), match.group()


def name_of(char: str) -> str:
    """Name a character as Unicode does, with its number: "U+0435 CYRILLIC SMALL LETTER IE"."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')}"


def visible(text: str) -> str:
    """Return text in which characters that show nothing stand as their number, such as <U+200B>."""
    return _HIDDEN.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)


def spelled_differences(mine: str, theirs: str) -> list[str]:
    """Name the characters in which two folded texts differ without looking different, at most six.

    `mine` and `theirs` are words that stand opposite each other.
    """
    lines = []
    if len(mine) == len(theirs):
        pairs = ((a, b) for a, b in zip(mine, theirs, strict=True) if a != b)
        lines = [
            f"“{visible(a)}” {name_of(a)} ≠ “{visible(b)}” {name_of(b)}" for a, b in pairs if _alike(a, b)
        ]
    else:
        for sign, text in (("-", mine), ("+", theirs)):
            lines += [f"{sign} {name_of(char)}" for _, char in hidden_characters(text)]
    return list(dict.fromkeys(lines))[:_SHOWN]


def _alike(a: str, b: str) -> bool:
    """Tell whether a reader may overlook the difference: another script, or another mark of the same kind."""
    if a.isascii() and b.isascii():
        return False
    letters = a.isalpha() and b.isalpha()
    return _script(a) != _script(b) if letters else True


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0]
