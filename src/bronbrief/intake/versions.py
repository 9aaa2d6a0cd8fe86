"""Two versions of a document: which one the author chose, and where they differ."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rapidfuzz.distance import Levenshtein

from bronbrief.intake.extractors import ExtractionError

_SHOWN = 12
_AROUND = 4
_COMPARED = 1000


def chosen(before: Sequence[str], after: Sequence[str], changes: str) -> dict[str, str]:
    """Return the choice between the blocks of two versions, as a record has it; {} where they are alike.

    `changes` is accept, reject or empty. Where the author did not choose, the ExtractionError shows where
    they differ: [-words of the first-], {+words of the second+}, a line for each of the first places,
    with some words around. Of long documents the stretch is compared where they first differ.
    """
    if before == after:
        return {}
    if not changes:
        places = tuple(islice(_differences(before, after), _SHOWN))
        raise ExtractionError("document-two-versions", differences=places)
    return {"changes": f"{changes}ed"}


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    pairs = enumerate(zip(before, after, strict=False))
    start = next((at for at, (old, new) in pairs if old != new), min(len(before), len(after)))
    before, after = before[start : start + _COMPARED], after[start : start + _COMPARED]
    for code in Levenshtein.opcodes(before, after):
        if code.tag != "equal":
            old = " ".join(before[code.src_start : code.src_end]).split()
            new = " ".join(after[code.dest_start : code.dest_end]).split()
            yield " ".join(_marked_up(old, new))


def _marked_up(old: list[str], new: list[str]) -> Iterator[str]:
    for code in Levenshtein.opcodes(old, new):
        gone, added = old[code.src_start : code.src_end], new[code.dest_start : code.dest_end]
        if code.tag == "equal":
            long = len(gone) > 2 * _AROUND + 1
            yield from ([*gone[:_AROUND], "…", *gone[-_AROUND:]] if long else gone)
            continue
        if gone:
            yield f"[-{' '.join(gone)}-]"
        if added:
            yield f"{{+{' '.join(added)}+}}"
