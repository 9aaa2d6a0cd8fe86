"""What the archive is told of a dossier: each file, each brief as a record, and the dossier itself (MDTO)."""

from collections.abc import Iterator, Mapping, Sequence

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.digests import sha256_of
from bronbrief.dossier.identity import Identifier, Setting
from bronbrief.dossier.matter import PUBLIC, Annex
from bronbrief.dossier.mdto import (
    HTML,
    HTML_5,
    JSON,
    JSON_LD,
    PDF_A_2A,
    TEXT,
    XML,
    DataFile,
    InformationObject,
    Reference,
    data_file,
    information_object,
)
from bronbrief.spec.council import Archive, ArchiveTerm

RECORD_SIDECAR, FILE_SIDECAR = ".mdto.xml", ".bestand.mdto.xml"
_FORMATS = {
    ".fragment.html": HTML,  # a part of a page has no version
    ".pdf": PDF_A_2A,
    ".html": HTML_5,
    ".jsonld": JSON_LD,
    ".json": JSON,
    ".xml": XML,
    ".txt": TEXT,
}
_MANDATORY = ("appraisal", "creators", "restrictions")
_METADATA = (".ori.json", ".diwoo.xml", ".fragment.html")


def missing_facts(annex: Annex) -> tuple[Diagnostic, ...]:
    """Say which values are missing that MDTO wants and only the archive's owner can know."""
    archive = annex.spec.archive or Archive()
    absent = [f"archive.{key}" for key in _MANDATORY if not getattr(archive, key)]
    terms: list[tuple[str, ArchiveTerm | None]] = [
        ("classification", archive.classification),
        ("category", archive.category),
        *(("restrictions", term) for term in archive.restrictions),
        *(("restrictions.term.trigger", one.term.trigger) for one in archive.restrictions if one.term),
        ("retention.trigger", archive.retention.trigger if archive.retention else None),
    ]
    absent += [f"archive.{key}.list" for key, term in terms if term is not None and not term.list_]
    keys = ", ".join(dict.fromkeys(absent))
    return (report("archive-incomplete", annex.place("archive"), keys=keys),) if absent else ()


def describe_files(
    files: Mapping[str, bytes], annexes: Sequence[Annex], setting: Setting
) -> dict[str, bytes]:
    """Describe each file of a dossier: it represents the brief that it belongs to, else the dossier."""
    made = {}
    for name, data in files.items():
        owner = next((annex for annex in annexes if name.startswith(f"{annex.base}.")), None)
        whole = Reference(title_of(annexes[0], setting), setting.dossier)
        made[f"{name}{FILE_SIDECAR}"] = data_file(
            DataFile(
                identifier=setting.file(name),
                name=name,
                size=len(data),
                format=next(kind for ending, kind in _FORMATS.items() if name.endswith(ending)),
                sha256=sha256_of(data),
                checked=setting.checked,
                represents=Reference(owner.spec.title, setting.record(owner)) if owner else whole,
                url=setting.url(name),
            )
        )
    return made


def describe_objects(
    files: Mapping[str, bytes], annexes: Sequence[Annex], folder: str, setting: Setting
) -> dict[str, bytes]:
    """Describe each brief as a record and the dossier as what they are parts of; see `missing_facts`.

    The dossier is described where each of its parts is: a reference to nothing would be none.
    """
    told = [annex for annex in annexes if not missing_facts(annex)]
    made = {f"{annex.base}{RECORD_SIDECAR}": _record(annex, files, annexes[0], setting) for annex in told}
    if len(told) == len(annexes):
        made[f"{folder}{RECORD_SIDECAR}"] = _dossier(annexes, files, setting)
    return made


def title_of(first: Annex, setting: Setting) -> str:
    """Return what a dossier is called: the papers for an item of a meeting."""
    heading = first.labels["dossier_title"].replace("{item}", setting.meeting.item)
    return ", ".join(filter(None, (heading, first.council.body, setting.meeting.date.isoformat())))


def _record(annex: Annex, files: Mapping[str, bytes], first: Annex, setting: Setting) -> bytes:
    brief = annex.spec
    archive = brief.archive or Archive()
    own = [name for name in files if name.startswith(f"{annex.base}.")]
    numbers = (annex.council.registration_number, annex.council.our_reference)
    return information_object(
        InformationObject(
            identifier=setting.record(annex),
            name=brief.title,
            archive=archive,
            numbers=tuple(Identifier(number, setting.issuer.name) for number in numbers if number),
            level=archive.level or ArchiveTerm(label="Archiefstuk"),
            keywords=tuple(brief.keywords),
            description=brief.summary,
            languages=(brief.lang,),
            created=brief.date.isoformat(),
            part_of=Reference(title_of(first, setting), setting.dossier),
            files=tuple(_files((name for name in own if not name.endswith(_METADATA)), setting)),
            extra=tuple(_files((name for name in own if name.endswith(_METADATA)), setting)),
        )
    )


def _dossier(annexes: Sequence[Annex], files: Mapping[str, bytes], setting: Setting) -> bytes:
    """Describe the whole: appraised as its first part is, and restricted as any of its parts is."""
    archives = [annex.spec.archive or Archive() for annex in annexes]
    restrictions = {one.model_dump_json(): one for archive in archives for one in archive.restrictions}
    some = [one for one in restrictions.values() if not is_public(one)]
    loose = (name for name in files if not any(name.startswith(f"{annex.base}.") for annex in annexes))
    return information_object(
        InformationObject(
            identifier=setting.dossier,
            name=title_of(annexes[0], setting),
            archive=archives[0].model_copy(update={"restrictions": some or list(restrictions.values())}),
            level=ArchiveTerm(label="Dossier"),
            languages=tuple(dict.fromkeys(annex.spec.lang for annex in annexes)),
            created=max(annex.spec.date for annex in annexes).isoformat(),
            parts=tuple(Reference(annex.spec.title, setting.record(annex)) for annex in annexes),
            files=tuple(_files(loose, setting)),
        )
    )


def is_public(term: ArchiveTerm) -> bool:
    """Tell whether a restriction is that there is none."""
    return PUBLIC in {term.label.casefold(), (term.code or "").casefold()}


def _files(names: Iterator[str], setting: Setting) -> Iterator[Reference]:
    return (Reference(name, setting.file(name)) for name in names)
