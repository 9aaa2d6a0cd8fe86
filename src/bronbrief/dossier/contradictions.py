"""Find where a brief, the council's system and the archive would be told different things."""

import datetime as dt
from collections.abc import Iterator, Sequence

from bronbrief.core.diagnostics import Diagnostic, Severity, report
from bronbrief.dossier.archiving import is_public
from bronbrief.dossier.matter import PUBLIC, Annex
from bronbrief.spec.council import Archive, Period

# Levels of MDTO that a single paper in a dossier cannot have.
_WHOLES = frozenset({"archief", "serie", "dossier", "zaak"})
_FOR_EVER, _FOR_A_TIME = "b", "v"
_YEAR, _LEEWAY = 365.2425, 2  # days; a term may be said to end on its last day or on the next


def contradictions(annexes: Sequence[Annex], published: dt.date | None) -> Iterator[Diagnostic]:
    """Yield what cannot both be so, for each brief and among them."""
    for annex in annexes:
        archive = annex.spec.archive or Archive()
        yield from _disclosure(annex, archive)
        yield from _level(annex, archive)
        yield from _retention(annex, archive)
        for path, period in _periods(archive):
            yield from _period(annex, path, period)
        embargo = annex.council.embargo
        if published and embargo and published < embargo:
            place = annex.place("council", "embargo")
            yield report("dossier-published-early", place, embargo=embargo, published=published)
    yield from _together(annexes)


def _disclosure(annex: Annex, archive: Archive) -> Iterator[Diagnostic]:
    """Hold what prints at the head of each page against what the archive is told."""
    public = [one for one in archive.restrictions if is_public(one)]
    wrong = public if annex.confidential else ([] if public else archive.restrictions)
    if wrong:
        yield report(
            "archive-disclosure",
            annex.place("council", "confidentiality") if annex.confidential else annex.place("archive"),
            severity=Severity.ERROR if annex.confidential else Severity.WARNING,
            printed=annex.council.confidentiality or PUBLIC,
            told=wrong[0].label,
        )


def _level(annex: Annex, archive: Archive) -> Iterator[Diagnostic]:
    if archive.level and archive.level.label.casefold() in _WHOLES:
        yield report("archive-level", annex.place("archive"), level=archive.level.label)


def _retention(annex: Annex, archive: Archive) -> Iterator[Diagnostic]:
    """Hold how a record is appraised against how long it is kept."""
    appraisal = archive.appraisal
    if appraisal is None:
        return
    code, label = (appraisal.code or "").casefold(), appraisal.label.casefold()
    if code == _FOR_EVER or label.startswith("blijvend"):
        if archive.retention is not None:
            yield report("archive-kept-for-ever", annex.place("archive"), label=appraisal.label)
    elif archive.retention is None and (code == _FOR_A_TIME or label.startswith("tijdelijk")):
        yield report("archive-retention", annex.place("archive"), label=appraisal.label)


def _periods(archive: Archive) -> Iterator[tuple[str, Period]]:
    if archive.retention is not None:
        yield "retention", archive.retention
    for one in archive.restrictions:
        if one.term is not None:
            yield "restrictions.term", one.term


def _period(annex: Annex, path: str, period: Period) -> Iterator[Diagnostic]:
    """Say where a term has no length, or two that differ."""
    start, years, end = period.start, period.years, period.end
    wrong = not (years or end)
    if start and end:
        days = (end - start).days
        wrong = days <= 0 or bool(years and abs(days - years * _YEAR) > _LEEWAY)
    if wrong:
        yield report("archive-term", annex.place("archive"), key=f"archive.{path}")


def _together(annexes: Sequence[Annex]) -> Iterator[Diagnostic]:
    """Say where briefs of one dossier cannot be kept, or shown, as one."""
    first = annexes[0].spec.archive or Archive()
    for annex in annexes[1:]:
        archive = annex.spec.archive or Archive()
        if (archive.appraisal, archive.retention) != (first.appraisal, first.retention):
            yield report("archive-differs", annex.place("archive"), annex=annex.number)
    if len({annex.confidential for annex in annexes}) > 1:
        closed = next(annex for annex in annexes if annex.confidential)
        place = closed.place("council", "confidentiality")
        yield report("dossier-mixed", place, annex=closed.number, marking=closed.council.confidentiality)
