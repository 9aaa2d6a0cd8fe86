"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

The escapes are those of the toolkit that GitHub publishes (actions/toolkit, core/src/command.ts).
"""

from collections.abc import Iterable

from bronbrief.core.diagnostics import Diagnostic, Place, Severity, sort_key
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.reporting.excerpt import printable

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(diagnostics: Iterable[Diagnostic], lang: str = "en") -> str:
    """Write one workflow command a finding, sorted by place."""
    return "".join(f"{_command(diagnostic, lang)}\n" for diagnostic in sorted(diagnostics, key=sort_key))


def _command(diagnostic: Diagnostic, lang: str) -> str:
    properties = {**_position(diagnostic.place), "title": diagnostic.code}
    fields = ",".join(f"{name}={_property(printable(str(value)))}" for name, value in properties.items())
    parts = (headline(diagnostic, lang), diagnostic.detail, hint(diagnostic, lang))
    message = "\n".join(printable(line) for part in parts for line in part.splitlines())
    return f"::{COMMANDS[diagnostic.severity]} {fields}::{_data(message)}"


def _position(place: Place | None) -> dict[str, str | int]:
    if place is None:
        return {}
    if not place.line:
        return {"file": place.file}
    position: dict[str, str | int] = {"file": place.file, "line": place.line}
    position["endLine"] = max(place.end_line, place.line)
    if place.column and place.end_line == place.line:
        position |= {"col": place.column, "endColumn": max(place.end_column - 1, place.column)}
    return position


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
