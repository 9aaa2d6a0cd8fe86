"""`intake/extraction.py`: hostile and broken documents end in a finding, within limits."""

import io
import zipfile

import pikepdf
import pytest

from bronbrief.core.diagnostics import Severity
from bronbrief.intake import extraction
from bronbrief.intake.extraction import extract
from bronbrief.intake.pdf.pages import join_pages
from bronbrief.locale.diagnostics import hint
from bronbrief.sources.passages import split_passages
from support.documents import docx, pdf

EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def code(data: bytes, name: str) -> str:
    """Return the code of the one finding that a document gives."""
    outcome = extract(data, name)
    assert outcome.value is None
    (finding,) = outcome.diagnostics
    return finding.code


@pytest.mark.parametrize("prologue", [EXTERNAL, LAUGHS])
def test_entities_in_a_word_document_are_refused(prologue: str) -> None:
    """A document type declaration reads files or fills the memory; Word writes none."""
    assert code(docx(["&e;" if prologue == EXTERNAL else "&b;"], prologue), "x.docx") == "document-hostile"


def test_entities_hidden_in_utf16_are_refused_or_powerless() -> None:
    """Another encoding of the declaration is no way round."""
    declared = f'<?xml version="1.0" encoding="utf-16"?>{EXTERNAL}<x>&e;</x>'.encode("utf-16")
    outcome = extract(docx(["tekst"], parts={"docProps/core.xml": declared}), "x.docx")
    assert outcome.value is None


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    """The sizes that a package states are added up first."""
    bomb = docx(["x"], parts={f"word/media/{at}.bin": bytes(60 << 20) for at in range(5)})
    assert len(bomb) < 1 << 20
    assert code(bomb, "x.docx") == "document-hostile"


def test_a_zip_that_understates_its_size_is_refused() -> None:
    """A part that unpacks to more than it states does not go through."""
    honest = docx(["x"], parts={"word/extra.xml": b"<x>" + b"a" * 100_000 + b"</x>"})
    size = (100_007).to_bytes(4, "little")
    assert honest.count(size) == 2
    assert code(honest.replace(size, (10).to_bytes(4, "little")), "x.docx") == "document-unreadable"


def test_a_pdf_without_text_is_taken_for_a_scan() -> None:
    """Pages without characters get the advice to run text recognition."""
    assert code(pdf([[], []]), "scan.pdf") == "document-scan"


def test_a_locked_pdf_is_named_as_such() -> None:
    """A password is asked of the author, not guessed."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf([["tekst"]]))) as document:
        document.save(written, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert code(written.getvalue(), "x.pdf") == "document-locked"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", b"<html>geen pdf</html>"),
        ("x.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40),
        ("x.docx", b"PK\x03\x04 kapot"),
        ("x.docx", b""),
        ("x.txt", b"PK\x00\x00\x81"),
        ("x.txt", "Besluit zonder merk".encode("utf-16-le")),
    ],
)
def test_a_broken_document_is_a_finding(name: str, data: bytes) -> None:
    """What is not what its name says is named as unreadable."""
    assert code(data, name) == "document-unreadable"


@pytest.mark.parametrize("name", ["x", "x.exe", "x.xlsx"])
def test_other_kinds_are_refused_with_those_that_will_do(name: str) -> None:
    """The finding names the endings that can be read."""
    outcome = extract(b"x", name)
    assert outcome.diagnostics[0].code == "document-kind"
    assert ".docx" in outcome.diagnostics[0].params["known"]


@pytest.mark.parametrize("name", ["x.doc", "x.sxw", "X.WPD"])
def test_other_word_processors_are_refused_with_what_converts_them(name: str) -> None:
    """The hint says what opens the file and what to save it as, in both languages."""
    (finding,) = extract(b"x", name).diagnostics
    assert finding.code == "document-to-convert"
    for lang in ("nl", "en"):
        assert "LibreOffice" in hint(finding, lang)
        assert ".docx" in hint(finding, lang)


@pytest.mark.parametrize(
    ("name", "data"), [("x.txt", b" \n\t"), ("x.html", b"<script>text()</script>"), ("x.md", b"")]
)
def test_a_document_without_words_is_a_finding(name: str, data: bytes) -> None:
    """White space and scripts are no text."""
    assert code(data, name) == "document-without-text"


def test_a_deeply_nested_page_is_read_or_refused() -> None:
    """Depth neither crashes the reader nor shows a traceback."""
    outcome = extract(b"<div>" * 3000 + b"binnen", "x.html")
    assert outcome.value is None or outcome.value.text == "binnen\n"


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wall clock counts too."""
    monkeypatch.setattr(extraction, "WALL_SECONDS", 0.001)
    assert code(b"tekst", "x.md") == "document-too-heavy"


