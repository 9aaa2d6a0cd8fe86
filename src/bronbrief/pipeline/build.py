"""The road of one brief, from its spec to `build/`: a stage a line.

    briefs/NAME.yaml      ->  spec, checked against what there is      read_spec
    spec and sources      ->  excerpts, each proven                    prove_all
    both                  ->  brief: ordered, numbered, cited          assemble
    brief and template    ->  pages for print and for the screen       print_page, screen_page
    page for print        ->  a job for the typesetter                 make_job
    own words             ->  what nothing cited carries               check_own_words
    pages                 ->  what they say, held against the brief    read_back_pages
    PDF                   ->  what it says, held against the brief     read_back_pdf
    everything            ->  the record of evidence                   record_of
    everything            ->  files in `build/`, all or none           publish

A stage whose findings hold an error ends the road, with all that it found. `runner.py` takes many briefs down
it side by side, and has their PDFs set meanwhile.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from time import perf_counter

from bronbrief.blocks import registry
from bronbrief.brief.assemble import assemble
from bronbrief.brief.locale import load_labels
from bronbrief.brief.model import Brief
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.annotations import written
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.searchable import SearchPool
from bronbrief.evidence.select import prove_all
from bronbrief.html.fonts import load_fonts
from bronbrief.html.pages import Page, print_page, screen_page
from bronbrief.html.templates import Template, check_needs, load_template, template_names
from bronbrief.pipeline.changes import change_findings
from bronbrief.pipeline.context import BuildContext, Findings
from bronbrief.pipeline.glyphs import glyph_findings
from bronbrief.pipeline.jobs import RenderJob
from bronbrief.pipeline.publish import Published, publish
from bronbrief.pipeline.render_job import make_job
from bronbrief.sources.catalogue import known_ids, load_catalogue
from bronbrief.spec.checks import check_spec
from bronbrief.spec.load import LoadedSpec, load_spec
from bronbrief.spec.paths import brief_name


@dataclass(frozen=True, slots=True)
class Draft:
    """An assembled brief without errors: what it was made from, and its page for print if that was filled."""

    loaded: LoadedSpec
    excerpts: Mapping[str, Excerpt]
    brief: Brief
    template: Template
    paper: Page | None


@dataclass(slots=True)
class BriefBuild:
    """One brief on its road: what it has read, what was found, and how far it came.

    `sources` are those that it uses. `job` is what its PDF is set from, `digest` that of all in it.
    """

    name: str
    path: str
    workspace: Workspace
    findings: Findings = field(default_factory=Findings)
    started: float = field(default_factory=perf_counter)
    draft: Draft | None = None
    screen: Page | None = None
    sources: frozenset[str] = frozenset()
    job: RenderJob | None = None
    digest: str = ""
    published: Published | None = None
    files: Mapping[str, bytes] | None = None

    @property
    def failed(self) -> bool:
        """Tell whether anything found so far stops the brief."""
        return self.findings.stop


def draft(context: BuildContext, path: str) -> BriefBuild:
    """Take a brief as far as its page for print, which takes longest from there."""
    build = BriefBuild(brief_name(path), path, context.workspace.recording())
    build.draft = _draft(context, build)
    context.workspace.reads.update(build.workspace.reads)
    return build


def pack(build: BriefBuild) -> None:
    """Make the job for the typesetter, of a brief without errors."""
    if build.draft is not None and build.draft.paper is not None and not build.failed:
        build.job = build.findings.take(make_job(build.draft.paper, build.draft.brief, build.workspace))
        build.digest = build.job.digest() if build.job else ""


def fill_screen(build: BriefBuild) -> None:
    """Fill the page for the screen: whoever looks at a brief waits for this."""
    if build.draft is not None and build.draft.paper is not None:
        page = screen_page(build.draft.brief, build.draft.template, build.workspace)
        build.screen = build.findings.take(page)


def review(context: BuildContext, build: BriefBuild) -> None:
    """Hold a brief's own words against what they cite, and read back its pages: while its PDF is set."""
    if build.draft is not None:
        _check_own_words(context, build, build.draft)
        _read_back_pages(context, build, build.draft)
    if not build.failed and build.screen is None:
        raise RuntimeError(f"{build.path} came to nothing, and nothing was found wrong with it")
    context.workspace.reads.update(build.workspace.reads)


