"""Findings as the preview's panel shows them: words in the reader's language, and the line with its mark."""

from collections.abc import Iterable
from typing import Any

from bronbrief.core.diagnostics import Diagnostic, Place, Replacement, Severity, codes, sort_key
from bronbrief.core.workspace import Workspace
from bronbrief.locale.diagnostics import headline, hint, phrase, words
from bronbrief.reporting.excerpt import Lines, printable

WIDTH = 220
_ACCEPT, _USELESS = "`accept`", "accept-unused"
_OF_SOURCES = frozenset({"evidence", "claims"})
"""Findings that read the sources: the passages that they name are there."""
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def as_data(diagnostics: Iterable[Diagnostic], workspace: Workspace, lang: str) -> list[dict[str, Any]]:
    """Return findings as plain values, errors first, then by place."""
    lines = Lines(workspace)
    ordered = sorted(diagnostics, key=lambda one: (_WEIGHT[one.severity], sort_key(one)))
    return [_diagnostic(diagnostic, lines, lang) for diagnostic in ordered]


def _diagnostic(diagnostic: Diagnostic, lines: Lines, lang: str) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "headline": printable(headline(diagnostic, lang)),
        "hint": printable(hint(diagnostic, lang)),
        "detail": "\n".join(map(printable, diagnostic.detail.splitlines())),
        "place": _place(diagnostic.place, lines) if diagnostic.place else None,
        "wants": diagnostic.params.get("need") or diagnostic.params.get("key", ""),
        "accepts": _accepted(diagnostic, lang),
        "passage": _passage(diagnostic, lang),
        "fix": [_replacement(one) for one in diagnostic.fix],
        "related": [
            {**_place(related.place, lines), "phrase": printable(phrase(related, lang))}
            for related in diagnostic.related
        ],
    }


def _accepted(diagnostic: Diagnostic, lang: str) -> dict[str, Any] | None:
    """Return what may stand with a reason, and whether its excerpt takes that; None where nothing may."""
    said = words(diagnostic.code, lang)
    if diagnostic.code == _USELESS or _ACCEPT not in said.hint + said.cure:
        return None
    text = diagnostic.params.get("text") or diagnostic.params.get("word", "")
    if text.endswith("…"):  # it was clipped
        text = text.removesuffix("…").rpartition(" ")[0]
    return {"text": text, "excerpt": codes()[diagnostic.code].area == "evidence"}


def _passage(diagnostic: Diagnostic, lang: str) -> dict[str, str] | None:
    """Return the passage of a source that the words of a finding name; None where they name none there is."""
    said, params = words(diagnostic.code, lang), diagnostic.params
    source, locator = params.get("other") or params.get("source"), params.get("locator")
    named = any(name in said.headline + said.hint for name in ("{locator}", "{cite}"))
    if not (source and locator and named) or codes()[diagnostic.code].area not in _OF_SOURCES:
        return None
    return {"source": source, "locator": locator}


def _replacement(one: Replacement) -> dict[str, Any]:
    place = one.place
    ends = {"from": [place.line, place.column], "to": [place.end_line, place.end_column]}
    return {"file": place.file, **ends, "text": one.text}


def _place(place: Place, lines: Lines) -> dict[str, Any]:
    marked = lines.marked(place, WIDTH)
    return {
        "file": printable(place.file),
        "line": place.line,
        "column": place.column,
        "end": [place.end_line, place.end_column],
        "source": marked.parts if marked else None,
    }
