"""What must hold before papers go to a meeting: embargo, agreement with what is printed, limits."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.dossier.combine import page_count
from bronbrief.dossier.matter import Annex, Meeting
from bronbrief.dossier.rules import MEGABYTE, Rules, given
from bronbrief.html.fonts import code_points
from bronbrief.verify.checksums import CHECKSUMS

ITEM_LIMIT = 20


def check_annexes(
    annexes: Sequence[Annex], meeting: Meeting, rules: Rules, face: Path
) -> Iterator[Diagnostic]:
    """Yield what is wrong with briefs for this meeting, before anything is made of them."""
    drawn = code_points(face)
    for annex in annexes:
        yield from _embargo(annex, meeting)
        yield from _agreement(annex, meeting)
        for field in rules.required:
            if not given(annex.spec, field):
                yield report("dossier-field-missing", annex.place(*field.split(".")), field=field)
        pages = page_count(annex.pdf)
        if rules.max_pages and pages > rules.max_pages:
            yield report("dossier-too-many-pages", annex.place(), pages=pages, limit=rules.max_pages)
    lacking = {char for annex in annexes for char in annex.stamp(meeting) if ord(char) not in drawn}
    for char in sorted(lacking):
        yield report("dossier-glyph-missing", character=char, name=f"U+{ord(char):04X}")
    yield from _clashes(annexes)


def check_sizes(files: Mapping[str, bytes], rules: Rules) -> Iterator[Diagnostic]:
    """Yield the files that are larger than the council takes."""
    for name, data in files.items():
        if rules.max_bytes and len(data) > rules.max_bytes:
            size = f"{len(data) / MEGABYTE:.1f}"
            yield report("dossier-file-too-large", name=name, size=size, limit=rules.max_bytes // MEGABYTE)


def _embargo(annex: Annex, meeting: Meeting) -> Iterator[Diagnostic]:
    embargo = annex.council.embargo
    if embargo is not None and meeting.date < embargo:
        place = annex.place("council", "embargo")
        yield report("dossier-embargo", place, embargo=embargo.isoformat(), date=meeting.date.isoformat())


def _agreement(annex: Annex, meeting: Meeting) -> Iterator[Diagnostic]:
    """Compare what the brief prints of the meeting with what the stamp will say."""
    council = annex.council
    pairs = (
        ("meeting", council.meeting and council.meeting.isoformat(), meeting.date.isoformat()),
        ("agenda_item", council.agenda_item, meeting.item),
        ("annex", council.annex and str(council.annex), str(annex.number)),
    )
    for key, printed, wanted in pairs:
        if printed and printed != wanted:
            place = annex.place("council", key)
            yield report("dossier-differs", place, key=key, printed=printed, given=wanted)


def _clashes(annexes: Sequence[Annex]) -> Iterator[Diagnostic]:
    """Find annexes with one number, and files with one name: some systems do not tell letter case apart."""
    numbers = Counter(annex.number for annex in annexes)
    names = Counter(annex.base.casefold() for annex in annexes)
    for annex in annexes:
        if numbers[annex.number] > 1:
            yield report("dossier-annex-twice", annex.place(), annex=annex.number)
        elif names[annex.base.casefold()] > 1 or annex.base.casefold() == CHECKSUMS.casefold():
            yield report("dossier-name-twice", annex.place("title"), name=annex.base)
