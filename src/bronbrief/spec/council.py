"""What a spec may say for the council and for the archive: where the brief goes and how it is kept."""

from enum import StrEnum
from typing import Annotated, Literal, get_args

from pydantic import Field, WithJsonSchema

from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Boolean, Date, Number, Text, one_of


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


OneOfTypes = Annotated[
    DocumentType,
    one_of(tuple(DocumentType), "spec-not-a-document-type"),
    WithJsonSchema({"type": "string", "enum": [kind.value for kind in DocumentType]}),
]


PUBLIC = frozenset({None, "openbaar", "Openbaar", "public", "Public"})
"""Markings that say that a paper is public; no marking says so too."""
Purpose = Literal["information", "discussion", "decision"]
OneOfPurposes = Annotated[Purpose, one_of(get_args(Purpose), "spec-not-a-purpose")]


class Signatory(Strict):
    """Who signs the paper."""

    name: Text = Field(description="The name.", examples=["A. de Vries"])
    role: Text | None = Field(None, description="In which role.", examples=["burgemeester"])


class HeadField(Strict):
    """A line of the head that no other key has."""

    label: Text = Field(description="What it is called.", examples=["Programma"])
    value: Text = Field(description="What it says.", examples=["Veilig en leefbaar"])


class Council(Strict):
    """What a council's paper says in its head and at its end, and what the dossier for a meeting needs."""

    body: Text | None = Field(
        None, description="The council or committee.", examples=["Raadscommissie Bestuur"]
    )
    meeting: Date | None = Field(
        None, description="The date of the meeting, YYYY-MM-DD.", examples=["2026-12-08"]
    )
    agenda_item: Text | None = Field(None, description="The number of the agenda item.", examples=["7a"])
    annex: Number | None = Field(None, description="The number of the annex.", examples=[2])
    purpose: OneOfPurposes | None = Field(
        None,
        description="What the council is asked: to take note (`information`), to discuss or to decide.",
        examples=["information"],
    )
    from_: Text | None = Field(
        None, alias="from", description="Who sends it.", examples=["College van burgemeester en wethouders"]
    )
    to: Text | None = Field(
        None, description="To whom it is addressed, where `for` does not say it.", examples=["De raad"]
    )
    cc: list[Text] = Field([], description="Who gets a copy.", examples=[["Rekenkamer"]])
    portfolio_holder: Text | None = Field(
        None, description="The member of the executive concerned.", examples=["de burgemeester"]
    )
    subject: Text | None = Field(
        None, description="The subject, where the title is not it.", examples=["Stedenband met Brest"]
    )
    file_number: Text | None = Field(
        None, description="The number of the case or file.", examples=["Z-2026-0412"]
    )
    registration_number: Text | None = Field(
        None, description="The number under which it is registered.", examples=["D-2026-1187"]
    )
    our_reference: Text | None = Field(
        None, description="The reference of who sends it.", examples=["BZ/2026/31"]
    )
    your_reference: Text | None = Field(
        None, description="The reference of the letter that it answers.", examples=["R-2026-08"]
    )
    decided: Date | None = Field(
        None, description="The day on which the executive decided on it.", examples=["2026-11-24"]
    )
    sent: Date | None = Field(None, description="The day on which it is sent.", examples=["2026-11-26"])
    settles: list[Text] = Field(
        [],
        description="The motions, promises and questions of the council that it settles.",
        examples=[["Motie 2026-14 Warme banden"]],
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
    confidentiality_ground: Text | None = Field(
        None,
        description="On what ground it is confidential.",
        examples=["Gemeentewet, artikel 87"],
    )
    confidentiality_term: Text | None = Field(
        None, description="How long it is confidential.", examples=["tot de raad haar opheft"]
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
    contact: Text | None = Field(
        None, description="Whom to ask about it.", examples=["Bureau Externe Betrekkingen"]
    )
    follow_up: Text | None = Field(
        None, description="What happens next, at the end.", examples=["In het voorjaar volgt een voorstel."]
    )
    attachments: list[Text] = Field(
        [], description="The attachments, listed at the end.", examples=[["Brief van de stad Brest"]]
    )
    signatories: list[Signatory] = Field([], description="Who signs it, at the end.")


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
