"""From briefs to a dossier: build what was asked for, hand it to the council's functions, publish the result.

1. Find the briefs, and build them by the main road.
2. Read what was built, the rules of the council and, on request, the texts of the sources.
3. Settle the meeting and the numbers.
4. Make the dossier, and publish it: a folder and beside it the same as one ZIP file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from bronbrief.blocks import registry
from bronbrief.brief.labels import load_labels
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, Severity, has_errors, report
from bronbrief.core.renditions import EVIDENCE
from bronbrief.core.workspace import BUILD, DOSSIERS, SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.dossier.checks import ITEM_LIMIT
from bronbrief.dossier.index import DocumentSaid
from bronbrief.dossier.matter import Annex, Meeting, Wishes
from bronbrief.dossier.naming import file_name
from bronbrief.dossier.papers import Dossier, make_dossier
from bronbrief.dossier.report import DossierReport
from bronbrief.dossier.request import Asked, Request, read_replaced
from bronbrief.dossier.rules import Rules, load_rules
from bronbrief.dossier.seal import Sealing
from bronbrief.pipeline.choose import choose
from bronbrief.pipeline.context import Diagnostics
from bronbrief.pipeline.executor import failure, open_workers
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.publish import publish
from bronbrief.pipeline.report import BuildReport
from bronbrief.pipeline.run import build
from bronbrief.spec.load import LoadedSpec, load_spec
from bronbrief.spec.paths import spec_paths
from bronbrief.spec.unedited import unedited

FOLDER = PurePosixPath(DOSSIERS).name


def bundle(
    workspace: Workspace, request: Request, output: Path | None, options: Options, seal: Sealing | None = None
) -> DossierReport:
    """Make the dossier that was asked for, in `build/dossier/` or in the folder `output`.

    Nothing that a user can get wrong raises. Where anything is wrong, what stood there stands there still.
    """
    diagnostics = Diagnostics()
    chosen = _choose(workspace, request, options, diagnostics)
    rules = diagnostics.take(load_rules(workspace, request.council))
    replaced = diagnostics.take(read_replaced(workspace, request)) or {}
    if chosen is None:
        return DossierReport(BuildReport(general=tuple(diagnostics.found)))
    made = None
    with open_workers(options, len(chosen), workspace.root) as workers:
        built = build(workspace, tuple(chosen), replace(options, workers=workers))
        if not built.exit_code and not diagnostics.stop and rules is not None:
            wishes = _wishes(request, chosen, replaced, seal)

            def make_with(sealed: Mapping[str, bytes]) -> Outcome[Dossier]:
                given = replace(wishes, sealed=sealed)
                return workers.submit(make, workspace.root, request, chosen, rules, given).result()

            try:
                made = diagnostics.take(make_with({}) if seal is None else seal.over(make_with))
            except Exception as error:  # noqa: BLE001 - whatever befell the worker
                diagnostics.add([failure(DOSSIERS, error, options)])
    if made is None or diagnostics.stop:
        return DossierReport(built, tuple(diagnostics.found))
    return _publish(built, made, *_place(workspace, output), diagnostics)


def _wishes(
    request: Request,
    chosen: Mapping[str, Asked],
    replaced: Mapping[str, tuple[DocumentSaid, ...]],
    seal: Sealing | None,
) -> Wishes:
    main = next((PurePosixPath(path).stem for path, asked in chosen.items() if asked.main), None)
    return Wishes(
        combined=request.combined,
        made=request.made,
        published=request.published,
        main=main,
        replaced=replaced,
        seal=seal is not None and seal.certificate is not None,
        time_stamp=seal is not None and seal.stamper is not None,
    )


def make(
    root: Path, request: Request, chosen: Mapping[str, Asked], rules: Rules, wishes: Wishes
) -> Outcome[Dossier]:
    """Make the dossier of briefs that were built, in a worker: its guide is filled from templates as well."""
    diagnostics = Diagnostics()
    made = _make(Workspace(root), request, chosen, rules, wishes, diagnostics)
    return Outcome(made, tuple(diagnostics.found))


def _make(  # noqa: PLR0913, PLR0917 - what a dossier is made from
    workspace: Workspace,
    request: Request,
    chosen: Mapping[str, Asked],
    rules: Rules,
    wishes: Wishes,
    diagnostics: Diagnostics,
) -> Dossier | None:
    specs = [diagnostics.take(load_spec(workspace, path, registry.BLOCKS)) for path in chosen]
    loaded = [spec for spec in specs if spec is not None]
    for spec in loaded:
        diagnostics.add(unedited(spec.places, Severity.ERROR))
    meeting = _meeting(request, loaded[0], diagnostics)
    if meeting is None:
        return None
    numbers = _numbers(request, chosen, loaded[0])
    annexes = [
        annex
        for spec in loaded
        if (annex := _annex(workspace, spec, numbers[spec.path], meeting, rules, diagnostics))
    ]
    sources = _sources(workspace, annexes, diagnostics) if request.with_sources else {}
    if diagnostics.stop:
        return None
    return diagnostics.take(
        make_dossier(annexes, meeting, rules, replace(wishes, sources=sources), workspace)
    )


def _choose(
    workspace: Workspace, request: Request, options: Options, diagnostics: Diagnostics
) -> dict[str, Asked] | None:
    """Return the paths of the specs that were asked for, each with what was said of it."""
    specs, chosen = spec_paths(workspace), dict[str, Asked]()
    for asked in request.briefs:
        found = choose(workspace, specs, [asked.brief], options.folder or workspace.root)
        diagnostics.add(_placed(finding, asked.place) for finding in found.diagnostics)
        for path in found.value or ():
            if path in chosen:
                diagnostics.add([report("dossier-brief-twice", asked.place, name=PurePosixPath(path).stem)])
            if asked.main and any(other.main for other in chosen.values()):
                diagnostics.add([report("dossier-main-twice", asked.place)])
            chosen[path] = asked
    if any(PurePosixPath(path).stem == FOLDER for path in specs):
        diagnostics.add([report("dossier-name-taken", name=FOLDER)])
    return None if diagnostics.stop else chosen


def _placed(finding: Diagnostic, place: Place | None) -> Diagnostic:
    return replace(finding, place=finding.place or place)


def _meeting(request: Request, first: LoadedSpec, diagnostics: Diagnostics) -> Meeting | None:
    """Settle the meeting: what was asked for, else what the first brief says."""
    council = first.spec.council
    date = request.meeting or (council.meeting if council else None)
    item = request.item or (council.agenda_item if council else None)
    if date is None:
        diagnostics.add([report("dossier-meeting-missing", request.place)])
    if item is None:
        diagnostics.add([report("dossier-item-missing", request.place)])
    elif len(item) > ITEM_LIMIT:
        diagnostics.add([report("dossier-item-long", request.place, item=item, limit=ITEM_LIMIT)])
    return Meeting(date, item) if date and item and not diagnostics.stop else None


def _numbers(request: Request, chosen: Mapping[str, Asked], first: LoadedSpec) -> dict[str, int]:
    """Give each brief its number; those without one of their own count on from the one before."""
    council = first.spec.council
    next_number = request.annex or (council.annex if council and council.annex else 1)
    numbers = {}
    for path, asked in chosen.items():
        numbers[path] = asked.annex or next_number
        next_number = numbers[path] + 1
    return numbers


def _annex(  # noqa: PLR0913, PLR0917 - what a brief needs to become an annex
    workspace: Workspace,
    spec: LoadedSpec,
    number: int,
    meeting: Meeting,
    rules: Rules,
    diagnostics: Diagnostics,
) -> Annex | None:
    """Read what was built of a brief."""
    labels = diagnostics.take(load_labels(workspace, spec.spec.lang))
    try:
        data = [
            workspace.read(f"{BUILD}/{spec.name}/{spec.name}.{kind}", SOURCE_LIMIT)
            for kind in ("pdf", "html", EVIDENCE)
        ]
    except FileProblemError as problem:
        diagnostics.add([problem.diagnostic])
        return None
    values = {
        "meeting": meeting.date.isoformat(),
        "item": meeting.item,
        "annex": str(number),
        "title": spec.spec.short_title or spec.spec.title,
        "name": spec.name,
        "version": spec.spec.version,
    }
    base = file_name(rules.pattern, values, ".pdf").removesuffix(".pdf")
    return Annex(spec, number, base, labels or {}, *data)


def _sources(workspace: Workspace, annexes: Sequence[Annex], diagnostics: Diagnostics) -> dict[str, bytes]:
    """Read the texts that the quotations were cut from, as received."""
    paths = {
        target["source"]["id"]
        for annex in annexes
        for item in annex.record["first"]["items"]
        for target in item["target"]
    }
    read: dict[str, bytes] = {}
    for path in sorted(paths):
        try:
            read[PurePosixPath(path).name] = workspace.read(path, SOURCE_LIMIT)
        except FileProblemError as problem:
            diagnostics.add([problem.diagnostic])
    return read


def _place(workspace: Workspace, output: Path | None) -> tuple[Workspace, str]:
    """Return the top and the folder to publish in: what lies in the workspace may not lead out of it."""
    inside = DOSSIERS if output is None else workspace.relative(output)
    if inside is not None or output is None:
        return workspace, inside or "."
    return Workspace(output), "."


def _publish(
    built: BuildReport, made: Dossier, place: Workspace, folder: str, diagnostics: Diagnostics
) -> DossierReport:
    """Make the folder and the ZIP file visible."""
    output = place.root / folder / made.folder
    published = diagnostics.take(publish(place, made.folder, made.files, folder, made.zipped()))
    if published is None or has_errors(diagnostics.found):
        return DossierReport(built, tuple(diagnostics.found))
    zipped = output.with_name(f"{made.folder}.zip")
    return DossierReport(built, tuple(diagnostics.found), output, zipped, tuple(made.files))
