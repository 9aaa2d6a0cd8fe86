"""From a file in `briefs/` to a spec whose every value knows its place, with what all briefs share."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import BaseModel, ValidationError

from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.findings import report
from bronbrief.core.places import Path, Places
from bronbrief.core.positions import Data, Positioned, read_yaml
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.spec.errors import Refused, explain
from bronbrief.spec.keys import key_names
from bronbrief.spec.model import BriefSpec, Shared
from bronbrief.spec.paths import spec_paths

__all__ = ["DEFAULTS", "LoadedSpec", "load_spec", "shared_keys", "spec_paths"]

DEFAULTS = f"{BRIEFS}/_defaults.yaml"
_DEEP = ("house", "council", "archive", "advice")
_COMMENT = re.compile(r":\s*(#[^\s#].*)")


@dataclass(frozen=True, slots=True)
class LoadedSpec:
    """A spec as read: `name` is the file's name without its ending, `path` is relative to the workspace."""

    name: str
    path: str
    spec: BriefSpec
    places: Places


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What `_defaults.yaml` gives: sound keys only, and the names of those that are not."""

    value: dict[str, Data]
    places: Places
    unsound: AbstractSet[str]
    diagnostics: tuple[Diagnostic, ...]


def shared_keys(workspace: Workspace) -> frozenset[str]:
    """Return the keys that `briefs/_defaults.yaml` gives, so that a spec may leave them out."""
    return frozenset(_defaults(workspace).value)


def load_spec(workspace: Workspace, path: str) -> Outcome[LoadedSpec]:
    """Read a spec, merge `briefs/_defaults.yaml` into it and check it against the model.

    The spec wins; `house`, `council`, `archive` and `advice` are merged key by key. Findings about shared
    values are located in the file that holds them.
    """
    defaults = _defaults(workspace)
    try:
        read = read_yaml(workspace.read(path, SPEC_LIMIT), path)
    except FileProblemError as problem:
        return Outcome(None, (*defaults.diagnostics, problem.diagnostic))
    if read.value is None:
        return Outcome(None, (*defaults.diagnostics, *read.diagnostics))
    merged = _merge(read.value, defaults)
    spec, found, _ = _validate(BriefSpec, merged, defaults.unsound)
    diagnostics = (*defaults.diagnostics, *read.diagnostics, *found)
    if not isinstance(spec, BriefSpec) or has_errors(diagnostics):
        return Outcome(None, diagnostics)
    return Outcome(LoadedSpec(PurePosixPath(path).stem, path, spec, merged.places), diagnostics)


def _defaults(workspace: Workspace) -> _Defaults:
    nothing = _Defaults({}, Places({}), frozenset(), ())
    try:
        read = read_yaml(workspace.read(DEFAULTS, SPEC_LIMIT), DEFAULTS)
    except FileProblemError as problem:
        missing = problem.diagnostic.code == "file-missing"
        return nothing if missing else _Defaults({}, Places({}), frozenset(), (problem.diagnostic,))
    if read.value is None:
        # A file with only comments shares nothing, and that is no mistake. Otherwise the keys are unknown:
        # what a spec leaves to them must not be reported as missing.
        if all(diagnostic.code == "yaml-empty" for diagnostic in read.diagnostics):
            return nothing
        return _Defaults({}, Places({}), frozenset(key_names(Shared)), read.diagnostics)
    _, found, unsound = _validate(Shared, read.value)
    sound = {key: value for key, value in read.value.value.items() if key not in unsound}
    return _Defaults(sound, read.value.places, unsound, (*read.diagnostics, *found))


def _merge(read: Positioned, defaults: _Defaults) -> Positioned:
    values, places = dict(read.value), read.places
    for key, shared in defaults.value.items():
        values, places = _inherit(values, places, (key,), shared, defaults.places)
    return Positioned(values, places)


def _inherit(
    values: dict[str, Data], places: Places, path: Path, shared: Data, origin: Places
) -> tuple[dict[str, Data], Places]:
    """Put a shared value in, unless there is one; two mappings of those in _DEEP are joined."""
    key = str(path[-1])
    own = values.get(key)
    if own is None:
        return values | {key: shared}, places.adopt(path, origin)
    if path[0] in _DEEP and isinstance(own, dict) and isinstance(shared, dict):
        for name, value in shared.items():
            own, places = _inherit(own, places, (*path, name), value, origin)
        return values | {key: own}, places
    return values, places


def _validate(
    model: type[BaseModel], read: Positioned, forgiven: AbstractSet[str] = frozenset()
) -> tuple[BaseModel | None, tuple[Diagnostic, ...], frozenset[str]]:
    """Check values against a model; return it, the findings, and the keys of the top that have one.

    Keys that `forgiven` names may be missing: that is another file's fault.
    """
    empty: set[Path] = set()
    data = _filled(read.value, (), empty)
    comments = [path for path in sorted(empty, key=str) if _COMMENT.match(read.places.after_key(path))]
    found = tuple(_commented(path, read.places) for path in comments)
    tops = {str(path[0]) for path in comments}
    try:
        return model.model_validate(data), found, frozenset(tops)
    except ValidationError as error:
        excused = {*comments, *((name,) for name in forgiven)}
        errors = [
            item
            for item in error.errors(include_url=False)
            if not (item["type"] == "missing" and item["loc"] in excused)
        ]
        tops |= {str(item["loc"][0]) for item in errors}
        found += explain(errors, Refused(model, data, read.places, empty))
        return None, found, frozenset(tops)


def _filled(value: dict[str, Data], path: Path, empty: set[Path]) -> dict[str, Data]:
    """Leave out the keys that have no value, at all levels, and note their paths."""
    empty.update((*path, key) for key, item in value.items() if item is None)
    kept = {key: item for key, item in value.items() if item is not None}
    return {key: _filled_item(item, (*path, key), empty) for key, item in kept.items()}


def _filled_item(item: Data, path: Path, empty: set[Path]) -> Data:
    if isinstance(item, dict):
        return _filled(item, path, empty)
    if isinstance(item, list):
        return [_filled_item(part, (*path, number), empty) for number, part in enumerate(item)]
    return item


def _commented(path: Path, places: Places) -> Diagnostic:
    match = _COMMENT.match(places.after_key(path))
    text = match.group(1) if match else ""
    return report("spec-value-is-comment", places.key(path), key=path[-1], text=text)
