"""A block type that nobody ships: two excerpts side by side, as someone would add it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from bronbrief.brief.block import BlockType
from bronbrief.brief.builder import Builder, Spot
from bronbrief.brief.model import Block, Prose, Quotation, Texts
from bronbrief.brief.statements import Ground, Statements
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.places import Path
from bronbrief.spec.block import Sample
from bronbrief.spec.examples import Example
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.names import Names
from bronbrief.spec.types import Identifier, Markdown


class QuotePair(Strict):
    """Two excerpts side by side."""

    intro: Markdown = Field(description="What the two have to do with each other.", examples=["Eerst nee."])
    left: Identifier = Field(description="The excerpt on the left.", examples=["perspectief"])
    right: Identifier = Field(description="The excerpt on the right.", examples=["brief-aan-brest"])


@dataclass(frozen=True, slots=True)
class PairBlock(Block):
    """Two quotations, and what introduces them."""

    intro: Prose
    quotations: tuple[Quotation, ...]
    kind: str = "quote_pair"

    def texts(self, path: Path) -> Texts:
        """Yield the introduction."""
        yield (*path, "quote_pair", "intro"), self.intro


class QuotePairType(BlockType[QuotePair]):
    """Two excerpts side by side."""

    key = "quote_pair"
    annotation = QuotePair
    field = Field(None, description="Two excerpts side by side.")
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {"citatenpaar": ("quote_pair",), "links": ("left",)}
    example = Example(
        "Two excerpts side by side.",
        """
title: Twee citaten
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
excerpts:
  perspectief:
    source: coevorden-bevriest-2024
    quote: geen perspectief op verbetering
  brief-aan-brest:
    source: coevorden-brieven-2021
    passage: al. 1
sections:
  - heading: Twee stemmen
    quote_pair: {intro: Eerst een brief., left: brief-aan-brest, right: perspectief}
""",
    )

    def check(self, given: QuotePair, path: Path, names: Names) -> Iterator[Diagnostic]:
        """Yield names without an excerpt."""
        yield from names.excerpt(given.left, (*path, "left"))
        yield from names.excerpt(given.right, (*path, "right"))

    def build(self, given: QuotePair, at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Set both excerpts off, the left one first."""
        intro = builder.writer.phrase((*at.path, "intro"), given.intro)
        both = [builder.writer.quotation(name) for name in (given.left, given.right)]
        return (PairBlock(intro, tuple(quotation for quotation in both if quotation)),)

    def state(self, given: QuotePair, path: Path, scope: Path, statements: Statements) -> None:
        """Tell what introduces the quotations, which carry it."""
        carried = [Ground(given.left), Ground(given.right)]
        statements.show(carried, scope)
        statements.prose((*path, "intro"), given.intro, scope, carried)

    def has_own_words(self, given: QuotePair) -> bool:  # noqa: ARG002
        """Return True: there is always an introduction."""
        return True

    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield a section with one excerpt twice."""
        words = sample.words
        yield from (f"  - heading: {words['heading']}", "    quote_pair:", f"      intro: {words['intro']}")
        yield from (f"      left: {sample.cite}", f"      right: {sample.cite}")


MACRO = """
{% macro quote_pair(item) %}
{{ flow(item.intro) }}
<div class="quote-pair">
{% for one in item.quotations %}
{{ quotation(one) }}
{% endfor %}
</div>
{% endmacro %}
"""
# The number of a quotation hangs in the margin of the page, where a pair has no room for it.
STYLE = """
.quote-pair { display: flex; gap: 2em }
.quote-pair > * { flex: 1 }
.quote-pair .quotation-number { float: none; width: auto; margin: 0; padding: 0 }
"""
WORDS = {
    "en": """
[quote_pair]
name = "Pair of quotations"
heading = "Voices"
replace.intro = "Replace this by what both say."
keys.intro = "Introduction"
keys.left = "On the left"
keys.right = "On the right"
""",
    "nl": """
[quote_pair]
name = "Paar citaten"
heading = "Stemmen"
replace.intro = "Vervang dit door wat beide zeggen."
keys.intro = "Inleiding"
keys.left = "Links"
keys.right = "Rechts"
""",
}
"""What `locale/LANG/blocks.toml` says of it."""
