"""Keys that stand too far to the left or to the right: where they belong, seen from what is around them."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from pydantic import BaseModel

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.findings import report
from bronbrief.core.places import Path, Places
from bronbrief.core.yaml.values import Data
from bronbrief.spec.errors import FINDINGS_LIMIT
from bronbrief.spec.keys import key_names, kind_at, model_at, takes, value_at
from bronbrief.spec.left_out import LeftOut
from bronbrief.spec.mending import Draft
from bronbrief.spec.refusals import Refusal

_REFUSED = ("extra_forbidden", "model_type", "dict_type", "list_type", "string_type")


@dataclass(frozen=True, slots=True)
class Move:
    """From where to where a key moves, with the finding that asks for it."""

    old: Path
    new: Path
    finding: Diagnostic | None


def moves_in(refusals: list[Refusal], model: type[BaseModel], draft: Draft) -> list[Move]:
    """Return the keys among the refused that belong under the key before them, or beside one around them."""
    found: dict[Path, Move] = {}
    order = _order(draft.places) if refusals else {}
    for refusal in refusals[:FINDINGS_LIMIT]:
        path = refusal.path
        if refusal.rule not in _REFUSED or not path or not isinstance(path[-1], str):
            continue
        if _column(draft.places, path) is None or _covered(path, found):
            continue
        before = order.get(path)
        while before is not None and before in found:
            before = order.get(before)
        for home in (*_deeper(before, path, model, draft), *_shallower(path, model, draft)):
            if not _covered(home, found) and (*home, path[-1]) not in {move.new for move in found.values()}:
                found[path] = Move(path, (*home, str(path[-1])), _finding(path, home, draft))
                break
    return list(found.values())


def move(draft: Draft, moves: list[Move]) -> Draft:
    """Read keys as if they stood where they belong, places and all."""
    data, spans, left_out = deepcopy(draft.data), dict(draft.places.spans), draft.left_out
    guesses = draft.guesses
    new_of = {one.old: one.new for one in moves}
    for one in moves:
        holder, home = value_at(data, one.old[:-1]), _home(data, one.new[:-1])
        assert isinstance(holder, dict)  # noqa: S101 its key was refused
        home[str(one.new[-1])] = holder.pop(str(one.old[-1]))
    spans = {_moved(path, new_of): span for path, span in spans.items()}
    guesses = frozenset(_moved(path, new_of) for path in guesses)
    paths = frozenset(_moved(path, new_of) for path in left_out.paths)
    left_out = LeftOut(paths, left_out.words, left_out.weighs)
    return replace(draft, data=data, places=Places(spans), left_out=left_out, guesses=guesses)


def _deeper(before: Path | None, path: Path, model: type[BaseModel], draft: Draft) -> Iterator[Path]:
    """Yield what may hold a key among what the key before it holds, the outermost first."""
    while before is not None:
        held = value_at(draft.data, before)
        if isinstance(held, list) and held:
            before = (*before, len(held) - 1)
        elif isinstance(held, dict) or (held is None and isinstance(before[-1], str)):
            if _takes(before, path, model, draft):
                yield before
            last = next(reversed(held), None) if held else None
            before = None if last is None else (*before, last)
        else:
            return


def _shallower(path: Path, model: type[BaseModel], draft: Draft) -> Iterator[Path]:
    """Yield what may hold a key among what is around it, as long as nothing comes after it there."""
    for depth in range(len(path) - 1, 0, -1):
        around = value_at(draft.data, path[:depth])
        last = len(around) - 1 if isinstance(around, list) else next(reversed(around or {"": None}), None)
        if last != path[depth]:
            return
        if isinstance(value_at(draft.data, path[: depth - 1]), dict) and _takes(
            path[: depth - 1], path, model, draft
        ):
            yield path[: depth - 1]


def _takes(home: Path, path: Path, model: type[BaseModel], draft: Draft) -> bool:
    """Tell whether a mapping has room for a key with such a value."""
    holder, key, value = value_at(draft.data, home), str(path[-1]), value_at(draft.data, path)
    own = model_at(model, home)
    if own is None or (isinstance(holder, dict) and key in holder):
        return False
    kind = kind_at(model, home)
    if kind == "names":
        return isinstance(value, dict) and not set(value).isdisjoint(key_names(own))
    return kind == "keys" and key in key_names(own) and takes(model, (*home, key), _kind(value))


def _kind(value: Data) -> str:
    return "list" if isinstance(value, list) else "keys" if isinstance(value, dict) else "text"


def _finding(path: Path, home: Path, draft: Draft) -> Diagnostic | None:
    """Report a key at the wrong depth; one that only followed another to the wrong part stands well."""
    place = draft.places.key(path)
    if not home:
        return report("spec-key-of-the-top", place, key=path[-1])
    name = next(str(step) for step in reversed(home) if isinstance(step, str))
    wanted = _wanted(home, draft)
    if place.column == wanted + 1:
        return None
    return report("spec-key-misplaced", place, key=path[-1], home=name, spaces=wanted)


def _wanted(home: Path, draft: Draft) -> int:
    """Return the indentation of the keys in a mapping."""
    held = value_at(draft.data, home)
    first = next(iter(held), None) if isinstance(held, dict) else None
    column = draft.places.key((*home, first)).column if first is not None else 0
    around = draft.places.key(home).column
    return column - 1 if column > around or isinstance(home[-1], int) else around + 1


def _column(places: Places, path: Path) -> int | None:
    """Return the column at which a key begins its line, or None where it does not."""
    span = places.spans.get(path)
    if span is None or span.key is None:
        return None
    place = span.key_place
    head = span.origin.text[span.key[0] - place.column + 1 : span.key[0]]
    return None if head.strip(" ") else place.column


def _order(places: Places) -> dict[Path, Path]:
    """Return for each key the one that stands before it in the same mapping, without a value as well."""
    last: dict[Path, Path] = {}
    before: dict[Path, Path] = {}
    for path, _ in sorted(places.spans.items(), key=lambda pair: pair[1].start):
        if path and isinstance(path[-1], str):
            if path[:-1] in last:
                before[path] = last[path[:-1]]
            last[path[:-1]] = path
    return before


def _covered(path: Path, found: Mapping[Path, Move]) -> bool:
    return any(path[: len(old)] == old for old in found)


def _moved(path: Path, new_of: Mapping[Path, Path]) -> Path:
    for depth in range(1, len(path) + 1):
        if (new := new_of.get(path[:depth])) is not None:
            return (*new, *path[depth:])
    return path


def _home(data: Data, path: Path) -> dict[str, Data]:
    """Return the mapping at a path; one whose key has no value yet is made."""
    home = value_at(data, path)
    if home is None:
        holder = value_at(data, path[:-1])
        assert isinstance(holder, dict)  # noqa: S101 the key of the home stands there
        holder[str(path[-1])] = home = {}
    assert isinstance(home, dict)  # noqa: S101 what takes a key is a mapping
    return home
