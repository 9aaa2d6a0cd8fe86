"""Reading a PDF: its tree as an outline, its words as a transcript, and files that are not what they seem."""

import io

import pikepdf
import pytest

from bronbrief.verify.reading import Node, NotTaggedError, outline, read_tree, transcript
from support.typesetting import page, pdf_of, rich_pdf, tree_of


def test_outline_is_indented_and_says_what_elements_are() -> None:
    """Each element has a line: type, attributes, language, and the first words of its own text."""
    tree = tree_of("<section lang='en'><h2>Head</h2><ul><li>One</li></ul></section>")
    assert outline(tree).splitlines() == [
        "Document",
        "  Sect  lang=en",
        "    H2  “Head”",
        "    L  ListNumbering=Disc",
        "      LI",
        "        Lbl  “•”",
        "        LBody  “One”",
    ]


def test_labels_of_lists_can_be_left_out() -> None:
    """Without labels the transcript has only words of the author: terms stay, bullets and numbers go."""
    body = "<ol><li>Een<ul><li>Twee</li></ul></li></ol><dl><dt>Term</dt><dd>Uitleg</dd></dl>"
    assert transcript(tree_of(body)).splitlines() == ["1. Een", "• Twee", "Term Uitleg"]
    assert transcript(tree_of(body), labels=False).splitlines() == ["Een", "Twee", "Term Uitleg"]


def test_ligatures_come_apart() -> None:
    """Letters drawn as one glyph are read as the letters they stand for."""
    body = "<p style='font-variant-ligatures:common-ligatures'>efficiënt, officieel, fluiten, affiche</p>"
    assert tree_of(body).text == "efficiënt, officieel, fluiten, affiche"


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.7\n", None])
def test_what_is_no_pdf_is_told_apart(data: bytes | None) -> None:
    """An empty, foreign, or cut-off file is not read as a document without text."""
    with pytest.raises(NotTaggedError):
        read_tree(rich_pdf()[:2000] if data is None else data)


def test_pdf_without_tags_is_told_apart() -> None:
    """A PDF without a structure tree is refused."""
    blank = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(blank)
    with pytest.raises(NotTaggedError):
        read_tree(blank.getvalue())


def test_tree_without_end_is_refused() -> None:
    """A structure element that is its own kid does not hang the reader."""
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(page("<p>x</p>")))) as pdf:
        document = pdf.Root.StructTreeRoot.K[0]
        document.K = pikepdf.Array([document])
        pdf.save(changed)
    with pytest.raises(NotTaggedError):
        read_tree(changed.getvalue())


def test_actual_text_speaks_for_what_is_drawn() -> None:
    """An element's ActualText is said in place of its content."""
    node = Node("P", ("a", Node("Span", ("drawn",), actual="said"), "b"))
    assert node.text == "asaidb"
