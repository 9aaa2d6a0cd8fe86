"""A user's mistake as a value: a code, a place and words; showing it is somebody else's work.

Code that finds a problem makes a `Diagnostic` with `report`. Its code stands in `diagnostics.toml`, beside
this module, and its words in `locale/`. `reporting/` writes diagnostics as text, JSON, annotations or SARIF.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar

from bronbrief.core.tables import read_table

T = TypeVar("T")

CODES_FILE = Path(__file__).with_name("diagnostics.toml")
HEADLINE_LIMIT = 70


class Severity(StrEnum):
    """How much a finding weighs: an error stops the brief, a warning does not, a hint is advice."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Origin(StrEnum):
    """What a finding is about.

    INPUT is what the user wrote. RUN is what befell this run: such a finding is not kept, so that the next
    run tries again. ENVIRONMENT is the machine or the command line: it is not kept either, and the command
    exits with 2.
    """

    INPUT = "input"
    RUN = "run"
    ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True)
class Code:
    """What is known of a code: the area that it belongs to, its severity and its origin."""

    area: str
    severity: Severity
    origin: Origin


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file in the workspace; lines and columns count from 1, the end is exclusive.

    `file` is relative to the workspace with forward slashes. Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding; `phrase` names what is said of it, `params` fill its fields."""

    place: Place
    phrase: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Replacement:
    """Text to put in the place of what stands there; a place that ends where it starts is put before."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A located finding about the user's input.

    `params` are the values for the fields of the message, already text. `detail` is optional further
    text of several lines, such as a word diff, shown as it stands. `fix` is the cure, where that is
    exact: replacements in one file that do not overlap.
    """

    code: str
    severity: Severity
    place: Place | None
    params: Mapping[str, str]
    detail: str
    related: tuple[Related, ...]
    fix: tuple[Replacement, ...] = ()

    def with_fix(self, *fix: Replacement) -> "Diagnostic":
        """Return the finding with its exact cure."""
        return replace(self, fix=fix)

    def meaning(self, text: str | None) -> "Diagnostic":
        """Return the finding with the cure to put a text in its place; as it is where none is known."""
        place = self.place
        return self.with_fix(Replacement(place, text)) if place and place.line and text else self

    @property
    def is_error(self) -> bool:
        """Tell whether this finding stops the brief."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage hands on: a value, or None where errors left none, and what it found."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether there is a value and no error."""
        return self.value is not None and not has_errors(self.diagnostics)


@cache
def codes() -> Mapping[str, Code]:
    """Return all codes, area by area in the order of the file."""
    areas = read_table(CODES_FILE)
    return MappingProxyType(
        {code: _code(area, said) for area, entries in areas.items() for code, said in entries.items()}
    )


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
    """Make a diagnostic with the severity of its code.

    Raises KeyError for a code that is not in the list: that is a mistake of ours.
    """
    values = {name: str(value) for name, value in params.items()}
    weight = severity or codes()[code].severity
    return Diagnostic(code, weight, place, values, detail, related)


def unwritable(path: object, error: OSError, place: Place | None = None) -> Diagnostic:
    """Make the diagnostic of something that could not be written, for the reason that the system gives."""
    reason = error.strerror or type(error).__name__
    return report("output-unwritable", place, path=path, reason=reason)


def of_environment(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding is about the machine or the command line: then the command exits with 2."""
    return codes()[diagnostic.code].origin is Origin.ENVIRONMENT


def of_input(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding is about what the user wrote, and holds until that changes."""
    return codes()[diagnostic.code].origin is Origin.INPUT


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of the findings stops the brief."""
    return any(diagnostic.is_error for diagnostic in diagnostics)


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """Order findings as a reader meets them: by file, line, column, then code."""
    place = diagnostic.place or Place("")
    return (place.file, place.line, place.column, diagnostic.code)


def clip(text: str, limit: int) -> str:
    """Shorten text to at most `limit` characters, with an ellipsis where something was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: max(limit - 1, 0)].rstrip() + "…"


def _code(area: str, said: str | Mapping[str, str]) -> Code:
    if isinstance(said, str):
        return Code(area, Severity(said), Origin.INPUT)
    return Code(area, Severity(said["severity"]), Origin(said["origin"]))
