"""The catalogue of messages: from a code and its values to the words that a user reads."""

import string
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType

from bronbrief.core.diagnostics import (
    HEADLINE_LIMIT,
    Diagnostic,
    Message,
    Place,
    Related,
    Severity,
    Words,
    clip,
)
from bronbrief.core.messages.phrases import PHRASES

AREAS = (
    "files",
    "yaml",
    "yaml_syntax",
    "yaml_layout",
    "sources",
    "records",
    "spec",
    "spec_shapes",
    "spec_values",
    "spec_checks",
    "evidence",
    "evidence_marks",
    "brief",
    "markdown",
    "claims",
    "render",
    "pipeline",
    "council",
    "dossier",
    "machine",
    "pdf",
    "authoring",
    "preview",
    "intake",
    "verify",
    "verify_quotations",
    "readback",
    "workers",
)


class _Catalogue(Mapping[str, Message]):
    """All messages by code. An area is imported when a code is sought that those before it do not have.

    Most runs find little, and reading the words of all areas takes longer than looking at 200 briefs.
    """

    def __init__(self) -> None:
        self._unread = list(AREAS)
        self._read: dict[str, Message] = {}

    def __getitem__(self, code: str) -> Message:
        while code not in self._read and self._unread:
            area = import_module(f"bronbrief.core.messages.{self._unread.pop(0)}")
            self._read.update(area.MESSAGES)
        return self._read[code]

    def __iter__(self) -> Iterator[str]:
        self._read_all()
        return iter(self._read)

    def __len__(self) -> int:
        self._read_all()
        return len(self._read)

    def _read_all(self) -> None:
        while self._unread:
            self._read.update(import_module(f"bronbrief.core.messages.{self._unread.pop(0)}").MESSAGES)


MESSAGES: Mapping[str, Message] = _Catalogue()


def areas() -> tuple[ModuleType, ...]:
    """Return the modules of the catalogue, each with its part of the messages."""
    return tuple(import_module(f"bronbrief.core.messages.{name}") for name in AREAS)


def report(
    code: str,
    place: Place | None = None,
    /,
    *,
    detail: str = "",
    related: tuple[Related, ...] = (),
    severity: Severity | None = None,
    **params: object,
) -> Diagnostic:
    """Make a diagnostic with the catalogue's severity for its code.

    Raises KeyError for a code that the catalogue does not hold: that is a mistake of ours.
    """
    values = {name: str(value) for name, value in params.items()}
    weight = severity or MESSAGES[code].severity
    return Diagnostic(code, weight, place, values, detail, related)


def words(code: str, lang: str) -> Words:
    """Return a message's words in the language asked for; anything but Dutch reads English."""
    message = MESSAGES[code]
    return message.nl if lang.startswith("nl") else message.en


def headline(diagnostic: Diagnostic, lang: str = "en") -> str:
    """Write the headline, at most 70 characters; the longest values are shortened to fit."""
    template = words(diagnostic.code, lang).headline
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    width = HEADLINE_LIMIT
    while len(text := _fill(template, diagnostic, width)) > HEADLINE_LIMIT and width > 1 and names:
        width -= 1
    return clip(text, HEADLINE_LIMIT)


def hint(diagnostic: Diagnostic, lang: str = "en") -> str:
    """Write the hint, whole: what the user can do."""
    return _fill(words(diagnostic.code, lang).hint, diagnostic, 10_000)


def phrase(related: Related, lang: str = "en") -> str:
    """Write what is said of the second place of a finding."""
    english, dutch = PHRASES[related.phrase]
    return (dutch if lang.startswith("nl") else english).format_map(related.params)


def _fill(template: str, diagnostic: Diagnostic, width: int) -> str:
    values = {name: clip(value, width) for name, value in diagnostic.params.items()}
    return template.format_map(values)
