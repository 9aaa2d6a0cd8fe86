"""A timeline: moments in the order that the author gave, each with what carries it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from bronbrief.blocks.axis import Axis, Dated, axes
from bronbrief.brief.block import BlockType
from bronbrief.brief.builder import Builder, Spot
from bronbrief.brief.dates import edtf_text, machine_date
from bronbrief.brief.model import Block, Citation, Prose, Quotation, Texts
from bronbrief.brief.statements import Ground, Statements, cited_by
from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.edtf import DateSpan, edtf_span, is_edtf
from bronbrief.core.meant_dates import ANY_DATE, meant_date
from bronbrief.core.places import Path
from bronbrief.spec.block import Sample
from bronbrief.spec.examples import Example
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.names import Names
from bronbrief.spec.types import Edtf, Identifier, Markdown


class TimelineEntry(Strict):
    """One moment of a timeline."""

    date: Edtf = Field(
        description="The date in EDTF: a year, month, day or interval; ~ for about, ? for uncertain.",
        examples=["2000", "2024-03", "2020-08-09", "2021~", "2020-09-18/.."],
    )
    event: Markdown = Field(
        description="What happened, in a sentence.", examples=["De stedenband wordt bevroren."]
    )
    cite: list[Identifier] = Field(
        [], description="The excerpts that carry the statement.", examples=[["geen-formele-contacten"]]
    )
    quote: Identifier | None = Field(
        None, description="An excerpt to print with the moment.", examples=["perspectief"]
    )
    contested: Markdown | None = Field(
        None,
        description="How the sources differ on it.",
        examples=["RTV Drenthe schrijft dat de stad de band verbrak [@perspectief]."],
    )


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a timeline; `date` prints, `datetime` is for machines (EDTF or ISO 8601), may be empty.

    `span` is from which day to which it runs, and how exactly that is known.
    """

    date: str
    datetime: str
    event: Prose
    citations: tuple[Citation, ...]
    quotation: Quotation | None = None
    contested: Prose | None = None
    span: DateSpan | None = None


@dataclass(frozen=True, slots=True)
class TimelineBlock(Block):
    """Moments in the order that the author gave; `axes` draw them to scale, where there are three or more."""

    moments: tuple[Moment, ...]
    axes: tuple[Axis, ...] = ()
    kind: str = "timeline"

    def texts(self, path: Path) -> Texts:
        """Yield the words of each moment."""
        for place, moment in enumerate(self.moments):
            said = (moment.date, moment.event, moment.contested)
            yield from (((*path, "timeline", place), one) for one in said if one)


class TimelineType(BlockType[list[TimelineEntry]]):
    """Moments in time."""

    key = "timeline"
    annotation = list[TimelineEntry]
    field = Field(None, min_length=1, description="Moments in time, in the order in which they print.")
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "aangehaald": ("cite",),
        "gebeurtenis": ("event",),
        "omschrijving": ("event",),
        "tekst": ("event",),
        "text": ("event",),
        "tijdlijn": ("timeline",),
    }
    example = Example(
        "A timeline. Every statement names the excerpts that carry it.",
        """
title: "Coevorden en Brest: het verloop"
template: tijdlijn
lang: nl-NL
date: 2026-11-21
excerpts:
  geen-formele-contacten:
    source: coevorden-bevriest-2024
    from: Al met al kiest Coevorden er nu voor
    to: formele contacten meer te onderhouden.
sections:
  - heading: Verloop
    timeline:
      - date: 2024-03
        event: Het college besluit geen formele contacten meer te onderhouden.
        cite: [geen-formele-contacten]
""",
    )

    def check(self, given: list[TimelineEntry], path: Path, names: Names) -> Iterator[Diagnostic]:
        """Yield dates that there are none of, and names without an excerpt."""
        for number, entry in enumerate(given):
            at = (*path, number)
            if not is_edtf(entry.date):
                meant = meant_date(entry.date) or ANY_DATE
                place = names.places.value((*at, "date"))
                yield report("spec-not-edtf", place, value=entry.date, example=meant)
            if entry.quote is not None:
                yield from names.excerpt(entry.quote, (*at, "quote"))
            yield from names.cited(entry.cite, (*at, "cite"))

    def build(self, given: list[TimelineEntry], at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Make one timeline."""
        moments = tuple(_moment(entry, (*at.path, number), builder) for number, entry in enumerate(given))
        dated = [
            Dated(number, one.span, one.contested is not None)
            for number, one in enumerate(moments, 1)
            if one.span
        ]
        return (TimelineBlock(moments, axes(dated, builder.writer.spec.lang)),)

    def state(self, given: list[TimelineEntry], path: Path, scope: Path, statements: Statements) -> None:
        """Tell what happened and when; a moment's excerpts carry all that is said of it."""
        for number, entry in enumerate(given):
            at = (*path, number)
            carried = [Ground(name) for name in (*entry.cite, *([entry.quote] if entry.quote else []))]
            statements.show(carried, scope)
            statements.date((*at, "date"), entry.date, scope, (*cited_by(entry.event), *carried))
            statements.prose((*at, "event"), entry.event, scope, carried)
            statements.prose((*at, "contested"), entry.contested, scope, carried)

    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield a section with one moment."""
        words = sample.words
        yield from (f"  - heading: {words['heading']}", f"    # {words['comment']}", "    timeline:")
        yield from (f"      - date: {sample.date}", f"        event: {words['event']}")
        if sample.cite:
            yield f"        cite: [{sample.cite}]"


def _moment(given: TimelineEntry, path: Path, builder: Builder) -> Moment:
    writer = builder.writer
    date = edtf_text(given.date, writer.spec.lang)
    event = writer.phrase((*path, "event"), given.event)
    citations = writer.citations(given.cite)
    contested = None
    if given.contested is not None:
        contested = writer.phrase((*path, "contested"), given.contested)
    quotation = writer.quotation(given.quote)
    return Moment(
        date, machine_date(given.date), event, citations, quotation, contested, edtf_span(given.date)
    )
