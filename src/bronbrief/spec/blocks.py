"""What a spec may put in a section: text, timelines, comparisons, questions, figures and further sections."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from bronbrief.spec.acceptance import Acceptance
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Edtf, Identifier, Markdown, Text

BLOCKS = ("body", "timeline", "comparison", "questions", "figure", "closing")


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


class ComparisonRow(Strict):
    """One actor of a comparison, with a cell for each column."""

    actor: Text = Field(description="Who the row is about.", examples=["Gemeente Coevorden"])
    group: Text | None = Field(
        None, description="A heading for the rows that share it, such as a country.", examples=["Nederland"]
    )
    cells: list[Text] = Field(
        description="A cell for each column, Markdown; “–” where no source says anything.",
        examples=[["bevroren", "–", "brieven aan gevangenen"]],
    )
    cite: list[list[Identifier]] = Field(
        [],
        description="For each cell, the excerpts that carry it.",
        examples=[[["geen-formele-contacten"], [], ["brief-aan-brest"]]],
    )


class Comparison(Strict):
    """A table of actors against instruments."""

    caption: Text | None = Field(
        None,
        description="What the table shows. Left out, the section's heading serves, and prints once.",
        examples=["Maatregelen per overheid"],
    )
    columns: list[Text] = Field(
        min_length=1,
        max_length=6,
        description="The heads of the columns, one to six.",
        examples=[["Officieel contact", "Sancties", "Steun aan burgers"]],
    )
    rows: list[ComparisonRow] = Field(min_length=1, description="The rows, one for each actor.")


class Question(Strict):
    """A question with its answer."""

    question: Markdown = Field(
        description="The question.", examples=["Onderhoudt de gemeente nog contact met Brest?"]
    )
    answer: Markdown = Field(
        description="The answer, with `![[excerpt]]` and `[@excerpt]`.",
        examples=["Nee. [@geen-formele-contacten]"],
    )


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
    caption: Text | None = Field(None, description="The caption.", examples=["Het bord aan de Europaweg."])
    credit: Text | None = Field(
        None,
        description="Who made it, and under which terms it is used.",
        examples=["Gemeentearchief, CC BY 4.0"],
    )


class Section(Strict):
    """A section of the brief; its blocks print in the order in which you write them, `closing` last."""

    heading: Text = Field(description="The heading.", examples=["Aanleiding"])
    body: Markdown | None = Field(
        None,
        description="Running text. `![[excerpt]]` prints a quotation, `[@excerpt]` cites one.",
        examples=["Het college noemt de band ‘bevroren’ [@perspectief]."],
    )
    timeline: list[TimelineEntry] | None = Field(
        None, min_length=1, description="Moments in time, in the order in which they print."
    )
    comparison: Comparison | None = Field(None, description="A table of actors against instruments.")
    questions: list[Question] | None = Field(None, min_length=1, description="Questions and answers.")
    figure: Figure | None = Field(None, description="An image with a caption.")
    closing: Markdown | None = Field(
        None,
        description="Text after the other blocks.",
        examples=["Het college komt hier in het najaar op terug."],
    )
    sections: list["Section"] = Field([], description="Sections within this one, at most four levels deep.")
    accept: list[Acceptance] = Field(
        [], description="Numbers, dates and names in this section that no excerpt has, each with a reason."
    )

    _written: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _remember_order(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        section = handler(data)
        if isinstance(data, Mapping):
            section._written = tuple(key for key in data if key in BLOCKS)  # noqa: SLF001 its own
        return section

    @property
    def block_order(self) -> tuple[str, ...]:
        """Return the keys of the blocks there are, in the order in which the author wrote them.

        `closing` comes last wherever it was written.
        """
        order = self._written or BLOCKS
        present = [key for key in order if getattr(self, key) is not None]
        return tuple(sorted(present, key="closing".__eq__))
