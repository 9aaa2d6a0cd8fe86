"""Keys at the wrong depth, and items that a dash too many made into two: where they belong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.places import Path, Places
from bronbrief.core.yaml.layout import line_at
from bronbrief.core.yaml.values import Data
from bronbrief.spec.keys import fields_of, key_names, kind_at, model_at, takes, value_at
from bronbrief.spec.refusals import DIAGNOSTICS_LIMIT, Refusal, Refused

_REFUSED = ("extra_forbidden", "model_type", "dict_type", "list_type", "string_type")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A key, or an item, that belongs elsewhere: its path, those that its keys belong at, and the finding.

    There is no finding for a key that only followed another to the wrong part.
    """

    path: Path
    homes: tuple[Path, ...]
    diagnostic: Diagnostic | None

    def explains(self, refusal: Refusal) -> bool:
        """Tell whether a refusal follows from this: what is wrong there, or missing where it belongs."""
        if refusal.path[: len(self.path)] == self.path:
            return True
        return refusal.rule == "missing" and any(
            home[: len(refusal.path)] == refusal.path for home in self.homes
        )


def misplaced_in(refusals: list[Refusal], refused: Refused) -> list[Misplaced]:
    """Return what is misplaced among what was refused."""
    keys = _keys_in(refusals, refused)
    rest = [refusal for refusal in refusals if not any(one.explains(refusal) for one in keys)]
    return [*keys, *_splits_in(rest, refused)]


def _keys_in(refusals: list[Refusal], refused: Refused) -> list[Misplaced]:
    """Return the keys among the refused that belong under the key before them, or beside one around them."""
    found: dict[Path, Misplaced] = {}
    order = _order(refused.places) if refusals else {}
    for refusal in refusals[:DIAGNOSTICS_LIMIT]:
        path = refusal.path
        if refusal.rule not in _REFUSED or not path or not isinstance(path[-1], str):
            continue
        if not _begins_line(refused.places, path) or _covered(path, found):
            continue
        before = order.get(path)
        while before is not None and before in found:
            before = order.get(before)
        taken = {home for one in found.values() for home in one.homes}
        for home in (*_deeper(before, path, refused), *_shallower(path, refused)):
            new = (*home, str(path[-1]))
            if not _covered(home, found) and new not in taken:
                found[path] = Misplaced(path, (new,), _diagnostic(path, home, refused))
                break
    return list(found.values())


def _deeper(before: Path | None, path: Path, refused: Refused) -> Iterator[Path]:
    """Yield what may hold a key among what the key before it holds, the outermost first."""
    while before is not None:
        held = value_at(refused.data, before)
        if isinstance(held, list) and held:
            before = (*before, len(held) - 1)
        elif isinstance(held, dict) or (held is None and isinstance(before[-1], str)):
            if _takes(before, path, refused):
                yield before
            last = next(reversed(held), None) if held else None
            before = None if last is None else (*before, last)
        else:
            return


def _shallower(path: Path, refused: Refused) -> Iterator[Path]:
    """Yield what may hold a key among what is around it, as long as nothing comes after it there."""
    for depth in range(len(path) - 1, 0, -1):
        around = value_at(refused.data, path[:depth])
        last = len(around) - 1 if isinstance(around, list) else next(reversed(around or {"": None}), None)
        if last != path[depth]:
            return
        home = path[: depth - 1]
        if isinstance(value_at(refused.data, home), dict) and _takes(home, path, refused):
            yield home


def _takes(home: Path, path: Path, refused: Refused) -> bool:
    """Tell whether a mapping has room for a key with such a value."""
    holder, key, value = value_at(refused.data, home), str(path[-1]), value_at(refused.data, path)
    own = model_at(refused.model, home)
    if own is None or (isinstance(holder, dict) and key in holder):
        return False
    kind = kind_at(refused.model, home)
    if kind == "names":
        return isinstance(value, dict) and not set(value).isdisjoint(key_names(own))
    return kind == "keys" and key in key_names(own) and takes(refused.model, (*home, key), _kind(value))


