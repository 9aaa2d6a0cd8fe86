"""How a text differs from the one that was recorded, to the character, and which text it is most like."""

from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bronbrief.evidence.characters import spelled_differences, visible

ALIKE_FROM = 55.0
_CONTEXT = 6


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
