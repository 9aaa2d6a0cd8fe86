"""`authoring/extraction.py`: hostile and broken documents end in a finding, within limits."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from bronbrief.authoring import extract_child, extraction
from bronbrief.authoring.extraction import extract
from bronbrief.authoring.pdf_pages import join_pages
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
    ],
)
def test_a_broken_document_is_a_finding(name: str, data: bytes) -> None:
    """What is not what its name says is named as unreadable."""
    assert code(data, name) == "document-unreadable"


@pytest.mark.parametrize("name", ["x.doc", "x.odt", "x", "x.exe"])
def test_other_kinds_are_refused_with_those_that_will_do(name: str) -> None:
    """The finding names the endings that can be read."""
    outcome = extract(b"x", name)
    assert outcome.diagnostics[0].code == "document-kind"
    assert ".docx" in outcome.diagnostics[0].params["known"]


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


def test_the_child_has_limits_and_writes_no_file(tmp_path: Path) -> None:
    """Memory, time and files are limited before a document is read."""
    target = tmp_path / "geschreven"
    script = (
        "import resource as r\nfrom bronbrief.authoring.extract_child import limit\nlimit()\n"
        "print(r.getrlimit(r.RLIMIT_AS)[0], r.getrlimit(r.RLIMIT_CPU)[0])\n"
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"open({str(target)!r}, 'w').write('x' * 10)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.split() == [str(extract_child.MEMORY), str(extract_child.CPU_SECONDS)]
    assert target.read_bytes() == b""


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wall clock counts too."""
    monkeypatch.setattr(extraction, "WALL_SECONDS", 0.001)
    assert code(b"tekst", "x.md") == "document-too-heavy"


def test_running_heads_stay_once_and_body_text_always() -> None:
    """A line equal at the edge of most pages is a running head; numbered questions and sentences are not."""
    pages = [
        f"Gemeente X\nVraag {at}\ntekst {at} loopt\nen eindigt zo\nPagina {at} van 4" for at in range(1, 5)
    ]
    joined = join_pages(pages)
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
