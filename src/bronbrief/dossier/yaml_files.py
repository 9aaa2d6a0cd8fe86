"""Read the YAML files of the council as strictly as specs: known keys, and a place for every finding."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bronbrief.core.diagnostics import Outcome, has_errors
from bronbrief.core.places import Path, Places
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.spec.errors import explain
from bronbrief.spec.refusals import Refused, refusals_in
from bronbrief.spec.validate import without_empty

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Read(Generic[Model]):
    """A file as read: its values, and the place of each."""

    values: Model
    places: Places


def read_as(workspace: Workspace, path: str, model: type[Model]) -> Outcome[Read[Model]]:
    """Read a file of the workspace against a model; `path` is relative to the workspace."""
    try:
        data = workspace.read(path, SPEC_LIMIT)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    return parse_as(data, path, model)


def parse_as(data: bytes, path: str, model: type[Model]) -> Outcome[Read[Model]]:
    """Read bytes against a model; findings are reported in the file at `path`."""
    read = read_yaml(data, path)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    empty: set[Path] = set()
    values = without_empty(read.value.value, empty)
    try:
        checked = model.model_validate(values)
    except ValidationError as error:
        refused = Refused(model, read.value.value, read.value.places, empty)
        refusals = refusals_in(error.errors(include_url=False), refused.data)
        found = explain(refusals, refused)
        return Outcome(None, (*read.diagnostics, *found))
    value = None if has_errors(read.diagnostics) else Read(checked, read.value.places)
    return Outcome(value, read.diagnostics)
