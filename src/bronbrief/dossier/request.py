"""What somebody asks for: which briefs go to which meeting, on the command line or in a file."""

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationError

from bronbrief.core.diagnostics import Outcome, Place, report
from bronbrief.core.workspace import SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.dossier.index import NAME, DocumentSaid, DossierSaid
from bronbrief.dossier.yaml_files import read_as
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.types import Boolean, Date, Number, Text


@dataclass(frozen=True, slots=True)
class Asked:
    """A brief that was asked for: its name or path, its number, where it was named, its role."""

    brief: str
    annex: int | None = None
    place: Place | None = None
    main: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for. Values that are None come from the first brief's own `council`.

    `annex` is the number of the first brief that has none of its own; the others count on from there.
    `council` is the path of a file with rules, `replaces` that of an earlier dossier or its `dossier.json`,
    both from the top of the workspace. `made` says when the checksums are made, `published` from when on the
    papers are public.
    """

    briefs: tuple[Asked, ...]
    meeting: dt.date | None = None
    item: str | None = None
    annex: int | None = None
    combined: bool = False
    with_sources: bool = False
    council: str | None = None
    published: dt.date | None = None
    replaces: str | None = None
    made: dt.datetime | None = None
    place: Place | None = None


class DossierBrief(Strict):
    """A brief of a dossier."""

    brief: Text = Field(description="The name or path of a brief.", examples=["coevorden-brest"])
    annex: Number | None = Field(None, description="The number of the annex.", examples=[2])
    main: Boolean = Field(False, description="Whether it is the main document of the agenda item.")  # noqa: FBT003


def _named(value: object) -> object:
    """Let a brief be written as its name alone."""
    return {"brief": value} if isinstance(value, str) else value


class DossierFile(Strict):
    """What a file that asks for a dossier may hold."""

    meeting: Date | None = Field(
        None, description="The date of the meeting, YYYY-MM-DD.", examples=["2026-12-08"]
    )
    item: Text | None = Field(None, description="The number of the agenda item.", examples=["7"])
    annex: Number | None = Field(None, description="The number of the first annex.", examples=[2])
    combined: Boolean = Field(False, description="Whether to make one PDF of all briefs too.")  # noqa: FBT003
    with_sources: Boolean = Field(
        False,  # noqa: FBT003
        description="Whether the texts of the sources go along; others may have rights in them.",
    )
    council: Text | None = Field(None, description="A file with the rules of the council.")
    published: Date | None = Field(None, description="The first day on which the papers are public.")
    replaces: Text | None = Field(
        None, description="An earlier dossier, or its dossier.json, that this one takes the place of."
    )
    made: Date | None = Field(None, description="The day on which the checksums are made.")
    briefs: list[Annotated[DossierBrief, BeforeValidator(_named)]] = Field(
        min_length=1, description="The briefs, in the order of their numbers.", examples=[["coevorden-brest"]]
    )


def source_date() -> dt.datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names, if it names one (reproducible-builds.org)."""
    try:
        return dt.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), dt.UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        return None


def read_request(workspace: Workspace, path: str) -> Outcome[Request]:
    """Read a file that asks for a dossier; `path` is relative to the workspace."""
    read = read_as(workspace, path, DossierFile)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    values, places = read.value.values, read.value.places
    briefs = tuple(
        Asked(named.brief, named.annex, places.value(_path(number, places.spans)), named.main)
        for number, named in enumerate(values.briefs)
    )
    made = dt.datetime.combine(values.made, dt.time()) if values.made else None
    told = values.model_dump(exclude={"briefs", "made"})
    return Outcome(Request(briefs, made=made, place=Place(path), **told), read.diagnostics)


def _path(number: int, spans: Mapping[tuple[str | int, ...], object]) -> tuple[str | int, ...]:
    whole: tuple[str | int, ...] = ("briefs", number, "brief")
    return whole if whole in spans else whole[:2]


def read_replaced(workspace: Workspace, request: Request) -> Outcome[Mapping[str, tuple[DocumentSaid, ...]]]:
    """Return the documents of the dossier that is to be replaced, by the name of their brief."""
    if request.replaces is None:
        return Outcome({})
    path = request.replaces if request.replaces.endswith(".json") else f"{request.replaces}/{NAME}"
    try:
        said = DossierSaid.model_validate_json(workspace.read(path, SOURCE_LIMIT))
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except ValidationError:
        return Outcome(None, (report("dossier-replaces", Place(path), file=path),))
    documents = sorted(said.documents, key=lambda document: document.name)
    return Outcome({name: tuple(some) for name, some in groupby(documents, key=lambda one: one.name)})
