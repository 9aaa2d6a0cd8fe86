"""What a spec may say for the council and for the archive: where the brief goes and how it is kept."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Boolean, Date, Number, Text


class DocumentType(StrEnum):
    """The kinds of document that the ORI model of VNG knows (informatieobjecttype, 2.0.0-beta.4)."""

    QUESTION = "vraag"
    ANSWER = "antwoord"
    MOTION = "motie"
    DECISION_PAPER = "besluitvormingsstuk"
    RECEIVED = "ingekomen_stuk"
    COMMITMENT = "toezegging"
    NOTICE = "mededeling"
    AMENDMENT = "amendement"
    PROPOSAL = "voorstel"


def _document_type(value: object) -> object:
    if value in tuple(DocumentType):
        return DocumentType(str(value))
    raise PydanticCustomError("spec-not-a-document-type", "no document type")


OneOfTypes = Annotated[
    DocumentType,
    BeforeValidator(_document_type),
    WithJsonSchema({"type": "string", "enum": [kind.value for kind in DocumentType]}),
]


class Council(Strict):
    """Where the brief goes: what belongs to the dossier for a meeting."""

    body: Text | None = Field(
        None, description="The council or committee.", examples=["Raadscommissie Bestuur"]
    )
    meeting: Date | None = Field(
        None, description="The date of the meeting, YYYY-MM-DD.", examples=["2026-12-08"]
    )
    agenda_item: Text | None = Field(None, description="The number of the agenda item.", examples=["7a"])
    annex: Number | None = Field(None, description="The number of the annex.", examples=[2])
    file_number: Text | None = Field(
        None, description="The number of the case or file.", examples=["Z-2026-0412"]
    )
    portfolio_holder: Text | None = Field(
        None, description="The member of the executive concerned.", examples=["de burgemeester"]
    )
    document_type: OneOfTypes | None = Field(
        None,
        description="What the brief is to a council information system (ORI). Left out, `mededeling`.",
        examples=["ingekomen_stuk"],
    )
    confidentiality: Text | None = Field(
        None,
        description="The confidentiality marking. Any but `openbaar` prints at the head of every page.",
        examples=["openbaar"],
    )
    concept: Boolean = Field(
        False,  # noqa: FBT003
        description="Whether the brief is a draft; it then says so at the head of every page.",
    )
    embargo: Date | None = Field(
        None,
        description="The first day on which the brief may be public; no earlier meeting gets it.",
        examples=["2026-12-01"],
    )


class ArchiveTerm(Strict):
    """A term and the list that it comes from."""

    label: Text = Field(description="The term.", examples=["Blijvend te bewaren"])
    code: Text | None = Field(None, description="The code of the term.", examples=["B"])
    list_: Text | None = Field(
        None,
        alias="list",
        description="The list that it comes from. MDTO wants one; `appraisal` and `level` have a default.",
        examples=["Begrippenlijst Waarderingen MDTO"],
    )


class Period(Strict):
    """How long something holds (MDTO, termijnGegevens)."""

    trigger: ArchiveTerm | None = Field(None, description="What starts the term, with its `list`.")
    start: Date | None = Field(None, description="When the term starts, YYYY-MM-DD.", examples=["2027-01-01"])
    years: Number | None = Field(None, description="How many years it takes.", examples=[10])
    end: Date | None = Field(None, description="When the term ends, YYYY-MM-DD.", examples=["2037-01-01"])


class Restriction(ArchiveTerm):
    """What restricts the use of a record (MDTO, beperkingGebruikGegevens)."""

    note: Text | None = Field(
        None, description="What the term alone does not say.", examples=["Persoonsgegevens, Woo artikel 5.1"]
    )
    term: Period | None = Field(None, description="How long it holds.")


class Archive(Strict):
    """What only the owner of the archive can know (MDTO); it usually stands in briefs/_defaults.yaml.

    Without `appraisal`, `creators` and `restrictions` no description of the brief as a record is made.
    """

    appraisal: ArchiveTerm | None = Field(None, description="How long the record is kept (waardering).")
    creators: list[Text] = Field(
        [], description="Who forms the archive (archiefvormer).", examples=[["Gemeente Coevorden"]]
    )
    restrictions: list[Restriction] = Field(
        [],
        description="What restricts its use (beperkingGebruik), each with its `list`, a `note` and a `term`.",
    )
    retention: Period | None = Field(
        None, description="How long a record that is not kept for ever is kept (bewaartermijn)."
    )
    category: ArchiveTerm | None = Field(
        None,
        description="The category of the selection list that `retention` comes from (informatiecategorie).",
    )
    level: ArchiveTerm | None = Field(
        None, description="The level of aggregation (aggregatieniveau). Left out, `Archiefstuk`."
    )
    classification: ArchiveTerm | None = Field(
        None, description="The classification of the archive (classificatie), with its `list`."
    )
