"""An OpenDocument text to the text that it shows, whole (.odt, .ott) or as one XML file (.fodt)."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.intake.archive import ZipArchive, parse_xml
from bronbrief.intake.converted import Converted, read_versions
from bronbrief.intake.dates import plain_date
from bronbrief.intake.extractors import Answer, ExtractionError
from bronbrief.intake.odt.names import raw_text, shorten
from bronbrief.intake.odt.numbering import Numbering
from bronbrief.intake.odt.story import Story
from bronbrief.intake.odt.styles import Styles
from bronbrief.intake.page_writer import Look, PageWriter
from bronbrief.intake.second_reading import xml_texts

_NO_LETTERS = frozenset(
    """
    change-info binary-data event-listeners dc:creator dc:date creator-initials sender-initials number
    math:annotation math:annotation-xml table-of-content-source illustration-index-source table-index-source
    object-index-source user-index-source
    alphabetical-index-source bibliography-source sequence-decls variable-decls user-field-decls
    dde-connection-decls
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a document; in a flat one they are all the same."""

    content: Element
    styles: Element
    meta: Element
    archive: ZipArchive | None = None

    def object(self, name: str) -> Element | None:
        """Return a document within the document by its name."""
        root = self.archive.parsed(f"{name}/content.xml") if self.archive and name else None
        return shorten(root) if root is not None else None


def read_odt(data: bytes, changes: str = "") -> Answer:
    """Read an OpenDocument text."""
    package = _opened(data)
    texts = list(_texts(data, package))
    return read_versions(lambda accept: _convert(package, accept=accept), texts, changes, "OpenDocument")


def _opened(data: bytes) -> _Package:
    if not data.startswith(b"PK"):
        root = shorten(parse_xml(data))
        return _Package(root, root, root)
    archive = ZipArchive(data, doctypes=True)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise ExtractionError("document-locked", "encryption-data")
    trees = (archive.parsed(f"{name}.xml") for name in ("content", "styles", "meta"))
    content, styles, meta = (shorten(Element("none") if tree is None else tree) for tree in trees)
    return _Package(content, styles, meta, archive)


def _convert(package: _Package, *, accept: bool) -> Converted:
    body = next(package.content.iter("office:text"), None)
    if body is None:
        raise ExtractionError("document-unreadable", "no office:text")
    styles = Styles(package.styles, package.content)
    numbering = Numbering.of(package.styles, package.content)
    regions = {one.get("text:id", one.get("xml:id", "")): one for one in body.iter("text:changed-region")}
    story = Story(styles, numbering, package.object, regions, accept)
    story.blocks(body)
    story.left_over()
    _heads(package.styles, story.writer)
    return Converted(story.writer.page(css="color:auto"), story.writer.added, facts=_facts(package, styles))


def _heads(styles: Element, writer: PageWriter) -> None:
    """Leave out the heads and feet of pages."""
    for master in styles.iter("style:master-page"):
        for one in master:
            if words := raw_text(one):
                writer.open()
                writer.text(words, Look(reason="header-footer"))
                writer.close()


def _facts(package: _Package, styles: Styles) -> dict[str, str]:
    meta = next(package.meta.iter("office:meta"), None)
    said = {one.tag: one.text or "" for one in meta} if meta is not None else {}
    return {
        "title": said.get("dc:title", ""),
        "author": said.get("meta:initial-creator") or said.get("dc:creator", ""),
        "lang": said.get("dc:language") or styles.language(),
        "made": plain_date(said.get("meta:creation-date", "")),
    }


def _texts(data: bytes, package: _Package) -> Iterator[str]:
    """Yield the texts of a document by a second reading: of its body, its heads and feet, and its objects."""
    if package.archive is None:
        yield from xml_texts(data, ("text", "master-styles"), _NO_LETTERS)
        return
    for name, original in package.archive.names.items():
        part = package.archive.read(original) or b""
        if name in {"content.xml", "styles.xml"}:
            yield from xml_texts(part, ("text", "master-styles"), _NO_LETTERS)
        elif name.endswith("/content.xml") and name.rpartition("/")[0] in _named(package.content):
            yield from xml_texts(part, ("body", "math:math"), _NO_LETTERS)


def _named(content: Element) -> set[str]:
    """Return the names of the documents that a document shows, in small letters."""
    objects = content.iter("draw:object")
    return {one.get("xlink:href", "").removeprefix("./").lower() for one in objects}
