"""Running text: the body of a section, and what closes it after its other blocks."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from bronbrief.brief.block import BlockType
from bronbrief.brief.builder import Builder, Spot
from bronbrief.brief.model import Block
from bronbrief.brief.own_words import pieces
from bronbrief.brief.statements import Statements
from bronbrief.core.places import Path
from bronbrief.spec.block import Sample
from bronbrief.spec.examples import Example
from bronbrief.spec.types import Markdown


class _ProseType(BlockType[str]):
    """Markdown text that prints as paragraphs, lists, tables and quotations that are set off."""

    annotation = Markdown

    def build(self, given: str, at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Write the text as blocks of prose and quotations."""
        return builder.writer.flow(at.path, given, at.level)

    def state(self, given: str, path: Path, scope: Path, statements: Statements) -> None:
        """Tell what the text says."""
        statements.prose(path, given, scope)

    def has_own_words(self, given: str) -> bool:
        """Tell whether there is more in the text than quotations."""
        return any(not piece.is_quotation for piece in pieces(given))

    def running_texts(self, given: str, path: Path) -> Iterator[tuple[Path, str]]:
        """Yield the text."""
        yield path, given

    def skeleton(self, sample: Sample) -> Iterator[str]:  # noqa: ARG002
        """Yield nothing: every new spec begins with a section of text."""
        return iter(())


class BodyType(_ProseType):
    """The running text of a section."""

    key = "body"
    field = Field(
        None,
        description="Running text. `![[excerpt]]` prints a quotation, `[@excerpt]` cites one.",
        examples=["Het college noemt de band ‘bevroren’ [@perspectief]."],
    )
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {"tekst": ("body",), "text": ("body",)}
    example = Example(
        "Running text: a quotation in its sentence, and a citation of the same excerpt.",
        """
title: Lopende tekst
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
excerpts:
  perspectief:
    source: coevorden-bevriest-2024
    quote: geen perspectief op verbetering
sections:
  - heading: Aanleiding
    body: |
      Volgens het college is er ![[perspectief]]. Daarom blijft de band bevroren [@perspectief].
""",
    )


class ClosingType(_ProseType):
    """Text after the other blocks of a section."""

    key = "closing"
    last = True
    field = Field(
        None,
        description="Text after the other blocks.",
        examples=["Het college komt hier in het najaar op terug."],
    )
    example = Example(
        "Text after the other blocks of a section.",
        """
title: Een slot
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
sections:
  - heading: Vragen
    closing: Het college komt hier in het najaar op terug.
    questions:
      - question: Is er nog contact met de inwoners van Brest?
        answer: Dat is niet bekend.
""",
    )
