"""What the tests of typesetting share: a page around a body, typeset, and its tree."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pdf.typeset import PRODUCER, typeset
from bronbrief.verify.reading import Node, read_tree

RICH = Path(__file__).parents[1] / "pdf" / "samples" / "rich.html"
META = DocumentMeta(
    title="Coevorden & Brest: een <proef>",
    lang="nl-NL",
    date="2026-11-21",
    producer=PRODUCER,
    author="Griffie van Coevorden",
    subject="Hoe een stedenband eindigde",
    keywords=("stedenband", "Wit-Rusland"),
)
FACES = "".join(
    f"@font-face{{font-family:tekst;font-weight:{weight};font-style:{style};"
    f"src:url(bronbrief:font/ibm-plex-serif/IBMPlexSerif-{name}.ttf)}}"
    for name, weight, style in (
        ("Regular", 400, "normal"),
        ("Italic", 400, "italic"),
        ("Bold", 700, "normal"),
        ("BoldItalic", 700, "italic"),
    )
)
STYLE = (
    FACES
    + "@page{size:A5;margin:20mm;font:8pt tekst}html{font:10pt/14pt tekst;hyphens:auto}"
    + "body{margin:0}q{quotes:none}"
)


def page(body: str, style: str = "") -> str:
    """Return an HTML document around a body, set in packaged fonts."""
    head = f"<head><title>Proef</title><style>{STYLE}{style}</style></head>"
    return f'<html lang="nl-NL">{head}<body>{body}</body></html>'


def attempt(html: str, root: Path | None = None) -> Outcome[bytes]:
    """Typeset a whole HTML document in a workspace that may be empty."""
    return typeset(html, META, Fetcher(Workspace(root or Path(__file__).parent)))


@cache
def pdf_of(html: str) -> bytes:
    """Typeset a document that nothing is wrong with."""
    done = attempt(html)
    assert done.value is not None, done.diagnostics
    assert not done.diagnostics, done.diagnostics
    return done.value


@cache
def rich_pdf() -> bytes:
    """Return the PDF of the sample that holds everything."""
    return pdf_of(RICH.read_text())


@cache
def tree_of(body: str, style: str = "") -> Node:
    """Return the structure tree of a body."""
    return read_tree(pdf_of(page(body, style)))


def shape(node: Node) -> str:
    """Write a tree in one line: types with their kids in brackets, and "_" for text."""
    kids = " ".join(_shapes(node))
    return f"{node.type}[{kids}]" if kids else node.type


def _shapes(node: Node) -> Iterator[str]:
    last = ""
    for kid in node.kids:
        now = "_" if isinstance(kid, str) else shape(kid)
        if now != "_" or last != "_":
            yield now
        last = now


def below(node: Node, *types: str) -> list[Node]:
    """Return the elements of some types, in reading order."""
    return [found for found in node.walk() if found.type in types]
