"""A figure: an image with what it shows in words, and a caption."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from bronbrief.brief.block import BlockType
from bronbrief.brief.builder import Builder, Spot
from bronbrief.brief.figures import check_image
from bronbrief.brief.model import Block, Image, Prose, Texts
from bronbrief.brief.statements import Statements
from bronbrief.core.places import Path
from bronbrief.spec.block import Sample
from bronbrief.spec.examples import Example
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Caption, Text


class Figure(Strict):
    """An image with a caption."""

    image: Text = Field(
        description="The image's path from the top of the workspace: PNG, JPEG, WebP or SVG.",
        examples=["briefs/images/brest.jpg"],
    )
    alt: Text = Field(
        description="What the image shows, for readers who cannot see it.",
        examples=["Bord met de namen van beide steden aan de rand van Coevorden."],
    )
    caption: Caption | None = Field(None, description="The caption.", examples=["Het bord aan de Europaweg."])
    credit: Text | None = Field(
        None,
        description="Who made it, and under which terms it is used.",
        examples=["Gemeentearchief, CC BY 4.0"],
    )


@dataclass(frozen=True, slots=True)
class FigureBlock(Block):
    """An image; `image` is its workspace path, `media_type` was read from its first bytes."""

    image: str
    media_type: str
    alt: str
    caption: Prose | None
    credit: str | None
    kind: str = "figure"

    def texts(self, path: Path) -> Texts:
        """Yield the caption and the credit; what stands for the image does not print."""
        yield from (((*path, "figure"), one) for one in (self.caption, self.credit) if one)

    def images(self) -> Iterator[Image]:
        """Yield the image."""
        yield Image(self.image, self.alt)


class FigureType(BlockType[Figure]):
    """An image with a caption."""

    key = "figure"
    annotation = Figure
    field = Field(None, description="An image with a caption.")
    meanings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "afbeelding": ("figure", "image"),
        "bijschrift": ("caption",),
        "omschrijving": ("alt",),
    }
    example = Example(
        "A figure. What it shows is said in words too, and who made it.",
        """
title: Een afbeelding
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
sections:
  - heading: Het bord
    figure:
      image: briefs/images/brest.jpg
      alt: Bord met de namen van beide steden aan de rand van Coevorden.
      caption: Het bord aan de Europaweg.
      credit: Gemeentearchief, CC BY 4.0
""",
    )

    def build(self, given: Figure, at: Spot, builder: Builder) -> tuple[Block, ...]:
        """Make a figure, or none of an image that cannot print."""
        writer = builder.writer
        kind = check_image(writer, builder.workspace, at.path, given.image, given.alt)
        for key in ("alt", "credit"):
            writer.plain((*at.path, key), getattr(given, key))
        caption = None
        if given.caption is not None:
            caption = writer.phrase((*at.path, "caption"), given.caption)
        return (FigureBlock(given.image, kind, given.alt, caption, given.credit),) if kind else ()

    def state(self, given: Figure, path: Path, scope: Path, statements: Statements) -> None:
        """Tell what the image is said to show, and whose it is."""
        statements.plain((*path, "alt"), given.alt, scope)
        statements.particular((*path, "credit"), given.credit, scope)
        statements.prose((*path, "caption"), given.caption, scope)

    def has_own_words(self, given: Figure) -> bool:  # noqa: ARG002
        """Return False: a caption says nothing of the quotations around it."""
        return False

    def skeleton(self, sample: Sample) -> Iterator[str]:
        """Yield how a figure is written, as a comment: the image is not there yet."""
        yield f"  # {sample.words['comment']}"
        yield from (
            "  # - heading: …",
            "  #   figure:",
            "  #     image: briefs/images/….jpg",
            "  #     alt: …",
        )