def _kind(value: Data) -> str:
    return "list" if isinstance(value, list) else "keys" if isinstance(value, dict) else "text"


def _diagnostic(path: Path, home: Path, refused: Refused) -> Diagnostic | None:
    """Report a key at the wrong depth; one that only followed another to the wrong part stands well."""
    place = refused.places.key(path)
    if not home:
        return report("spec-key-of-the-top", place, key=path[-1])
    name = next(str(step) for step in reversed(home) if isinstance(step, str))
    wanted = _wanted(home, refused)
    if place.column == wanted + 1:
        return None
    return report("spec-key-misplaced", place, key=path[-1], home=name, spaces=wanted)


def _wanted(home: Path, refused: Refused) -> int:
    """Return the indentation of the keys in a mapping."""
    held = value_at(refused.data, home)
    first = next(iter(held), None) if isinstance(held, dict) else None
    column = refused.places.key((*home, first)).column if first is not None else 0
    around = refused.places.key(home).column
    return column - 1 if column > around or isinstance(home[-1], int) else around + 1


def _begins_line(places: Places, path: Path) -> bool:
    """Tell whether a key begins its line."""
    span = places.spans.get(path)
    if span is None or span.key is None:
        return False
    head = span.origin.text[span.key[0] - span.key_place.column + 1 : span.key[0]]
    return not head.strip(" ")


def _order(places: Places) -> dict[Path, Path]:
    """Return for each key the one before it in the same mapping and file, without a value as well."""
    last: dict[tuple[str, Path], Path] = {}
    before: dict[Path, Path] = {}
    for path, span in sorted(places.spans.items(), key=lambda pair: pair[1].start):
        if path and isinstance(path[-1], str):
            around = (span.origin.file, path[:-1])
            if around in last:
                before[path] = last[around]
            last[around] = path
    return before


def _covered(path: Path, found: Mapping[Path, Misplaced]) -> bool:
    return any(path[: len(old)] == old for old in found)


def _splits_in(refusals: Iterable[Refusal], refused: Refused) -> list[Misplaced]:
    """Return the first split item of each list: what it lacks stands above it, and nothing in both."""
    found: dict[Path, Misplaced] = {}
    for refusal in refusals:
        path = refusal.path
        if refusal.rule == "missing" and len(path) > 1 and path[:-2] not in found:
            split = _split(path[:-1], str(path[-1]), refused)
            if split is not None:
                found[path[:-2]] = split
    return list(found.values())


def _split(item: Path, missing: str, refused: Refused) -> Misplaced | None:
    number = item[-1]
    if not isinstance(number, int) or number == 0:
        return None
    above = (*item[:-1], number - 1)
    first, second = value_at(refused.data, above), value_at(refused.data, item)
    wanted = _required(model_at(refused.model, item))
    if not (isinstance(first, dict) and isinstance(second, dict) and wanted and second):
        return None
    joined = {**first, **second}
    whole = len(joined) == len(first) + len(second) and joined.keys() >= set(wanted)
    if not whole or missing not in first or wanted[0] not in first:
        return None
    if len(wanted) == 1 and len(first) > 1:
        return None  # a section that has all it needs, and the next may simply lack its heading
    finding = _dash(item, (*above, next(iter(first))), second, refused)
    return Misplaced(item, tuple((*above, key) for key in second), finding) if finding else None


def _dash(item: Path, first: Path, keys: dict[str, Data], refused: Refused) -> Diagnostic | None:
    """Point at the dash; where braces hold the item there is none to take away."""
    span = refused.places.spans[item]
    line = line_at(span.origin, span.start)
    if not line.has_dash or span.origin.text[span.start] == "{":
        return None
    at, spaces = line.start + line.indent, refused.places.key(first).column - 1
    return report("spec-item-split", span.origin.place(at, at + 1), key=next(iter(keys)), spaces=spaces)


def _required(model: type[BaseModel] | None) -> tuple[str, ...]:
    """Return the keys that an item must have, in the order of the reference: its head comes first."""
    return tuple(key for key, field in fields_of(model).items() if field.is_required())
