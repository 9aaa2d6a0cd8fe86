"""What a spec may contain; the published JSON Schema and the reference in `docs/` are generated from here.

Descriptions are read by authors, in their editor and in the reference: they say what to write, not how it is
stored.
"""

from functools import cache
from typing import Annotated, Any

from pydantic import Field, create_model

from bronbrief.spec.block import Blocks
from bronbrief.spec.council import Archive, Council, HeadField
from bronbrief.spec.excerpts import Acceptance, ExcerptSpec, Strict
from bronbrief.spec.section import Section, section_model
from bronbrief.spec.types import (
    Address,
    Colour,
    Cover,
    Date,
    Identifier,
    Language,
    MadeWith,
    Markdown,
    Number,
    Text,
    Title,
    Version,
)

Pair = Annotated[list[Text], Field(min_length=2, max_length=2)]


class Logo(Strict):
    """The logo of the house."""

    image: Text = Field(
        description="The image's path from the top of the workspace.", examples=["templates/logo.svg"]
    )
    alt: Text = Field(
        description="What the logo says, for readers who cannot see it.", examples=["Gemeente Coevorden"]
    )


class Fonts(Strict):
    """The typefaces, by the name of an installed font package (without “fontpkg-”)."""

    text: Text = Field(
        "ibm-plex-serif", description="The typeface of running text.", examples=["ibm-plex-serif"]
    )
    display: Text = Field(
        "ibm-plex-sans-condensed",
        description="The typeface of headings and labels.",
        examples=["ibm-plex-sans-condensed"],
    )
    others: tuple[Text, ...] = Field(
        (),
        description="Typefaces for characters that those two lack, such as those of another script: font packages, or font files of the workspace. Their regular style is enough.",
        examples=[["heebo", "templates/fonts/NotoSansSC-Regular.otf"]],
    )


class House(Strict):
    """House style, as data; it usually stands in briefs/_defaults.yaml."""

    name: Text | None = Field(
        None, description="The organisation that publishes the brief.", examples=["Gemeente Coevorden"]
    )
    accent: Colour = Field(
        "#1f4e5f",
        description="The colour of headings, rules and links. Write it in quotation marks; contrast with white at least 4.5:1.",
        examples=["#1f4e5f"],
    )
    ink: Colour = Field(
        "#1b1b1b",
        description="The colour of running text. Write it in quotation marks; contrast with white at least 4.5:1.",
        examples=["#1b1b1b"],
    )
    logo: Logo | None = Field(None, description="The logo at the head of page 1.")
    fonts: Fonts = Field(Fonts(), description="The typefaces.")


class Advice(Strict):
    """The limits from which `check` gives a hint; nothing stops on them."""

    quoted_share: Number = Field(
        20,
        le=100,
        description="The share of a source, in percent of its words, that a brief may quote without a hint.",
        examples=[20],
    )
    words: Number = Field(
        1500, description="The number of own words that a brief may have without a hint.", examples=[1500]
    )
    one_name: list[Pair] = Field(
        [["Belarus", "Wit-Rusland"]],
        description="Pairs of names for the same; own words that use both get a hint.",
        examples=[[["Belarus", "Wit-Rusland"]]],
    )


class CoverImage(Strict):
    """An image below the head of page 1."""

    image: Text = Field(
        description="The image's path from the top of the workspace: PNG, JPEG, WebP or SVG.",
        examples=["briefs/images/brest.jpg"],
    )
    alt: Text = Field(
        description="What the image shows, for readers who cannot see it.",
        examples=["Het stadhuis van Brest."],
    )
    credit: Text = Field(
        description="Who made it, and under which terms it is used.", examples=["Gemeentearchief, CC BY 4.0"]
    )


class Shared(Strict):
    """What briefs/_defaults.yaml may hold; a spec may say the same and then wins."""

    template: Identifier | None = Field(
        None, description="The template: how the brief looks.", examples=["tijdlijn"]
    )
    lang: Language | None = Field(None, description="The language of the brief.", examples=["nl-NL"])
    for_: Text | None = Field(
        None, alias="for", description="For whom the brief is.", examples=["Gemeenteraad van Coevorden"]
    )
    author: Text | None = Field(
        None, description="Who made the brief: a person or a department.", examples=["Griffie"]
    )
    keywords: list[Text] = Field(
        [], description="Keywords for catalogues and search.", examples=[["stedenband", "Belarus"]]
    )
    cover: Cover = Field(
        "colour",
        description="The head of page 1: on the house colour, or plain, which saves ink.",
        examples=["plain"],
    )
    house: House = Field(House(), description="House style: name, colours, logo, typefaces.")
    advice: Advice = Field(Advice(), description="From which limits `check` gives a hint.")
    council: Council | None = Field(
        None, description="What a council's paper says in its head and at its end."
    )
    fields: list[HeadField] = Field(
        [], description="Lines of the head that no other key has, each a label and a value."
    )
    archive: Archive | None = Field(None, description="How the brief is kept: what only the archive knows.")


class BriefSpec(Shared):
    """A brief: what it says, what it quotes and how it looks."""

    title: Title = Field(
        description="The title. Put it in quotation marks if it has a colon.",
        examples=["Coevorden en Brest: van stedenband naar stilte"],
    )
    subtitle: Text | None = Field(
        None, description="A second line under the title.", examples=["Wat de bronnen zeggen"]
    )
    short_title: Title | None = Field(
        None,
        description="A shorter title, for the names of files in a dossier.",
        examples=["Coevorden en Brest"],
    )
    template: Identifier = Field(description="The template: how the brief looks.", examples=["tijdlijn"])
    lang: Language = Field(description="The language of the brief.", examples=["nl-NL"])
    date: Date = Field(
        description="The brief's own date, YYYY-MM-DD. The clock is never read.", examples=["2026-11-21"]
    )
    version: Version = Field("1.0", description="The version, at most five characters.", examples=["1.0"])
    url: Address | None = Field(
        None,
        description="Where the brief can be read on the web; it prints, with a QR code.",
        examples=["https://www.example.org/stukken/brest"],
    )
    cover_image: CoverImage | None = Field(None, description="An image below the head of page 1.")
    summary: Text | None = Field(
        None,
        description="One sentence for catalogues and search engines; some templates print it as the summary.",
        examples=["Hoe Coevorden zijn stedenband met Brest bevroor."],
    )
    key_messages: list[Markdown] = Field(
        [],
        description="What a reader must remember; they stand on page 1.",
        examples=[["Coevorden onderhoudt geen formele contacten meer. [@geen-formele-contacten]"]],
    )
    excerpts: dict[Identifier, ExcerptSpec] = Field(
        {}, description="The quotations, each under a name of your choice: small letters, digits and hyphens."
    )
    sections: list[Section] = Field(
        min_length=1, description="The sections, in the order in which they print."
    )
    method: Markdown | None = Field(
        None,
        description="What the account of method should add.",
        examples=["Een zesde bron was niet openbaar."],
    )
    made_with: MadeWith | None = Field(
        None,
        description="The assistant, a language model for one, that helped to write the brief; the account of method says so.",
        examples=["Claude"],
    )
    accept: list[Acceptance] = Field(
        [],
        description="Numbers, dates and names that no excerpt has, anywhere in the brief, each with a reason.",
    )


@cache
def brief_model(blocks: Blocks) -> type[BriefSpec]:
    """Return the model of specs whose sections may hold blocks of these types."""
    sections: Any = (list[section_model(blocks)], BriefSpec.model_fields["sections"])  # type: ignore[misc]
    return create_model("BriefSpec", __base__=BriefSpec, __doc__=BriefSpec.__doc__, sections=sections)
