"""Images of a stranger: recognised by their bytes, kept to themselves, and never larger than a page needs."""

import base64
import re
from pathlib import Path

import pytest

from bronbrief.core.images import SVG, is_too_large, media_type, svg_reaches_out
from bronbrief.core.workspace import Workspace
from bronbrief.html.addresses import RefusedError
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pipeline.run import check
from support.pictures import png, svg

CHAIN = '<g id="g0"><rect width="1" height="1"/></g>' + "".join(
    f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)
)


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a" + bytes(99),
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        b"II*\0" + bytes(99),
        b"MM\0*" + bytes(99),
        b"BM" + bytes(99),
        b"%PDF-1.7",
        b"<html><svg></svg></html>",
        svg("").decode().encode("utf-16"),
        b"<!---->" * 20_000 + b"<x",
        b"<!--" * 20_000,
        b" " * 60_000,
        b"<?xml " + b" " * 60_000,
    ],
)
def test_other_kinds_are_no_images(data: bytes) -> None:
    """Only PNG, JPEG, WebP and SVG pass; a file made to keep the reader busy is read once."""
    assert media_type(data) is None


@pytest.mark.parametrize(
    "data",
    [
        svg('<use xml:base="file:///etc/" href="#x"/>'),
        svg("", '<?xml version="1.0"?><?xml-stylesheet href="file:///etc/passwd"?>'),
        svg("", '<?xml version="1.0" encoding="utf-7"?>'),
        svg("", '<?xml version="1.0" encoding="bogus"?>'),
        svg("<rect style=\"fill:image-set('http://127.0.0.1/x' 1x)\"/>"),
        svg("<style>rect{fill:src('http://127.0.0.1/x')}</style>"),
        svg('<a href="javascript:alert(1)"><rect/></a>'),
        svg('<a xlink:href=" JavaScript:alert(1)"><rect/></a>'),
        svg('<image><set attributeName="href" to="http://127.0.0.1/x"/></image>'),
        svg('<image><animate attributeName="xlink:href" values="http://127.0.0.1/x"/></image>'),
        svg('<image href="data:image/svg+xml,x"/>'),
        svg('<image href="\tfile:///etc/passwd"/>'),
        svg('<text><tref href="file:///etc/passwd"/></text>'),
        svg("<rect"),
        svg("\0"),
    ],
)
def test_an_svg_that_leads_elsewhere_is_refused(data: bytes) -> None:
    """Bases, style sheets, animations, links that run and encodings that nobody knows are all refused."""
    assert svg_reaches_out(data)


def test_an_svg_that_keeps_to_itself_is_taken() -> None:
    """Gradients, uses, clips, metadata with addresses, and links to pages are what drawing programs write."""
    inside = (
        '<metadata xmlns:c="http://x.nl/"><c:work c:about="http://x.nl/"/></metadata>'
        '<linearGradient id="a"/><rect fill="url(#a)" style="stroke:url(\'#a\')"/><use href="#a"/>'
        '<a href="https://example.org/"><rect/></a><style>rect{fill:red}</style>'
    )
    assert not svg_reaches_out(svg(inside, '<?xml version="1.0" encoding="UTF-8"?>\n<!-- een tekening -->\n'))


@pytest.mark.parametrize(
    "data",
    [
        png(30_000, 30_000, b""),
        png(2**31 - 1, 2**31 - 1, b""),
        b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03" + bytes(20),
        b"RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff",
        svg(CHAIN + '<use href="#g8"/>'),
        svg('<g id="a"><use href="#a"/></g>'),
        svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    ],
)
def test_an_image_that_unfolds_too_far_is_refused(data: bytes) -> None:
    """Pixels beyond a page, and references that repeat each other without end, are seen before drawing."""
    kind = media_type(data)
    assert kind is not None
    assert is_too_large(data, kind)


