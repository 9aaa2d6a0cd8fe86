"""Read a finished brief, PDF or web page: its title, headings and quotations, and what it claims to be.

What is read is the file itself, never what it was made from. That a PDF claims to conform says that it was
made so, not that it does: a validator such as veraPDF decides that.
"""

import io
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from pathlib import PurePosixPath

import pikepdf
from fontTools.ttLib import TTLibError

from bronbrief.brief.labels import shipped_labels
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, clip, report
from bronbrief.spec.types import LANGUAGES
from bronbrief.verify import allowed_page
from bronbrief.verify.about import About, about_page, about_pdf
from bronbrief.verify.allow_lists import allow_list
from bronbrief.verify.allowed_pdf import bookmarks, foreign
from bronbrief.verify.allowed_structure import misled, other_headings
from bronbrief.verify.apparatus import squeezed
from bronbrief.verify.compare import Readings, all_text
from bronbrief.verify.letterforms import Letterforms, compare_letterforms
from bronbrief.verify.limits import TooLargeError, bounded
from bronbrief.verify.painted import Painter
from bronbrief.verify.placement import misplaced, unknown_furniture
from bronbrief.verify.quotations import Printed, plain, printed_quotations
from bronbrief.verify.reading import Node, NotTaggedError, PageKey, read_pages, trees_of
from bronbrief.verify.unseen_words import unseen_words
from bronbrief.verify.web_page import NotAPageError, parse, tree_of

