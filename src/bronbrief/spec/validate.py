"""Holding values against the model: what it refuses is reported and taken out, until it takes the rest.

The first round finds the mistakes of the author. Later rounds look at what the first could not see, such
as the values below a misspelt key; what only follows from taking something out is not reported.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.findings import report
from bronbrief.core.places import Path, Places
from bronbrief.core.yaml.values import Data, Positioned
from bronbrief.spec.cures import cures_for
from bronbrief.spec.errors import explain
from bronbrief.spec.keys import key_names, kind_at, model_at
from bronbrief.spec.left_out import LeftOut, names_in
from bronbrief.spec.mending import Draft, mend
from bronbrief.spec.misplaced import move, moves_in
from bronbrief.spec.refusals import Refusal, Refused, refusals_in
from bronbrief.spec.split_items import join, splits_in

M = TypeVar("M", bound=BaseModel)

ROUNDS = 12
MOVES = 3
"""Rounds in which keys at the wrong depth are moved: each may bring others into view."""
_COMMENT = re.compile(r":\s*(#[^\s#].*)")


@dataclass(frozen=True, slots=True)
class Validated(Generic[M]):
    """What the model took, with the findings on what it refused; `value` is None where it took nothing."""

    value: M | None
    draft: Draft
    diagnostics: tuple[Diagnostic, ...]


def validate(model: type[M], read: Positioned, forgiven: AbstractSet[str] = frozenset()) -> Validated[M]:
    """Check values against a model.

    Keys of the top that `forgiven` names may be missing: that is another file's fault.
    """
    empty: set[Path] = set()
    draft, found = _begin(read, model, empty)
    for number in range(ROUNDS):
        try:
            return Validated(model.model_validate(draft.data), draft, tuple(found))
        except ValidationError as error:
            refusals = refusals_in(error.errors(include_url=False), draft.data)
            told = _told(refusals, draft, forgiven)
            if number < MOVES and (moves := moves_in(told, model, draft)):
                found += [one.finding for one in moves if one.finding is not None]
                draft = move(draft, moves)
                continue
            if splits := splits_in(told, model, draft):
                found += [one.finding for one in splits]
                draft = join(draft, splits)
                continue
            found += explain(told, Refused(model, draft.data, draft.places, empty))
            draft = mend(draft, cures_for(refusals, model, draft.data))
    return Validated(None, draft, tuple(found))


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


def _begin(read: Positioned, model: type[BaseModel], empty: set[Path]) -> tuple[Draft, list[Diagnostic]]:
    """Leave out the keys that have no value, and report those that a comment took it from."""
    data = _filled(read.value, (), model, empty)
    comments = [path for path in sorted(empty, key=str) if comments_out(path, read.places)]
    words = {name for path in comments for name in names_in(read.places.after_key(path))}
    left_out = LeftOut(frozenset(comments), frozenset(words), bool(comments))
    return Draft(data, read.places, left_out), [_commented(path, read.places) for path in comments]


def _told(refusals: Sequence[Refusal], draft: Draft, forgiven: AbstractSet[str]) -> list[Refusal]:
    """Keep the refusals that are mistakes of the author, and not a consequence of one, or a wrong guess."""
    return [
        refusal
        for refusal in refusals
        if not draft.left_out.within(refusal.path)
        and refusal.path not in draft.guesses
        and not (refusal.rule == "missing" and len(refusal.path) == 1 and refusal.path[0] in forgiven)
    ]


def _filled(value: dict[str, Data], path: Path, model: type[BaseModel], empty: set[Path]) -> dict[str, Data]:
    """Leave out the keys that have no value, at all levels, and note their paths; the unknown are refused."""
    without = {key for key, item in value.items() if item is None}
    if without and kind_at(model, path) == "keys" and (own := model_at(model, path)) is not None:
        without.intersection_update(key_names(own))
    empty.update((*path, key) for key in without)
    kept = {key: item for key, item in value.items() if key not in without}
    return {key: _filled_item(item, (*path, key), model, empty) for key, item in kept.items()}


def _filled_item(item: Data, path: Path, model: type[BaseModel], empty: set[Path]) -> Data:
    if isinstance(item, dict):
        return _filled(item, path, model, empty)
    if isinstance(item, list):
        return [_filled_item(part, (*path, number), model, empty) for number, part in enumerate(item)]
    return item


def _commented(path: Path, places: Places) -> Diagnostic:
    match = _COMMENT.match(places.after_key(path))
    text = match.group(1) if match else ""
    return report("spec-value-is-comment", places.key(path), key=path[-1], text=text)
