"""The files that hold of all briefs, as texts and fields: what briefs share, and the rules of the council."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from bronbrief.authoring.editing import Edited
from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.places import Path
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import Data, read_yaml
from bronbrief.dossier.rules import OWN_RULES, RulesFile, parse_rules
from bronbrief.dossier.yaml_files import parse_as
from bronbrief.serve.form_edits import FormEdit, edited
from bronbrief.serve.text_files import read_text, save_text
from bronbrief.spec.keys import kind_at, value_at
from bronbrief.spec.model import Shared
from bronbrief.spec.paths import DEFAULTS

APPRAISALS = {"Blijvend te bewaren": "B", "Tijdelijk te bewaren": "V"}
"""The terms of the list of appraisals of MDTO with their codes; the same in every language."""


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file with the paths of its fields, and its model; `judge` finds what is wrong with a text for it.

    `whole` has the fields without which the rest of what they name says nothing: all of it goes with them.
    """

    path: str
    model: type[BaseModel]
    judge: Callable[[bytes], tuple[Diagnostic, ...]]
    fields: Mapping[str, Path]
    whole: Mapping[str, Path]


_ARCHIVE = SharedFile(
    DEFAULTS,
    Shared,
    lambda data: parse_as(data, DEFAULTS, Shared).diagnostics,
    fields={
        "author": ("author",),
        "for": ("for",),
        "accent": ("house", "accent"),
        "appraisal": ("archive", "appraisal", "label"),
        "years": ("archive", "retention", "years"),
        "start": ("archive", "retention", "start"),
        "category": ("archive", "category", "label"),
        "category_list": ("archive", "category", "list"),
        "creator": ("archive", "creators", 0),
        "restriction": ("archive", "restrictions", 0, "label"),
        "restriction_list": ("archive", "restrictions", 0, "list"),
        "ground": ("archive", "restrictions", 0, "note"),
    },
    whole={
        "appraisal": ("archive", "appraisal"),
        "category": ("archive", "category"),
        "creator": ("archive", "creators"),
        "restriction": ("archive", "restrictions"),
    },
)
_RULES = SharedFile(
    OWN_RULES,
    RulesFile,
    lambda data: parse_rules(data, OWN_RULES).diagnostics,
    fields={
        "organisation": ("organisation", "name"),
        "identifier": ("organisation", "identifier"),
        "contact": ("contact", "name"),
        "telephone": ("contact", "telephone"),
        "email": ("contact", "email"),
        "publish": ("publish",),
        "name": ("name",),
        "max_size": ("limits", "max_size"),
        "max_pages": ("limits", "max_pages"),
        "required": ("required",),
        "screen_bsn": ("screening", "bsn"),
        "screen_email": ("screening", "email"),
        "screen_telephone": ("screening", "telephone"),
        "screen_iban": ("screening", "iban"),
        "allowed": ("allowed",),
    },
    whole={"contact": ("contact",)},
)
SHARED_FILES: Mapping[str, SharedFile] = {"archive": _ARCHIVE, "rules": _RULES}
"""The files by the name of their part of the page."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A file as it would be written: what its fields hold, what changes, and what is wrong with it.

    `sha256` is that of the file that it was made from, "" where there is none. A list is a text of lines.
    `lines` has the line that each field stands on, and `was` what the fields held before.
    """

    text: str
    sha256: str
    fields: Mapping[str, str]
    lines: Mapping[str, int]
    was: Mapping[str, str]
    diff: str
    diagnostics: tuple[Diagnostic, ...]


def drafted(
    workspace: Workspace, file: SharedFile, given: Mapping[str, str], text: str | None = None
) -> Drafted:
    """Return the file, or a text for it, with fields given; one that is empty takes away what it holds."""
    there = read_text(workspace, file.path)
    before, sha256 = (there.text, there.sha256) if there else ("", "")
    text, refused = before if text is None else text, list[Diagnostic]()
    for name in (one for one in given if one in file.fields):
        done = _given(file, text, name, given[name].strip())
        text = text if done.value is None else done.value
        refused.extend(done.diagnostics)
    wrong = () if _says_nothing(file, text) else file.judge(text.encode())
    diff = Edited(file.path, before, text, "").diff()
    fields, was = _held(file, text), _held(file, before)
    return Drafted(text, sha256, fields, _lines_of(file, text), was, diff, (*refused, *wrong))


