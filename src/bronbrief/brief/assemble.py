"""From a spec and its proven excerpts to the brief: order, numbers and citation labels are decided here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bronbrief.brief.acceptances import all_acceptances
from bronbrief.brief.builder import Builder
from bronbrief.brief.citations import Citer
from bronbrief.brief.dates import long_date
from bronbrief.brief.figures import check_image
from bronbrief.brief.head import fact_texts, facts_of, marking_of
from bronbrief.brief.method import accepted_words, account
from bronbrief.brief.model import Brief, CoverImage, Fact, HouseStyle, Prose, Section
from bronbrief.brief.numbering import NoteNumbers
from bronbrief.brief.sections import build_section
from bronbrief.brief.writer import Writer
from bronbrief.core.diagnostics import Outcome, report
from bronbrief.core.near import nearest
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.catalogue import known_ids
from bronbrief.sources.model import Catalogue
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import BriefSpec
from bronbrief.spec.model import CoverImage as Given


def assemble(  # noqa: PLR0913, PLR0917 - what a brief is made from
    loaded: LoadedSpec,
    excerpts: Mapping[str, Excerpt],
    catalogue: Catalogue,
    labels: Mapping[str, str],
    workspace: Workspace,
    printed: Sequence[str] | None = None,
) -> Outcome[Brief]:
    """Resolve a spec into a brief that a template can print.

    `excerpts` are those that were proven, by id. What is wrong with excerpts themselves, and names in lists
    that lead nowhere, are reported by the stages before this one. `printed` are the keys that the template
    prints at the head and the end; None for all. There is always a value: beside errors, of this stage or of
    those, it lacks what was refused, and must not be published.
    """
    numbers, writer = _desk(loaded, excerpts, catalogue, labels, workspace)
    builder = Builder(writer, workspace)
    spec = loaded.spec
    for key in ("title", "subtitle", "summary"):
        writer.plain((key,), getattr(spec, key))
    for path, text in fact_texts(spec):
        writer.plain(path, text)
    written = _Written(
        tuple(writer.phrase(("key_messages", number), text) for number, text in enumerate(spec.key_messages)),
        tuple(build_section(builder, given, ("sections", at)) for at, given in enumerate(spec.sections)),
        (writer.phrase(("method",), spec.method),) if spec.method is not None else (),
        _house(writer, workspace, spec),
        _cover_image(writer, workspace, spec.cover_image),
        facts_of(spec, labels, printed),
    )
    _close(writer, numbers, builder, proven=spec.excerpts.keys() <= excerpts.keys())
    return Outcome(replace(_brief(loaded, written, numbers), labels=dict(labels)), tuple(writer.diagnostics))


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written, in reading order: the fields are filled from first to last."""

    messages: tuple[Prose, ...]
    sections: tuple[Section, ...]
    method: tuple[Prose, ...]
    house: HouseStyle
    cover_image: CoverImage | None
    facts: tuple[Fact, ...]


def _desk(
    loaded: LoadedSpec,
    excerpts: Mapping[str, Excerpt],
    catalogue: Catalogue,
    labels: Mapping[str, str],
    workspace: Workspace,
) -> tuple[NoteNumbers, Writer]:
    unread = frozenset(known_ids(workspace)) - catalogue.sources.keys()
    named = dict.fromkeys(excerpt.source for excerpt in loaded.spec.excerpts.values())
    together = tuple(source for name in named if (source := catalogue.get(name)))
    numbers = NoteNumbers(catalogue, Citer(loaded.spec.lang, labels, together))
    return numbers, Writer(loaded, excerpts, catalogue, numbers, unread)


def _close(writer: Writer, numbers: NoteNumbers, builder: Builder, *, proven: bool) -> None:
    """Report what shows only at the end, when no reference was lost: unused excerpts, links to nowhere."""
    if writer.lost:
        return
    for name in writer.spec.excerpts:
        if name not in writer.used:
            writer.fail(report("excerpt-unused", writer.places.key(("excerpts", name)), id=name))
    if not proven:  # the notes and quotations are not all there to be linked to
        return
    anchors = {
        *builder.anchors,
        *(note.anchor for note in numbers.notes),
        *(quotation.anchor for quotation in numbers.quotations),
        *(f"bron-{source.id}" for source in numbers.sources),
    }
    for anchor, place in writer.links:
        if anchor not in anchors:
            near = nearest(f"deel-{anchor}", anchors) or nearest(anchor, anchors) or min(anchors, default="…")
            writer.fail(report("link-target-unknown", place, anchor=anchor, near=near))


def _house(writer: Writer, workspace: Workspace, spec: BriefSpec) -> HouseStyle:
    house, logo = spec.house, spec.house.logo
    if logo is not None:
        check_image(writer, workspace, ("house", "logo"), logo.image, logo.alt)
    return HouseStyle(
        name=house.name,
        accent=house.accent,
        ink=house.ink,
        text_font=house.fonts.text,
        display_font=house.fonts.display,
        other_fonts=house.fonts.others,
        logo=logo.image if logo else None,
        logo_alt=logo.alt if logo else None,
    )


def _cover_image(writer: Writer, workspace: Workspace, given: Given | None) -> CoverImage | None:
    if given is None or not check_image(writer, workspace, ("cover_image",), given.image, given.alt):
        return None
    for key in ("alt", "credit"):
        writer.plain(("cover_image", key), getattr(given, key))
    return CoverImage(given.image, given.alt, given.credit)


def _brief(loaded: LoadedSpec, written: _Written, numbers: NoteNumbers) -> Brief:
    spec, labels = loaded.spec, numbers.labels
    date = spec.date.isoformat()
    return Brief(
        name=loaded.name,
        template=spec.template,
        lang=spec.lang,
        title=spec.title,
        subtitle=spec.subtitle,
        date=date,
        date_text=long_date(date, spec.lang),
        version=spec.version,
        audience=spec.for_,
        author=spec.author,
        summary=spec.summary,
        keywords=tuple(spec.keywords),
        key_messages=written.messages,
        sections=written.sections,
        notes=numbers.notes,
        quotations=numbers.quotations,
        excerpts=numbers.excerpts,
        sources=numbers.entries,
        method=(*written.method, *_method(spec, numbers)),
        house=written.house,
        facts=written.facts,
        marking=marking_of(spec, labels),
        url=spec.url,
        cover=spec.cover,
        cover_image=written.cover_image,
        made_with=spec.made_with,
    )


def _method(spec: BriefSpec, numbers: NoteNumbers) -> tuple[Prose, ...]:
    """Give what the author accepts in own words and in quotations, then the account of method."""
    labels, places = numbers.labels, numbers.places
    own = ((f"‘{given.text}’", given.reason) for _, given in all_acceptances(spec))
    quoted = (
        (f"‘{given.text}’ ({place})", given.reason)
        for name, place in places.items()
        for given in spec.excerpts[name].accept
    )
    return (
        *accepted_words(own, labels["method_accepted"]),
        *accepted_words(quoted, labels["method_accepted_cuts"]),
        *account(numbers.excerpts, numbers.sources, labels, places, spec.made_with),
    )
