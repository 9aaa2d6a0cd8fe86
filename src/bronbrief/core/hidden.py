"""Characters that no reader sees: controls, zero widths, and marks that turn the direction of text.

They make a text read otherwise than it is stored. Some scripts need some of them, and there they may stand:
joiners after letters outside Latin, Greek and Cyrillic, direction marks on a line with letters that run from
right to left, and the tags of a flag.
"""

import re
import unicodedata
from collections.abc import Iterator

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.places import Places

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS, _MARKS = "\u200c\u200d", "\u200e\u200f\u061c"
_FIRST_JOINED = "\u0590"  # from here on stand the scripts, and the emoji, that need the joiners
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,10}\U000e007f")
_FROM_RIGHT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NAMES = {"\x00": "NULL", "\x08": "BACKSPACE", "\x1b": "ESCAPE", "\x7f": "DELETE"}


def hidden_in(text: str) -> Iterator[int]:
    """Yield where characters stand that no reader sees and the script does not need."""
    flags: set[int] | None = None
    for found in _HIDDEN.finditer(text):
        character, at = found.group(), found.start()
        if character in _JOINERS and text[at - 1 : at] >= _FIRST_JOINED:
            continue
        if character in _MARKS and _FROM_RIGHT.search(_line(text, at)):
            continue
        if character >= "\U000e0000":
            if flags is None:
                flags = {one for flag in _FLAG.finditer(text) for one in range(*flag.span())}
            if at in flags:
                continue
        yield at


def without_hidden(text: str) -> str:
    """Return a text without the characters that no reader sees."""
    taken = set(hidden_in(text))
    return "".join(character for at, character in enumerate(text) if at not in taken) if taken else text


def hidden_values(places: Places) -> Iterator[Diagnostic]:
    """Warn of what no reader sees, once for each value of a YAML file; soft hyphens are its author's own."""
    for path, span in places.spans.items():
        first = next((at for at in hidden_in(span.text) if span.text[at] != "\u00ad"), None)
        if first is not None:
            point, name = name_of(span.text[first])
            place = places.within(path, first, first + 1)
            yield report("yaml-hidden-character", place, point=point, name=name)


def name_of(character: str) -> tuple[str, str]:
    """Return the number and the name of a character, as in "U+200B" and "ZERO WIDTH SPACE"."""
    return f"U+{ord(character):04X}", unicodedata.name(character, _NAMES.get(character, "CONTROL CHARACTER"))


def _line(text: str, at: int, reach: int = 200) -> str:
    """Return what stands around a character on its line."""
    before, after = text[max(at - reach, 0) : at], text[at : at + reach]
    return before.rpartition("\n")[2] + after.partition("\n")[0]
