"""Text made ready to be read for dates, numbers and names: as it prints, each letter one character."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from bronbrief.brief.own_words import GAP
from bronbrief.core.text import Fold, Folded, fold

# White space and quotation marks stay as they are: a line may begin a sentence, a mark may close a name.
_FOLDS = frozenset({Fold.HYPHENATION, Fold.NO_BREAK_SPACE, Fold.LIGATURE, Fold.COMPOSITION})
_MARKUP = re.compile(r"\*+|_+|~~+|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def legible(text: str) -> Folded:
    """Take out marks of emphasis, character references and what folds, with the way back to `text`."""
    plain = _without_markup(text)
    folded = fold(plain.text, _FOLDS)
    if plain.text == text:
        return folded
    starts = [plain.starts[at] for at in folded.starts]
    ends = [plain.ends[at - 1] for at in folded.ends]
    return Folded(folded.text, starts, ends)


class Placed(Protocol):
    """Something at characters `start` to `end` of a text."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


T = TypeVar("T", bound=Placed)


def apart(found: Iterable[T]) -> list[T]:
    """Return in order what overlaps with nothing that was found before it."""
    free: list[T] = []
    taken: set[int] = set()
    for one in found:
        if taken.isdisjoint(range(one.start, one.end)):
            taken.update(range(one.start, one.end))
            free.append(one)
    return sorted(free, key=lambda one: one.start)


def blotted(text: str, found: Iterable[Placed]) -> str:
    """Blot out what was found in a text, given in order; what is left keeps its place."""
    pieces: list[str] = []
    done = 0
    for one in found:
        pieces += (text[done : one.start], GAP * (one.end - one.start))
        done = one.end
    return "".join((*pieces, text[done:]))


def _without_markup(text: str) -> Folded:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, char in (*_markup(text), (len(text), len(text), "")):
        pieces += (text[done:start], char)
        starts += (*range(done, start), *([start] * len(char)))
        ends += (*range(done + 1, start + 1), *([end] * len(char)))
        done = end
    return Folded("".join(pieces), starts, ends)


def _markup(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where marks of emphasis and character references stand, with what prints there."""
    for match in _MARKUP.finditer(text):
        if match[0].startswith("&"):
            char = html.unescape(match[0])
            if char != match[0]:
                yield *match.span(), char
        elif _is_emphasis(
            match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        ):
            yield *match.span(), ""


def _is_emphasis(mark: str, before: str, after: str) -> bool:
    """Tell whether a mark begins or ends emphasis (CommonMark 0.31, 6.2), and is not text itself."""
    if not (before.strip() or after.strip()):
        return False
    if mark.startswith("_"):
        return not (before.isalnum() and after.isalnum())
    return mark != "*" or not (before.isdigit() and after.isdigit())
