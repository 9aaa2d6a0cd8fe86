"""What a spec may say of a quotation: where it stands in a source, and how it is marked."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from bronbrief.spec.types import Boolean, Identifier, Initial, Insertion, LanguageTag, Text


class Strict(BaseModel):
    """A mapping that refuses keys it does not know and cannot be changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Acceptance(Strict):
    """Words that a check questions, and why they stand all the same."""

    text: Text = Field(
        description="The words, as they stand in your text or in the source.", examples=["Overijssel"]
    )
    reason: Text = Field(
        description="Why they stand; the reason prints in the account of method.",
        examples=["De bron noemt de provincie niet; Enschede ligt in Overijssel."],
    )


class InsertionSpec(Strict):
    """A word that you add to a quotation; it prints in square brackets."""

    after: Text = Field(
        description="The words of the quotation after which the addition comes.", examples=["Hij"]
    )
    text: Insertion = Field(
        description="The word or words to add, without the brackets.", examples=["de burgemeester"]
    )


class TranslationSpec(Strict):
    """A translation of a quotation, labelled as such when printed."""

    lang: LanguageTag = Field(description="The language of the translation.", examples=["en", "nl"])
    text: Text = Field(
        description="The translation.", examples=["At this moment there is no prospect of improvement."]
    )
    by: Text | None = Field(
        None,
        description="Who translated. Left out, the brief says “own translation”.",
        examples=["Vertaalbureau Noord"],
    )


def _passage_kind(value: object) -> str:
    return "list" if isinstance(value, list) else "text"


Passage = Annotated[
    Annotated[Text, Tag("text")] | Annotated[list[Text], Tag("list")], Discriminator(_passage_kind)
]


class ExcerptSpec(Strict):
    """A span of a source, selected by one of `quote`, `from` with `to`, and `passage`."""

    source: Identifier = Field(
        description="The id of a source: the name of its file in seeds/ without the ending.",
        examples=["coevorden-bevriest-2024"],
    )
    quote: Text | None = Field(
        None,
        description="The words of the source, verbatim. […] stands for words that you leave out.",
        examples=["Er is op dit moment ook geen perspectief op verbetering"],
    )
    from_: Text | None = Field(
        None,
        alias="from",
        description="The first words of a longer stretch; `to` has the last.",
        examples=["Al met al kiest Coevorden er nu voor"],
    )
    to: Text | None = Field(
        None,
        description="The last words of a stretch that begins with `from`.",
        examples=["formele contacten meer te onderhouden."],
    )
    passage: Passage | None = Field(
        None,
        description="A whole passage by its locator, or a list of them. `bronbrief sources ID` prints them. "
        "Running paragraphs, headings and captions are counted; questions and answers have the numbers that "
        "the source gives them, speakers their names.",
        examples=["al. 3", "antwoord 2, al. 1", "antwoord 2 en 3", "Jambon, al. 2"],
    )
    prefix: Text | None = Field(
        None,
        description="Words just before the quotation, to tell two identical places apart.",
        examples=["Volgens het college:"],
    )
    suffix: Text | None = Field(
        None,
        description="Words just after the quotation, to tell two identical places apart.",
        examples=["Aldus de wethouder."],
    )
    across: Boolean = Field(
        default=False, description="Let the parts around […] stand in different passages."
    )
    initial: Initial | None = Field(
        None,
        description="Print the first letter as a small one (`lower`) or a capital (`upper`): [d]e raad.",
        examples=["lower"],
    )
    insert: list[InsertionSpec] = Field([], description="Words that you add; they print in square brackets.")
    sic: list[Text] = Field(
        [],
        description="Words that stand so in the source; [sic] prints after them.",
        examples=[["Wit-Russiche"]],
    )
    emphasis: list[Text] = Field(
        [],
        description="Words to emphasise. The brief says that the emphasis was added.",
        examples=[["geen perspectief"]],
    )
    accept: list[Acceptance] = Field(
        [],
        description="What is cut away or added and may turn the sense, each with a reason, which prints.",
    )
    translation: TranslationSpec | None = Field(
        None, description="A translation, printed below the quotation and labelled as such."
    )
