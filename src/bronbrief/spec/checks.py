"""What a spec must hold beyond types: references that lead somewhere, tables that fit, dates that exist.

Headings and citations inside Markdown are judged where Markdown is read, in `brief/`.
"""

import re
from collections.abc import Iterable, Iterator

from bronbrief.core.colours import READABLE, WHITE, contrast, readable
from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.near import nearest_first
from bronbrief.core.places import Path, Places
from bronbrief.spec.council import PUBLIC
from bronbrief.spec.excerpts import ExcerptSpec
from bronbrief.spec.keys import paragraph_keys
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.names import Names
from bronbrief.spec.section import Section
from bronbrief.spec.unedited import unedited

# The title is heading level 1, and HTML and PDF know six levels.
SECTION_LEVELS = 5


def check_spec(
    loaded: LoadedSpec, source_ids: Iterable[str], template_names: Iterable[str]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a spec that the types of its values do not show.

    `source_ids` and `template_names` are those that exist; a source whose text is missing counts, as that is
    reported with its record.
    """
    checks = _Checks(loaded, frozenset(source_ids), frozenset(template_names))
    return tuple(checks.all())


_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


class _Checks:
    """The checks of one spec, and what they all need."""

    def __init__(self, loaded: LoadedSpec, sources: frozenset[str], templates: frozenset[str]) -> None:
        self.spec = loaded.spec
        self.places: Places = loaded.places
        self.names = Names(loaded.spec.excerpts, sources, loaded.places)
        self.templates = templates

    def all(self) -> Iterator[Diagnostic]:
        """Yield the findings, in the order of the spec."""
        if self.spec.template not in self.templates:
            known = nearest_first(self.spec.template, self.templates)
            place = self.places.value(("template",))
            yield report("template-unknown", place, name=self.spec.template, known=known)
        yield from self._colours()
        yield from self._bars()
        yield from self._council()
        yield from unedited(self.places)
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
        keys = frozenset(paragraph_keys(type(self.spec)))
        for path, span in self.places.spans.items():
            if span.style or next((step for step in reversed(path) if isinstance(step, str)), "") not in keys:
                continue
            raw = span.origin.text[span.start : span.end]
            if gap := _EMPTY_LINE.search(raw):
                form = f"{path[-1]}: |" if isinstance(path[-1], str) else "- |"
                place = span.origin.place(span.start, span.start + min(gap.start(), len(raw.splitlines()[0])))
                yield report("text-bar-missing", place, form=form)

    def _council(self) -> Iterator[Diagnostic]:
        """Yield what the head of a paper contradicts."""
        given = self.spec.council
        if given is None:
            return
        for key in ("confidentiality_ground", "confidentiality_term"):
            if getattr(given, key) and given.confidentiality in PUBLIC:
                yield report("council-secrecy-loose", self.places.key(("council", key)), key=key)
        if given.sent and given.decided and given.sent < given.decided:
            place, days = self.places.value(("council", "sent")), (given.sent, given.decided)
            yield report("council-sent-early", place, sent=str(days[0]), decided=str(days[1]))

    def _excerpt(self, name: str, excerpt: ExcerptSpec, path: Path) -> Iterator[Diagnostic]:
        if name in self.names.sources:
            yield report("excerpt-id-is-source", self.places.key(path), id=name)
        yield from self.names.source(excerpt.source, (*path, "source"))
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
        if not section.written and not section.sections:
            blocks = ", ".join(block.key for block in section.block_types)
            yield report("section-empty", heading, heading=section.heading, blocks=blocks)
        for block, given in section.written:
            yield from block.check(given, (*path, block.key), self.names)
        for number, inner in enumerate(section.sections):
            yield from self._section(inner, (*path, "sections", number), level + 1)
