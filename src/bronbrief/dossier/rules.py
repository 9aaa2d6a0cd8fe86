"""The rules of a council: names and limits of its papers, fields it asks for, what to look for beforehand.

Rules are data. `rules.yaml` beside this module holds those of a council that gives none; a council's own
file replaces them key by key.
"""

import dataclasses
from dataclasses import dataclass
from importlib.resources import files
from typing import Annotated

from pydantic import Field

from bronbrief.core.diagnostics import Diagnostic, Outcome, Severity, report
from bronbrief.core.near import nearest
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.dossier.naming import PATTERN_FIELDS, unknown_fields
from bronbrief.dossier.yaml_files import Read, parse_as
from bronbrief.spec.council import Archive, Council
from bronbrief.spec.excerpts import Strict
from bronbrief.spec.keys import key_names
from bronbrief.spec.model import BriefSpec
from bronbrief.spec.types import Address, Number, Text, one_of

OWN_RULES = f"{BRIEFS}/_council.yaml"
SHIPPED = "bronbrief/dossier/rules.yaml"
MEGABYTE = 1_000_000
KINDS = ("bsn", "email", "telephone", "iban")


Weight = Annotated[str, one_of(("off", "warning", "error"), "spec-not-a-weight")]


class Limits(Strict):
    """What a file may weigh and how long it may be."""

    max_size: Number | None = Field(None, description="Megabytes of 1,000,000 bytes.")
    max_pages: Number | None = Field(None, description="Pages of one brief.")


class Screening(Strict):
    """How much each kind of personal data weighs."""

    bsn: Weight | None = Field(None, description="Citizen service numbers.")
    email: Weight | None = Field(None, description="E-mail addresses.")
    telephone: Weight | None = Field(None, description="Telephone numbers.")
    iban: Weight | None = Field(None, description="Numbers of bank accounts.")


class Organisation(Strict):
    """The organisation whose council takes the papers."""

    name: Text | None = Field(None, description="Its name.", examples=["Gemeente Coevorden"])
    identifier: Address | None = Field(
        None,
        description="Its identifier, an address: TOOI in the Netherlands, OVO in Flanders.",
        examples=["https://identifier.overheid.nl/tooi/id/gemeente/gm0109"],
    )


class Contact(Strict):
    """Whom a reader can ask about the papers."""

    name: Text = Field(description="A person or an office.", examples=["Griffie Coevorden"])
    telephone: Text | None = Field(None, description="A telephone number.", examples=["14 0524"])
    email: Text | None = Field(None, description="An e-mail address.", examples=["griffie@coevorden.nl"])


class RulesFile(Strict):
    """What a file of rules may hold."""

    organisation: Organisation = Field(Organisation())
    contact: Contact | None = Field(None, description="Whom the guide tells readers to ask.")
    publish: Address | None = Field(
        None,
        description="The address of the folder in which the files of dossiers come to stand.",
        examples=["https://raad.coevorden.nl/stukken/"],
    )

    name: Text | None = Field(None, description="The pattern of file names.")
    limits: Limits = Field(Limits())
    required: list[Text] | None = Field(None, description="Keys of a spec that must be filled.")
    screening: Screening = Field(Screening())
    allowed: list[Text] | None = Field(None, description="Personal data that may stand in a brief.")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that hold for a dossier; `max_bytes` and `max_pages` are None where there is no limit."""

    pattern: str
    max_bytes: int | None
    max_pages: int | None
    required: tuple[str, ...]
    screening: dict[str, Severity]
    allowed: frozenset[str]
    organisation: Organisation = dataclasses.field(default_factory=Organisation)
    contact: Contact | None = None
    publish: str | None = None


def load_rules(workspace: Workspace, path: str | None = None) -> Outcome[Rules]:
    """Read the rules of a council: the file named, else `briefs/_council.yaml`, else those shipped."""
    shipped = _shipped()
    if path is None and OWN_RULES not in workspace.names(BRIEFS, ".yaml"):
        return Outcome(_rules(shipped, shipped))
    try:
        data = workspace.read(path or OWN_RULES, SPEC_LIMIT)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    own = parse_rules(data, path or OWN_RULES)
    if own.value is None:
        # A file with only comments changes nothing.
        empty = own.diagnostics and all(found.code == "yaml-empty" for found in own.diagnostics)
        return Outcome(_rules(shipped, shipped)) if empty else Outcome(None, own.diagnostics)
    return Outcome(_rules(own.value, shipped), own.diagnostics)


def parse_rules(data: bytes, path: str) -> Outcome[RulesFile]:
    """Read the text of a file of rules; findings are reported in the file at `path`."""
    own = parse_as(data, path, RulesFile)
    if own.value is None:
        return Outcome(None, own.diagnostics)
    wrong = (*_wrong_pattern(own.value), *_wrong_fields(own.value))
    return Outcome(None if wrong else own.value.values, (*own.diagnostics, *wrong))


def given(spec: BriefSpec, field: str) -> bool:
    """Tell whether a spec fills a field, such as "summary" or "council.body"."""
    value: object = spec
    for step in field.split("."):
        value = getattr(value, {"for": "for_"}.get(step, step), None)
    return bool(value)


def _shipped() -> RulesFile:
    data = (files("bronbrief.dossier") / "rules.yaml").read_bytes()
    read = parse_as(data, SHIPPED, RulesFile).value
    if read is None:
        raise RuntimeError("the rules that are shipped cannot be read")
    return read.values


def _rules(own: RulesFile, shipped: RulesFile) -> Rules:
    weights = {kind: getattr(own.screening, kind) or getattr(shipped.screening, kind) for kind in KINDS}
    limits = own.limits
    return Rules(
        pattern=own.name or shipped.name or "",
        max_bytes=limits.max_size * MEGABYTE if limits.max_size else None,
        max_pages=limits.max_pages,
        required=tuple(own.required or shipped.required or ()),
        screening={kind: Severity(weight) for kind, weight in weights.items() if weight != "off"},
        allowed=frozenset(own.allowed or shipped.allowed or ()),
        organisation=own.organisation,
        contact=own.contact,
        publish=own.publish,
    )


def _wrong_pattern(own: Read[RulesFile]) -> list[Diagnostic]:
    pattern, place = own.values.name, own.places.value(("name",))
    if pattern is None:
        return []
    try:
        wrong = unknown_fields(pattern)
    except ValueError:
        return [report("name-pattern-unbalanced", place)]
    known = sorted(PATTERN_FIELDS)
    return [
        report("name-pattern-field", place, field=field, near=nearest(field, known) or "title")
        for field in wrong
    ]


def _wrong_fields(own: Read[RulesFile]) -> list[Diagnostic]:
    known = known_fields()
    found = []
    for number, field in enumerate(own.values.required or ()):
        if field not in known:
            place = own.places.value(("required", number))
            found.append(report("rule-field", place, field=field, near=nearest(field, known) or known[0]))
    return found


def known_fields() -> tuple[str, ...]:
    """Return the names of the fields that a council may ask for, sorted."""
    named = set(key_names(BriefSpec))
    for key, model in (("council", Council), ("archive", Archive)):
        named |= {f"{key}.{name}" for name in key_names(model)}
    return tuple(sorted(named))
