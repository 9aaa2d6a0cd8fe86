"""An item of a list that a dash too many made into two: a question and its answer, a moment and its event."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.findings import report
from bronbrief.core.places import Path
from bronbrief.core.yaml.layout import line_at
from bronbrief.core.yaml.values import Data
from bronbrief.spec.keys import model_at, value_at
from bronbrief.spec.mending import Draft, Drop, mend
from bronbrief.spec.misplaced import Move, move
from bronbrief.spec.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Split:
    """An item whose keys belong to the item above it, with the finding that asks to join them."""

    item: Path
    above: Path
    keys: tuple[str, ...]
    finding: Diagnostic


def splits_in(refusals: Iterable[Refusal], model: type[BaseModel], draft: Draft) -> list[Split]:
    """Return the first split item of each list: what it lacks stands above it, and nothing in both."""
    found: dict[Path, Split] = {}
    for refusal in refusals:
        path = refusal.path
        if refusal.rule == "missing" and len(path) > 1 and path[:-2] not in found:
            split = _split(path[:-1], str(path[-1]), model, draft)
            if split is not None:
                found[path[:-2]] = split
    return list(found.values())


def join(draft: Draft, splits: Iterable[Split]) -> Draft:
    """Read split items as one each, places and all."""
    for one in splits:
        moves = [Move((*one.item, key), (*one.above, key), None) for key in one.keys]
        draft = mend(move(draft, moves), {one.item: Drop(weighs=False)})
    return draft


def _split(item: Path, missing: str, model: type[BaseModel], draft: Draft) -> Split | None:
    number = item[-1]
    if not isinstance(number, int) or number == 0:
        return None
    above = (*item[:-1], number - 1)
    first, second = value_at(draft.data, above), value_at(draft.data, item)
    wanted = _required(model_at(model, item))
    if not (isinstance(first, dict) and isinstance(second, dict) and wanted and second):
        return None
    joined = {**first, **second}
    whole = len(joined) == len(first) + len(second) and joined.keys() >= set(wanted)
    if not whole or missing not in first or wanted[0] not in first:
        return None
    if len(wanted) == 1 and len(first) > 1:
        return None  # a section that has all it needs, and the next may simply lack its heading
    finding = _finding(item, (*above, next(iter(first))), second, draft)
    return Split(item, above, tuple(second), finding) if finding else None


def _finding(item: Path, first: Path, keys: dict[str, Data], draft: Draft) -> Diagnostic | None:
    """Point at the dash; where braces hold the item there is none to take away."""
    span = draft.places.spans[item]
    line = line_at(span.origin, span.start)
    if not line.has_dash or span.origin.text[span.start] == "{":
        return None
    at, spaces = line.start + line.indent, draft.places.key(first).column - 1
    return report("spec-item-split", span.origin.place(at, at + 1), key=next(iter(keys)), spaces=spaces)


def _required(model: type[BaseModel] | None) -> tuple[str, ...]:
    """Return the keys that an item must have, in the order of the reference: its head comes first."""
    fields = model.model_fields.items() if model else ()
    return tuple(field.alias or name for name, field in fields if field.is_required())