def test_running_heads_stay_once_and_body_text_always() -> None:
    """A line equal at the edge of most pages is a running head; numbered questions and sentences are not."""
    pages = [
        f"Gemeente X\nVraag {at}\ntekst {at} loopt\nen eindigt zo\nPagina {at} van 4" for at in range(1, 5)
    ]
    joined, _ = join_pages(pages)
    assert joined.count("Gemeente X") == 1
    assert joined.count("en eindigt zo") == 4
    assert all(f"Vraag {at}\n" in joined for at in range(1, 5))
    assert joined.count("Pagina") == 1


def test_zip_without_word_in_it_is_unreadable() -> None:
    """A package of another kind under the name of a Word document is a finding."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
    assert code(written.getvalue(), "x.docx") == "document-unreadable"


def text_of(page: str, name: str = "x.html") -> str:
    """Return the text of a document that can be read."""
    outcome = extract(page.encode(), name)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.text


def locators_of(text: str) -> dict[str, str]:
    """Return the passages of a text by their locators."""
    return {str(passage.locator): passage.text for passage in split_passages(text)}


@pytest.mark.parametrize(
    "cell",
    ["{}", "<p>{}</p>", "<div><p><strong>{}</strong></p></div>", "<p>{}</p><p></p>", "<ul><li>{}</ul>"],
)
def test_a_row_of_a_table_is_one_line_whatever_its_cells_hold(cell: str) -> None:
    """Paragraphs, lists and breaks in cells do not tear a row apart, and rows are no headings."""
    rows = [("Jaar", "Deelnemers<br>totaal"), ("2023", "31"), ("Brest", "wel en niet")]
    table = "".join("<tr>" + "".join(f"<td>{cell.format(one)}</td>" for one in row) + "</tr>" for row in rows)
    text = text_of(f"<h1>Kop</h1><p>Voor.</p><table>{table}</table><p>Na.</p>").replace("- ", "")
    assert text == "# Kop\n\nVoor.\n\nJaar | Deelnemers totaal\n\n2023 | 31\n\nBrest | wel en niet\n\nNa.\n"
    assert list(locators_of(text)) == ["kop 1", *(f"al. {number}" for number in range(1, 6))]


def test_a_table_that_only_lays_out_a_page_is_read_cell_by_cell() -> None:
    """Cells with headings, tables or long texts of several paragraphs are parts of a page."""
    long = "".join(f"<p>{'Dit is een zin. ' * 40}</p>" for _ in range(2))
    headed = "<table><tr><td><p>Menu</p></td><td><h1>Kop</h1><p>Tekst.</p></td></tr></table>"
    nested = f"<table><tr><td><p>A.</p></td><td>{headed}</td></tr></table>"
    alone = "<table><tr><td><p>Een.</p><p>Twee.</p></td></tr></table>"
    assert text_of(headed) == "Menu\n\n# Kop\n\nTekst.\n"
    assert text_of(nested) == "A.\n\nMenu\n\n# Kop\n\nTekst.\n"
    assert text_of(alone) == "Een.\n\nTwee.\n"
    assert text_of(f"<table><tr><td><p>A.</p></td><td>{long}</td></tr></table>").count("\n\n") == 2


@pytest.mark.every(3)
@pytest.mark.parametrize(
    "heading", ["Wat kost het?", "Wij besluiten.", "let op:", "Kort", "1. Doel", "Een " * 30]
)
@pytest.mark.parametrize("name", ["x.html", "x.md"])
def test_a_heading_stays_one_however_it_ends(heading: str, name: str) -> None:
    """Question mark, full stop, small letter or length: what the document calls a heading is a heading."""
    plain = heading.strip()
    page = f"<h2>{heading}</h2><p>Eerste.</p>" if name == "x.html" else f"## {plain}\n\nEerste.\n"
    assert locators_of(text_of(page, name)) == {"kop 1": plain, "al. 1": "Eerste."}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<h3>Vraag 1</h3><p>Wat?</p><h3>Antwoord 1</h3><p>Dit.</p>",
            ["kop 1", "vraag 1", "kop 2", "antwoord 1"],
        ),
        (
            "<h3>1. Wat?</h3><p>Dit.</p><h3>2. Hoe?</h3><p>Zo.</p>",
            ["vraag 1", "antwoord 1", "vraag 2", "antwoord 2"],
        ),
        ("<h3>Vraag: wat nu?</h3><p>Dit.</p>", ["kop 1", "al. 1"]),
        ("<h1>Kop<br>en meer</h1><p>Dit.</p>", ["kop 1", "al. 1"]),
        ("<h1><br></h1><ul><li><h2>Een</h2><p>Dit.</p></ul>", ["kop 1", "al. 1"]),
    ],
)
def test_headings_of_questions_keep_their_place(page: str, expected: list[str]) -> None:
    """Questions and answers that stand in headings are counted as such, and a heading is one line."""
    assert list(locators_of(text_of(page))) == expected


CALLS = [
    'brief<sup><a href="#n1">1</a></sup>.',
    'brief<a href="#n1"><sup>[1]</sup></a>.',
    'brief<sup><a href="https://x.nl/y#n1">1</a>, <a href="#n1">2</a></sup>.',
    'brief<a role="doc-noteref" href="#n1">*</a>.',
    'brief<a href="#_ftn1">[1]</a>.',
]


@pytest.mark.parametrize("call", CALLS)
def test_a_call_to_a_note_is_left_out_and_told(call: str) -> None:
    """A mark that leads to a note sticks to no word, the note stays, and the author hears of it."""
    page = f"<p>Een {call} Einde.</p><ol><li id=n1>Noot. <a href='#t'>↩︎</a><p id=_ftn1><p id=t></ol>"
    outcome = extract(page.encode(), "x.html")
    assert outcome.value is not None
    assert outcome.value.text.startswith("Een brief. Einde.\n\n1. Noot.\n")
    told = {one.params["left_out"]: one.params["count"] for one in outcome.diagnostics}
    assert told == {"note-call": "1", "navigation": "1"}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("50 m<sup>2</sup>", "50 m²"),
        ("10<sup>3</sup>", "10³"),
        ('<a href="#n1">2024</a>', "2024"),
        ('<sup><a href="#n1">zie daar</a></sup>', "zie daar"),
        ('toen<sup><a href="#weg">1</a></sup>', "toen¹"),
        ('<a href="#_ftnref1">[1]</a> Noot', "[1] Noot"),
    ],
)
def test_what_is_no_call_to_a_note_stays(words: str, read: str) -> None:
    """Exponents, links with words, links to nowhere, and the number before a note are text."""
    outcome = extract(f"<p id=n1>Dit is {words} groot.<p id=_ftnref1>".encode(), "x.html")
    assert outcome.value is not None
    assert outcome.value.text == f"Dit is {read} groot.\n"
    assert outcome.diagnostics == ()


@pytest.mark.parametrize(
    ("data", "severity"),
    [
        ("Café ‘Het Veer’: € 5 – één".encode("cp1252"), Severity.HINT),
        ("De coöperatie vindt één café".encode("cp850"), Severity.WARNING),
        ("De coöperatie vindt één café".encode("mac-roman"), Severity.WARNING),
    ],
)
def test_a_guess_at_the_encoding_is_told(data: bytes, severity: Severity) -> None:
    """Signs in the middle of words make the guess a doubtful one; what is UTF-8 is no guess."""
    (finding,) = extract(data, "x.txt").diagnostics
    assert (finding.code, finding.severity) == ("document-encoding-guessed", severity)
    assert extract(data.decode("latin-1").encode(), "x.txt").diagnostics == ()
    page = b"<p>" + data
    assert [one.code for one in extract(page, "x.html").diagnostics] == ["document-encoding-guessed"]
    assert extract(b"<meta charset=iso-8859-1>" + page, "x.html").diagnostics == ()


HALVES = {
    "half.json": b'{"@type": "MediaObject", "name": "Br\\udc00ug", "text": ["Er is \\ud800 een brug."]}',
    "half.eml": b"MIME-Version: 1.0\nSubject: Brug\nContent-Type: text/plain; charset=raw_unicode_escape\n\n"
    b"Er is \\ud800 een brug.\n",
    "half.html": b"<title>Br&#xDC00;ug</title><p>Er is &#xD800; een brug.",
}


@pytest.mark.parametrize("name", HALVES)
def test_half_a_character_is_shown_as_what_could_not_be_read(name: str) -> None:
    """Text and facts can be written as UTF-8, whatever escapes and encodings make of them."""
    outcome = extract(HALVES[name], name)
    assert outcome.value is not None
    assert "Er is \ufffd een brug." in outcome.value.text
    for said in (outcome.value.text, *outcome.value.facts.values()):
        said.encode()
