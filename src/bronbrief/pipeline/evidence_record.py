"""The evidence record of a brief: its excerpts, what it prints beside them, and the files as published."""

from collections.abc import Mapping

from bronbrief.brief.citations import source_anchor
from bronbrief.brief.head import held_lines
from bronbrief.brief.labels import shipped_labels
from bronbrief.brief.method import account
from bronbrief.brief.model import Brief, Note
from bronbrief.evidence.annotations import recorded_quotation, recorded_source
from bronbrief.evidence.record import EvidenceRecord, RecordedNote
from bronbrief.sources.model import Catalogue
from bronbrief.verify.checksums import recorded_files
from bronbrief.verify.expected import expected_of
from bronbrief.verify.quotations import pieces_of


def record_of(brief: Brief, catalogue: Catalogue, files: Mapping[str, bytes]) -> EvidenceRecord:
    """Record a brief. The same brief and the same files give the same record."""
    sources = catalogue.sources
    paths = {source_anchor(one.id): sources[one.id].path for one in brief.sources}
    quoted, cited = expected_of(brief).quotations, tuple(sources[one.id] for one in brief.sources)
    names = (one.id for one in brief.excerpts)
    shipped = shipped_labels(brief.lang)
    generated = len(account(brief.excerpts, cited, brief.labels, dict.fromkeys(names, ""), brief.made_with))
    return EvidenceRecord(
        path="",
        name=brief.name,
        title=brief.title,
        date=brief.date,
        quotations=tuple(recorded_quotation(one, sources[one.source_id]) for one in brief.excerpts),
        lang=brief.lang,
        set_off=tuple(one.excerpt.id for one in brief.quotations),
        inline=tuple(one.name for one in quoted if one.kind == "Quote"),
        notes=tuple(_note(one, paths) for one in brief.notes),
        sources=tuple(map(recorded_source, cited)),
        method=tuple(text for one in brief.method[:-generated] for text in pieces_of(one.html) if text),
        files=recorded_files(files),
        labels={key: text for key, text in brief.labels.items() if shipped.get(key) != text},
        made_with=brief.made_with or "",
        facts=held_lines(brief),
    )


def _note(note: Note, paths: Mapping[str, str]) -> RecordedNote:
    if note.excerpt is not None:
        return RecordedNote(len(note.calls), excerpt=note.excerpt.id)
    return RecordedNote(len(note.calls), source=paths[note.source_anchor], locator=note.locator)
