"""Findings as SARIF 2.1.0 (OASIS, 27 March 2020), which code hosts and editors read."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from bronbrief.core.diagnostics import Diagnostic, Place, Replacement, Severity, sort_key
from bronbrief.core.diagnostics import codes as known_codes
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import headline, hint, phrase, words
from bronbrief.reporting.json import dumps

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
ROOT = "WORKSPACE"


def render(diagnostics: Iterable[Diagnostic], version: str, lang: str = "en") -> str:
    """Write findings as one SARIF run of this version of Bronbrief, sorted by place."""
    found = sorted(diagnostics, key=sort_key)
    codes = sorted({diagnostic.code for diagnostic in found})
    driver = {
        "name": "Bronbrief",
        "semanticVersion": version,
        "language": i18n.spoken(lang),
        "rules": [_rule(code, lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": i18n.say("diagnostics", "root", lang)}}},
        "results": [_result(diagnostic, codes, lang) for diagnostic in found],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(document) + "\n"


def _rule(code: str, lang: str) -> dict[str, object]:
    said = words(code, lang)
    return {
        "id": code,
        "shortDescription": {"text": said.headline},
        "fullDescription": {"text": said.cause},
        "help": {"text": said.cure},
        "defaultConfiguration": {"level": LEVELS[known_codes()[code].severity]},
    }


def _result(diagnostic: Diagnostic, codes: Sequence[str], lang: str) -> dict[str, object]:
    parts = (headline(diagnostic, lang), diagnostic.detail, hint(diagnostic, lang))
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(part for part in parts if part)},
    }
    if diagnostic.place:
        result["locations"] = [_location(diagnostic.place)]
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, **_location(related.place), "message": {"text": phrase(related, lang)}}
            for number, related in enumerate(diagnostic.related)
        ]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.fix)]
    return result


def _fix(replacements: Sequence[Replacement]) -> dict[str, object]:
    """Write replacements in one file as a fix (section 3.55)."""
    changes = [
        {"deletedRegion": _region(one.place), "insertedContent": {"text": one.text}} for one in replacements
    ]
    file = replacements[0].place.file
    return {"artifactChanges": [{"artifactLocation": _artifact(file), "replacements": changes}]}


def _location(place: Place) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(place.file)}
    if place.line:
        physical["region"] = _region(place)
    return {"physicalLocation": physical}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file), "uriBaseId": ROOT}


def _region(place: Place) -> dict[str, int]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": max(place.end_line, place.line),
        "endColumn": place.end_column,
    }
    return {name: value for name, value in region.items() if value}
