"""The main road, from `seeds/` and `briefs/` to `build/`.

1. Read the sources (once for all briefs) and the spec.
2. Check the spec against what exists; find the template and see whether the spec has what it needs.
3. Prove every excerpt against its source.
4. Assemble the brief: order, numbers, citations, labels.
5. Fill the page for the screen and the page for print.
6. Set the PDF.
7. Write the record of the evidence.
8. Publish: all files of the brief at once.

`check` is the same road stopped after step 5. A step that finds errors does not hide what later steps can
still find, and one brief's errors do not stop the others. Nothing is published of a brief with errors.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from time import perf_counter

from bronbrief.brief.assemble import assemble
from bronbrief.brief.locale import load_labels
from bronbrief.brief.model import Brief
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.annotations import evidence_record
from bronbrief.evidence.select import prove_all
from bronbrief.pipeline.choose import choose
from bronbrief.pipeline.desk import Desk, Findings, Options
from bronbrief.pipeline.engine import load_engine
from bronbrief.pipeline.glyphs import glyph_findings
from bronbrief.pipeline.index import publish_index
from bronbrief.pipeline.publish import Published, publish, publish_file, recover
from bronbrief.pipeline.report import BriefReport, BuildReport, State
from bronbrief.render.html import Page, print_page, screen_page
from bronbrief.render.templates import Template, check_needs, load_template, template_names
from bronbrief.sources.catalogue import load_catalogue, source_ids
from bronbrief.sources.model import Catalogue
from bronbrief.spec.checks import check_spec
from bronbrief.spec.load import LoadedSpec, load_spec, spec_paths
from bronbrief.spec.schema import json_schema

SCHEMA = "brief.schema.json"


@dataclass(frozen=True, slots=True)
class Proof:
    """A brief as far as `check` takes it: assembled, with both pages filled."""

    brief: Brief
    screen: Page
    paper: Page


def build(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Build briefs, all of them where none is named, and the table of contents of `build/`.

    `names` are names or paths. Nothing that a user can get wrong raises: every finding of every brief is
    in the report.
    """
    ready = Findings()
    ready.take(recover(workspace))
    ready.take(load_engine())
    if ready.stop:
        return BuildReport(general=tuple(ready.found))
    done = _travel(workspace, tuple(names), options or Options(), publishing=True)
    if not done.briefs:
        return done
    last = Findings(list(done.general))
    written = [
        last.take(publish_file(workspace, SCHEMA, _schema(workspace))),
        last.take(publish_index(workspace)),
    ]
    paths = (path for published in written if published for path in published.paths)
    return BuildReport(done.briefs, tuple(last.found), tuple(paths))


def check(workspace: Workspace, names: Iterable[str] = (), options: Options | None = None) -> BuildReport:
    """Find everything that is wrong with briefs, all of them where none is named; publish nothing."""
    return _travel(workspace, tuple(names), options or Options(), publishing=False)


def _travel(
    workspace: Workspace, names: tuple[str, ...], options: Options, *, publishing: bool
) -> BuildReport:
    """Take every chosen brief down the road.

    What is wrong with sources is said of the briefs that use them, and of all where no brief was named.
    """
    chosen = choose(workspace, spec_paths(workspace), names, options.folder or workspace.root)
    if chosen.value is None:
        return BuildReport(general=chosen.diagnostics)
    options.progress.starts([PurePosixPath(path).stem for path in chosen.value])
    catalogue = load_catalogue(workspace)
    desk = Desk(workspace, catalogue.value or Catalogue({}), catalogue.diagnostics, options)
    briefs: list[BriefReport] = []
    for path in chosen.value:
        briefs.append(_one(desk, path, publishing=publishing))
        options.progress.ends(briefs[-1])
    return BuildReport(tuple(briefs), () if names else catalogue.diagnostics)


