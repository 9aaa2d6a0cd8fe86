"""What to type where something is missing: the form of a value, with `<…>` wherever the author must fill in.

A form can be pasted as it is. The model refuses `<…>`, so that nothing which nobody wrote is ever published.
"""

import datetime as dt
from collections.abc import Sequence
from inspect import isclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from bronbrief.core.places import Path
from bronbrief.core.yaml.edits import in_brackets, listed
from bronbrief.core.yaml.values import Data
from bronbrief.spec.excerpts import ExcerptSpec
from bronbrief.spec.keys import annotation_at, fields_of, kind_at, model_at
from bronbrief.spec.types import PLACEHOLDER

_CHOICES = ("template", "lang")
_LONG = 60
_DAY = "<2026-11-21>"
_DEPTH = 3
SAYING = ("quote", "text")
"""Keys that hold what people type who leave the keys out; failing them, the first."""


def form_at(top: type[BaseModel], path: Path, typed: str | None = None) -> str:
    """Return the form of the value at a path, on one line; `typed` goes into the first text of it."""
    word = PLACEHOLDER if typed is None or len(typed) > _LONG else in_brackets(typed)
    if kind_at(top, path) == "keys":
        model = model_at(top, path)
        return _mapping(model, word, 0) if model else word
    if not isinstance(path[-1], str):
        return word
    if typed is not None and len(typed) <= _LONG and not model_at(top, path):
        return _listed(top, path, typed) if kind_at(top, path) == "list" else word
    annotation, example = annotation_at(top, path)
    return example if path[-1] in _CHOICES else _form(annotation, word, 0)


def nested(top: type[BaseModel], path: Path, items: Sequence[Data]) -> str:
    """Return a list of lists in which each text stands in a list of its own; of pairs, all texts in one."""
    parts = [_flow(item) for item in items]
    if _of_pairs(top, path) and all(isinstance(item, str) for item in items):
        return f"[[{', '.join(parts)}]]"
    wrapped = (
        f"[{part}]" if isinstance(item, str) else part for item, part in zip(items, parts, strict=True)
    )
    return f"[{', '.join(wrapped)}]"


def _flow(item: Data) -> str:
    if isinstance(item, list):
        return f"[{', '.join(map(_flow, item))}]"
    return in_brackets(item) if isinstance(item, str) else PLACEHOLDER


def _listed(top: type[BaseModel], path: Path, typed: str) -> str:
    """Write a text as the list that belongs at a path, or as a list in it."""
    annotation, _ = annotation_at(top, path)
    inner = get_args(annotation)[0] if get_origin(annotation) is list else str
    deep = get_origin(get_args(inner)[0] if get_origin(inner) is Annotated else inner) is list
    return f"[{listed(typed)}]" if deep else listed(typed)


def _of_pairs(top: type[BaseModel], path: Path) -> bool:
    """Tell whether the lists in the list at a path have a length of their own."""
    parts = get_args(annotation_at(top, path)[0])
    return bool(parts) and get_origin(parts[0]) is Annotated


def _form(annotation: Any, word: str, depth: int) -> str:  # noqa: ANN401 any annotation
    if isclass(annotation) and issubclass(annotation, BaseModel):
        return _mapping(annotation, word, depth)
    if annotation is dt.date:
        return _DAY
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is list:
        return f"[{_form(parts[0], word, depth)}]"
    if origin is dict:
        return f"{{{PLACEHOLDER}: {_form(parts[1], word, depth)}}}"
    forms = [_form(part, word, depth) for part in parts if part is not type(None)]
    return next((form for form in forms if form != word), word)


def _mapping(model: type[BaseModel], word: str, depth: int) -> str:
    fields = list(fields_of(model).items())
    wanted = [
        pair for pair in fields if pair[1].is_required() or (model is ExcerptSpec and pair[0] == "quote")
    ]
    wanted = (wanted or fields[:1]) if depth < _DEPTH else []
    names = [key for key, _ in wanted]
    taker = next((key for key in SAYING if key in names), names[0] if names else "")
    parts = [
        f"{key}: {_form(field.annotation, word if key == taker else PLACEHOLDER, depth + 1)}"
        for key, field in wanted
    ]
    return f"{{{', '.join(parts)}}}"
