"""Holding values against the model, and telling what it refuses in the author's terms.

Keys that nobody knows are left out, and misspelt ones read as those that were meant: a spec with no other
mistake is read on. Anything else that the model refuses ends the reading.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.places import Path, Places
from bronbrief.core.yaml.values import Data, Positioned
from bronbrief.spec.block import Blocks
from bronbrief.spec.errors import explain
from bronbrief.spec.keys import key_names, kind_at, model_at, value_at
from bronbrief.spec.misplaced import misplaced_in
from bronbrief.spec.refusals import Refusal, Refused, refusals_in
from bronbrief.spec.unknown_keys import READ_ON, meant_for

M = TypeVar("M", bound=BaseModel)

_COMMENT = re.compile(r":\s*(#[^\s#].*)")


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """What the model took; `value` is None where it refused more than unknown keys, which was reported."""

    value: M | None
    read: Positioned
    diagnostics: tuple[Diagnostic, ...]


def validate(
    model: type[M], read: Positioned, blocks: Blocks, forgiven: AbstractSet[str] = frozenset()
) -> Validated[M]:
    """Check values against a model.

    `blocks` are the types of blocks that specs may hold, whatever the model: their keys are known. Keys of
    the top that `forgiven` names may be missing: that is another file's fault.
    """
    empty: set[Path] = set()
    filled = without_empty(read.value, empty, model)
    assert isinstance(filled, dict)  # noqa: S101 the top stays what it is
    read = Positioned(filled, read.places)
    comments = [path for path in sorted(empty, key=str) if comments_out(path, read.places)]
    lost = {*comments, *((key,) for key in forgiven)}
    found = [_commented(path, read.places) for path in comments]
    while True:  # a misspelt key hides what stands below it
        value, refusals = _look(model, read)
        told = _told(refusals, Refused(model, read.value, read.places, empty, blocks), lost)
        found += told
        if not told or any(finding.code not in READ_ON for finding in told):
            return Validated(None if comments else value, read, tuple(found))
        read = _renamed(read, _meant(refusals, model, read.value, blocks))


def mistakes(model: type[BaseModel], values: dict[str, Data]) -> int:
    """Count what a model refuses in values, keys without a value included."""
    try:
        model.model_validate(values)
    except ValidationError as error:
        return error.error_count()
    return 0


def comments_out(path: Path, places: Places) -> bool:
    """Tell whether what follows a key was meant as its value, and a comment took it away."""
    return _COMMENT.match(places.after_key(path)) is not None


def _look(model: type[M], read: Positioned) -> tuple[M | None, list[Refusal]]:
    try:
        return model.model_validate(read.value), []
    except ValidationError as error:
        return None, refusals_in(error.errors(include_url=False), read.value)


def _told(refusals: Iterable[Refusal], refused: Refused, lost: AbstractSet[Path]) -> tuple[Diagnostic, ...]:
    """Report what was refused, but not what is missing because it was lost or stands elsewhere."""
    own = [one for one in refusals if not (one.rule == "missing" and one.path in lost)]
    misplaced = misplaced_in(own, refused)
    rest = [refusal for refusal in own if not any(one.explains(refusal) for one in misplaced)]
    found = *(one.diagnostic for one in misplaced if one.diagnostic is not None), *explain(rest, refused)
    return found or explain(own, refused)


def _meant(
    refusals: Iterable[Refusal], model: type[BaseModel], data: dict[str, Data], blocks: Blocks
) -> dict[Path, str | None]:
    """Return what unknown keys were meant to be; None for those that stand for nothing, or twice."""
    names: dict[Path, str | None] = {}
    taken: set[Path] = set()
    for path in (refusal.path for refusal in refusals if refusal.rule == "extra_forbidden"):
        name = meant_for(path, model, blocks)
        new = (*path[:-1], name or "")
        names[path] = None if new in taken or value_at(data, new) is not None else name
        taken.add(new)
    return names


def _renamed(read: Positioned, names: Mapping[Path, str | None]) -> Positioned:
    """Give keys other names, or leave them out where they have none, places and all."""
    spans = read.places.spans.items()
    moved = {new: span for path, span in spans if (new := _moved(path, names)) is not None}
    value = _with_names(read.value, (), names)
    assert isinstance(value, dict)  # noqa: S101 the top stays what it is
    return Positioned(value, Places(moved))


def _moved(path: Path, names: Mapping[Path, str | None]) -> Path | None:
    steps = [names.get(path[:depth], path[depth - 1]) for depth in range(1, len(path) + 1)]
    return None if None in steps else tuple(step for step in steps if step is not None)


def _with_names(value: Data, path: Path, names: Mapping[Path, str | None]) -> Data:
    if isinstance(value, list):
        return [_with_names(item, (*path, number), names) for number, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    named = {key: names.get((*path, key), key) for key in value}
    return {
        name: _with_names(value[key], (*path, key), names) for key, name in named.items() if name is not None
    }


def without_empty(
    value: Data, empty: set[Path], model: type[BaseModel] | None = None, path: Path = ()
) -> Data:
    """Leave out the keys that have no value, at all levels, and note their paths in `empty`.

    Those that a model does not know stay, to be refused.
    """
    if isinstance(value, list):
        return [without_empty(item, empty, model, (*path, number)) for number, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    without = {key for key, item in value.items() if item is None}
    if without and model and kind_at(model, path) == "keys" and (own := model_at(model, path)) is not None:
        without.intersection_update(key_names(own))
    empty.update((*path, key) for key in without)
    kept = {key: item for key, item in value.items() if key not in without}
    return {key: without_empty(item, empty, model, (*path, key)) for key, item in kept.items()}


def _commented(path: Path, places: Places) -> Diagnostic:
    match = _COMMENT.match(places.after_key(path))
    text = match.group(1) if match else ""
    return report("spec-value-is-comment", places.key(path), key=path[-1], text=text)
