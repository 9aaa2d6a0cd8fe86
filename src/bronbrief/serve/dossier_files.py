"""The files at the top of a workspace that ask for a dossier: what they say, and edits of their text.

A file is what says which briefs go to which meeting. What the page does is an edit of its text, made and read
again here, shown, and written when the reader saves it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

from bronbrief.authoring.editing import Edited
from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.places import Path
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.patching import Change, Insert, Move, Put, Remove, patch
from bronbrief.core.yaml.values import read_yaml
from bronbrief.dossier.request import DossierFile
from bronbrief.dossier.yaml_files import parse_as
from bronbrief.serve.form_edits import schema_of
from bronbrief.serve.form_shapes import as_written
from bronbrief.serve.text_files import read_text
from bronbrief.sources.model import slug

EMPTY = "meeting:\nitem:\nbriefs:\n"
FIELDS = tuple(key for key in DossierFile.model_fields if key != "briefs")
_ASKS = re.compile(rb"^(?:\xef\xbb\xbf)?briefs[ \t]*:", re.MULTILINE)
_NEW = re.compile(r"[a-z0-9][a-z0-9-]{0,80}\.yaml", re.ASCII)
_ENDINGS = (".yaml", ".yml")
_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Action:
    """What the reader does to a file: gives a field, or adds, removes, moves or marks a brief of the list.

    `at` is the place of the brief in the list, `to` the one that it moves to; an empty `value` takes what is
    there away.
    """

    do: Literal["give", "add", "remove", "move", "annex", "main"]
    key: str = ""
    at: Annotated[int, Field(ge=0)] = 0
    to: Annotated[int, Field(ge=0)] = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as it would be written: at which path, what it says, what changes, and what is wrong with it.

    `said` is None where the text cannot be read, and `was`, what the file says so far, where that cannot.
    """

    path: str
    text: str
    said: Mapping[str, Any] | None
    was: Mapping[str, Any] | None
    diff: str
    diagnostics: tuple[Diagnostic, ...]


def dossier_files(workspace: Workspace) -> tuple[str, ...]:
    """Return the paths of the files at the top of the workspace that ask for a dossier, sorted."""
    return tuple(path for path in _top(workspace) if _is_asking(workspace, path))


def may_write(workspace: Workspace, path: str) -> bool:
    """Tell whether a path is that of such a file, or of one that can be made."""
    return path in dossier_files(workspace) or bool(_NEW.fullmatch(path) and not workspace.has(path))


def draft(workspace: Workspace, path: str, text: str) -> Draft:
    """Look a text over; a path that is empty becomes the one that fits what the text says."""
    said = _read(text, path)
    known = path or new_path(workspace, said or {})
    there = read_text(workspace, path) if path else None
    before = there.text if there else ""
    diff = Edited(known, before, text, "").diff()
    return Draft(
        known, text, said, _read(before, path), diff, parse_as(text.encode(), known, DossierFile).diagnostics
    )


def new_path(workspace: Workspace, said: Mapping[str, Any], name: str = "") -> str:
    """Return a path that is free, named after a file that was dropped, else after meeting and item."""
    fields = said.get("fields", {})
    words = ("dossier", str(fields.get("meeting", "")), str(fields.get("item", "")))
    base = slug(name or " ".join(words), _NAME_LENGTH) or "dossier"
    names = (f"{base}.yaml", *(f"{base}-{number}.yaml" for number in range(2, 1000)))
    return next(one for one in names if not workspace.has(one))


def changed(path: str, text: str, action: Action) -> Outcome[str]:
    """Return a text with an action done; comments and layout stay, and nothing else changes."""
    read = read_yaml(text.encode(), path)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    return patch(text, path, *_changes(read.value.value, action))


def _changes(values: Mapping[str, Any], action: Action) -> Iterator[Change]:
    listed = values.get("briefs")
    briefs = listed if isinstance(listed, list) else []
    match action.do:
        case "give" if action.key in FIELDS:
            yield from _given(values, (action.key,), action.value)
        case "add":
            end = ("briefs", len(briefs))
            yield Insert(end, action.value) if briefs else Put(("briefs",), [action.value])
        case "remove":
            yield Remove(("briefs", action.at))
        case "move":
            yield Move(("briefs", action.at), action.to)
        case "annex":
            yield from _marked(briefs, action.at, "annex", action.value)
        case "main":
            for at in range(len(briefs)):
                yield from _marked(briefs, at, "main", action.value if at == action.at else "")
        case _:
            pass


def _given(values: Mapping[str, Any], path: Path, value: str) -> Iterator[Change]:
    """Yield what gives a key, or takes it away; nothing where it is so already."""
    if value and values.get(str(path[-1])) != value:
        yield Put(path, _written(path, value))
    elif not value and path[-1] in values:
        yield Remove(path)


def _marked(briefs: list[Any], at: int, key: str, value: str) -> Iterator[Change]:
    """Yield what says something of one brief, which may be written as its name alone."""
    one = briefs[at] if 0 <= at < len(briefs) else None
    if isinstance(one, dict):
        yield from _given(one, ("briefs", at, key), value)
    elif one and value:
        yield Put(("briefs", at), {"brief": one, key: _written(("briefs", at, key), value)})


def _written(path: Path, value: str) -> str:
    return as_written(schema_of(DossierFile), path, value)


def _read(text: str, path: str) -> dict[str, Any] | None:
    read = read_yaml(text.encode(), path).value
    return _said(read.value) if read else None


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    listed = values.get("briefs")
    briefs = [_brief(one) for one in (listed if isinstance(listed, list) else [])]
    fields = {key: value for key in FIELDS if isinstance(value := values.get(key), str)}
    return {"fields": fields, "briefs": briefs}


def _brief(one: object) -> dict[str, str]:
    said = one if isinstance(one, dict) else {"brief": one}
    return {key: str(said.get(key) or "") for key in ("brief", "annex", "main")}


def asks(text: str) -> bool:
    """Tell whether a text is one that asks for a dossier, be it with mistakes."""
    return bool(_ASKS.search(text.encode()))


def _top(workspace: Workspace) -> Iterator[str]:
    return (path.removeprefix("./") for path in workspace.names(".", *_ENDINGS))


def _is_asking(workspace: Workspace, path: str) -> bool:
    try:
        return bool(_ASKS.search(workspace.read(path, SPEC_LIMIT)))
    except FileProblemError:
        return False
