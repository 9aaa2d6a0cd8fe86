"""What a finished file must say, made anew from its evidence record, as the brief itself was made.

Numbers, attributions, notes, the list of sources and the account of method follow from what is cited and from
what is known of the sources: none of it is taken from the file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath

from bronbrief.brief.citations import Citer, Pinpoint
from bronbrief.brief.dates import long_date
from bronbrief.brief.method import account
from bronbrief.brief.model import Brief, HouseStyle, Prose
from bronbrief.brief.numbering import NoteNumbers
from bronbrief.brief.quoting import inline_quotation
from bronbrief.core.text import Fold
from bronbrief.evidence.model import Excerpt, Part, Verdict
from bronbrief.evidence.record import (
    EvidenceRecord,
    RecordedNote,
    RecordedPart,
    RecordedQuotation,
    RecordedSource,
)
from bronbrief.sources.locators import find_passages, parse_locator
from bronbrief.sources.model import Catalogue, Locator, Passage, Record, Source, Unit
from bronbrief.verify.expected import ExpectedFile, expected_of
from bronbrief.verify.quotations import plain
from bronbrief.verify.sources import Sourcing

_ONLY = Locator(Unit.CAPTION, 1)


def regenerated(record: EvidenceRecord, labels: Mapping[str, str], sourcing: Sourcing) -> ExpectedFile:
    """Return what a finished file of a brief must say. Raises ValueError for a record that makes no brief."""
    at_hand = {
        one.path: found.source for one in record.sources if (found := sourcing.find(one)) and found.same
    }
    sources = {_id(one.path): _source(one, at_hand.get(one.path), record) for one in record.sources}
    brief = _brief(record, labels, Catalogue(sources))
    expected = expected_of(brief)
    fixed = expected.fixed
    if len(at_hand) < len(record.sources):  # how lines were joined, and where links lead, is not known
        joined = labels["method_joined_lines"]
        fixed = tuple(
            replace(
                one,
                pieces=tuple(
                    part.strip() for piece in one.pieces for part in piece.split(joined) if part.strip()
                ),
                also=(*one.also, joined) if one.heading == labels["method"] else one.also,
                links=one.links if not one.anchor or len(one.pieces) > 1 else (),
            )
            for one in fixed
        )
    return replace(
        expected,
        texts=(*expected.texts, brief.date_text, *map(plain, record.facts)),
        fixed=fixed,
        strict=True,
    )


def _brief(record: EvidenceRecord, labels: Mapping[str, str], catalogue: Catalogue) -> Brief:
    excerpts = {one.id: _excerpt(one) for one in record.quotations}
    quoted = dict.fromkeys(one.source_id for one in excerpts.values())
    citer = Citer(record.lang, labels, tuple(catalogue.sources[one] for one in quoted))
    numbers = NoteNumbers(catalogue, citer)
    for note in record.notes:
        target = excerpts[note.excerpt] if note.excerpt else _pinpoint(note, catalogue)
        for _ in range(note.calls):
            numbers.call(target)
    for name in record.set_off:
        numbers.quotation(excerpts[name])
    own = (Prose(f"<p>{escape(text, quote=False)}</p>", text) for text in record.method)
    helped = record.made_with or None
    return Brief(
        name=record.name,
        template="",
        lang=record.lang,
        title=record.title,
        subtitle=None,
        date=record.date,
        date_text=long_date(record.date, record.lang),
        version="",
        audience=None,
        author=None,
        summary=None,
        keywords=(),
        key_messages=tuple(
            Prose(inline_quotation(excerpts[name], record.lang), "") for name in record.inline
        ),
        sections=(),
        notes=numbers.notes,
        quotations=numbers.quotations,
        excerpts=tuple(excerpts.values()),
        sources=numbers.entries,
        method=(*own, *account(tuple(excerpts.values()), numbers.sources, labels, numbers.places, helped)),
        house=HouseStyle(None, "", "", "", ""),
        labels=labels,
    )


def _id(path: str) -> str:
    return PurePosixPath(path).stem


def _excerpt(one: RecordedQuotation) -> Excerpt:
    return Excerpt(
        id=one.id,
        source_id=_id(one.parts[0].source.path),
        verdict=Verdict(one.verdict),
        folds=tuple(map(Fold, one.folds)),
        parts=tuple(map(_part, one.parts)),
        paragraphs=one.paragraphs,
        lang=one.lang,
        translation=one.translation,
    )


def _part(one: RecordedPart) -> Part:
    words = one.exact, one.prefix, one.suffix
    return Part(0, _locator(one.locator), 0, 1, one.byte_start, one.byte_end, *words)


def _locator(text: str) -> Locator:
    found = parse_locator(text)
    if found is None:
        raise ValueError(text)
    return found


def _pinpoint(note: RecordedNote, catalogue: Catalogue) -> Pinpoint:
    source = catalogue.sources[_id(note.source)]
    if not note.locator:
        return Pinpoint(source)
    locator = _locator(note.locator)
    return Pinpoint(source, locator, find_passages(source, locator))


def _source(one: RecordedSource, at_hand: Source | None, record: EvidenceRecord) -> Source:
    """Return a source as the record has it, with its text where that is at hand."""
    facts = {"title_ground": "", "kind": "", **one.facts}
    known = Record(title=one.title, lang=one.lang, sha256=one.sha256, **facts)  # type: ignore[arg-type]
    if at_hand is not None:
        return replace(at_hand, id=_id(one.path), path=one.path, record=known)
    return Source(_id(one.path), one.path, "", known, b"", "", tuple(_only_caption(one, record)))


def _only_caption(one: RecordedSource, record: EvidenceRecord) -> Iterable[Passage]:
    """Yield the one caption of a source that is not at hand, where no other is named: it has no number."""
    named = {
        part.locator for item in record.quotations for part in item.parts if part.source.path == one.path
    }
    if {name for name in named if name.startswith(_ONLY.unit)} == {str(_ONLY)}:
        yield Passage(0, _ONLY, "", (), 0, 0)