def written(
    workspace: Workspace, file: SharedFile, given: Mapping[str, str], seen: str, text: str | None = None
) -> Outcome[str]:
    """Write what `drafted` returns, if the file still has the SHA-256 `seen` and the text reads well.

    Return the SHA-256 of what is written.
    """
    new = drafted(workspace, file, given, text)
    if has_errors(new.diagnostics):
        return Outcome(None, new.diagnostics)
    saved = save_text(workspace, file.path, new.text, seen)
    return Outcome(saved.value.sha256 if saved.value else None, saved.diagnostics)


def _given(file: SharedFile, text: str, name: str, value: str) -> Outcome[str]:
    if value and _says_nothing(file, text):
        between = "" if not text or text.endswith("\n") else "\n"
        text = f"{text}{between}{file.fields[name][0]}:\n"
    return edited(text, _edits(file, _values(file, text), name, value), file.model)


def _values(file: SharedFile, text: str) -> dict[str, Any]:
    read = read_yaml(text.encode(), file.path)
    return read.value.value if read.value else {}


def _held(file: SharedFile, text: str) -> dict[str, str]:
    values = _values(file, text)
    held = {name: _shown(value_at(values, path)) for name, path in file.fields.items()}
    return {name: value for name, value in held.items() if value is not None}


def _lines_of(file: SharedFile, text: str) -> dict[str, int]:
    read = read_yaml(text.encode(), file.path).value
    spans = read.places.spans if read else {}
    found = {name: spans[path] for name, path in file.fields.items() if path in spans}
    return {name: one.origin.place(one.start, one.end).line for name, one in found.items()}


def _says_nothing(file: SharedFile, text: str) -> bool:
    """Tell whether a text has nothing but comments: that is no mistake."""
    read = read_yaml(text.encode(), file.path)
    return read.value is None and all(one.code == "yaml-empty" for one in read.diagnostics)


def _shown(value: Data) -> str | None:
    """Return what a field shows of a value; None where there is none, or one of another shape."""
    if isinstance(value, list):
        lines = [one for one in value if isinstance(one, str)]
        return "\n".join(lines) if len(lines) == len(value) else None
    return value if isinstance(value, str) else None


def _edits(file: SharedFile, values: Data, name: str, value: str) -> Iterator[FormEdit]:
    path = file.fields[name]
    if not value:
        if value_at(values, path) is not None:
            whole = file.whole.get(name)
            yield FormEdit("remove", _named(values, path, whole)) if whole else FormEdit("put", path)
    elif kind_at(file.model, path) == "list":
        yield from _lines(values, path, [line.strip() for line in value.split("\n") if line.strip()])
    else:
        yield FormEdit("put", path, value)
        if name == "appraisal":
            yield FormEdit("put", (*path[:-1], "code"), APPRAISALS.get(value, ""))


def _lines(values: Data, path: Path, lines: list[str]) -> Iterator[FormEdit]:
    """Yield what makes a list hold these lines; items that stay keep their comments."""
    held = value_at(values, path)
    count = len(held) if isinstance(held, list) else 0
    for at, line in enumerate(lines):
        yield FormEdit("put" if at < count else "insert", (*path, at), line)
    for at in reversed(range(len(lines), count)):
        yield FormEdit("remove", (*path, at))


def _named(values: Data, path: Path, whole: Path) -> Path:
    """Return the path of what a field names: all of it, or one of several items of its list."""
    listed = value_at(values, whole)
    return path[: len(whole) + 1] if isinstance(listed, list) and len(listed) > 1 else whole
