"""`dossier.json`: what a council information system wants to know of a dossier and of each of its papers.

The models are the shape; `bronbrief schema --dossier` writes their JSON Schema.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

NAME = "dossier.json"
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_HASH = r"^[0-9a-f]{64}$"


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OrganisationSaid(_Said):
    """The organisation whose council takes the papers."""

    name: str | None = Field(description="Its name.")
    identifier: str | None = Field(description="Its identifier, an address (TOOI or OVO).")


class MeetingSaid(_Said):
    """The meeting that the papers go to."""

    date: str = Field(pattern=_DAY, description="Its date.")
    item: str = Field(description="The number of the agenda item.")
    body: str | None = Field(description="The council or committee.")


class FileSaid(_Said):
    """A file of the dossier."""

    file_name: str = Field(description="Its name in the dossier.")
    media_type: str = Field(description="Its media type.")
    size: int = Field(ge=0, description="Its size in bytes.")
    sha256: str = Field(pattern=_HASH, description="Its SHA-256.")
    url: str | None = Field(description="Where it comes to stand, if that is known.")


class ReplacedSaid(_Said):
    """A document of an earlier dossier that this one takes the place of."""

    identifier: str = Field(description="Its identifier.")
    file_name: str = Field(description="The name of its file.")
    annex: int | None = Field(description="Its number as an annex.")
    version: str = Field(description="Its version.")


class DocumentSaid(_Said):
    """A paper: its PDF, and what is to be known of it."""

    order: int = Field(ge=1, description="Its place below the agenda item.")
    role: Literal["main", "annex"] = Field(description="Whether it is the main document or an annex.")
    annex: int = Field(ge=1, description="Its number as an annex, as stamped.")
    name: str = Field(description="The name of the brief, the same from version to version.")
    identifier: str = Field(description="The identifier of the record.")
    display_name: str = Field(description="What the agenda shows.")
    title: str = Field(description="Its title.")
    document_type: str = Field(description="What it is (ORI, informatieobjecttype).")
    language: str = Field(description="Its language (BCP 47).")
    date: str = Field(pattern=_DAY, description="The date that it bears.")
    version: str = Field(description="Its version.")
    concept: bool = Field(description="Whether it is a draft.")
    confidential: bool = Field(description="Whether its marking is any but `openbaar`.")
    confidentiality: str | None = Field(description="Its marking.")
    published: str | None = Field(description="The first day on which it is public, if that is known.")
    replaces: tuple[ReplacedSaid, ...] = Field(description="What it takes the place of.")
    file: FileSaid = Field(description="Its PDF.")
    files: tuple[FileSaid, ...] = Field(description="Its other files: web page, evidence, metadata.")


class DossierSaid(_Said):
    """A dossier for a meeting. Whatever nobody stated is null."""

    format: Literal["bronbrief-dossier/1"] = Field(
        "bronbrief-dossier/1", description="The name and the version of this shape."
    )
    identifier: str = Field(description="The identifier of the dossier.")
    title: str = Field(description="What the dossier is.")
    made: str | None = Field(description="When it was made, if that was said: an ISO 8601 date and time.")
    organisation: OrganisationSaid = Field(description="Whose council takes the papers.")
    meeting: MeetingSaid = Field(description="The meeting.")
    sealed: bool = Field(description="Whether its PDFs are sealed.")
    time_stamp: str | None = Field(description="The file with the time stamp of the list of checksums.")
    documents: tuple[DocumentSaid, ...] = Field(min_length=1, description="The papers, in order.")
    files: tuple[FileSaid, ...] = Field(description="The files that belong to the whole.")


def index_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of `dossier.json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **DossierSaid.model_json_schema(mode="serialization"),
    }
