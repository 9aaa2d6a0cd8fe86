"""From a file in `briefs/` to a spec whose every value knows its place, with what all briefs share."""

from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import cast

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.places import Path, Places
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.values import Data, Positioned, read_yaml
from bronbrief.spec.keys import key_names, value_at
from bronbrief.spec.left_out import NOTHING, LeftOut, names_in
from bronbrief.spec.model import BriefSpec, Shared
from bronbrief.spec.paths import spec_paths
from bronbrief.spec.validate import comments_out, mistakes, validate

__all__ = ["DEFAULTS", "LoadedSpec", "load_spec", "shared_keys", "spec_paths"]

DEFAULTS = f"{BRIEFS}/_defaults.yaml"
# Where a text has characters that nobody can see, its quotations cannot be judged.
_HIDDEN = "yaml-control-character"
_DEEP = ("house", "council", "archive", "advice")


@dataclass(frozen=True, slots=True)
class LoadedSpec:
    """A spec as read: `name` is the file's name without its ending, `path` is relative to the workspace.

    `left_out` tells what was refused and is not in it, or has a stand-in: that was reported.
    """

    name: str
    path: str
    spec: BriefSpec
    places: Places
    left_out: LeftOut = NOTHING


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What `_defaults.yaml` gives: sound values only, and what was left out of it."""

    value: dict[str, Data]
    places: Places
    left_out: LeftOut = NOTHING
    diagnostics: tuple[Diagnostic, ...] = ()


def shared_keys(workspace: Workspace) -> frozenset[str]:
    """Return the keys that `briefs/_defaults.yaml` gives, so that a spec may leave them out."""
    return frozenset(_defaults(workspace).value)


def load_spec(workspace: Workspace, path: str) -> Outcome[LoadedSpec]:
    """Read a spec, merge `briefs/_defaults.yaml` into it and check it against the model.

    The spec wins; `house`, `council`, `archive` and `advice` are merged key by key. Findings about shared
    values are located in the file that holds them. Beside errors the value is the spec without what they
    are about, so that the rest of it can be looked at; such a spec is never to be built.
    """
    defaults = _defaults(workspace)
    try:
        judge = partial(mistakes, BriefSpec)
        read = read_yaml(workspace.read(path, SPEC_LIMIT), path, judge)
    except FileProblemError as problem:
        return Outcome(None, (*defaults.diagnostics, problem.diagnostic))
    if read.value is None:
        return Outcome(None, (*defaults.diagnostics, *read.diagnostics))
    missed = _missed(read.value.value, defaults.left_out)
    checked = validate(BriefSpec, _merge(read.value, defaults), {str(at[0]) for at in missed.paths})
    diagnostics = (*defaults.diagnostics, *read.diagnostics, *checked.diagnostics)
    if checked.value is None or any(one.code == _HIDDEN for one in read.diagnostics):
        return Outcome(None, diagnostics)
    left_out = checked.draft.left_out | missed | _ignored(read.value)
    name = PurePosixPath(path).stem
    places = _trimmed(checked.draft.places, checked.value)
    return Outcome(LoadedSpec(name, path, checked.value, places, left_out), diagnostics)


def _defaults(workspace: Workspace) -> _Defaults:
    unknown = LeftOut(frozenset((key,) for key in key_names(Shared)), weighs=True)
    try:
        read = read_yaml(workspace.read(DEFAULTS, SPEC_LIMIT), DEFAULTS, partial(mistakes, Shared))
    except FileProblemError as problem:
        missing = problem.diagnostic.code == "file-missing"
        return _Defaults({}, Places({}), *(() if missing else (unknown, (problem.diagnostic,))))
    if read.value is None:
        # A file with only comments shares nothing, and that is no mistake. Otherwise the keys are unknown:
        # what a spec leaves to them must not be reported as missing.
        empty = all(diagnostic.code == "yaml-empty" for diagnostic in read.diagnostics)
        return _Defaults({}, Places({}), *(() if empty else (unknown, read.diagnostics)))
    checked = validate(Shared, read.value)
    draft, diagnostics = checked.draft, (*read.diagnostics, *checked.diagnostics)
    if checked.value is None:
        return _Defaults({}, Places({}), unknown, diagnostics)
    return _Defaults(draft.data, draft.places, draft.left_out | _ignored(read.value), diagnostics)


def _missed(own: dict[str, Data], shared: LeftOut) -> LeftOut:
    """Return what a spec misses of the defaults: what they lost, less what it says itself."""
    paths = (at for at in shared.paths if at[0] in _DEEP or own.get(str(at[0])) is None)
    return LeftOut(frozenset(paths), shared.words, shared.weighs)


def _ignored(read: Positioned) -> LeftOut:
    """Return what was left out of a file because its key was refused."""
    words = frozenset(name for value in read.ignored for name in names_in(value))
    return LeftOut(words=words, weighs=bool(read.ignored))


def _trimmed(places: Places, spec: BriefSpec) -> Places:
    """Have offsets count as they do in the model, which takes white space off the edges of most texts."""
    ragged = {path: span.text for path, span in places.spans.items() if span.text[:1].isspace()}
    if not ragged:
        return places
    values = cast("Data", spec.model_dump(by_alias=True))
    leads = {
        path: len(text) - len(text.lstrip())
        for path, text in ragged.items()
        if value_at(values, path) == text.strip()
    }
    return places.trimmed(leads)


def _merge(read: Positioned, defaults: _Defaults) -> Positioned:
    values, places = dict(read.value), read.places
    for key, shared in defaults.value.items():
        values, places = _inherit(values, places, (key,), shared, defaults.places)
    return Positioned(values, places)


def _inherit(
    values: dict[str, Data], places: Places, path: Path, shared: Data, origin: Places
) -> tuple[dict[str, Data], Places]:
    """Put a shared value in, unless there is one; two mappings of those in _DEEP are joined.

    A value that a comment took away is reported, and nothing put in its place.
    """
    key = str(path[-1])
    own = values.get(key)
    if own is None and not comments_out(path, places):
        return values | {key: shared}, places.adopt(path, origin)
    if path[0] in _DEEP and isinstance(own, dict) and isinstance(shared, dict):
        for name, value in shared.items():
            own, places = _inherit(own, places, (*path, name), value, origin)
        return values | {key: own}, places
    return values, places
