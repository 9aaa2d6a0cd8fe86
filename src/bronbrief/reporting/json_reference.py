"""The reference of what commands write as JSON, from the shapes themselves.

`python -m bronbrief.reporting.json_reference DIR` writes `json.md` to a folder.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bronbrief.reporting.shapes import COMMANDS

_INTRODUCTION = """\
# What commands write as JSON

For programs, and for assistants that run commands. With `--json` a command writes one document to standard
output: UTF-8, and nothing else. `check --format json` is the same as `check --json`. What is written beside
it to standard error is for people. The exit code is 0 where all went well, 1 where something is wrong with
what you wrote, 2 for the command line or the machine.

Keys may be added; a key that is there keeps its meaning for as long as `format` stays what it is. Findings
are in the language of `--lang`; codes, keys and states are always the same words. This page is made from the
shapes that the tests hold each command against, which are also those that the [tools for
assistants](assistants.md) answer with.
"""


def page() -> str:
    """Return the reference as Markdown: what each command writes, then each shape by its name."""
    shapes: dict[str, Any] = {}
    rows = []
    for command, shape in COMMANDS.items():
        schema = TypeAdapter[Any](shape).json_schema(ref_template="{model}")
        named = {**schema.get("$defs", {}), **({schema["title"]: schema} if "title" in schema else {})}
        shapes |= {name: one for name, one in named.items() if "properties" in one}
        rows.append(f"| `bronbrief {command}` | {_kind(schema)} |")
    tables = [_table(name, shapes[name]) for name in sorted(shapes)]
    return "\n".join([_INTRODUCTION, "| command | writes |", "|---|---|", *rows, "", *tables])


def _table(name: str, schema: dict[str, Any]) -> str:
    rows = [f"| `{key}` | {_kind(field)} |" for key, field in schema["properties"].items()]
    words = schema["description"].strip()
    return "\n".join([f"## {_name(name)}\n", f"{words}\n", "| key | holds |", "|---|---|", *rows, ""])


def _name(name: str) -> str:
    return name.removesuffix("Shape")


def _kind(field: dict[str, Any]) -> str:
    """Say in words what a key holds; a shape is linked to its table."""
    return " or ".join(_kinds(field))


def _kinds(field: dict[str, Any]) -> Iterator[str]:
    if "anyOf" in field:
        for option in field["anyOf"]:
            yield from _kinds(option)
    elif named := field.get("$ref") or (field.get("title") if "properties" in field else None):
        yield f"[{_name(named)}](#{_name(named).lower()})"
    elif field.get("type") == "array":
        yield f"list of {_kind(field['items'])}"
    elif field.get("type") == "object":
        inner = field.get("additionalProperties")
        yield f"names, each with {_kind(inner) if isinstance(inner, dict) and inner else 'a value'}"
    else:
        yield {"string": "text", "integer": "number", "boolean": "true or false"}.get(
            field["type"], field["type"]
        )


def main(folder: str) -> None:
    """Write the page to a folder."""
    (Path(folder) / "json.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
