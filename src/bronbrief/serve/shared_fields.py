"""What all briefs share: the text of `briefs/_defaults.yaml`, and what the archive asks as fields of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bronbrief.authoring.editing import Edited
from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.places import Path
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import Data, read_yaml
from bronbrief.dossier.yaml_files import parse_as
from bronbrief.serve.form_edits import FormEdit, edited
from bronbrief.serve.text_files import read_text, save_text
from bronbrief.spec.keys import value_at
from bronbrief.spec.model import Shared
from bronbrief.spec.paths import DEFAULTS

APPRAISALS = {"Blijvend te bewaren": "B", "Tijdelijk te bewaren": "V"}
"""The terms of the list of appraisals of MDTO with their codes; the same in every language."""
FIELDS: Mapping[str, Path] = {
    "appraisal": ("archive", "appraisal", "label"),
    "years": ("archive", "retention", "years"),
    "start": ("archive", "retention", "start"),
    "category": ("archive", "category", "label"),
    "category_list": ("archive", "category", "list"),
    "creator": ("archive", "creators", 0),
    "restriction": ("archive", "restrictions", 0, "label"),
    "restriction_list": ("archive", "restrictions", 0, "list"),
    "ground": ("archive", "restrictions", 0, "note"),
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """The file as it would be written: what its fields hold, what changes, and what is wrong with it.

    `sha256` is that of the file that it was made from, "" where there is none.
    """

    text: str
    sha256: str
    fields: Mapping[str, str]
    diff: str
    findings: tuple[Diagnostic, ...]


def drafted(workspace: Workspace, given: Mapping[str, str], text: str | None = None) -> Drafted:
    """Return the file, or a text for it, with fields given; one that is empty takes away what it holds."""
    there = read_text(workspace, DEFAULTS)
    before, sha256 = (there.text, there.sha256) if there else ("", "")
    text, refused = before if text is None else text, list[Diagnostic]()
    for name in (one for one in given if one in FIELDS):
        done = _given(text, name, given[name].strip())
        text = text if done.value is None else done.value
        refused.extend(done.diagnostics)
    read = read_yaml(text.encode(), DEFAULTS)
    values = read.value.value if read.value else {}
    fields = {
        name: found for name, path in FIELDS.items() if isinstance(found := value_at(values, path), str)
    }
    wrong = () if _shares_nothing(text) else parse_as(text.encode(), DEFAULTS, Shared).diagnostics
    return Drafted(text, sha256, fields, Edited(DEFAULTS, before, text, "").diff(), (*refused, *wrong))


def written(
    workspace: Workspace, given: Mapping[str, str], seen: str, text: str | None = None
) -> Outcome[str]:
    """Write what `drafted` returns, if the file still has the SHA-256 `seen` and the text reads well.

    Return the SHA-256 of what is written.
    """
    new = drafted(workspace, given, text)
    if has_errors(new.findings):
        return Outcome(None, new.findings)
    saved = save_text(workspace, DEFAULTS, new.text, seen)
    return Outcome(saved.value.sha256 if saved.value else None, saved.diagnostics)


def _given(text: str, name: str, value: str) -> Outcome[str]:
    if value and _shares_nothing(text):
        text = f"{text}archive:\n" if not text or text.endswith("\n") else f"{text}\narchive:\n"
    read = read_yaml(text.encode(), DEFAULTS)
    return edited(text, _edits(read.value.value if read.value else {}, name, value))


def _shares_nothing(text: str) -> bool:
    """Tell whether a file has nothing but comments: that is no mistake."""
    read = read_yaml(text.encode(), DEFAULTS)
    return read.value is None and all(one.code == "yaml-empty" for one in read.diagnostics)


def _edits(values: Data, name: str, value: str) -> Iterator[FormEdit]:
    path = FIELDS[name]
    if value:
        yield FormEdit("put", path, value)
        if name == "appraisal":
            yield FormEdit("put", (*path[:-1], "code"), APPRAISALS.get(value, ""))
    elif value_at(values, path) is not None:
        yield FormEdit("remove", _whole(values, path)) if name in _NAMING else FormEdit("put", path)


_NAMING = ("appraisal", "category", "creator", "restriction")
"""Fields without which the rest of what they name says nothing: all of it goes with them."""


def _whole(values: Data, path: Path) -> Path:
    """Return the path of what a field names: a key of `archive`, or one of several items of its list."""
    listed = value_at(values, path[:2])
    return path[:3] if isinstance(listed, list) and len(listed) > 1 else path[:2]
