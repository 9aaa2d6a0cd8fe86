"""What a spec may contain; the published JSON Schema and the reference in `docs/` are generated from here."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Markdown = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Edtf = Annotated[str, StringConstraints(pattern=r"^[0-9X./~?%\-TY]+$", max_length=40)]
Language = Literal["nl-NL", "nl-BE", "en"]


class Strict(BaseModel):
    """A mapping that refuses keys it does not know and cannot be changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class InsertionSpec(Strict):
    """A word that the author adds to a quotation; it prints in square brackets."""

    after: Text = Field(description="The words of the quotation after which the addition comes.")
    text: Text = Field(description="The word or words to add, without brackets.")


class TranslationSpec(Strict):
    """A translation of a quotation, labelled as such when printed."""

    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")] = Field(
        description="The language of the translation.", examples=["en"]
    )
    text: Text = Field(description="The translation.")
    by: Text | None = Field(None, description="Who translated; left out, the brief says “own translation”.")


class ExcerptSpec(Strict):
    """A span of a source: by `quote`, by `from` and `to`, or by `passage`."""

    source: Identifier = Field(description="The id of a source in seeds/.")
    quote: Text | None = Field(
        None, description="The words of the source, verbatim; […] stands for words left out."
    )
    from_: Text | None = Field(None, alias="from", description="The first words of a range.")
    to: Text | None = Field(None, description="The last words of a range.")
    passage: Text | list[Text] | None = Field(
        None, description="A locator, or a list of them.", examples=["al. 3", "antwoord 2, al. 1"]
    )
    prefix: Text | None = Field(None, description="Words just before, to tell two identical places apart.")
    suffix: Text | None = Field(None, description="Words just after, to tell two identical places apart.")
    across: bool = Field(False, description="Let the parts around […] stand in different passages.")
    insert: list[InsertionSpec] = Field([], description="Words added in square brackets.")
    sic: list[Text] = Field([], description="Words that stand so in the source; [sic] prints after them.")
    emphasis: list[Text] = Field(
        [], description="Words to emphasise; the brief says that emphasis was added."
    )
    translation: TranslationSpec | None = Field(None, description="A translation, labelled as such.")


class TimelineEntry(Strict):
    """One moment of a timeline."""

    date: Edtf = Field(description="The date, in EDTF.", examples=["2000", "2024-03", "2020-08-09"])
    event: Markdown = Field(description="What happened, in a sentence; Markdown.")
    cite: list[Identifier] = Field([], description="The excerpts that carry it.")
    quote: Identifier | None = Field(None, description="An excerpt to print with it.")
    contested: Markdown | None = Field(None, description="How the sources differ on it; Markdown.")


class ComparisonRow(Strict):
    """One actor of a comparison, a cell for each column."""

    actor: Text = Field(description="Who the row is about.")
    group: Text | None = Field(None, description="A heading for the rows that share it, such as a country.")
    cells: list[Text] = Field(
        description="A cell for each column, Markdown; “–” where no source says anything."
    )
    cite: list[list[Identifier]] = Field([], description="For each cell, the excerpts that carry it.")


class Comparison(Strict):
    """A table of actors against instruments."""

    caption: Text | None = Field(None, description="What the table shows; left out, the section's heading.")
    columns: list[Text] = Field(min_length=1, max_length=6, description="The instruments.")
    rows: list[ComparisonRow] = Field(min_length=1, description="The actors.")


class Question(Strict):
    """A question with its answer."""

    question: Markdown = Field(description="The question; Markdown.")
    answer: Markdown = Field(description="The answer; Markdown.")


class Figure(Strict):
    """An image with a caption."""

    image: Text = Field(description="The image's path from the top of the workspace: PNG, JPEG, WebP or SVG.")
    alt: Text = Field(description="What the image shows, for who cannot see it.")
    caption: Text | None = Field(None, description="The caption; Markdown.")
    credit: Text | None = Field(None, description="Who made it, and under which terms it is used.")


class Section(Strict):
    """A section of the brief; its blocks print in the order in which the author wrote them."""

    heading: Text = Field(description="The heading.")
    body: Markdown | None = Field(None, description="Markdown with ![[excerpt]] and [@excerpt].")
    timeline: list[TimelineEntry] | None = Field(None, min_length=1, description="Moments in time.")
    comparison: Comparison | None = Field(None, description="Actors against instruments.")
    questions: list[Question] | None = Field(None, min_length=1, description="Questions and answers.")
    figure: Figure | None = Field(None, description="An image.")
    closing: Markdown | None = Field(None, description="Text after the other blocks; Markdown.")
    sections: list["Section"] = Field([], description="Sections within this one.")


class Logo(Strict):
    """The logo of the house."""

    image: Text = Field(description="The image's path from the top of the workspace.")
    alt: Text = Field(description="What the logo says, for who cannot see it.")


class Fonts(Strict):
    """The typefaces, by the name of an installed font package."""

    text: Text = Field("ibm-plex-serif", description="The typeface of running text.")
    display: Text = Field("atkinson-hyperlegible", description="The typeface of headings and labels.")


class House(Strict):
    """House style, as data."""

    name: Text | None = Field(None, description="The organisation that publishes the brief.")
    accent: Colour = Field("#1f4e5f", description="The colour of headings, rules and links.")
    ink: Colour = Field("#1b1b1b", description="The colour of running text.")
    logo: Logo | None = Field(None, description="The logo at the head of page 1.")
    fonts: Fonts = Field(Fonts(), description="The typefaces.")


class Council(Strict):
    """Where the brief goes: what belongs to the dossier."""

    body: Text | None = Field(None, description="The council or committee.")
    meeting: dt.date | None = Field(None, description="The date of the meeting.")
    agenda_item: Text | None = Field(None, description="The number of the agenda item.")
    annex: Annotated[int, Field(ge=1)] | None = Field(None, description="The number of the annex.")
    file_number: Text | None = Field(None, description="The number of the case or file.")
    portfolio_holder: Text | None = Field(None, description="The member of the executive concerned.")
    confidentiality: Text | None = Field(None, description="The confidentiality marking.")


class Shared(Strict):
    """What `_defaults.yaml` may hold; a spec may say the same and then wins."""

    template: Identifier | None = Field(None, description="The template.")
    lang: Language | None = Field(None, description="The language of the brief.")
    for_: Text | None = Field(None, alias="for", description="For whom the brief is.")
    author: Text | None = Field(None, description="Who made the brief: a person or a department.")
    keywords: list[Text] = Field([], description="Keywords for catalogues.")
    house: House = Field(House(), description="House style.")
    council: Council | None = Field(None, description="Where the brief goes.")


class BriefSpec(Shared):
    """A brief: what it says, what it quotes and how it looks."""

    title: Annotated[Text, StringConstraints(max_length=200)] = Field(description="The title.")
    subtitle: Text | None = Field(None, description="A second line under the title.")
    template: Identifier = Field(description="The template.")
    lang: Language = Field(description="The language of the brief.")
    date: dt.date = Field(description="The brief's own date, YYYY-MM-DD; the clock is never read.")
    version: Annotated[Text, StringConstraints(max_length=5)] = Field("1.0", description="The version.")
    summary: Text | None = Field(None, description="One sentence for catalogues and search engines.")
    key_messages: list[Markdown] = Field([], description="What a reader must remember; they stand on page 1.")
    excerpts: dict[Identifier, ExcerptSpec] = Field(
        {}, description="The quotations, each under its own name."
    )
    sections: list[Section] = Field(min_length=1, description="The sections, in order.")
    method: Markdown | None = Field(None, description="What the account of method should add; Markdown.")
