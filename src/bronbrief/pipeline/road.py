"""The steps of the main road for one brief: from its spec to a job for the typesetter, and on to `build/`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter

from bronbrief.blocks import registry
from bronbrief.brief.assemble import assemble
from bronbrief.brief.locale import load_labels
from bronbrief.brief.model import Brief
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.annotations import evidence_record
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.select import prove_all
from bronbrief.html.fonts import load_fonts
from bronbrief.html.pages import Page, print_page, screen_page
from bronbrief.html.templates import Template, check_needs, load_template, template_names
from bronbrief.pipeline.changes import change_findings
from bronbrief.pipeline.context import Desk, Findings
from bronbrief.pipeline.glyphs import glyph_findings
from bronbrief.pipeline.jobs import RenderJob
from bronbrief.pipeline.publish import Published, publish
from bronbrief.pipeline.render_job import make_job
from bronbrief.sources.catalogue import known_ids
from bronbrief.spec.checks import check_spec
from bronbrief.spec.load import LoadedSpec, load_spec


@dataclass(frozen=True, slots=True)
class Draft:
    """An assembled brief without errors: what it was made from, and its page for print if that was filled."""

    loaded: LoadedSpec
    excerpts: Mapping[str, Excerpt]
    brief: Brief
    template: Template
    paper: Page | None


@dataclass(frozen=True, slots=True)
class Proof:
    """A brief as far as `check` takes it: assembled and looked over, with both pages filled."""

    brief: Brief
    screen: Page
    paper: Page


@dataclass(slots=True)
class Trip:
    """One brief on its way: what it has read, what was found, and how far it came.

    `failed` tells that it stops here. `sources` are those that it uses; `job` is there when its PDF must be
    set.
    """

    name: str
    path: str
    workspace: Workspace
    findings: Findings
    start: float
    draft: Draft | None = None
    proof: Proof | None = None
    sources: frozenset[str] = frozenset()
    job: RenderJob | None = None
    digest: str = ""
    published: Published | None = None
    files: Mapping[str, bytes] | None = None

    @property
    def failed(self) -> bool:
        """Tell whether anything found so far stops the brief."""
        return self.findings.stop


def prove(desk: Desk, name: str, path: str) -> Trip:
    """Take steps 1 to 5: as far as the page for print, which takes longest from there."""
    trip = Trip(name, path, desk.workspace.recording(), Findings(), perf_counter())
    trip.draft = _draft(desk, trip)
    desk.workspace.reads.update(trip.workspace.reads)
    return trip


def pack(trip: Trip) -> None:
    """Make the job for the typesetter, of a brief without errors."""
    draft = trip.draft
    if draft is not None and draft.paper is not None and not trip.failed:
        trip.job = trip.findings.take(make_job(draft.paper, draft.brief, trip.workspace))
        trip.digest = trip.job.digest() if trip.job else ""


def fill_screen(trip: Trip) -> None:
    """Fill the page for the screen: whoever looks at a brief waits for this."""
    draft = trip.draft
    if draft is not None and draft.paper is not None:
        screen = trip.findings.take(screen_page(draft.brief, draft.template, trip.workspace))
        trip.proof = Proof(draft.brief, screen, draft.paper) if screen else None


def review(desk: Desk, trip: Trip) -> None:
    """Take step 7: hold a brief's own words against what they cite, and read back its pages."""
    if trip.draft is not None:
        from bronbrief.pipeline.own_claims import weigh  # now, and not before the PDF was sent off

        trip.findings.add(weigh(desk, trip.draft.loaded, trip.draft.excerpts))
        _read_back_pages(desk, trip, trip.draft)
    if not trip.failed and trip.proof is None:
        raise RuntimeError(f"{trip.path} came to nothing, and nothing was found wrong with it")
    desk.workspace.reads.update(trip.workspace.reads)


