"""What belongs at a path of a spec, as its JSON schema says, and what is written there to begin with."""

import re

from bronbrief.core.places import Path
from bronbrief.core.yaml.values import Data
from bronbrief.core.yaml.writing import Plain
from bronbrief.spec.schema import Schema
from bronbrief.spec.types import IDENTIFIER

_PLAIN = {"boolean": "true|false", "integer": "0|[1-9][0-9]*", "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}"}


def shape_at(schema: Schema, path: Path) -> Schema:
    """Return the schema of the value at a path of keys and positions."""
    part = schema
    for step in path:
        named: Schema = next(iter(part.get("patternProperties", {}).values()), {})  # as authors choose
        part = part.get("items", {}) if isinstance(step, int) else part.get("properties", {}).get(step, named)
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def is_list(shape: Schema) -> bool:
    """Tell whether a list belongs there."""
    return bool(shape.get("type") == "array")


def is_chosen(shape: Schema) -> bool:
    """Tell whether the value is chosen: from a list, or from the excerpts, by their names."""
    return "enum" in shape or names_excerpt(shape)


def names_excerpt(shape: Schema) -> bool:
    """Tell whether the value is the name of an excerpt."""
    return bool(shape.get("pattern") == IDENTIFIER)


def as_written(schema: Schema, path: Path, text: str) -> str:
    """Return a text as it is written at a path: numbers, booleans and dates without quotation marks."""
    shape = shape_at(schema, path)
    plain = _PLAIN.get(shape.get("format") or str(shape.get("type")))
    return Plain(text) if plain and re.fullmatch(plain, text) else text


def needed_keys(shape: Schema) -> list[str]:
    """Return the keys that a mapping must have, in the order of the reference."""
    return [key for key in shape.get("properties", ()) if key in shape.get("required", ())]


def blank(schema: Schema, path: Path, typed: str = "") -> Data:
    """Return the least that may stand at a path, with what was typed in its first text."""
    shape = shape_at(schema, path)
    if is_list(shape):
        return [blank(schema, (*path, 0), typed)]
    needed = needed_keys(shape)
    return {key: blank(schema, (*path, key), typed if key == needed[0] else "") for key in needed} or typed


def first_field(schema: Schema, path: Path) -> Path:
    """Return the way from a path to its first text, in what is written there to begin with."""
    shape = shape_at(schema, path)
    step = 0 if is_list(shape) else next(iter(needed_keys(shape)), None)
    return () if step is None else (step, *first_field(schema, (*path, step)))
