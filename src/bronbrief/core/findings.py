"""Every code of a finding: how much it weighs and what it is about. The words stand in `locale/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from bronbrief.core.diagnostics import Diagnostic, Place, Related, Severity
from bronbrief.core.tables import read_table

FILE = Path(__file__).with_name("diagnostics.toml")


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


@cache
def codes() -> Mapping[str, Code]:
    """Return all codes, area by area in the order of the file."""
    areas = read_table(FILE)
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


def of_environment(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding is about the machine or the command line: then the command exits with 2."""
    return codes()[diagnostic.code].origin is Origin.ENVIRONMENT


def of_input(diagnostic: Diagnostic) -> bool:
    """Tell whether a finding is about what the user wrote, and holds until that changes."""
    return codes()[diagnostic.code].origin is Origin.INPUT


def _code(area: str, said: str | Mapping[str, str]) -> Code:
    if isinstance(said, str):
        return Code(area, Severity(said), Origin.INPUT)
    return Code(area, Severity(said["severity"]), Origin(said["origin"]))