def finish(desk: Desk, trip: Trip, pdf: bytes | None) -> None:
    """Take steps 8 to 10: read back the PDF, write the evidence, and make all files visible at once.

    A PDF is read also where its page was found wrong: it shows on which page, and which words.
    """
    if trip.proof is None:
        return
    brief, formats = trip.proof.brief, desk.options.formats
    files: dict[str, bytes] = {}
    if "pdf" in formats:
        if pdf:
            _read_back(trip, pdf)
            files[f"{brief.name}.pdf"] = pdf
        elif not trip.failed:
            raise RuntimeError(f"{trip.path}: its PDF was set without an error, and there is none")
    if trip.failed:
        return
    if "html" in formats:
        files[f"{brief.name}.html"] = trip.proof.screen.html.encode()
    evidence = evidence_record(brief.name, brief.title, brief.date, brief.excerpts, desk.catalogue)
    files[f"{brief.name}.evidence.jsonld"] = to_json(evidence)
    desk.options.progress.enters(brief.name, "publish")
    trip.published = trip.findings.take(publish(desk.workspace, brief.name, files))
    trip.files = files


def _read_back(trip: Trip, pdf: bytes) -> None:
    from bronbrief.pipeline.reading_back import read_back_pdf  # now, and not before the PDF was sent off

    if trip.draft is not None and trip.draft.template is not None:
        trip.findings.add(read_back_pdf(pdf, trip.draft.brief, trip.draft.template, trip.workspace))


def to_json(value: Mapping[str, object]) -> bytes:
    """Write JSON as all our files have it."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _draft(desk: Desk, trip: Trip) -> Draft | None:
    """Take a brief as far as its page for print; an error in its spec or its evidence ends it before that."""
    tell, findings, workspace = desk.options.progress.enters, trip.findings, trip.workspace
    tell(trip.name, "read")
    loaded = findings.take(load_spec(workspace, trip.path, registry.BLOCKS))
    if loaded is None:
        return None
    template = _template(workspace, loaded, findings)
    tell(trip.name, "prove")
    excerpts = findings.take(prove_all(loaded, desk.catalogue, desk.shelf)) or {}
    labels = findings.take(load_labels(workspace, loaded.spec.lang))
    tell(trip.name, "assemble")
    brief = findings.take(assemble(loaded, excerpts, desk.catalogue, labels, workspace)) if labels else None
    trip.sources = _sources_used(loaded, brief)
    findings.add(desk.about(trip.sources))
    if brief is None or template is None or trip.failed:
        findings.add(change_findings(workspace, trip.name, loaded, trip.sources, desk.catalogue))
        return None
    return Draft(loaded, excerpts, brief, template, _paper(desk, trip, loaded, brief, template))


def _paper(desk: Desk, trip: Trip, loaded: LoadedSpec, brief: Brief, template: Template) -> Page | None:
    """Fill the page for print, when its typefaces have all that it says."""
    trip.findings.add(glyph_findings(brief, loaded, desk.catalogue))
    if trip.failed:
        return None
    desk.options.progress.enters(trip.name, "pages")
    _note_fonts(brief, trip.workspace)
    return trip.findings.take(print_page(brief, template, trip.workspace))


def _read_back_pages(desk: Desk, trip: Trip, draft: Draft) -> None:
    if trip.proof is not None and not trip.failed:
        from bronbrief.pipeline.reading_back import read_back_pages

        pages = [trip.proof.screen] if "html" in desk.options.formats else []
        pages += [trip.proof.paper] if "pdf" in desk.options.formats else []
        trip.findings.add(read_back_pages(pages, trip.proof.brief, draft.template, trip.workspace))


def _note_fonts(brief: Brief, workspace: Workspace) -> None:
    fonts = load_fonts(brief.house).value
    for _, typeface in fonts.typefaces if fonts else ():
        for face in typeface.faces:
            workspace.note(str(face.path))


def _template(workspace: Workspace, loaded: LoadedSpec, findings: Findings) -> Template | None:
    """Check the spec against what exists, and load its template."""
    templates = template_names(workspace)
    findings.add(check_spec(loaded, known_ids(workspace), templates))
    if loaded.spec.template not in templates:
        return None
    place = loaded.places.value(("template",))
    template = findings.take(load_template(workspace, loaded.spec.template, place))
    if template is not None:
        findings.add(check_needs(template, loaded))
    return template


def _sources_used(loaded: LoadedSpec, brief: Brief | None) -> frozenset[str]:
    quoted = {excerpt.source for excerpt in loaded.spec.excerpts.values()}
    return frozenset(quoted | ({source.id for source in brief.sources} if brief else set()))