def test_large_sound_images_are_taken() -> None:
    """A photograph of thirty million pixels and a drawing of thousands of parts are no bombs."""
    assert not is_too_large(png(6000, 5000, b""), "image/png")
    assert not is_too_large(svg("<g><rect/></g>" * 20_000), "image/svg+xml")
    assert not is_too_large(svg("<g>" * 20_000 + "</g>" * 20_000), "image/svg+xml")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "gopher://x/",
            "ws://x/",
            "jar:file:///x!/y",
            "blob:x",
            "about:blank",
            "FTP://x/",
            "\tfile:///etc/hostname",
        ),
        *(
            "bronbrief:asset/..%2f..%2fetc/hostname",
            "bronbrief:asset/%252e%252e/x",
            "bronbrief:asset/",
            "BRONBRIEF:asset/x",
        ),
        *("bronbrief:asset/C:\\x.png", "bronbrief:asset/.", "bronbrief:asset/..", "bronbrief:asset/%ff%fe"),
        *(
            "bronbrief:font/",
            "bronbrief:font/../x",
            "bronbrief:font/ibm-plex-serif/%2e%2e",
            "bronbrief:font/a/b/c",
        ),
        *(
            "data:,",
            "data:image/png,x",
            "data:text/html,<script>",
            "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        ),
        "data:image/svg+xml;base64," + base64.b64encode(svg("<image href='file:///etc/hostname'/>")).decode(),
        "data:image/png;base64," + base64.b64encode(png(60_000, 60_000, b"")).decode(),
        "data:image/svg+xml;base64," + base64.b64encode(svg(CHAIN + '<use href="#g8"/>')).decode(),
    ],
)
def test_the_fetcher_gives_nothing_else(address: str, tmp_path: Path) -> None:
    """Every scheme, spelling and detour that is not a sound image or a packaged font is refused."""
    with pytest.raises(RefusedError):
        Fetcher(Workspace(tmp_path)).fetch(address)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GIF89a" + bytes(99), "image-kind"),
        (png(30_000, 30_000, b""), "image-unfolds"),
        (svg("<script/>"), "image-reaches-out"),
        (svg(CHAIN + '<use href="#g8"/>'), "image-unfolds"),
    ],
)
def test_the_finding_stands_where_the_image_is_named(data: bytes, code: str, workspace: Path) -> None:
    """A refused image is reported at the path that the author wrote."""
    (workspace / "beeld.dat").write_bytes(data)
    path = workspace / "briefs" / "veerdienst.yaml"
    text = path.read_text("utf-8") + "    figure: {image: beeld.dat, alt: Een vlak}\n"
    path.write_text(text, encoding="utf-8")
    found = {one.code: one for one in check(Workspace(workspace)).briefs[0].diagnostics}
    assert code in found
    place = found[code].place
    assert place is not None
    line = text.split("\n")[place.line - 1]
    assert re.match("beeld.dat", line[place.column - 1 :])


@pytest.mark.parametrize(
    "link",
    [
        '<use href=" #{}\n"/>',
        '<g mask="url(#{})"/>',
        "<g clip-path=\"url( '#{}' )\"/>",
        '<g style="mask:url(#{})"/>',
    ],
)
def test_a_chain_of_references_is_too_much_whatever_draws_it(link: str) -> None:
    """Eight links, each drawing the one before it ten times, would never end."""
    chain = "".join(f'<mask id="a{at + 1}">{link.format(f"a{at}") * 10}</mask>' for at in range(8))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><g id="a0"/>{chain}{link.format("a8")}</svg>'
    assert is_too_large(drawing.encode(), SVG)


def test_a_marker_counts_at_each_point() -> None:
    """A long line with a marker at each point draws it as often; a gradient is drawn once."""
    line = '<path d="{}" {}/>'.format("M0 0L1 1" * 20_000, "{}")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><g id="m"/><linearGradient id="g"/>{}</svg>'
    assert is_too_large(drawing.format(line.format('marker-mid="url(#m)"')).encode(), SVG)
    assert not is_too_large(drawing.format(line.format('fill="url(#g)"') * 3).encode(), SVG)
