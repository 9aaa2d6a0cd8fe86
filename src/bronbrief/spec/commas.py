"""Words between braces that a comma cut off from their value, or that lack the space after their colon.

Between braces a comma ends a value. What follows it, up to the next, YAML reads as a key without a value, and
nobody would see that the words are gone.
"""

import re

from pydantic import BaseModel

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.places import Path, Places, Span
from bronbrief.core.yaml.edits import in_quotes
from bronbrief.spec.keys import key_names, model_at, takes

_TIGHT = re.compile(r"([\w-]+):(?=\S)")


def cut_off(path: Path, top: type[BaseModel], places: Places) -> Diagnostic | None:
    """Return the finding on a key that has neither a value nor a colon; None for any other key."""
    span = places.spans.get(path)
    if span is None or span.key is None or places.after_key(path).startswith(":"):
        return None
    tight = _TIGHT.match(str(path[-1]))
    if tight and tight[1] in key_names(model_at(top, path[:-1])):
        at = span.key[0] + tight.end() - 1
        fix = (span.origin.replacement(at + 1, at + 1, " "),)
        return report(
            "yaml-colon-space", span.origin.place(at, at + 1), key=tight[1], near=tight[1]
        ).with_fix(*fix)
    return _comma(path, top, places, span)


def _comma(path: Path, top: type[BaseModel], places: Places, span: Span) -> Diagnostic | None:
    beside = sorted(_beside(path, places), key=lambda pair: pair[1].start)
    number = next(number for number, (at, _) in enumerate(beside) if at == path)
    first, last = number, number
    while first > 0 and _is_bare(beside[first - 1][0], places):
        first -= 1
    while last + 1 < len(beside) and _is_bare(beside[last + 1][0], places):
        last += 1
    start, end = _key(beside[first][1])[0], _key(beside[last][1])[1]
    if first == 0 or beside[first - 1][1].style in ("{", "|", ">"):
        return None
    owner, value = beside[first - 1]
    example = f"{owner[-1]}: {_joined(value, span.origin.text[start:end], takes(top, owner, 'list'))}"
    text = span.origin.text[start:end]
    place = span.origin.place(start, end)
    fix = (span.origin.replacement(_key(value)[0], end, example),)
    return report("spec-comma-in-value", place, text=text, example=example, near=owner[-1]).with_fix(*fix)


def _joined(value: Span, rest: str, listed: bool) -> str:  # noqa: FBT001
    """Write a value together with what a comma cut off from it."""
    if value.style == "[":
        return f"{value.origin.text[value.start : value.end].rstrip('] ')}, {rest}]"
    return f"[{value.text}, {rest}]" if listed else in_quotes(f"{value.text}, {rest}")


def _beside(path: Path, places: Places) -> list[tuple[Path, Span]]:
    depth = len(path)
    around = places.spans.items()
    return [(at, span) for at, span in around if len(at) == depth and at[:-1] == path[:-1] and span.key]


def _is_bare(path: Path, places: Places) -> bool:
    return not places.after_key(path).startswith(":")


def _key(span: Span) -> tuple[int, int]:
    return span.key or (span.start, span.end)