def finish(context: BuildContext, build: BriefBuild, pdf: bytes | None) -> None:
    """Read back the PDF, write the record of evidence, and make all files visible at once.

    A PDF is read also where its page was found wrong: it shows on which page, and which words.
    """
    if build.draft is None or build.screen is None:
        return
    brief, formats = build.draft.brief, context.options.formats
    files: dict[str, bytes] = {}
    if "pdf" in formats:
        if pdf:
            _read_back_pdf(build, build.draft, pdf)
            files[f"{brief.name}.pdf"] = pdf
        elif not build.failed:
            raise RuntimeError(f"{build.path}: its PDF was set without an error, and there is none")
    if build.failed:
        return
    if "html" in formats:
        files[f"{brief.name}.html"] = build.screen.html.encode()
    from bronbrief.pipeline.recorded_brief import record_of  # now, with what reads files back

    record = record_of(brief, context.catalogue, files)
    files[f"{brief.name}.evidence.jsonld"] = to_json(written(record))
    context.options.progress.enters(brief.name, "publish")
    build.published = build.findings.take(publish(context.workspace, brief.name, files))
    build.files = files


def to_json(value: Mapping[str, object]) -> bytes:
    """Write JSON as all our files have it."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _draft(context: BuildContext, build: BriefBuild) -> Draft | None:
    tell, found, workspace = context.options.progress.enters, build.findings, build.workspace
    tell(build.name, "read")
    loaded = found.take(load_spec(workspace, build.path, registry.BLOCKS))
    if loaded is None:
        return None
    template = _template(workspace, loaded, found)
    tell(build.name, "prove")
    excerpts = found.take(prove_all(loaded, context.catalogue, context.search)) or {}
    labels = found.take(load_labels(workspace, loaded.spec.lang))
    tell(build.name, "assemble")
    brief = found.take(assemble(loaded, excerpts, context.catalogue, labels, workspace)) if labels else None
    build.sources = _sources_used(loaded, brief)
    found.add(context.about(build.sources))
    if brief is None or template is None or build.failed:
        found.add(change_findings(workspace, build.name, loaded, build.sources, context.catalogue))
        return None
    return Draft(loaded, excerpts, brief, template, _paper(context, build, loaded, brief, template))


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


def _paper(
    context: BuildContext, build: BriefBuild, loaded: LoadedSpec, brief: Brief, template: Template
) -> Page | None:
    """Fill the page for print, when its typefaces have all that it says."""
    build.findings.add(glyph_findings(brief, loaded, context.catalogue))
    if build.failed:
        return None
    context.options.progress.enters(build.name, "pages")
    fonts = load_fonts(brief.house).value
    for _, typeface in fonts.typefaces if fonts else ():
        for face in typeface.faces:
            build.workspace.note(str(face.path))
    return build.findings.take(print_page(brief, template, build.workspace))


def _check_own_words(context: BuildContext, build: BriefBuild, made: Draft) -> None:
    # Loaded now, while the PDF is set: the patterns of the claims check take long to prepare.
    from bronbrief.claims.check import check_claims
    from bronbrief.claims.house_words import advise

    # The titles of other sources are read where they are asked for, and noted as read for this brief.
    pool = replace(
        context.search or SearchPool(context.catalogue),
        load_all=lambda: load_catalogue(build.workspace).value or context.catalogue,
    )
    build.findings.add(check_claims(made.loaded, made.excerpts, context.catalogue, context.facts, pool))
    build.findings.add(advise(made.loaded, made.excerpts, context.catalogue))


def _read_back_pages(context: BuildContext, build: BriefBuild, made: Draft) -> None:
    if build.screen is None or made.paper is None or build.failed:
        return
    from bronbrief.pipeline.reading_back import read_back_pages  # now, while the PDF is set

    by_format = {"html": build.screen, "pdf": made.paper}
    wanted = context.options.formats or by_format  # where only checked, all that a build would make
    pages = [page for kind, page in by_format.items() if kind in wanted]
    build.findings.add(read_back_pages(pages, made.brief, made.template, build.workspace))


def _read_back_pdf(build: BriefBuild, made: Draft, pdf: bytes) -> None:
    from bronbrief.pipeline.reading_back import read_back_pdf

    build.findings.add(read_back_pdf(pdf, made.brief, made.template, build.workspace))
