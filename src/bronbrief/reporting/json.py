"""Findings for programs: one JSON document with every field."""

import json
from collections.abc import Iterable, Mapping

from bronbrief.core.diagnostics import Diagnostic, Place, sort_key
from bronbrief.locale.diagnostics import headline, hint, phrase

FORMAT = 1


def render(
    diagnostics: Iterable[Diagnostic], lang: str = "en", extra: Mapping[str, object] | None = None
) -> str:
    """Write findings as a JSON document, sorted by place; `extra` are further members of its top."""
    found = [_finding(diagnostic, lang) for diagnostic in sorted(diagnostics, key=sort_key)]
    document = {"format": FORMAT, **(extra or {}), "diagnostics": found}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(diagnostic: Diagnostic, lang: str) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "place": _place(diagnostic.place),
        "headline": headline(diagnostic, lang),
        "hint": hint(diagnostic, lang),
        "detail": diagnostic.detail,
        "params": dict(diagnostic.params),
        "related": [
            {"place": _place(related.place), "phrase": phrase(related, lang)}
            for related in diagnostic.related
        ],
    }


def _place(place: Place | None) -> dict[str, object] | None:
    if place is None:
        return None
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
