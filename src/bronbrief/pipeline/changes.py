"""When a source no longer fits its record: what that means for each quotation, and what to change.

Proposals only: the author decides whether the new text is the right one.
"""

from collections.abc import Iterable, Iterator

from bronbrief.core.diagnostics import Diagnostic, Place, clip, report
from bronbrief.core.digests import sha256_of
from bronbrief.core.renditions import EVIDENCE
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.evidence.annotations import recorded_quotation
from bronbrief.evidence.changes import Change, Effect, PartChange, changes
from bronbrief.evidence.differences import difference
from bronbrief.evidence.record import EvidenceRecord, RecordedQuotation
from bronbrief.evidence.recorded import RECORD_LIMIT, read_evidence
from bronbrief.evidence.select import prove_all
from bronbrief.sources.model import Catalogue, Source
from bronbrief.spec.load import LoadedSpec

MARKS = {Effect.STANDS: "✓", Effect.MOVED: "→", Effect.GONE: "✗"}
SHOWN = 200


def change_diagnostics(
    workspace: Workspace, name: str, loaded: LoadedSpec, used: Iterable[str], catalogue: Catalogue
) -> Iterator[Diagnostic]:
    """Report for each changed source what became of the quotations of the last good build.

    `used` are the ids of the sources of the brief. Where there was no build, there is nothing to compare.
    """
    changed = [source for one in sorted(used) if (source := catalogue.get(one)) and _is_changed(source)]
    record = _last_record(workspace, name) if changed else None
    if record is None:
        return
    for source in changed:
        if found := changes(record.quotations, source, source.path):
            digest = sha256_of(source.data)
            old, new = f"  - sha256: {source.record.sha256}", f"  + sha256: {digest}"
            yield effect_diagnostic(source, found, loaded, (source.record_path, old, new))


def quotations_of(
    workspace: Workspace, loaded: LoadedSpec, source_id: str, catalogue: Catalogue
) -> tuple[RecordedQuotation, ...]:
    """Return the quotations of a brief from a source that is about to change: as they stand now.

    Where the source has changed already, those of the last good build are all that is known.
    """
    source = catalogue.get(source_id)
    if source is None or _is_changed(source):
        record = _last_record(workspace, loaded.name)
        return record.quotations if record else ()
    excerpts = (prove_all(loaded, catalogue).value or {}).values()
    return tuple(recorded_quotation(one, catalogue.sources[one.source_id]) for one in excerpts)


def _is_changed(source: Source) -> bool:
    return sha256_of(source.data) != source.record.sha256


def _last_record(workspace: Workspace, name: str) -> EvidenceRecord | None:
    """Read the evidence of the last good build; that it was read makes no brief depend on it."""
    path = f"{BUILD}/{name}/{name}.{EVIDENCE}"
    try:
        data = Workspace(workspace.root).read(path, RECORD_LIMIT)
    except FileProblemError:
        return None
    return read_evidence(data, path).value


def effect_diagnostic(
    source: Source, found: tuple[Change, ...], loaded: LoadedSpec, of_record: Iterable[str] = ()
) -> Diagnostic:
    """Report what became of the quotations of a brief from a source as it is now."""
    effects = [change.effect for change in found]
    stand, moved, gone = (effects.count(effect) for effect in Effect)
    lines = [line for change in found for line in _became(change)]
    lines += of_record
    for change in found:
        lines += _proposals(change, loaded)
    return report(
        "source-change-effect",
        Place(source.path),
        detail="\n".join(lines),
        source=source.id,
        stand=stand,
        moved=moved,
        gone=gone,
    )


def _became(change: Change) -> Iterator[str]:
    for part in change.parts:
        moved = f" → {part.locator}" if part.effect is Effect.MOVED else ""
        yield f"{MARKS[part.effect]} {change.quotation.id}: {part.part.locator}{moved}"
        if part.effect is Effect.GONE and part.instead:
            yield from (f"    {line}" for line in difference(part.part.exact, part.instead).splitlines())


def _proposals(change: Change, loaded: LoadedSpec) -> Iterator[str]:
    """Write the lines of the spec that would change: a new locator, or the words as they are now."""
    spec = loaded.spec.excerpts.get(change.quotation.id)
    if spec is None or change.effect is Effect.STANDS:
        return
    path = ("excerpts", change.quotation.id)
    if spec.passage is not None:
        listed = isinstance(spec.passage, list)
        for at, locator in enumerate(spec.passage if isinstance(spec.passage, list) else [spec.passage]):
            new = _new_locator(locator, change.parts)
            where = (*path, "passage", at) if listed else (*path, "passage")
            if new:
                key = "" if listed else "passage: "
                yield from _swap(loaded.places.value(where), f"{key}{locator}", f"{key}{new}")
    elif spec.quote is not None and len(change.parts) == 1 and change.parts[0].instead:
        old, new = clip(change.parts[0].part.exact, SHOWN), change.parts[0].instead
        yield from _swap(loaded.places.value((*path, "quote")), f"quote: {old}", f"quote: {new}")


def _new_locator(locator: str, parts: Iterable[PartChange]) -> str:
    """Return the passage that now has what this one had, or nothing where it stands or is gone."""
    moved = (part for part in parts if part.effect is Effect.MOVED and part.part.locator == locator)
    return next((part.locator for part in moved), "")


def _swap(place: Place, old: str, new: str) -> tuple[str, str, str]:
    return f"{place.file}:{place.line}", f"  - {old}", f"  + {new}"
