"""Words between quotation marks in a text, whatever the form of the marks and whether or not they match."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bronbrief.brief.own_words import GAP

# Two signs that stand for one mark come first: ,,low'' and ``LaTeX''.
_MARK = re.compile(
    r",,|``|''|´´|‚‚|‘‘|’’|‹‹|››|′′|<<|>>"
    r"|[“”„‟⹂«»≪≫⟪⟫❮❯\"❝❞〝〞〟＂״″‶ʺˮ˝《》「」『』｢｣‘’‚‛‹›'❛❜`´＇′‵ʹʼʻ՚]"
)
_SINGLE = frozenset("‘’‚‛‹›'❛❜`´＇′‵ʹʼʻ՚")
# These open wherever they stand, so that what follows is quoted even where nothing closes it.
_OPENS = frozenset({",,", "„", "⹂", "«", "“", "《", "「", "『", "｢", "❝", "〝"})
# 's-Hertogenbosch, 't, '70, 'em: an apostrophe at the head of a word.
_APOSTROPHE = re.compile(
    r"['’‘‛`´＇ʼʻ](?:[stnmkrd]|ns|ie|em|er|is|re|ll|ve|tis|twas|cause)(?!\w|['’]\w)"
    r"|['’´＇ʼ]\d\d(?!\w|[.,%]\d| \d{3})",
    re.IGNORECASE,
)
_BEFORE = frozenset("([{<-–—/\\|>*_~=+:;（［｛")
_SPACED = frozenset(["«", "»", "‹", "›", "<<", ">>"])
_NARROW = "\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Characters `start` to `end` of a text, between marks."""

    start: int
    end: int


def quoted(text: str) -> Iterator[Quoted]:
    """Yield what stands between quotation marks, in order; what is quoted within is left to the outer marks.

    A mark opens before a word and closes after one. One of another form closes where none of its own does,
    and a mark that only opens quotes up to the end.
    """
    marks = [match for match in _MARK.finditer(text) if not _APOSTROPHE.match(text, match.start())]
    ends = _ends(text, marks)
    done = 0
    for mark, closing in zip(marks, ends, strict=True):
        if mark.start() < done or not _can_open(text, mark):
            continue
        end = closing.get(_is_single(mark)) or closing.get(not _is_single(mark))
        if end is not None:
            yield Quoted(mark.end(), end.start())
            done = end.end()
        elif mark[0] in _OPENS:
            yield Quoted(mark.end(), len(text))
            return


def _ends(text: str, marks: Sequence[re.Match[str]]) -> list[dict[bool, re.Match[str]]]:
    """Return for each mark the next that closes, single (True) and double (False)."""
    found: list[dict[bool, re.Match[str]]] = []
    following: dict[bool, re.Match[str]] = {}
    for mark in reversed(marks):
        found.append(following)
        if _can_close(text, mark):
            following = {**following, _is_single(mark): mark}
    return found[::-1]


def _is_single(mark: re.Match[str]) -> bool:
    return mark[0] in _SINGLE


def _is_space(char: str) -> bool:
    """Tell whether a character parts words: no reference that was blotted out, and no space that joins."""
    return char.isspace() and char != GAP and char not in _NARROW


def _can_open(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark stands before a word and not right behind one."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    free = not before or before.isspace() or before in _BEFORE or bool(_MARK.fullmatch(before))
    return free and bool(after) and (not _is_space(after) or mark[0] in _SPACED)


def _can_close(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark stands behind a word and not right before one."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (not _is_space(before) or mark[0] in _SPACED) and not after.isalnum()
