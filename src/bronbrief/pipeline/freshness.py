"""Which briefs must be built, and why.

A brief is up to date when it was made by this very installation, every file that it was made from holds what
it held then, and every file that was published of it holds what was written. What files hold is read and
hashed each time: a time of change or a size can lie.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bronbrief.core.digests import ABSENT
from bronbrief.core.workspace import BRIEFS, SEEDS, TEMPLATES, Workspace
from bronbrief.pipeline.build_record import BUILDS, CONTENTS, SCHEMA, SOURCES, BuildRecord, Made, load_record
from bronbrief.pipeline.installation import CODE, installation, is_library
from bronbrief.pipeline.options import Options


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
class Plan:
    """The briefs that are up to date, with what came of them, and the others with the reasons; by path.

    `path` is that of the record that it was made from: of builds, or of checks, which publish nothing.

    `contents` and `schema` tell that the table of contents or the schema must be made, `sources` that all
    sources must be read anew.
    `installed` is what builds now. `record` holds what can still be believed.
    """

    path: str
    record: BuildRecord
    installed: Mapping[str, str]
    fresh: Mapping[str, Made]
    stale: Mapping[str, tuple[Reason, ...]]
    contents: bool
    schema: bool
    sources: bool

    @property
    def nothing_to_do(self) -> bool:
        """Tell whether all is up to date."""
        return not (self.stale or self.contents or self.schema or self.sources)


KINDS = {SEEDS: Cause.SOURCE, TEMPLATES: Cause.TEMPLATE}

Digest = Callable[[str], str]
"""Gives the digest of what a path of the workspace holds now."""


def make_plan(
    workspace: Workspace, path: str, chosen: Sequence[str], options: Options, *, everything: bool
) -> Plan:
    """Compare a record with what stands there now; `everything` takes in the sources that no brief uses."""
    record, installed = load_record(workspace, path), installation()
    general = tuple(_installed_otherwise(record.installed, installed))
    if general:
        record = BuildRecord(installed)
    common = ((Reason(Cause.FORCED),) if options.force else ()) + general
    digest = cache(workspace.digest)
    formats = tuple(options.formats)
    why = {name: common or reasons(record.made.get(name), digest, formats) for name in chosen}
    stale = {name: found for name, found in why.items() if found}
    fresh = {name: record.made[name] for name in chosen if name not in stale}
    publishes = path == BUILDS
    contents = publishes and (bool(stale) or bool(reasons(record.made.get(CONTENTS), digest)))
    schema = publishes and bool(common or reasons(record.made.get(SCHEMA), digest))
    sources = everything and bool(common or reasons(record.made.get(SOURCES), digest))
    return Plan(path, record, installed, fresh, stale, contents, schema, sources)


def reasons(made: Made | None, digest: Digest, formats: tuple[str, ...] = ()) -> tuple[Reason, ...]:
    """Return why something must be made; none if it is up to date."""
    if made is None:
        return (Reason(Cause.NEW),)
    found = [Reason(Cause.FORMATS, ", ".join(formats))] if made.formats != formats else []
    found += [Reason(cause_of(path), path) for path, held in made.inputs.items() if digest(path) != held]
    for path, held in made.outputs.items():
        if digest(path) != held:
            gone = digest(path) == ABSENT
            found.append(Reason(Cause.OUTPUT_MISSING if gone else Cause.OUTPUT_CHANGED, path))
    return tuple(found)


def _installed_otherwise(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Reason]:
    """Yield what is installed otherwise than it was; nothing where nothing was recorded."""
    for name in sorted(before.keys() | now.keys()) if before else ():
        old, new = before.get(name, "–"), now.get(name, "–")
        if old != new:
            yield (
                Reason(Cause.CODE, "bronbrief")
                if name == CODE
                else Reason(Cause.VERSION, f"{name} {old} → {new}")
            )


def cause_of(path: str) -> Cause:
    """Tell what kind of input a path is."""
    folder, _, rest = path.partition("/")
    if "/_labels/" in path:
        return Cause.LABELS
    if folder in KINDS:
        return KINDS[folder]
    if folder == BRIEFS:
        return Cause.DEFAULTS if rest.startswith("_") else Cause.SPEC
    if is_library(path):
        return Cause.CODE
    if path.endswith((".ttf", ".otf")):
        return Cause.FONT
    return Cause.TEMPLATE if path.startswith("/") else Cause.FILE