FRAGMENT = ".fragment.html"
SHOWN, SHOWN_WORDS = 5, 40
_ANNEX = re.compile(r"^\w+ \d+: ")  # what the bookmarks of a combined file put before titles
_PICTURES = frozenset({"Figure"})
_HEADING = re.compile(r"H[1-6]?|Title")
_CLAIMS = (
    ("PDF/A-2a", {"pdfaid:part": "2", "pdfaid:conformance": "A"}),
    ("PDF/UA-1", {"pdfuaid:part": "1"}),
)
_TOLD = {
    "/Title": "dc:title",
    "/Subject": "dc:description",
    "/Author": "dc:creator",
    "/Keywords": "pdf:Keywords",
}
_PREFIXES = {
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfa/ns/extension/": "pdfaExtension",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
}
# What the libraries raise on a file that is damaged or made to deceive.
_DAMAGE = (
    *(pikepdf.PdfError, pikepdf.DataDecodingError, TTLibError, struct.error, AssertionError),
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError),
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file: `titles` are its own title and its headings, without repeats."""

    path: str
    titles: frozenset[str]
    quotations: tuple[Printed, ...]
    readings: Readings
    data: tuple[str, ...] | None = None
    """What a page tells search engines that it quotes."""
    about: About = field(default_factory=dict)

    @property
    def parts(self) -> list[Node]:
        """Return the parts of a file that joins briefs, each one of them; any other file has none."""
        return [one for one in self.readings.said.kids if isinstance(one, Node) and one.type == "Part"]

    def part_with(self, title: str) -> Readings:
        """Return the part with a title of a file that joins several briefs; of any other file all of it."""
        parts = self.parts
        at = next((at for at, one in enumerate(parts) if plain(title) in titles_of(one)), None)
        if at is None:
            return self.readings
        drawn = self.readings.drawn
        others = [one for one in drawn.kids if isinstance(one, Node) and one.type == "Part"] if drawn else []
        return Readings(parts[at], others[at] if at < len(others) else drawn)


def read_finished(data: bytes, path: str) -> Outcome[Finished]:
    """Read a rendition, by its ending; a file that cannot be read is an error."""
    return _READERS[PurePosixPath(path.lower()).suffix[1:]](data, path)


def _read_pdf(data: bytes, path: str) -> Outcome[Finished]:
    try:
        with bounded(data), pikepdf.open(io.BytesIO(data)) as pdf:
            painters = read_pages(pdf)
            said, drawn = trees_of(pdf, painters)
            claims, shapes = _claims(pdf), compare_letterforms(pdf)
            lang = str(pdf.Root.get("/Lang", ""))
            found = list(_foreign(pdf, data, painters, said, claims))
            whole = squeezed("".join(all_text(said))).casefold()
            running = tuple(unknown_furniture(painters, whole, _numbering()))
    except NotTaggedError:
        return Outcome(None, (report("verify-untagged", Place(path), file=path),))
    except (TooLargeError, *_DAMAGE):
        return _unreadable(path, "PDF")
    findings = [
        *_missing_claims(path, claims),
        *_shape_diagnostics(path, shapes),
        *_each("verify-foreign", path, found),
        *_each("verify-furniture", path, running, len(running)),
    ]
    # Where there are pictures, a screen reader says more than is drawn.
    pictured = any(one.alt for one in said.walk())
    if not pictured and squeezed("".join(all_text(said))) != squeezed("".join(all_text(drawn))):
        findings.append(report("verify-painted", Place(path), file=path))
    quotations = _with_what_is_drawn(printed_quotations(said), printed_quotations(drawn))
    titles = titles_of(said) | {plain(claims.get("dc:title", ""))}
    about = about_pdf(claims, lang)
    return Outcome(Finished(path, titles, quotations, Readings(said, drawn), about=about), tuple(findings))


def _foreign(
    pdf: pikepdf.Pdf, data: bytes, painters: Mapping[PageKey, Painter], said: Node, claims: Mapping[str, str]
) -> Iterator[str]:
    """Yield all that Bronbrief does not put in a PDF, or not there."""
    yield from foreign(pdf, data)
    for key, name in _TOLD.items():
        if str(pdf.docinfo.get(key, "")) != claims.get(name, ""):
            yield f"/Info {key}"
    if not str(pdf.docinfo.get("/CreationDate", "")).startswith(_pdf_day(claims)):
        yield "/Info /CreationDate"
    yield from (name for name in claims if name not in allow_list("pdf", "claims"))
    for painter in painters.values():
        yield from sorted(painter.unknown)
    heads = (one.text for one in said.walk() if one.type in ("TH", "Caption"))
    yield from misplaced(pdf, painters, frozenset(heads))
    yield from misled(pdf, painters)
    marked = [(_ANNEX.sub("", words), page, key) for words, page, key in bookmarks(pdf)]
    yield from (key for _, _, key in marked if key)
    yield from other_headings(said, [(words, page) for words, page, _ in marked])
    for one in said.walk():
        inner = one.walk() if one.type in ("BlockQuote", "Quote") else (one,) if one.type != "Span" else ()
        if (one.alt and one.type not in _PICTURES) or any(other.expansion for other in inner):
            yield f"“{one.alt or one.expansion or clip(one.text, SHOWN_WORDS)}”"


def _pdf_day(claims: Mapping[str, str]) -> str:
    """Return the day on which a PDF says that it was made, as its information has it (ISO 32000-1, 7.9.4)."""
    day = claims.get("xmp:CreateDate", "").partition("T")[0].replace("-", "")
    return f"D:{day}" if day else ""


@cache
def _numbering() -> tuple[str, ...]:
    """Return how pages are numbered, in each language."""
    languages = map(shipped_labels, LANGUAGES)
    return tuple(words[key] for words in languages for key in ("page_of", "dossier_page"))


def _each(code: str, path: str, found: Iterable[str], most: int = SHOWN) -> Iterator[Diagnostic]:
    """Report what was found in a file, each once, and the first few of it."""
    for what in islice(dict.fromkeys(found), most):
        yield report(code, Place(path), file=path, what=what)


def _missing_claims(path: str, claims: dict[str, str]) -> Iterator[Diagnostic]:
    for name, wanted in _CLAIMS:
        if any(claims.get(key, "") != value for key, value in wanted.items()):
            yield report("verify-claim-missing", Place(path), file=path, claim=name)


def _shape_diagnostics(path: str, shapes: Letterforms) -> Iterator[Diagnostic]:
    if shapes.false:
        what = ", ".join(shapes.false[:SHOWN])
        yield report("verify-letterforms", Place(path), file=path, what=what)
    for name in shapes.unknown:
        yield report("verify-typeface-unknown", Place(path), file=path, name=name)


def _read_html(data: bytes, path: str) -> Outcome[Finished]:
    try:
        text = data.decode()
        root = parse(text)
    except UnicodeDecodeError:
        return Outcome(None, (report("verify-not-utf8", Place(path), file=path),))
    except (NotAPageError, RecursionError):
        return _unreadable(path, "HTML")
    tree, fragment = tree_of(root), path.endswith(FRAGMENT)
    title = next(("".join(one.itertext()) for one in root.iter("title")), "")
    found = [
        *_each("verify-foreign", path, allowed_page.foreign(text, root, fragment=fragment)),
        *_each("verify-style-unknown", path, allowed_page.unjudged(root)),
    ]
    if not fragment:
        beside = (clip(one, SHOWN_WORDS) for one in unseen_words(root, tree))
        found += _each("verify-furniture", path, beside)
    finished = Finished(
        path,
        titles_of(tree) | {plain(title)},
        printed_quotations(tree),
        Readings(tree),
        allowed_page.data_texts(root),
        about_page(root),
    )
    return Outcome(finished, tuple(found))


def _unreadable(path: str, reason: str) -> Outcome[Finished]:
    return Outcome(None, (report("verify-unreadable", Place(path), file=path, reason=reason),))


def titles_of(tree: Node) -> frozenset[str]:
    """Return the headings in a tree."""
    return frozenset(plain(node.text) for node in tree.walk() if _HEADING.fullmatch(node.type))


def _claims(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return what the metadata of a PDF say (XMP), by their names."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        named = ((_name(key), value) for key, value in metadata.items())
        return {
            name: ", ".join(filter(None, value)) if isinstance(value, list | set) else str(value)
            for name, value in named
        }


def _name(key: str) -> str:
    """Return the name of a property by the usual prefix of its namespace."""
    namespace, _, name = key.removeprefix("{").rpartition("}")
    return f"{_PREFIXES.get(namespace, namespace)}:{name}"


def _with_what_is_drawn(said: tuple[Printed, ...], drawn: tuple[Printed, ...]) -> tuple[Printed, ...]:
    """Add to each quotation what the pages draw for it; both readings follow the same structure."""
    if len(said) != len(drawn):
        return tuple(replace(one, shown="") for one in said)
    return tuple(replace(one, shown=other.text) for one, other in zip(said, drawn, strict=True))


_READERS = {"pdf": _read_pdf, "html": _read_html}
