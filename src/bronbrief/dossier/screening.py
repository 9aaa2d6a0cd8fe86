"""Look for personal data before a brief is published: in the author's text and in what is quoted.

What is found is likely, not certain: a number that passes the eleven test may still be something else. So
a finding points at the place, and a person decides. Nothing is taken out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

from bronbrief.core.diagnostics import Diagnostic, Place, Severity, clip, report
from bronbrief.dossier.rules import Rules
from bronbrief.spec.load import LoadedSpec

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?!\w)")
# Nine digits on their own, or grouped as on an identity card; not a part of a longer number, of an amount or
# of a reference such as Z-123456782.
_BSN = re.compile(
    r"(?<![\w.,/€-])(?<!€ )(?:\d{9}|\d{4}([. ])\d{2}\1\d{3}|\d{3} \d{3} \d{3})(?![\w/-]|[.,]\d)"
)
_REGIONS = ("NL", "BE")
_GROUPING = frozenset({"{", "["})


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something that looks like personal data: its kind, and characters `start` to `end` of a text."""

    kind: str
    start: int
    end: int


def sightings(text: str) -> tuple[Sighting, ...]:
    """Find what looks like personal data in a text, in order; no character counts twice.

    Kinds are "iban" (ISO 13616), "email", "bsn" (eleven test) and "telephone" (valid in the Netherlands,
    in Belgium or written internationally).
    """
    found: list[Sighting] = []
    for finder in (_ibans, _emails, _bsns, _telephones):
        for seen in finder(text):
            if all(seen.end <= other.start or other.end <= seen.start for other in found):
                found.append(seen)
    return tuple(sorted(found, key=lambda seen: seen.start))


def screen(loaded: LoadedSpec, evidence: Mapping[str, Any], rules: Rules) -> tuple[Diagnostic, ...]:
    """Report what a spec and its quotations hold that the rules want to be looked at.

    `evidence` is the record of the brief's quotations: what is quoted by its first and last words does not
    stand in the spec. Findings in a quotation are at the place that selects it.
    """
    findings: list[Diagnostic] = []
    said: set[tuple[str, str]] = set()
    for path, span in loaded.places.spans.items():
        if not path or span.style in _GROUPING or not span.text:
            continue
        text = span.text[span.lead :]
        for seen in sightings(text):
            value = text[seen.start : seen.end]
            said.add((str(path[1]) if path[0] == "excerpts" else "", _digest(value)))
            findings += _diagnostics(
                rules, seen.kind, value, loaded.places.within(path, seen.start, seen.end)
            )
    for name, text in _quoted(evidence):
        place = loaded.places.key(("excerpts", name))
        for seen in sightings(text):
            value = text[seen.start : seen.end]
            if (name, _digest(value)) not in said:
                findings += _diagnostics(rules, seen.kind, value, place)
    return tuple(findings)


def _diagnostics(rules: Rules, kind: str, value: str, place: Place) -> list[Diagnostic]:
    severity = rules.screening.get(kind)
    if severity is None or _digest(value) in {_digest(allowed) for allowed in rules.allowed}:
        return []
    shown = f"{value[:2]}…{value[-2:]}" if kind == "bsn" else clip(value, 40)
    return [report(f"personal-{kind}", place, severity=Severity(severity), value=shown)]


def _quoted(evidence: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for item in evidence.get("first", {}).get("items", ()):
        name = str(item["id"]).rsplit(":", 1)[-1]
        for target in item["target"]:
            for selector in target["selector"]:
                if selector["type"] == "TextQuoteSelector":
                    yield name, selector["exact"]


def _digest(value: str) -> str:
    return re.sub(r"[\s.()-]", "", value).casefold()


def _emails(text: str) -> Iterator[Sighting]:
    return (Sighting("email", match.start(), match.end()) for match in _EMAIL.finditer(text))


def _ibans(text: str) -> Iterator[Sighting]:
    for match in _IBAN.finditer(text):
        end = match.end()
        while end > match.start():
            if iban.is_valid(text[match.start() : end], check_country=False):  # banks come and go
                yield Sighting("iban", match.start(), end)
                break
            end = max(match.start(), text.rfind(" ", match.start(), end))  # a word in capitals that follows


def _bsns(text: str) -> Iterator[Sighting]:
    for match in _BSN.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match[0])):
            yield Sighting("bsn", match.start(), match.end())


def _telephones(text: str) -> Iterator[Sighting]:
    """Find numbers as people dial them: with a zero or a plus in front, so that amounts and years are not."""
    for region in _REGIONS:
        matcher = phonenumbers.PhoneNumberMatcher(text, region, phonenumbers.Leniency.VALID)
        for match in matcher:
            if match.raw_string.lstrip("(").startswith(("0", "+")):
                yield Sighting("telephone", match.start, match.end)
