"""The descriptions for those who publish: ORI, DiWoo, a Flemish fragment, `dossier.json`."""

from collections.abc import Iterator, Mapping, Sequence

from bronbrief.core.diagnostics import Diagnostic, Outcome, report
from bronbrief.core.digests import sha256_of
from bronbrief.core.json_files import to_json
from bronbrief.core.renditions import MEDIA_TYPES
from bronbrief.dossier import index
from bronbrief.dossier.archiving import title_of
from bronbrief.dossier.diwoo import diwoo_record, lacks_publisher
from bronbrief.dossier.identity import Setting
from bronbrief.dossier.matter import Annex, Wishes
from bronbrief.dossier.ori import CouncilDocument, flemish_fragment, ori_json
from bronbrief.dossier.rules import OWN_RULES, Organisation
from bronbrief.spec.council import DocumentType
from bronbrief.verify.checksums import TIME_STAMP

_MEDIA = MEDIA_TYPES | {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xml": "application/xml",
    "txt": "text/plain",
}


def describe(annex: Annex, pdf: bytes, setting: Setting) -> Outcome[dict[str, bytes]]:
    """Return what a council's system and the Woo index are told of a brief: ORI and DiWoo, or a fragment.

    A draft and a confidential paper get no Woo category and no DiWoo record: these are for what is public.
    """
    document = _document(annex, len(pdf), setting)
    if annex.spec.lang == "nl-BE":
        return Outcome({f"{annex.base}.fragment.html": flemish_fragment(document)})
    found: list[Diagnostic] = []
    ori, long = ori_json(document)
    made = {f"{annex.base}.ori.json": ori}
    if long:
        found.append(report("dossier-shortened", annex.place("title"), fields=", ".join(long)))
    organisation = setting.rules.organisation
    if document.public and lacks_publisher(document):
        # Who says nothing of an organisation has no website that the Woo index reads.
        if organisation.name or organisation.identifier:
            found.append(report("diwoo-publisher", annex.place(), file=OWN_RULES))
    elif document.public:
        made[f"{annex.base}.diwoo.xml"] = diwoo_record(document)
    return Outcome(made, tuple(found))


def _document(annex: Annex, size: int, setting: Setting) -> CouncilDocument:
    spec, council, organisation = annex.spec, annex.council, setting.rules.organisation
    published = setting.public_from(annex)
    return CouncilDocument(
        title=spec.title,
        file_name=f"{annex.base}.pdf",
        document_type=council.document_type or DocumentType.NOTICE,
        lang=spec.lang,
        version=spec.version,
        date=spec.date.isoformat(),
        identifier=setting.record(annex).value,
        size=size,
        public=not (annex.confidential or council.concept),
        url=setting.url(f"{annex.base}.pdf"),
        published=published.isoformat() if published else None,
        author=spec.author,
        organisation=Organisation(
            name=organisation.name or spec.house.name, identifier=organisation.identifier
        ),
        description=spec.summary,
        keywords=tuple(spec.keywords),
        confidentiality=council.confidentiality,
        portfolio_holder=council.portfolio_holder,
        agenda_item=setting.meeting.item,
        meeting=" ".join(filter(None, (council.body, setting.meeting.date.isoformat()))),
        sent=council.sent.isoformat() if council.sent else None,
        file_number=council.file_number,
    )


def describe_dossier(
    files: Mapping[str, bytes], annexes: Sequence[Annex], wishes: Wishes, setting: Setting
) -> bytes:
    """Write `dossier.json` of all other files, which are given by name."""
    first, organisation = annexes[0], setting.rules.organisation
    said = {name: _file(name, data, setting) for name, data in files.items()}
    ordered = sorted(annexes, key=lambda annex: annex.loaded.name != wishes.main)
    documents = [_said(annex, order, said, wishes, setting) for order, annex in enumerate(ordered, start=1)]
    known = {one.file_name for document in documents for one in (document.file, *document.files)}
    name = organisation.name or first.spec.house.name
    whole = index.DossierSaid(
        identifier=setting.dossier.value,
        title=title_of(first, setting),
        made=wishes.made.isoformat() if wishes.made else None,
        organisation=index.OrganisationSaid(name=name, identifier=organisation.identifier),
        meeting=index.MeetingSaid(
            date=setting.meeting.date.isoformat(), item=setting.meeting.item, body=first.council.body
        ),
        sealed=wishes.seal,
        time_stamp=TIME_STAMP if wishes.time_stamp else None,
        documents=tuple(documents),
        files=tuple(one for name, one in said.items() if name not in known),
    )
    return to_json(whole.model_dump(mode="json"))


def _said(
    annex: Annex, order: int, files: Mapping[str, index.FileSaid], wishes: Wishes, setting: Setting
) -> index.DocumentSaid:
    spec, council, published = annex.spec, annex.council, setting.public_from(annex)
    pdf = f"{annex.base}.pdf"
    others = (one for name, one in files.items() if name.startswith(f"{annex.base}.") and name != pdf)
    return index.DocumentSaid(
        order=order,
        role="main" if annex.loaded.name == wishes.main else "annex",
        annex=annex.number,
        name=annex.loaded.name,
        identifier=setting.record(annex).value,
        display_name=f"{annex.label_in(annex.labels)}: {spec.short_title or spec.title}",
        title=spec.title,
        document_type=(council.document_type or DocumentType.NOTICE).value,
        language=spec.lang,
        date=spec.date.isoformat(),
        version=spec.version,
        concept=council.concept,
        confidential=annex.confidential,
        confidentiality=council.confidentiality,
        published=published.isoformat() if published else None,
        replaces=tuple(_replaced(annex, wishes, setting)),
        file=files[pdf],
        files=tuple(others),
    )


def _replaced(annex: Annex, wishes: Wishes, setting: Setting) -> Iterator[index.ReplacedSaid]:
    """Yield the earlier documents of a brief, but for the one that this is made again of."""
    own = setting.record(annex).value
    for document in wishes.replaced.get(annex.loaded.name, ()):
        if document.identifier == own:
            yield from document.replaces
        else:
            yield index.ReplacedSaid(
                identifier=document.identifier,
                file_name=document.file.file_name,
                annex=document.annex,
                version=document.version,
            )


def _file(name: str, data: bytes, setting: Setting) -> index.FileSaid:
    kind = _MEDIA[name.rsplit(".", 1)[-1]]
    return index.FileSaid(
        file_name=name, media_type=kind, size=len(data), sha256=sha256_of(data), url=setting.url(name)
    )
