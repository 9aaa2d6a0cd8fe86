"""How two texts differ, made visible: word by word, and characters that deceive the eye spelled out."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bronbrief.core.text import fold

ALIKE_FROM = 55.0
_HIDDEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_SHOWN = 6
_CONTEXT = 6
_CONTEXT_WORDS = 5
_INSERTED_WORDS = 60
_EMOJI_STYLE = "\ufe0f"


def hidden_characters(text: str) -> Iterator[str]:
    """Yield each character that shows nothing or turns the direction of writing.

    Soft hyphens are not among them, nor is the sign that asks for an emoji's coloured form.
    """
    return (char for char in _HIDDEN.findall(text) if char != _EMOJI_STYLE)


def name_of(char: str) -> str:
    """Name a character as Unicode does, with its number: "U+0435 CYRILLIC SMALL LETTER IE"."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL CHARACTER')}"


def visible(text: str) -> str:
    """Return text in which characters that show nothing stand as their number, such as <U+200B>."""
    return _HIDDEN.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)


def spelled_differences(mine: str, theirs: str) -> list[str]:
    """Name the characters in which two texts differ without looking different, at most six.

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
            lines += [f"{sign} {name_of(char)}" for char in hidden_characters(text)]
    return list(dict.fromkeys(lines))[:_SHOWN]


def most_alike(text: str, others: Iterable[str]) -> int | None:
    """Return which of some texts is most like a text, or None where none is like it."""
    scores = [(fuzz.ratio(text, other), -at) for at, other in enumerate(others)]
    best = max(scores, default=(0.0, 0))
    return -best[1] if best[0] >= ALIKE_FROM else None


def difference(found: str, recorded: str) -> str:
    """Show how a text differs from the recorded one, to the character: "- " is what was found.

    What only one has stands in [-these-] or {+these+}; characters that look alike are spelled out.
    """
    own, other = found.split(), recorded.split()
    lines: list[str] = []
    for code in Levenshtein.opcodes(own, other):
        if code.tag == "equal":
            continue
        a, b = " ".join(own[code.src_start : code.src_end]), " ".join(other[code.dest_start : code.dest_end])
        before = " ".join(own[max(code.src_start - _CONTEXT, 0) : code.src_start])
        after = " ".join(own[code.src_end : code.src_end + _CONTEXT])
        mine, theirs = (f"[-{a}-]" if a else ""), (f"{{+{b}+}}" if b else "")
        lines += [
            f"- {visible(' '.join(filter(None, (before, mine, after))))}",
            f"+ {visible(' '.join(filter(None, (before, theirs, after))))}",
            *(f"  {line}" for line in spelled_differences(a, b)),
        ]
    return "\n".join(lines)


def word_diff(mine: str, theirs: str) -> str:
    """Show how two texts differ, in plain lines: "- " is the author's, "+ " the source's.

    What only one has stands in [-these-] or {+these+}. Long stretches that agree are shortened. Characters
    that look alike are spelled out below.
    """
    own, other = _words(mine), _words(theirs)
    codes_all = Levenshtein.opcodes([word for word, _ in own], [word for word, _ in other])
    left: list[str] = []
    right: list[str] = []
    spelled: list[str] = []
    for agrees, group in groupby(codes_all, key=lambda code: code.tag == "equal"):
        codes = list(group)
        a = own[codes[0].src_start : codes[-1].src_end]
        b = other[codes[0].dest_start : codes[-1].dest_end]
        typed, there = [shown for _, shown in a], [shown for _, shown in b]
        if agrees:
            edges = {"first": codes[0].src_start == 0, "last": codes[-1].src_end == len(own)}
            left += shortened(typed, **edges)
            right += shortened(there, **edges)
            continue
        left += [f"[-{' '.join(typed)}-]"] if typed else []
        right += [inserted(there)] if there else []
        pairs = zip(typed, there, strict=True) if len(a) == len(b) else [(" ".join(typed), " ".join(there))]
        spelled += [line for one, another in pairs for line in spelled_differences(one, another)]
    lines = [f"- {visible(' '.join(left))}", f"+ {visible(' '.join(right))}"]
    return "\n".join([*lines, *(f"  {line}" for line in dict.fromkeys(spelled))])


def _words(text: str) -> list[tuple[str, str]]:
    """Return the words of a text, each folded and in its own characters."""
    folded = fold(text)
    spans = (match.span() for match in re.finditer(r"\S+", folded.text))
    return [(folded.text[start:end], text[slice(*folded.origin(start, end))]) for start, end in spans]


def shortened(words: list[str], *, first: bool, last: bool) -> list[str]:
    """Keep the words beside a difference, and a few at the outer edges."""
    head, tail = (0 if first else _CONTEXT_WORDS), (0 if last else _CONTEXT_WORDS)
    if (first and last) or len(words) <= head + tail + 1:
        return words
    return [*words[:head], "…", *(words[-tail:] if tail else [])]


def inserted(words: list[str]) -> str:
    """Mark words that only the source has; of very many the first and the last are shown."""
    shown = words
    if len(words) > _INSERTED_WORDS:
        shown = [*words[: _INSERTED_WORDS // 2], "…", *words[-_INSERTED_WORDS // 2 :]]
    return f"{{+{' '.join(shown)}+}}"


def _alike(a: str, b: str) -> bool:
    """Tell whether a reader may overlook the difference: another script, or another mark of the same kind."""
    if a.isascii() and b.isascii():
        return False
    letters = a.isalpha() and b.isalpha()
    return _script(a) != _script(b) if letters else True


def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0]
