"""The road of one brief, from its spec to the files of it: a stage a line.

    briefs/NAME.yaml      ->  spec, checked against what there is      load_spec, check_spec
    spec and sources      ->  excerpts, each proven                    prove_all
    both                  ->  brief: ordered, numbered, cited          assemble
    brief and template    ->  pages for print and for the screen       print_page, screen_page
    own words             ->  what nothing cited carries               check_claims
    pages                 ->  what they say, held against the brief    read_back_pages
    page for print        ->  PDF                                      set_pdf
    PDF                   ->  what it says, held against the brief     read_back_pdf
    everything            ->  the record of evidence                   record_of

A stage whose findings hold an error ends the road, with all that it found. A worker process takes briefs down
it, one after the other; `run.py` sends them there, and publishes what comes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bronbrief.blocks import registry
from bronbrief.brief.assemble import assemble
from bronbrief.brief.labels import load_labels
from bronbrief.brief.model import Brief
from bronbrief.core.digests import digest_of, sha256_of
from bronbrief.core.json_files import to_json
from bronbrief.core.renditions import EVIDENCE, FORMATS
from bronbrief.core.workspace import BUILD, Workspace
from bronbrief.evidence.annotations import written
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.select import prove_all
from bronbrief.html.fonts import load_fonts
from bronbrief.html.needs import check_needs
from bronbrief.html.pages import Page, print_page, screen_page
from bronbrief.html.templates import Template, load_template, template_names
from bronbrief.pdf.document_meta import PageLimit
from bronbrief.pipeline.changes import change_diagnostics
from bronbrief.pipeline.context import BuildContext, Diagnostics, files_of, open_context
from bronbrief.pipeline.glyphs import glyph_diagnostics
from bronbrief.pipeline.installation import loaded_libraries
from bronbrief.pipeline.job import Job, Result
from bronbrief.pipeline.typesetting import PackedPage, at_style_lines, pack_page, set_pdf
from bronbrief.sources.catalogue import known_ids
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

    `sources` are those that it uses. `digest` is that of all that its PDF is set from, and
    `presentable` tells that its page could be filled without errors.
    """

    name: str
    path: str
    workspace: Workspace
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    draft: Draft | None = None
    screen: Page | None = None
    sources: frozenset[str] = frozenset()
    presentable: bool = False
    digest: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Tell whether anything found so far stops the brief."""
        return self.diagnostics.stop


def build_brief(job: Job) -> Result:
    """Take a brief down the whole road, as far as the job asks."""
    context = open_context(Workspace(Path(job.root)), job.path)
    build = draft(context, job.path)
    page = pack(build) if "pdf" in job.formats else None
    fill_screen(build, with_pdf=set(FORMATS) <= set(job.formats or FORMATS))
    if job.reviews:
        review(context, build, job.formats)
    finish(context, build, job.formats, _pdf(build, page, job) if page else None)
    return _result(context, build, job)


def draft(context: BuildContext, path: str) -> BriefBuild:
    """Take a brief as far as its page for print."""
    build = BriefBuild(brief_name(path), path, context.workspace.recording())
    build.draft = _draft(context, build)
    return build


def pack(build: BriefBuild) -> PackedPage | None:
    """Pack the page that the typesetter takes, of a brief without errors."""
    made = build.draft
    if made is None or made.paper is None or build.failed:
        return None
    most, chosen = made.template.manifest.pages, made.loaded.places.value(("template",))
    limit = PageLimit(most, made.template.name, chosen) if most else None
    page = build.diagnostics.take(pack_page(made.paper, made.brief, build.workspace, limit))
    build.digest = page.digest() if page else ""
    return page


def fill_screen(build: BriefBuild, *, with_pdf: bool = False) -> None:
    """Fill the page for the screen; what is in order so far may be shown to whoever waits for it."""
    if build.draft is not None and build.draft.paper is not None:
        page = screen_page(build.draft.brief, build.draft.template, build.workspace, with_pdf=with_pdf)
        build.screen = build.diagnostics.take(page)
        build.presentable = not build.failed


def review(context: BuildContext, build: BriefBuild, formats: tuple[str, ...]) -> None:
    """Hold a brief's own words against what they cite, and read back its pages for the formats."""
    if build.draft is not None:
        _check_own_words(context, build, build.draft)
        _read_back_pages(build, build.draft, formats)


def finish(context: BuildContext, build: BriefBuild, formats: tuple[str, ...], pdf: bytes | None) -> None:
    """Read back the PDF, and gather all files of a brief with its record of evidence.

    A PDF is read also where its page was found wrong: it shows on which page, and which words.
    """
    if build.screen is None and not build.failed:
        raise RuntimeError(f"{build.path} came to nothing, and nothing was found wrong with it")
    if build.draft is None or build.screen is None:
        return
    if pdf:
        _read_back_pdf(build, build.draft, pdf)
    if build.failed or not formats:
        return
    brief, made = build.draft.brief, {"pdf": pdf or b"", "html": build.screen.html.encode()}
    if not all(made[kind] for kind in formats):
        raise RuntimeError(f"{build.path}: its PDF was set without an error, and there is none")
    files = {f"{brief.name}.{kind}": made[kind] for kind in formats}
    from bronbrief.pipeline.evidence_record import record_of  # now, with what reads files back

    record = record_of(brief, context.catalogue, files)
    files[f"{brief.name}.{EVIDENCE}"] = to_json(written(record))
    build.files = files


