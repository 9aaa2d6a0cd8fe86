"""Which keys may stand where in a spec, and what kind of value each takes."""

from collections.abc import Iterator
from inspect import isclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bronbrief.core.places import Path
from bronbrief.core.yaml.values import Data
from bronbrief.spec.types import PARAGRAPHS


def fields_of(model: type[BaseModel] | None) -> dict[str, FieldInfo]:
    """Return the fields of a mapping by its keys, as authors write them; none where there is no mapping."""
    return {field.alias or name: field for name, field in model.model_fields.items()} if model else {}


def key_names(model: type[BaseModel] | None) -> tuple[str, ...]:
    """Return the keys of a mapping as authors write them."""
    return tuple(fields_of(model))


def model_at(top: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the mapping at a path from the top, or None where there is none."""
    current: type[BaseModel] | None = top
    named_freely = False
    for step in path:
        if isinstance(step, int) or named_freely or current is None:
            named_freely = False
            continue
        annotation = _annotation(current, step)
        current = next(_models(annotation), None)
        named_freely = any(get_origin(part) is dict for part in (annotation, *get_args(annotation)))
    return current


def kind_at(top: type[BaseModel], path: Path) -> str:
    """Return what belongs at a path: "text", "list", "keys" of a model, or "names" that authors choose."""
    if not path or kind_at(top, path[:-1]) == "names":
        return "keys"
    holder = model_at(top, path[:-1])
    if holder is None:
        return "keys" if model_at(top, path) else "text"
    if isinstance(path[-1], int):
        return "keys" if _listed(top, path) else "text"
    kinds = _kinds(_annotation(holder, path[-1]))
    return next((kind for kind in kinds if kind != "text"), "text")


def takes(top: type[BaseModel], path: Path, kind: str) -> bool:
    """Tell whether a key may hold a value of a kind: "text", "list" or "keys"."""
    model = model_at(top, path[:-1])
    return model is not None and kind in _kinds(_annotation(model, str(path[-1])))


def _kinds(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 any annotation
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kinds(parts[0])
    if origin in (Union, UnionType):
        return tuple(kind for part in parts if part is not NoneType for kind in _kinds(part))
    if origin in (list, dict):
        return ("list",) if origin is list else ("names",)
    return ("keys",) if isclass(annotation) and issubclass(annotation, BaseModel) else ("text",)


def _listed(top: type[BaseModel], path: Path) -> bool:
    """Tell whether the items of the list that a path leads into are mappings."""
    names = [number for number, step in enumerate(path) if isinstance(step, str)]
    holder = model_at(top, path[: names[-1]])
    return holder is not None and any(True for _ in _models(_annotation(holder, str(path[names[-1]]))))


def annotation_at(top: type[BaseModel], path: Path) -> tuple[Any, str]:
    """Return the annotation of the key that a path leads to, and its first example."""
    field = fields_of(model_at(top, path[:-1])).get(str(path[-1]))
    return (field.annotation, str((field.examples or [""])[0])) if field else (str, "")


def _annotation(model: type[BaseModel], key: str) -> Any:  # noqa: ANN401 any annotation
    field = fields_of(model).get(key)
    return field.annotation if field else None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 any annotation
    if isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def models_under(key: str, annotation: Any) -> Iterator[tuple[str, bool, type[BaseModel]]]:  # noqa: ANN401
    """Yield the models of the mappings under a key, at all depths.

    Each comes with the key that holds it, and with whether it is an item of a list there.
    """
    for model in _models(annotation):
        yield key, "list" in _kinds(annotation), model
        for name, field in fields_of(model).items():
            yield from models_under(name, field.annotation)


def paragraph_keys(model: type[BaseModel]) -> Iterator[str]:
    """Yield the keys, at all depths, of texts in which an empty line begins a paragraph."""
    seen: set[type[BaseModel]] = set()
    left = [model]
    while left:
        current = left.pop()
        seen.add(current)
        for key, field in fields_of(current).items():
            if PARAGRAPHS in field.metadata or _marked(field.annotation):
                yield key
            left += [inner for inner in _models(field.annotation) if inner not in seen]


def _marked(annotation: Any) -> bool:  # noqa: ANN401 any annotation
    return PARAGRAPHS in getattr(annotation, "__metadata__", ()) or any(map(_marked, get_args(annotation)))


def value_at(data: Data, path: Path) -> Data:
    """Return the value at a path; None where there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
