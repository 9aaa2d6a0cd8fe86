"""What a spec must hold beyond types: references that lead somewhere, tables that fit, dates that exist.

Headings and citations inside Markdown are judged where Markdown is read, in `brief/`.
"""

import re
from collections.abc import Iterable, Iterator

from bronbrief.core.colours import READABLE, WHITE, contrast, readable
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.edtf_dates import is_edtf
from bronbrief.core.findings import report
from bronbrief.core.meant_dates import ANY_DATE, meant_date
from bronbrief.core.near import nearest, nearest_first
from bronbrief.core.places import Path, Places
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import Comparison, ComparisonRow, ExcerptSpec, Section, TimelineEntry

# The title is heading level 1, and HTML and PDF know six levels.
SECTION_LEVELS = 5
_LISTED = 8


def check_spec(
    loaded: LoadedSpec, source_ids: Iterable[str], template_names: Iterable[str]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a spec that the types of its values do not show.

    `source_ids` and `template_names` are those that exist; a source whose text is missing counts, as that is
    reported with its record.
    """
    checks = _Checks(loaded, frozenset(source_ids), frozenset(template_names))
    return tuple(checks.all())


# The texts in which an empty line begins a paragraph.
_MARKDOWN = frozenset(("body", "closing", "method", "event", "contested", "question", "answer", "caption"))
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


class _Checks:
    """The checks of one spec, and what they all need."""

    def __init__(self, loaded: LoadedSpec, sources: frozenset[str], templates: frozenset[str]) -> None:
        self.spec = loaded.spec
        self.places: Places = loaded.places
        self.sources = sources
        self.templates = templates

    def all(self) -> Iterator[Diagnostic]:
        """Yield the findings, in the order of the spec."""
        if self.spec.template not in self.templates:
            known = nearest_first(self.spec.template, self.templates)
            place = self.places.value(("template",))
            yield report("template-unknown", place, name=self.spec.template, known=known)
        yield from self._colours()
        yield from self._bars()
        for name, excerpt in self.spec.excerpts.items():
            yield from self._excerpt(name, excerpt, ("excerpts", name))
        for number, section in enumerate(self.spec.sections):
            yield from self._section(section, ("sections", number), 1)

    def _colours(self) -> Iterator[Diagnostic]:
        """Hold that text in the colours of the house can be read on white (WCAG 2.2, 1.4.3)."""
        house = self.spec.house
        for key, colour in (("accent", house.accent), ("ink", house.ink)):
            ratio = contrast(colour, WHITE)
            if ratio < READABLE:
                # Rounded down: 4.49 must not print as 4.5.
                shown = f"{int(ratio * 10) / 10:.1f}"
                place = self.places.value(("house", key))
                yield report("house-contrast", place, colour=colour, ratio=shown, better=readable(colour))

    def _bars(self) -> Iterator[Diagnostic]:
        """Yield the texts without | that have empty lines: YAML joins what they keep apart."""
        for path, span in self.places.spans.items():
            if span.style or not ("key_messages" in path or _MARKDOWN.intersection(path[-1:])):
                continue
            raw = span.origin.text[span.start : span.end]
            if gap := _EMPTY_LINE.search(raw):
                form = f"{path[-1]}: |" if isinstance(path[-1], str) else "- |"
                place = span.origin.place(span.start, span.start + min(gap.start(), len(raw.splitlines()[0])))
                yield report("text-bar-missing", place, form=form)

    def _unknown(self, what: str, path: Path, name: str, known: Iterable[str]) -> Diagnostic:
        """Report a name that leads nowhere, with the one that was meant if there is one."""
        names = sorted(known)
        near = nearest(name, names)
        if near is not None:
            return report(f"{what}-misspelt", self.places.value(path), id=name, near=near)
        listed = ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
        return report(f"{what}-unknown", self.places.value(path), id=name, known=listed or "–")

    def _excerpt(self, name: str, excerpt: ExcerptSpec, path: Path) -> Iterator[Diagnostic]:
        if name in self.sources:
            yield report("excerpt-id-is-source", self.places.key(path), id=name)
        at = (*path, "source")
        if excerpt.source not in self.sources:
            yield self._unknown("source", at, excerpt.source, self.sources)
        yield from self._selection(name, excerpt, path)

    def _selection(self, name: str, excerpt: ExcerptSpec, path: Path) -> Iterator[Diagnostic]:
        """Hold that an excerpt is selected in exactly one way, and whole."""
        by_range = excerpt.from_ is not None or excerpt.to is not None
        ways = {"quote": excerpt.quote is not None, "from": by_range, "passage": excerpt.passage is not None}
        if by_range and excerpt.from_ is None:
            ways = {("to" if way == "from" else way): used for way, used in ways.items()}
        used = [way for way, is_used in ways.items() if is_used]
        if not used:
            yield report("excerpt-selects-nothing", self.places.key(path), id=name)
        for second in used[1:]:
            place = self.places.key((*path, second))
            yield report("excerpt-selects-twice", place, first=used[0], second=second)
        if by_range and (excerpt.from_ is None or excerpt.to is None):
            given, absent = ("to", "from") if excerpt.from_ is None else ("from", "to")
            place = self.places.key((*path, given))
            yield report("excerpt-range-open", place, given=given, absent=absent)
        if used == ["passage"]:
            useless = {"prefix": excerpt.prefix, "suffix": excerpt.suffix, "across": excerpt.across}
            for key in (key for key, value in useless.items() if value):
                yield report("excerpt-key-useless", self.places.key((*path, key)), key=key)

    def _section(self, section: Section, path: Path, level: int) -> Iterator[Diagnostic]:
        heading = self.places.value((*path, "heading"))
        if level == SECTION_LEVELS + 1:  # said of the first, and the rest is looked at as ever
            yield report("sections-too-deep", heading, limit=SECTION_LEVELS)
        if not section.block_order and not section.sections:
            yield report("section-empty", heading, heading=section.heading)
        for number, entry in enumerate(section.timeline or ()):
            yield from self._moment(entry, (*path, "timeline", number))
        if section.comparison is not None:
            yield from self._comparison(section.comparison, (*path, "comparison"))
        for number, inner in enumerate(section.sections):
            yield from self._section(inner, (*path, "sections", number), level + 1)

    def _moment(self, entry: TimelineEntry, path: Path) -> Iterator[Diagnostic]:
        if not is_edtf(entry.date):
            place = self.places.value((*path, "date"))
            yield report("spec-not-edtf", place, value=entry.date, example=meant_date(entry.date) or ANY_DATE)
        if entry.quote is not None:
            yield from self._called(entry.quote, (*path, "quote"))
        yield from self._cited(entry.cite, (*path, "cite"))

    def _comparison(self, table: Comparison, path: Path) -> Iterator[Diagnostic]:
        for number, row in enumerate(table.rows):
            at = (*path, "rows", number)
            yield from self._ragged(row, len(table.columns), at)
            for cell, names in enumerate(row.cite):
                yield from self._cited(names, (*at, "cite", cell))

    def _ragged(self, row: ComparisonRow, columns: int, path: Path) -> Iterator[Diagnostic]:
        """Hold that a row has a cell for each column, and no more lists of citations than cells."""
        cells = len(row.cells)
        if cells != columns:
            place = self.places.key((*path, "cells"))
            yield report("comparison-ragged", place, cells=cells, columns=columns)
        if len(row.cite) > cells:
            place = self.places.key((*path, "cite"))
            yield report("comparison-cite-ragged", place, cites=len(row.cite), cells=cells)

    def _cited(self, names: Iterable[str], path: Path) -> Iterator[Diagnostic]:
        for number, name in enumerate(names):
            yield from self._called(name, (*path, number))

    def _called(self, name: str, path: Path) -> Iterator[Diagnostic]:
        if name in self.spec.excerpts:
            return
        if name in self.sources:
            yield report("excerpt-is-source", self.places.value(path), id=name)
        else:
            yield self._unknown("excerpt", path, name, self.spec.excerpts)
