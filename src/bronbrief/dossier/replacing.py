"""Read what an earlier dossier says of its documents, for the one that takes its place."""

from collections.abc import Mapping
from itertools import groupby

from pydantic import ValidationError

from bronbrief.core.diagnostics import Outcome, Place
from bronbrief.core.findings import report
from bronbrief.core.workspace import SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.dossier.index import NAME, DocumentSaid, DossierSaid
from bronbrief.dossier.request import Request


def read_replaced(workspace: Workspace, request: Request) -> Outcome[Mapping[str, tuple[DocumentSaid, ...]]]:
    """Return the documents of the dossier that is replaced, by the name of their brief."""
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
