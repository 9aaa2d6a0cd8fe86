"""A text, a list or keys where another of the three belongs: what was meant, and how it is written."""

import re
from collections.abc import Sequence

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.places import Path
from bronbrief.core.yaml.edits import in_brackets, in_quotes
from bronbrief.core.yaml.guesses import dash_missing, dash_space
from bronbrief.core.yaml.layout import line_at
from bronbrief.spec.forms import SAYING, form_at, nested
from bronbrief.spec.keys import key_names, kind_at, model_at, value_at
from bronbrief.spec.refusals import Refusal, Refused, text_of


def wrong_type(refusal: Refusal, refused: Refused, place: Place) -> Diagnostic:
    """Report a value of another kind than its key takes, at the narrowest place."""
    if refusal.value is None:
        return report("spec-empty-text", place)
    wanted = {"string_type": "text", "list_type": "list"}.get(refusal.rule, "keys")
    found = (
        "list" if isinstance(refusal.value, list) else "keys" if isinstance(refusal.value, dict) else "text"
    )
    if found == "keys" and (unwrapped := _unwrapped(refusal, refused, wanted)) is not None:
        return unwrapped
    if wanted == "list" and (dash := _dash(refusal, refused)) is not None:
        return dash
    if (wanted, found) == ("list", "text") and isinstance(refusal.path[-1], int):
        return _texts_in_list(refusal.path[:-1], refused)
    if found != "text":
        place = refused.places.head(refusal.path)
    code = f"spec-{wanted}-not-{found}"
    if wanted == "keys" and isinstance(refusal.value, list) and not _holds_keys(refusal.value):
        code, place = "spec-keys-not-items", refused.places.value(refusal.path)
    form = form_at(refused.model, refusal.path, text_of(refusal.value) or None)
    return report(code, place, key=refusal.key, form=form, allowed=", ".join(_inside(refusal.path, refused)))


def _is_named_texts(refusal: Refusal, refused: Refused) -> bool:
    """Tell whether somebody gave each text of a list a name, as in `cells: {Contact: bevroren}`."""
    given = refusal.value if isinstance(refusal.value, dict) else {}
    is_of_texts = kind_at(refused.model, (*refusal.path, 0)) == "text"
    return is_of_texts and bool(given) and all(isinstance(value, str) for value in given.values())


def _unwrapped(refusal: Refusal, refused: Refused, wanted: str) -> Diagnostic | None:
    """Report keys around what should stand by itself, with the values as they must be; None if unclear."""
    given = refusal.value if isinstance(refusal.value, dict) else {}
    place = refused.places.value(refusal.path)
    if wanted == "list" and _is_named_texts(refusal, refused):
        form = f"[{', '.join(in_brackets(value) for value in given.values())}]"
        return report("spec-list-without-names", place, key=refusal.key, form=form)
    said = next((given[key] for key in SAYING if isinstance(given.get(key), str)), None)
    if wanted == "text" and said:
        code = "spec-cell-without-keys" if refusal.key == "cells" and "cite" in given else "spec-text-alone"
        return report(code, place, key=refusal.key, form=in_brackets(said))
    if wanted == "text" and len(given) == 1:
        ((name, value),) = given.items()
        if isinstance(value, str):
            in_braces = _in_braces(refusal.path, refused)
            code = "spec-text-alone" if in_braces else "spec-text-with-colon"
            form = in_brackets(value) if in_braces else in_quotes(f"{name}: {value}")
            return report(code, place, key=refusal.key, form=form)
    return None


def _in_braces(path: Path, refused: Refused) -> bool:
    span = refused.places.spans[path]
    return span.origin.text[span.start : span.start + 1] == "{"


def _texts_in_list(path: Path, refused: Refused) -> Diagnostic:
    """Report texts in a list of lists once, at the list, with all of it as it must be."""
    items = value_at(refused.data, path)
    form = nested(refused.model, path, items if isinstance(items, list) else [])
    return report("spec-lists-not-texts", refused.places.value(path), key=path[-1], form=form)


def _holds_keys(items: Sequence[object]) -> bool:
    return bool(items) and all(isinstance(item, dict) for item in items)


def _inside(path: Path, refused: Refused) -> tuple[str, ...]:
    return key_names(model_at(refused.model, path))


def _dash(refusal: Refusal, refused: Refused) -> Diagnostic | None:
    """Report the dash that a list lacks, or the space after it, where its first item begins a line."""
    keys = refusal.value if isinstance(refusal.value, dict) else {}
    span = refused.places.spans.get((*refusal.path, *list(keys)[:1]))
    if span is None or span.style in ("|", ">"):
        return None
    start = span.key[0] if keys and span.key else span.start
    line = line_at(span.origin, start)
    if line.start + line.indent != start:
        return None
    if re.match(r"-[^\s-]", line.text):
        return dash_space(span.origin, line)
    shift = 2 if len(keys) > 1 else 0
    owner = refused.places.key(refusal.path).column - 1
    return dash_missing(span.origin, line, line.indent - shift) if line.indent - shift >= owner else None
