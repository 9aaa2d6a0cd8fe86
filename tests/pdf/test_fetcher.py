"""The fetcher: what it serves, and what no page can make it serve."""

import base64
from pathlib import Path

import pytest

from bronbrief.core.images import media_type, svg_reaches_out
from bronbrief.core.workspace import Workspace
from bronbrief.html.addresses import RefusedError
from bronbrief.pdf.fetcher import Fetcher
from support.typesetting import attempt, page

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>t</title></svg>'
REACHING = SVG.replace(b"</svg>", b"<image href='file:///etc/hostname'/></svg>")


def data_address(data: bytes, kind: str = "image/svg+xml") -> str:
    """Return a data address that claims a type."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace with an image, a text, and a file outside it."""
    (tmp_path / "outside.svg").write_bytes(SVG)
    root = tmp_path / "workspace"
    (root / "beeld").mkdir(parents=True)
    (root / "beeld" / "een vlak.svg").write_bytes(SVG)
    (root / "notes.txt").write_text("geen afbeelding")
    (root / "link.svg").symlink_to(tmp_path / "outside.svg")
    return root


def test_serves_images_of_the_workspace_and_records_the_read(root: Path) -> None:
    """An asset comes by its path, percent-encoded, and counts as read."""
    workspace = Workspace(root)
    response = Fetcher(workspace).fetch("bronbrief:asset/beeld/een%20vlak.svg")
    assert response.read() == SVG
    assert response.content_type == "image/svg+xml"
    assert "beeld/een vlak.svg" in workspace.reads


def test_serves_packaged_fonts(root: Path) -> None:
    """A font comes from an installed package, and its hash is kept for the check afterwards."""
    fetcher = Fetcher(Workspace(root))
    response = fetcher.fetch("bronbrief:font/ibm-plex-serif/IBMPlexSerif-Regular.ttf")
    assert response.content_type == "font/ttf"
    assert len(fetcher.served.fonts) == 1


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "FILE:///etc/hostname",
        "http://127.0.0.1/x.png",
        "https://example.org/x.png",
        "ftp://example.org/x.png",
        "bronbrief:asset/../outside.svg",
        "bronbrief:asset/%2e%2e/outside.svg",
        "bronbrief:asset//etc/hostname",
        "bronbrief:asset/link.svg",
        "bronbrief:asset/notes.txt",
        "bronbrief:asset/beeld",
        "bronbrief:asset/x%00.png",
        "bronbrief:font/ibm-plex-serif/../__init__.py",
        "bronbrief:font/os/path.py",
        "bronbrief:font/ibm-plex-serif/weg.ttf",
        "bronbrief:other/x",
        "data:text/css,p{}",
        "data:image/png;base64,???",
        "data:image/png",
        data_address(b"%!PS-Adobe-3.0 EPSF-3.0", "image/png"),
    ],
)
def test_refuses_everything_else(address: str, root: Path) -> None:
    """Other schemes, paths that leave, files of other kinds and damaged data are refused, and it is noted."""
    fetcher = Fetcher(Workspace(root))
    with pytest.raises(RefusedError):
        fetcher.fetch(address)
    assert address in fetcher.served.refused


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/hostname"/>',
        '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://127.0.0.1/x.png"/>',
        '<use href="other.svg#x"/>',
        "<style>@import 'http://127.0.0.1/x.css';</style>",
        '<rect style="fill:url(http://127.0.0.1/x)"/>',
        '<rect fill="u\\72l(http://127.0.0.1/x)"/>',
        "<script>1</script>",
        '<rect onload="1"/>',
        "<foreignObject/>",
    ],
)
def test_refuses_svg_that_reaches_out(inside: str) -> None:
    """An SVG image that refers to anything outside itself, or runs anything, is refused."""
    data = SVG.replace(b"</svg>", f"{inside}</svg>".encode())
    assert svg_reaches_out(data)
    assert not svg_reaches_out(SVG)


def test_refuses_svg_with_entities() -> None:
    """A document type can hold entities that grow without bound, or name files."""
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG
    assert media_type(bomb) is None
    assert svg_reaches_out(b'<?xml version="1.0"?>' + bomb)


def test_names_do_not_decide_the_kind() -> None:
    """What a file is follows from its first bytes."""
    assert media_type(b"\x89PNG\r\n\x1a\n....") == "image/png"
    assert media_type(b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert media_type(b"RIFF\x00\x00\x00\x00WEBPVP8 ") == "image/webp"
    assert media_type(b"<?xml version='1.0'?>\n<!-- x --><svg/>") == "image/svg+xml"
    assert media_type(b"<html>") is None


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<img src='file:///etc/hostname' alt='x'>", ""),
        ("<img src='http://127.0.0.1:9/x.png' alt='x'>", ""),
        ("<object data='file:///etc/hostname'></object><embed src='file:///etc/hostname'>", ""),
        ("<link rel='stylesheet' href='file:///etc/hostname'>", ""),
        ("<p>x</p>", "@import 'http://127.0.0.1:9/x.css';"),
        ("<p>x</p>", "p{background:url(file:///etc/hostname)}"),
        ("<p>x</p>", "p::before{content:url(file:///etc/hostname)}"),
        ("<p>x</p>", "@font-face{font-family:f;src:url(file:///etc/hostname)}p{font-family:f,tekst}"),
        (f"<img src='{data_address(REACHING)}' alt='x'>", ""),
    ],
)
def test_hostile_pages_reach_nothing(body: str, style: str, tmp_path: Path) -> None:
    """A page that asks for files or hosts gets none, and no PDF comes of it."""
    html = page(body).replace("<style>", f"<style>{style}", 1)
    done = attempt(html, tmp_path)
    assert done.value is None
    assert any(finding.is_error for finding in done.diagnostics)


def test_attachments_reach_nothing(tmp_path: Path) -> None:
    """A page cannot attach a file of the machine to the PDF."""
    html = page("<p>x</p>").replace("<title>", "<link rel=attachment href='file:///etc/hostname'><title>")
    done = attempt(html, tmp_path)
    assert done.value is None
    assert "pdf-address-refused" in [finding.code for finding in done.diagnostics]
