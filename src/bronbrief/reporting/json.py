"""Findings for programs: one JSON document with every field."""

import json
import re
from collections.abc import Iterable

from bronbrief.core.diagnostics import Diagnostic, Place, sort_key
from bronbrief.locale.diagnostics import headline, hint, phrase, words
from bronbrief.reporting.shapes import DiagnosticShape, PlaceShape

FORMAT = 1
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)


def diagnostics_as_data(diagnostics: Iterable[Diagnostic], lang: str) -> list[DiagnosticShape]:
    """Return findings as data, sorted by place."""
    return [_diagnostic(diagnostic, lang) for diagnostic in sorted(diagnostics, key=sort_key)]


def dumps(value: object) -> str:
    """Write JSON for people's eyes too; a character that steers a terminal or is unseen is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text if text.isascii() else _UNSAFE.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _diagnostic(diagnostic: Diagnostic, lang: str) -> DiagnosticShape:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "place": _place(diagnostic.place),
        "headline": headline(diagnostic, lang),
        "hint": hint(diagnostic, lang),
        "cure": words(diagnostic.code, lang).cure,
        "detail": diagnostic.detail,
        "params": dict(diagnostic.params),
        "related": [
            {"place": _place(related.place), "phrase": phrase(related, lang)}
            for related in diagnostic.related
        ],
        "fix": [{"place": _place(one.place), "text": one.text} for one in diagnostic.fix],
    }


def _place(place: Place | None) -> PlaceShape | None:
    if place is None:
        return None
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
