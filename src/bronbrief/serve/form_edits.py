"""What is done in the form, as edits of the text in the editor: each changes one value, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pydantic import BaseModel

from bronbrief.blocks import registry
from bronbrief.core.diagnostics import Outcome, has_errors
from bronbrief.core.places import Path
from bronbrief.core.yaml.patching import Change, Insert, Move, Put, Remove, patch
from bronbrief.core.yaml.values import Data, Positioned, read_yaml
from bronbrief.serve.form_shapes import as_written, blank, is_list, names_excerpt, shape_at
from bronbrief.serve.spec_files import SPEC
from bronbrief.spec.keys import fields_of, key_names, model_at, value_at
from bronbrief.spec.model import BriefSpec, Shared, brief_model
from bronbrief.spec.schema import KEY_ORDER, Schema, model_schema

_BLOCKS = frozenset(block.key for block in registry.BLOCKS)


@dataclass(frozen=True, slots=True)
class FormEdit:
    """What was done at a path: a text was given, or an item or a block was added, taken away or moved."""

    kind: Literal["put", "insert", "remove", "move"]
    path: Path
    value: str = ""
    to: int = 0


def edited(text: str, edits: Iterable[FormEdit], model: type[BaseModel] | None = None) -> Outcome[str]:
    """Return a text with edits made, one after another; all of them or none.

    It is that of a spec, or of another file that has a `model`.
    """
    model = model or spec_model()
    for edit in edits:
        read = read_yaml(text.encode(), SPEC)
        if read.value is None or has_errors(read.diagnostics):
            return Outcome(None, read.diagnostics)
        change = _CHANGES[edit.kind](read.value, edit, model)
        changes = _with_cells(read.value.value, change, schema_of(model)) if change else ()
        patched = patch(text, SPEC, *changes)
        if patched.value is None:
            return patched
        text = patched.value
    return Outcome(text)


@cache
def spec_model() -> type[BriefSpec]:
    """Return the model of specs."""
    return brief_model(registry.BLOCKS)


@cache
def schema_of(model: type[BaseModel]) -> Schema:
    """Return the schema of a model."""
    return model_schema(model)


def order_of(path: Path, top: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of the mapping at a path in the order of the reference."""
    if not path and issubclass(top, Shared):
        return KEY_ORDER
    return key_names(model_at(top, path))


def is_required(path: Path, top: type[BaseModel]) -> bool:
    """Tell whether a key must be there, or an item is one of a list."""
    if len(path) == 1 and path[0] in key_names(Shared):  # all briefs together may have it
        return False
    if isinstance(path[-1], int):
        return True
    field = fields_of(model_at(top, path[:-1])).get(path[-1])
    return field is not None and field.is_required()


def _put(read: Positioned, edit: FormEdit, model: type[BaseModel]) -> Change | None:
    old = value_at(read.value, edit.path)
    new = _ended_like(edit.value, old if isinstance(old, str) else "")
    if new or is_required(edit.path, model):
        new = as_written(schema_of(model), edit.path, new)
        return None if new == old else _given(read.value, edit.path, new, model)
    return None if old is None else _taken(read, edit.path, model)


def _ended_like(new: str, old: str) -> str:
    """Return a text that ends as the one before it; one that gets several lines ends with a line break."""
    new, broken = new.rstrip(), old.endswith("\n")
    if not new or broken:
        return new and f"{new}\n"
    return f"{new}\n" if "\n" in new and "\n" not in old else new


def _given(values: Data, path: Path, value: Data, model: type[BaseModel]) -> Put:
    """Return the change that gives a value, with the mappings and lists above it that are not there yet."""
    while len(path) > 1 and value_at(values, path[:-1]) is None:
        *_, last = path
        path, value = path[:-1], [value] if isinstance(last, int) else {last: value}
    return Put(path, value, order_of(path[:-1], model))


def _taken(read: Positioned, path: Path, model: type[BaseModel]) -> Remove:
    """Return the change that takes a key away, with the mapping that it alone is in."""
    above = path[:-1]
    span, inner = read.places.spans.get(above), read.places.spans.get(path)
    alone = isinstance(owner := value_at(read.value, above), dict) and len(owner) == 1
    if not (above and span and inner and alone) or is_required(above, model):
        return Remove(path)
    text = span.origin.text
    said = "#" in text[span.start : inner.start] + text[inner.end : span.end]  # a comment, not a colour
    return Remove(path if said else above)


def _insert(read: Positioned, edit: FormEdit, model: type[BaseModel]) -> Change | None:
    """Return the change that adds an item to a list, or a mapping under a key that is not there yet."""
    owner, schema = edit.path[:-1], schema_of(model)
    if isinstance(edit.path[-1], str):
        new = blank(schema, edit.path, edit.value)
        return None if value_at(read.value, edit.path) else _given(read.value, edit.path, new, model)
    item = (*owner, 0)
    value = [] if is_list(shape_at(schema, item)) else blank(schema, item, edit.value)
    if value_at(read.value, owner):
        return Insert(edit.path, _as_wide(read.value, owner, value))
    return _given(read.value, owner, [value], model)


def _with_cells(values: Data, change: Change, schema: Schema) -> Iterator[Change]:
    """Yield a change, and where a column of a table comes, goes or moves what that does to its rows."""
    yield change
    if len(change.path) < 2:  # noqa: PLR2004 - a key of the whole
        return
    *table, key, at = change.path
    rows, columns = (value_at(values, (*table, name)) for name in ("rows", "columns"))
    if key != "columns" or isinstance(change, Put):
        return
    if not isinstance(rows, list) or not isinstance(columns, list):
        return
    lists = (
        ((*table, "rows", number, name), cells)
        for number, row in enumerate(rows)
        for name, cells in (row.items() if isinstance(row, dict) else ())
    )
    for path, cells in lists:
        each = (
            isinstance(cells, list)
            and len(cells) == len(columns)
            and not names_excerpt(shape_at(schema, (*path, 0)))
        )
        if each and isinstance(change, Insert):
            yield Insert((*path, at), [] if is_list(shape_at(schema, (*path, 0))) else "")
        elif each:
            yield replace(change, path=(*path, at))


def _as_wide(values: Data, owner: Path, row: Data) -> Data:
    """Give a new row of a table a cell for each of its columns."""
    columns = value_at(values, (*owner[:-1], "columns")) if owner[-1] == "rows" else None
    if not isinstance(columns, list) or not isinstance(row, dict):
        return row
    return {key: cells * len(columns) if isinstance(cells, list) else cells for key, cells in row.items()}


def _remove(read: Positioned, edit: FormEdit, model: type[BaseModel]) -> Change:
    """Return the change that takes an item away; a block that it was the last of goes with it."""
    *above, at = edit.path
    if isinstance(at, int) and above and above[-1] in _BLOCKS and value_at(read.value, (*above, 1)) is None:
        return _taken(read, tuple(above), model)
    return Remove(edit.path)


def _move(_: Positioned, edit: FormEdit, __: type[BaseModel]) -> Change:
    return Move(edit.path, edit.to)


_CHANGES = {"put": _put, "insert": _insert, "remove": _remove, "move": _move}
