"""The reference of the spec for people: a Markdown page made from the same model as the JSON Schema."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bronbrief.spec.block import Blocks
from bronbrief.spec.examples import EXAMPLES
from bronbrief.spec.keys import models_under
from bronbrief.spec.model import brief_model
from bronbrief.spec.schema import Schema, json_schema, plain_name
from bronbrief.spec.types import ADDRESS, COLOUR, IDENTIFIER, LANGUAGE_TAG, MADE_WITH

_INTRODUCTION = """\
# What a spec may contain

A spec is a YAML file in `briefs/`. It says what a brief says, what it quotes and how it looks. This page is
made from the model that reads specs; `bronbrief schema` gives the same to an editor.

- Unknown keys are refused, and so are keys that stand twice.
- Every value is text as it stands: `nee`, `on` and `1.0` stay what they are. Only `true` and `false` are
  switches.
- Put a value in quotation marks if it has a colon followed by a space, a ` #`, or begins with one of
  `@ * & ! % # [ { | > ' "` or a backtick. Long text goes under a `|`, indented.
- Indent with spaces. Anchors, aliases, tags and merge keys are refused.
- An empty value is the same as leaving the key out.
- `briefs/_defaults.yaml` may hold what all briefs share: `template`, `lang`, `for`, `author`, `keywords`,
  `fields`, `house`, `council`, `archive` and `advice`. A spec wins over it; the last four are joined key by
  key.

In Markdown text, `![[name]]` prints the excerpt of that name: set off when it is alone in a paragraph, in the
sentence otherwise. `[@name]` cites it without printing it, `[@one; @two]` cites two, and
`[@source-id, al. 3]` cites a passage of a source. Headings in a body begin one level below the heading of
their section: `###` in a section at the top. A table has a line of dashes below its head; `---:` there sets a
column to the right, as amounts want, and `:---:` in the middle.
"""

_COMMON_LENGTH = 2000
_PATTERNS = {
    IDENTIFIER: "name",
    COLOUR: "colour",
    LANGUAGE_TAG: "language code",
    ADDRESS: "address",
    MADE_WITH: "the name of an assistant",
}
_BEFORE_BLOCKS = {
    "excerpt": "An entry of `excerpts`",
    "insertion": "An item of `insert`",
    "translation": "`translation`",
    "section": "An item of `sections`",
}
_AFTER_BLOCKS = {
    "cover-image": "`cover_image`",
    "house": "`house`",
    "logo": "`logo`",
    "fonts": "`fonts`",
    "acceptance": "An item of `accept`",
    "advice": "`advice`",
    "council": "`council`",
    "signatory": "An item of `signatories`",
    "head-field": "An item of `fields`",
    "archive": "`archive`",
    "archive-term": "A term of `archive`",
    "restriction": "An item of `restrictions`",
    "period": "`retention` or the `term` of a restriction",
}


def reference_page(blocks: Blocks) -> str:
    """Return the reference as Markdown, for specs that may hold these blocks."""
    schema: Schema = json_schema((), (), model=brief_model(blocks))
    headings = {**_BEFORE_BLOCKS, **dict(_block_headings(blocks)), **_AFTER_BLOCKS}
    linked = _linked(schema, {f"#/$defs/{name}": _anchor(heading) for name, heading in headings.items()})
    parts = [_table("The brief", linked)]
    parts += [_table(heading, linked["$defs"][name]) for name, heading in headings.items()]
    examples = (*EXAMPLES, *(block.example for block in blocks))
    worked = [f"{example.words}\n\n```yaml\n{example.yaml.strip()}\n```\n" for example in examples]
    return "\n".join([_INTRODUCTION, *parts, "## Worked examples\n", *worked])


def _block_headings(blocks: Blocks) -> Iterator[tuple[str, str]]:
    """Yield the names of the mappings in blocks, as the schema has them, and the headings of their tables."""
    for block in blocks:
        for key, is_item, model in models_under(block.key, block.annotation):
            yield plain_name(model.__name__), f"An item of `{key}`" if is_item else f"`{key}`"


def _anchor(heading: str) -> str:
    """Return the link to a heading, as code hosts make it."""
    return "#" + heading.lower().replace("`", "").replace(" ", "-")


def _linked(part: Any, anchors: Mapping[str, str]) -> Any:  # noqa: ANN401 any part of a schema
    """Have references lead to the tables of the page."""
    if isinstance(part, dict):
        return {
            key: anchors[value] if key == "$ref" else _linked(value, anchors) for key, value in part.items()
        }
    return [_linked(item, anchors) for item in part] if isinstance(part, list) else part


def _table(heading: str, part: Schema) -> str:
    required = part.get("required", ())
    rows = [_row(key, field, required=key in required) for key, field in part["properties"].items()]
    head = ["| key | holds | required | if left out | meaning | example |", "|---|---|---|---|---|---|"]
    return "\n".join([f"## {heading}\n", f"{part['description']}\n", *head, *rows, ""])


def _row(key: str, field: Schema, *, required: bool) -> str:
    examples = field.get("examples", ())
    example = f"`{_yaml(examples[0])}`" if examples else ""
    default = f"`{_yaml(field['default'])}`" if "default" in field else ""
    cells = [
        f"`{key}`",
        _kind(field),
        "yes" if required else "",
        default,
        field.get("description", ""),
        example,
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _kind(field: Schema) -> str:
    """Say in words what a key holds."""
    if "$ref" in field:
        return f"[keys]({field['$ref']})"
    if "anyOf" in field:
        return " or ".join(_kind(option) for option in field["anyOf"])
    if "enum" in field:
        return "one of " + ", ".join(f"`{choice}`" for choice in field["enum"])
    if field["type"] == "array":
        most = f", at most {field['maxItems']}" if "maxItems" in field else ""
        return f"list of {_plural(field['items'])}{most}"
    if field["type"] == "object":
        return f"names, each with its {_kind(next(iter(field['patternProperties'].values())))}"
    return "; ".join(_scalar(field))


def _scalar(field: Schema) -> Iterator[str]:
    if field["type"] == "boolean":
        yield "`true` or `false`"
    elif field["type"] == "integer":
        yield "whole number from 1"
    elif field.get("format") == "date":
        yield "date"
    elif "pattern" in field:
        yield _PATTERNS[field["pattern"]]
    else:
        yield "Markdown" if field["maxLength"] > _COMMON_LENGTH else "text"
        if field["maxLength"] < _COMMON_LENGTH:
            yield f"at most {field['maxLength']} characters"


def _plural(field: Schema) -> str:
    if "$ref" in field:
        return f"[items]({field['$ref']})"
    kind = _kind(field)
    return {"text": "texts", "name": "names"}.get(kind) or kind.replace("list", "lists")


def _yaml(value: Any) -> str:  # noqa: ANN401 any example
    """Write a value as YAML on one line, in flow style."""
    if isinstance(value, list):
        return "[" + ", ".join(_yaml(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    needs = ": " in text or " #" in text or ", " in text or "[" in text or text[:1] in "@*&!%#[{|>'\"`–"
    return json.dumps(text, ensure_ascii=False) if needs or _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit() and "." in text
