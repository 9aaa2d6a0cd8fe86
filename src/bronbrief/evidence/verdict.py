"""The one place that pronounces a quotation verified, and that checks once more what was cut."""

import re
from collections.abc import Iterable

from bronbrief.core.hyphenation import loosen_typed, readings
from bronbrief.core.text import Fold, folds_between, same
from bronbrief.evidence.model import Part, Verdict
from bronbrief.evidence.rereading import reads
from bronbrief.evidence.searchable import join_slashes
from bronbrief.sources.model import Source
from bronbrief.sources.passages import without_page_marks

DRIFT_FROM = 60.0

_HYPHEN_AT_BREAK = re.compile(r"(?<=\w)[-\u2010]\s*(?=\w)")


def pronounce(claims: Iterable[tuple[str, str, bool]]) -> tuple[Verdict, tuple[Fold, ...]]:
    """Pronounce on what an author typed against what is cited, part by part.

    Each claim is the typed text, the cited text as it prints, and whether the author read a hyphen at a
    line end of the source otherwise than the view does. The verdict is EXACT, FOLDED, or DRIFT where a
    part differs by more than the folds allow.
    """
    used: set[Fold] = set()
    exact = True
    for typed, cited, reread in claims:
        if typed == cited and not reread:
            continue
        exact = False
        folds = _folds(typed, cited, reread=reread)
        if folds is None:
            return Verdict.DRIFT, ()
        used.update(folds)
        if reread:
            used.add(Fold.HYPHENATION)
    return (Verdict.EXACT if exact else Verdict.FOLDED), tuple(name for name in Fold if name in used)


def pronounce_absent(similarity: float) -> Verdict:
    """Pronounce on a text that stands nowhere, by its similarity (0 to 100) to the nearest passage."""
    return Verdict.DRIFT if similarity >= DRIFT_FROM else Verdict.MISSING


def agrees_with_file(source: Source, part: Part) -> bool:
    """Check a part against the bytes of the file, without the maps and folds that led to it.

    Of whole lines only the page numbers that the view leaves out may stand between its words.
    """
    try:
        raw = source.data[part.byte_start : part.byte_end].decode()
    except UnicodeDecodeError:
        return False
    if reads(raw, part.text):
        return True
    start = len(source.data[: part.byte_start].decode("utf-8-sig"))
    return reads(without_page_marks(source.text)[start : start + len(raw)], part.text)


def _folds(typed: str, cited: str, *, reread: bool) -> tuple[Fold, ...] | None:
    if same(typed, cited):
        return folds_between(typed, cited)
    if same(joined := join_slashes(typed), cited):
        return (Fold.WHITE_SPACE, *folds_between(joined, cited))
    author, source = loosen_typed(typed), loosen_typed(cited)
    if author.text != source.text or readings(author, source, 0, pasted=reread) is None:
        return None
    whole = _HYPHEN_AT_BREAK.sub("", typed), _HYPHEN_AT_BREAK.sub("", cited)
    return (Fold.HYPHENATION, *(folds_between(*whole) if same(*whole) else ()))
