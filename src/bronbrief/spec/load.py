"""From a file in `briefs/` to a spec whose every value knows its place, with what all briefs share."""

from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import cast

from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.places import Path, Places
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.values import Data, Positioned, read_yaml
from bronbrief.spec.block import Blocks
from bronbrief.spec.keys import key_names, value_at
from bronbrief.spec.model import BriefSpec, Shared, brief_model
from bronbrief.spec.paths import DEFAULTS
from bronbrief.spec.validate import comments_out, mistakes, validate

_DEEP = ("house", "council", "archive", "advice")


@dataclass(frozen=True, slots=True)
class LoadedSpec:
    """A spec as read: `name` is the file's name without its ending, `path` is relative to the workspace.

    Keys that nobody knows are not in it: that was reported.
    """

    name: str
    path: str
    spec: BriefSpec
    places: Places


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What `_defaults.yaml` gives; nothing where it is not `sound`, and nobody knows what it should give."""

    value: dict[str, Data]
    places: Places
    diagnostics: tuple[Diagnostic, ...] = ()
    sound: bool = True


def shared_keys(workspace: Workspace) -> frozenset[str]:
    """Return the keys that `briefs/_defaults.yaml` gives, so that a spec may leave them out."""
    return frozenset(_defaults(workspace, ()).value)


def load_spec(workspace: Workspace, path: str, blocks: Blocks) -> Outcome[LoadedSpec]:
    """Read a spec, merge `briefs/_defaults.yaml` into it and check it against the model with these blocks.

    The spec wins; `house`, `council`, `archive` and `advice` are merged key by key. Findings about shared
    values are located in the file that holds them. There is a value beside errors where all that is wrong
    are keys that nobody knows; such a spec is never to be built.
    """
    defaults = _defaults(workspace, blocks)
    model = brief_model(blocks)
    try:
        judge = partial(mistakes, model)
        read = read_yaml(workspace.read(path, SPEC_LIMIT), path, judge)
    except FileProblemError as problem:
        return Outcome(None, (*defaults.diagnostics, problem.diagnostic))
    if read.value is None:
        return Outcome(None, (*defaults.diagnostics, *read.diagnostics))
    forgiven = frozenset() if defaults.sound else frozenset(key_names(Shared))
    checked = validate(model, _merge(read.value, defaults), blocks, forgiven)
    diagnostics = (*defaults.diagnostics, *read.diagnostics, *checked.diagnostics)
    if checked.value is None or has_errors(read.diagnostics) or not defaults.sound:
        return Outcome(None, diagnostics)
    places = _trimmed(checked.read.places, checked.value)
    return Outcome(LoadedSpec(PurePosixPath(path).stem, path, checked.value, places), diagnostics)


def shared_values(workspace: Workspace) -> dict[str, Data]:
    """Return what all briefs share as its file has it, unjudged; nothing where that cannot be read."""
    try:
        read = read_yaml(workspace.read(DEFAULTS, SPEC_LIMIT), DEFAULTS)
    except FileProblemError:
        return {}
    return read.value.value if read.value else {}


def _defaults(workspace: Workspace, blocks: Blocks) -> _Defaults:
    nothing = partial(_Defaults, {}, Places({}))
    try:
        read = read_yaml(workspace.read(DEFAULTS, SPEC_LIMIT), DEFAULTS, partial(mistakes, Shared))
    except FileProblemError as problem:
        missing = problem.diagnostic.code == "file-missing"
        return nothing() if missing else nothing((problem.diagnostic,), sound=False)
    if read.value is None:
        # A file with only comments shares nothing, and that is no mistake.
        empty = all(diagnostic.code == "yaml-empty" for diagnostic in read.diagnostics)
        return nothing() if empty else nothing(read.diagnostics, sound=False)
    checked = validate(Shared, read.value, blocks)
    diagnostics = (*read.diagnostics, *checked.diagnostics)
    if checked.value is None or has_errors(read.diagnostics):
        return nothing(diagnostics, sound=False)
    return _Defaults(checked.read.value, checked.read.places, diagnostics)


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
