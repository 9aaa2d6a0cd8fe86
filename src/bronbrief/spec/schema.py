"""The JSON Schema of a spec, made from the model, so that an editor proposes keys and marks mistakes.

Draft 2020-12. `markdownEnumDescriptions` is what the YAML extension of VS Code shows beside a choice.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel

from bronbrief.spec.model import BriefSpec

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# In YAML 1.0 is a number and true a boolean; Bronbrief reads both as the text that stands there.
_SCALARS = ["string", "number", "boolean"]
# The order in which people think of a brief; editors and the reference follow it.
KEY_ORDER = (
    *("title", "subtitle", "short_title", "template", "lang", "date", "version"),
    *("for", "author", "summary", "keywords", "url", "cover", "cover_image"),
    *("key_messages", "excerpts", "sections", "method", "made_with", "accept", "council", "fields"),
    *("house", "archive", "advice"),
)
_EXACTLY_ONE = [{"required": ["quote"]}, {"required": ["from", "to"]}, {"required": ["passage"]}]


def json_schema(
    templates: Iterable[str],
    sources: Iterable[str],
    shared: Iterable[str] = (),
    *,
    model: type[BaseModel],
) -> dict[str, object]:
    """Return the JSON Schema of a spec in a workspace; `model` says which blocks it may hold.

    `templates` and `sources` are the names to choose from, or mappings from names to what they are.
    `shared` are keys that `_defaults.yaml` gives, which a spec may then leave out. With the model `Shared`
    it is the schema of `_defaults.yaml` itself.
    """
    top = model_schema(model)
    definitions = top.pop("$defs")
    top["properties"] = {key: top["properties"][key] for key in KEY_ORDER if key in top["properties"]}
    given = set(shared)
    if "required" in top:
        top["required"] = [key for key in top["required"] if key not in given]
    _offer(top["properties"]["template"], templates)
    if "excerpt" in definitions:
        _offer(definitions["excerpt"]["properties"]["source"], sources)
        definitions["excerpt"]["oneOf"] = _EXACTLY_ONE
        definitions["excerpt"]["dependentRequired"] = {"from": ["to"], "to": ["from"]}
    title = "Bronbrief spec" if issubclass(model, BriefSpec) else "Bronbrief defaults"
    return {"$schema": DIALECT, "title": title, **top, "$defs": definitions}


def model_schema(model: type[BaseModel]) -> Schema:
    """Return the schema of any model, without a choice of names."""
    raw = model.model_json_schema(by_alias=True)
    definitions = {plain_name(name): _tidy(part) for name, part in raw.pop("$defs", {}).items()}
    return {**_tidy(raw), "$defs": definitions}


def _offer(field: Schema, names: Iterable[str]) -> None:
    """Let a field be one of the names; where there are none it stays as it is."""
    choices = sorted(names)
    if not choices:
        return
    for key in ("pattern", "maxLength", "examples"):
        field.pop(key, None)
    field["enum"] = choices
    if isinstance(names, Mapping):
        field["markdownEnumDescriptions"] = [str(names[choice]) for choice in choices]


def _tidy(part: Schema) -> Schema:
    """Rewrite what Pydantic makes: no titles of its own, no null, references by plain names."""
    options = [option for option in part.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        part = {**options[0], **{key: value for key, value in part.items() if key != "anyOf"}}
    if "oneOf" in part:
        part = {("anyOf" if key == "oneOf" else key): value for key, value in part.items()}
    tidy: Schema = {}
    for key, value in part.items():
        if key == "title" or (key == "default" and (value is None or isinstance(value, dict | list))):
            continue
        tidy[key] = _tidy_value(key, value)
    if tidy.get("type") == "string" and not {"format", "enum", "pattern"} & tidy.keys():
        tidy["type"] = _SCALARS
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    return tidy


def _tidy_value(key: str, value: Any) -> Any:  # noqa: ANN401 any value of a schema
    match key:
        case "$ref":
            return "#/$defs/" + plain_name(value.rsplit("/", 1)[1])
        case "properties" | "patternProperties":
            return {name: _tidy(part) for name, part in value.items()}
        case "items" | "additionalProperties" | "propertyNames" if isinstance(value, dict):
            return _tidy(value)
        case "anyOf" | "oneOf":
            return [_tidy(option) for option in value if option != {"type": "null"}]
        case "description":
            return " ".join(value.split())
        case _:
            return value


def plain_name(name: str) -> str:
    """Turn the name of a class into a name for people: ComparisonRow becomes comparison-row."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name.removesuffix("Spec")).lower()
