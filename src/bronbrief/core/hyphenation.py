"""Hyphens at a line end: the one difference that only both texts together can settle.

"samen-", line break, "werking" may be "samenwerking" or "samen-werking". So both texts are also given a
looser form, in which hyphens within words are gone, and what agrees there is then checked strictly: a
hyphen that only one side has must stand at a line end on that side.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from bronbrief.core.text import LINE_BREAKS, fold

_HYPHEN = re.compile(r"(?<=\w)[-\u2010] ?(?=\w)")
_LINE_END = re.compile(rf"(?<=\w)[-\u2010][^\S{LINE_BREAKS}]*[{LINE_BREAKS}]\s*(?=\w)")


@dataclass(frozen=True, slots=True)
class Joint:
    """A hyphen within a word, or one that a view of the text has dropped at a line end.

    `start` and `end` bound it in the folded text, with the space after it if there is one; a dropped
    hyphen is empty. `hyphen` is the source's own character. `at_line_end` tells whether the line ends after
    it, `sure` that the view of it is beyond doubt.
    """

    start: int
    end: int
    text: str
    at_line_end: bool
    hyphen: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What the author reads at a line end of the source: `text` in place of `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A folded text without the hyphens in its words, and its way back.

    Joint `i` was cut out just before character `offsets[i]`; `gone[i]` characters were cut up to there.
    """

    text: str
    joints: tuple[Joint, ...]
    offsets: tuple[int, ...]
    gone: tuple[int, ...]

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Map characters `start` to `end` to the folded text; hyphens at either edge are left out."""
        before = bisect_right(self.offsets, start)
        inside = bisect_left(self.offsets, end)
        return (
            start + (self.gone[before - 1] if before else 0),
            end + (self.gone[inside - 1] if inside else 0),
        )

    def joints_within(self, start: int, end: int) -> dict[int, Joint]:
        """Return the joints between characters `start` and `end`, by their offset from `start`."""
        first, last = bisect_right(self.offsets, start), bisect_left(self.offsets, end)
        return {self.offsets[at] - start: self.joints[at] for at in range(first, last)}


def has_line_end_hyphen(text: str) -> bool:
    """Tell whether a word of the text, as typed, is broken by a hyphen and a line break."""
    return _LINE_END.search(text) is not None


def hyphens_in(folded_text: str) -> Iterable[tuple[int, int]]:
    """Yield the hyphens within words of a folded text, each with the space after it if there is one."""
    return (match.span() for match in _HYPHEN.finditer(folded_text))


def loosen(folded_text: str, joints: Iterable[Joint]) -> Loose:
    """Cut the joints, given in order, out of a folded text."""
    kept = tuple(joints)
    gone = tuple(accumulate(joint.end - joint.start for joint in kept))
    pieces, done = [], 0
    for joint in kept:
        pieces.append(folded_text[done : joint.start])
        done = joint.end
    pieces.append(folded_text[done:])
    offsets = tuple(joint.end - cut for joint, cut in zip(kept, gone, strict=True))
    return Loose("".join(pieces), kept, offsets, gone)


def loosen_typed(text: str) -> Loose:
    """Loosen a text as typed, in which line ends are to be seen."""
    folded = fold(text)
    joints = []
    for start, end in hyphens_in(folded.text):
        gap = text[folded.starts[start] : folded.starts[end]]
        at_line_end = gap[0] != "\u2011" and any(char in gap for char in LINE_BREAKS)
        joints.append(Joint(start, end, folded.text[start:end], at_line_end))
    return loosen(folded.text, joints)


def readings(author: Loose, source: Loose, at: int, *, pasted: bool = False) -> tuple[Reading, ...] | None:
    """Check the hyphens where the author's text stands at character `at` of the source's loose form.

    Returns how the author reads the hyphens at line ends of the source, where that differs from the view;
    None where a hyphen that only one side has does not stand at a line end, or where the author would read
    one that is beyond doubt otherwise. A hyphen and a space are such a line end, pasted on one line;
    `pasted` tells that the source was seen to have line ends there.
    """
    length = len(author.text)
    mine = author.joints_within(0, length)
    theirs = source.joints_within(at, at + length)
    found: list[Reading] = []
    for offset in sorted(mine.keys() | theirs.keys()):
        own, other = mine.get(offset), theirs.get(offset)
        typed, shown = (own.text if own else ""), (other.text if other else "")
        if typed == shown:
            continue
        ends, broken = bool(own and own.at_line_end), bool(other and other.at_line_end)
        paste = typed.endswith(" ") and (pasted or broken)
        sure = other is not None and other.sure
        if not (ends or paste or (broken and not sure)):
            return None
        lone = not typed or not shown
        if lone and _between_digits(author.text, offset):
            return None
        if other and broken and not ends:
            text = other.text if sure else _in_source_characters(typed, other)
            found.append(Reading(other.start, other.end, text))
    return tuple(found)


def _between_digits(text: str, offset: int) -> bool:
    return text[offset - 1].isdigit() and text[offset].isdigit()


def _in_source_characters(typed: str, joint: Joint) -> str:
    hyphen = joint.hyphen or joint.text[:1]
    return typed and hyphen + typed[1:]
