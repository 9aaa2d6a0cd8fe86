"""The descriptions that go beside a brief: MDTO for the archive, ORI or HTML for the council's system."""

import datetime as dt
from collections.abc import Mapping

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.findings import report
from bronbrief.dossier.matter import Annex, Meeting
from bronbrief.dossier.mdto import (
    HTML_5,
    JSON,
    PDF_A_2A,
    DataFile,
    InformationObject,
    Term,
    data_file,
    information_object,
)
from bronbrief.dossier.ori import CouncilDocument, flemish_fragment, ori_json
from bronbrief.spec.council import Archive, ArchiveTerm, DocumentType
from bronbrief.verify.checksums import sha256

APPRAISALS = "Begrippenlijst Waarderingen MDTO"
LEVELS = "Begrippenlijst Aggregatieniveaus MDTO"
FILE_SIDECAR = ".bestand.mdto.xml"
_FORMATS = {".pdf": PDF_A_2A, ".html": HTML_5, ".jsonld": JSON}
_MANDATORY = ("appraisal", "creators", "restrictions")


def describe(annex: Annex, meeting: Meeting, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the sidecars of a brief: of each of its files, of the record, and for the council's system.

    `files` are the brief's own, by name. The record is described only if the spec says what MDTO wants of it;
    see `missing_facts`.
    """
    made = {
        f"{name}{FILE_SIDECAR}": describe_file(name, data, annex.spec.date, annex.spec.title)
        for name, data in files.items()
    }
    if not missing_facts(annex):
        made[f"{annex.base}.mdto.xml"] = information_object(_record(annex, tuple(files)))
    document = _document(annex, meeting)
    if annex.spec.lang == "nl-BE":
        made[f"{annex.base}.fragment.html"] = flemish_fragment(document)
    else:
        made[f"{annex.base}.ori.json"] = ori_json(document)
    return made


def missing_facts(annex: Annex) -> tuple[Diagnostic, ...]:
    """Say which values are missing that MDTO wants and only the archive's owner can know."""
    archive = annex.spec.archive or Archive()
    absent = [f"archive.{key}" for key in _MANDATORY if not getattr(archive, key)]
    terms: list[tuple[str, ArchiveTerm | None]] = [("classification", archive.classification)]
    terms += [("restrictions", term) for term in archive.restrictions]
    absent += [f"archive.{key}.list" for key, term in terms if term is not None and not term.list_]
    keys = ", ".join(dict.fromkeys(absent))
    return (report("archive-incomplete", annex.place("archive"), keys=keys),) if absent else ()


def describe_file(name: str, data: bytes, date: dt.date, represents: str) -> bytes:
    """Describe one file; `date` is that of the brief, since the clock is never read."""
    suffix = "." + name.rsplit(".", 1)[-1]
    return data_file(
        DataFile(
            identifier=name,
            name=name,
            size=len(data),
            format=_FORMATS[suffix],
            sha256=sha256(data),
            checked=f"{date.isoformat()}T00:00:00",
            represents=represents,
        )
    )


def _record(annex: Annex, files: tuple[str, ...]) -> InformationObject:
    spec, archive = annex.spec, annex.spec.archive or Archive()
    assert archive.appraisal is not None  # noqa: S101 - asked for by `missing_facts`
    return InformationObject(
        identifier=f"{annex.loaded.name}-{spec.version}",
        name=spec.title,
        appraisal=_term(archive.appraisal, APPRAISALS),
        creators=tuple(archive.creators),
        restrictions=tuple(_term(term) for term in archive.restrictions),
        level=_term(archive.level or ArchiveTerm(label="Archiefstuk"), LEVELS),
        classification=_term(archive.classification) if archive.classification else None,
        keywords=tuple(spec.keywords),
        description=spec.summary,
        languages=(spec.lang,),
        created=spec.date.isoformat(),
        files=files,
    )


def _term(term: ArchiveTerm, own_list: str = "") -> Term:
    return Term(term.label, term.list_ or own_list, term.code)


def _document(annex: Annex, meeting: Meeting) -> CouncilDocument:
    spec, council = annex.spec, annex.council
    return CouncilDocument(
        title=spec.title,
        file_name=f"{annex.base}.pdf",
        document_type=council.document_type or DocumentType.NOTICE,
        lang=spec.lang,
        version=spec.version,
        date=spec.date.isoformat(),
        author=spec.author,
        organisation=spec.house.name,
        description=spec.summary,
        confidentiality=council.confidentiality,
        portfolio_holder=council.portfolio_holder,
        agenda_item=meeting.item,
        meeting=" ".join(filter(None, (council.body, meeting.date.isoformat()))),
        file_number=council.file_number,
    )
