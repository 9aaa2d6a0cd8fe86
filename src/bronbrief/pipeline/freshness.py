"""Which briefs must be built, and why: a pure function of what was recorded and what stands there now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bronbrief.pipeline.ledger import Ledger, Recorded


class Cause(StrEnum):
    """Why something must be built."""

    FORCED = "forced"
    NEW = "new"
    FORMATS = "formats"
    VERSION = "version"
    CODE = "code"
    SPEC = "spec"
    DEFAULTS = "defaults"
    SOURCE = "source"
    TEMPLATE = "template"
    LABELS = "labels"
    FONT = "font"
    FILE = "file"
    OUTPUT_MISSING = "output-missing"
    OUTPUT_CHANGED = "output-changed"


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause, and the file, package or format that it is about."""

    cause: Cause
    what: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """What is the case now: the paths whose content differs from the record, and what is installed.

    `changed` and `missing` hold inputs and outputs alike, by workspace-relative path (absolute for what
    Bronbrief ships). `code` holds the files of Bronbrief itself.
    """

    changed: Collection[str]
    missing: Collection[str]
    versions: Mapping[str, str]
    formats: tuple[str, ...]
    force: bool = False
    code: Collection[str] = ()


def common_reasons(ledger: Ledger, now: Now) -> tuple[Reason, ...]:
    """Return why all briefs that were chosen must be built, whatever they are made from."""
    found = [Reason(Cause.FORCED)] if now.force else []
    names = sorted(ledger.versions.keys() | now.versions.keys())
    found += [
        Reason(Cause.VERSION, f"{name} {ledger.versions.get(name, '–')} → {now.versions.get(name, '–')}")
        for name in names
        if ledger.versions and ledger.versions.get(name) != now.versions.get(name)
    ]
    found += [Reason(Cause.CODE, path) for path in ledger.engine if path in now.changed]
    if ledger.engine:
        found += [Reason(Cause.CODE, path) for path in sorted(set(now.code).difference(ledger.engine))]
    return tuple(found)


def reasons(record: Recorded | None, now: Now) -> tuple[Reason, ...]:
    """Return why one brief must be built; none if it is up to date."""
    if record is None:
        return (Reason(Cause.NEW),)
    found: list[Reason] = []
    if record.formats != now.formats:
        found.append(Reason(Cause.FORMATS, ", ".join(now.formats)))
    if now.changed:
        found += [Reason(cause_of(path), path) for path in record.inputs if path in now.changed]
        for path, _ in record.outputs:
            if path in now.changed:
                gone = path in now.missing
                found.append(Reason(Cause.OUTPUT_MISSING if gone else Cause.OUTPUT_CHANGED, path))
    return tuple(found)


def cause_of(path: str) -> Cause:
    """Tell what kind of input a path is."""
    folder, _, rest = path.partition("/")
    if path.endswith((".ttf", ".otf")):
        return Cause.FONT
    if "/_labels/" in path:
        return Cause.LABELS
    if folder == "templates" or path.startswith("/"):
        return Cause.TEMPLATE
    if folder == "seeds":
        return Cause.SOURCE
    if folder == "briefs":
        return Cause.DEFAULTS if rest.startswith("_") else Cause.SPEC
    return Cause.FILE