def _draft(context: BuildContext, build: BriefBuild) -> Draft | None:
    found, workspace = build.diagnostics, build.workspace
    loaded = found.take(load_spec(workspace, build.path, registry.BLOCKS))
    if loaded is None:
        return None
    template = _template(workspace, loaded, found)
    excerpts = found.take(prove_all(loaded, context.catalogue, context.search)) or {}
    labels = found.take(load_labels(workspace, loaded.spec.lang))
    printed = template.manifest.prints if template else None
    made = assemble(loaded, excerpts, context.catalogue, labels, workspace, printed) if labels else None
    brief = found.take(made) if made else None
    build.sources = _sources_used(loaded, brief)
    found.add(context.about(build.sources))
    if brief is None or template is None or build.failed:
        found.add(change_diagnostics(workspace, build.name, loaded, build.sources, context.catalogue))
        return None
    return Draft(loaded, excerpts, brief, template, _paper(context, build, loaded, brief, template))


def _template(workspace: Workspace, loaded: LoadedSpec, found: Diagnostics) -> Template | None:
    """Check the spec against what exists, and load its template."""
    templates = template_names(workspace)
    found.add(check_spec(loaded, known_ids(workspace), templates))
    if loaded.spec.template not in templates:
        return None
    place = loaded.places.value(("template",))
    template = found.take(load_template(workspace, loaded.spec.template, place))
    if template is not None:
        found.add(check_needs(template, loaded))
    return template


def _sources_used(loaded: LoadedSpec, brief: Brief | None) -> frozenset[str]:
    quoted = {excerpt.source for excerpt in loaded.spec.excerpts.values()}
    return frozenset(quoted | ({source.id for source in brief.sources} if brief else set()))


def _paper(
    context: BuildContext, build: BriefBuild, loaded: LoadedSpec, brief: Brief, template: Template
) -> Page | None:
    """Fill the page for print, when its typefaces have all that it says."""
    build.diagnostics.add(glyph_diagnostics(brief, loaded, context.catalogue, build.workspace))
    if build.failed:
        return None
    fonts = load_fonts(brief.house, workspace=build.workspace).value
    for typeface in (fonts.text, fonts.display, *fonts.others) if fonts else ():
        for face in typeface.faces:
            build.workspace.depends_on(str(face.path))
    return build.diagnostics.take(print_page(brief, template, build.workspace))


def _check_own_words(context: BuildContext, build: BriefBuild, made: Draft) -> None:
    from bronbrief.claims.check import check_claims
    from bronbrief.claims.house_words import advise

    promises = made.template.manifest.promises
    build.diagnostics.add(check_claims(made.loaded, made.excerpts, context.facts, context.search, promises))
    build.diagnostics.add(advise(made.loaded, made.excerpts, context.catalogue))


def _read_back_pages(build: BriefBuild, made: Draft, formats: tuple[str, ...]) -> None:
    if build.screen is None or made.paper is None or build.failed:
        return
    from bronbrief.pipeline.reading_back import read_back_pages

    by_format = {"html": build.screen, "pdf": made.paper}
    wanted = formats or FORMATS  # where only checked, all that a build would make
    pages = [page for kind, page in by_format.items() if kind in wanted]
    build.diagnostics.add(read_back_pages(pages, made.brief, made.template, build.workspace))


def _pdf(build: BriefBuild, page: PackedPage, job: Job) -> bytes | None:
    """Set the PDF, or take the one that stands published, where that was set from the very same page."""
    published = Path(job.root) / BUILD / build.name / f"{build.name}.pdf"
    digest, held = job.before
    if digest == build.digest and digest_of(published) == held:
        return published.read_bytes()
    made = set_pdf(page)
    build.diagnostics.add(at_style_lines(made.diagnostics, page.html, _print_sheets(build)))
    return made.value


def _print_sheets(build: BriefBuild) -> tuple[tuple[str, int], ...]:
    return build.draft.template.sheets.get("print", ()) if build.draft else ()


def _read_back_pdf(build: BriefBuild, made: Draft, pdf: bytes) -> None:
    from bronbrief.pipeline.reading_back import read_back_pdf

    found = read_back_pdf(pdf, made.brief, made.template, build.workspace, failed=build.failed)
    build.diagnostics.add(found)


def _result(context: BuildContext, build: BriefBuild, job: Job) -> Result:
    """Tell what came of a brief, and what it was made from.

    What is said of a mistake may draw on anything that was read; else the lists of names count for nothing.
    """
    everything = {**context.workspace.reads, **build.workspace.reads}
    sources = {path for one in build.sources for path in files_of(one)} & context.workspace.reads.keys()
    inputs = {**build.workspace.reads, **{path: context.workspace.reads[path] for path in sources}}
    inputs = {path: held for path, held in inputs.items() if not path.endswith("/")}
    shown = None
    if job.shows and build.presentable and build.draft is not None and build.screen is not None:
        shown = build.draft.brief, build.screen.html
    return Result(
        tuple(build.diagnostics.found),
        everything,
        everything if build.failed else inputs,
        build.files,
        "" if build.failed else build.digest,
        sha256_of(build.screen.html.encode()) if build.screen else "",
        loaded_libraries() if build.digest and job.packed is None else {},
        shown,
    )