def _one(desk: Desk, path: str, *, publishing: bool) -> BriefReport:
    """Take one brief down the road, and say what came of it."""
    name, start, findings = PurePosixPath(path).stem, perf_counter(), Findings()
    proof = _prove(desk, name, path, findings)
    published = None
    if proof is not None and not findings.stop and desk.options.shows is not None:
        desk.options.shows(proof.brief, proof.screen.html)
    if publishing and proof is not None and not findings.stop:
        published = _publish(desk, proof, findings)
    if proof is None and not findings.stop:
        raise RuntimeError(f"{path} came to nothing, and nothing was found wrong with it")
    if findings.stop:
        state = State.FAILED
    elif published is None:
        state = State.CHECKED
    else:
        state = State.BUILT if published.changed else State.UNCHANGED
    files = published.paths if published else ()
    return BriefReport(name, path, state, files, tuple(findings.found), perf_counter() - start)


def _prove(desk: Desk, name: str, path: str, findings: Findings) -> Proof | None:
    """Take steps 1 to 5: as far as a brief can come without being set."""
    tell = desk.options.progress.enters
    tell(name, "read")
    loaded = findings.take(load_spec(desk.workspace, path))
    if loaded is None:
        return None
    template = _template(desk, loaded, findings)
    tell(name, "prove")
    excerpts = findings.take(prove_all(loaded, desk.catalogue))
    labels = findings.take(load_labels(desk.workspace, loaded.spec.lang))
    tell(name, "assemble")
    brief = findings.take(assemble(loaded, excerpts or {}, desk.catalogue, labels or {}, desk.workspace))
    findings.add(desk.about(_sources_used(loaded, brief)))
    if brief is None or template is None:
        return None
    glyphs = glyph_findings(brief, loaded, desk.catalogue)
    findings.add(glyphs)
    if any(finding.code.startswith("font-") for finding in glyphs):
        return None
    tell(name, "pages")
    screen = findings.take(screen_page(brief, template, desk.workspace))
    paper = findings.take(print_page(brief, template, desk.workspace))
    return None if screen is None or paper is None else Proof(brief, screen, paper)


def _template(desk: Desk, loaded: LoadedSpec, findings: Findings) -> Template | None:
    """Check the spec against what exists, and load its template."""
    templates = template_names(desk.workspace)
    findings.add(check_spec(loaded, source_ids(desk.workspace), templates))
    if loaded.spec.template not in templates:
        return None
    place = loaded.places.value(("template",))
    template = findings.take(load_template(desk.workspace, loaded.spec.template, place))
    if template is not None:
        findings.add(check_needs(template, loaded))
    return template


def _publish(desk: Desk, proof: Proof, findings: Findings) -> Published | None:
    """Take steps 6 to 8: set the PDF, write the evidence, and make all files visible at once."""
    brief, formats = proof.brief, desk.options.formats
    files: dict[str, bytes] = {}
    if "pdf" in formats:
        from bronbrief.render.pdf import write_pdf

        desk.options.progress.enters(brief.name, "pdf")
        files[f"{brief.name}.pdf"] = findings.take(write_pdf(proof.paper, brief, desk.workspace)) or b""
    if "html" in formats:
        files[f"{brief.name}.html"] = proof.screen.html.encode()
    evidence = evidence_record(brief.name, brief.title, brief.date, brief.excerpts, desk.catalogue)
    files[f"{brief.name}.evidence.jsonld"] = _json(evidence)
    desk.options.progress.enters(brief.name, "publish")
    return None if findings.stop else findings.take(publish(desk.workspace, brief.name, files))


def _sources_used(loaded: LoadedSpec, brief: Brief | None) -> set[str]:
    quoted = {excerpt.source for excerpt in loaded.spec.excerpts.values()}
    return quoted | ({source.id for source in brief.sources} if brief else set())


def _schema(workspace: Workspace) -> bytes:
    return _json(json_schema(template_names(workspace), source_ids(workspace)))


def _json(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
