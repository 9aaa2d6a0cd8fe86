"""What a document shows or holds that its text does not have: told as findings, and kept within bounds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bronbrief.core.diagnostics import Diagnostic, Severity, clip, report
from bronbrief.sources.facts import REASONS
from bronbrief.sources.model import LeftOut

# What could turn the sense of what stands around it; the rest is told as advice.
GRAVE = frozenset(
    """
    hidden deleted inserted struck covered white off-page invisible too-small layer-off actual-text
    unsupported alternative
    """.split()
)
SHOWN, SHOWN_LENGTH = 5, 80
KEPT_EACH, KEPT_LENGTH = 20, 200


def read_answer(value: object) -> tuple[LeftOut, ...]:
    """Read what the child process left out: a list of `[reason, text]`, in order."""
    entries = value if isinstance(value, list) else []
    pairs = [one for one in entries if isinstance(one, list) and len(one) == 2]  # noqa: PLR2004
    return tuple(
        LeftOut(reason if reason in REASONS else "unsupported", one_line(str(text))) for reason, text in pairs
    )


def tell(name: str, left_out: Sequence[LeftOut]) -> Iterator[Diagnostic]:
    """Tell what was left out of a document, a finding for each reason, the first few by their words."""
    for reason, texts in _by_reason(left_out).items():
        words = few(list(filter(None, texts))) or "–"
        severity = Severity.WARNING if reason in GRAVE else Severity.HINT
        yield report(
            "document-left-out", name=name, left_out=reason, count=len(texts), texts=words, severity=severity
        )


def few(texts: Sequence[str]) -> str:
    """Show the first few different texts between quotation marks, each cut where it is long."""
    shown = [f"“{clip(one_line(text), SHOWN_LENGTH)}”" for text in dict.fromkeys(texts)]
    return ", ".join(shown[:SHOWN]) + (", …" if len(shown) > SHOWN else "")


def one_line(text: str) -> str:
    """Return a text on one line, of characters that show."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def bounded(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Return what a record keeps: equal entries counted, long ones cut, the many of a reason as a number."""
    kept: list[LeftOut] = []
    for reason, texts in _by_reason(left_out).items():
        counts = Counter(texts)
        for text, count in list(counts.items())[:KEPT_EACH]:
            length = len(text) if len(text) > KEPT_LENGTH else 0
            kept.append(LeftOut(reason, clip(text, KEPT_LENGTH), count, length))
        if rest := sum(list(counts.values())[KEPT_EACH:]):
            kept.append(LeftOut(reason, "…", rest))
    return tuple(kept)


def _by_reason(left_out: Iterable[LeftOut]) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for one in left_out:
        texts.setdefault(one.reason, []).append(one.text)
    return texts
