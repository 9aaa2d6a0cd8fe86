"""Images are known by their bytes, refused where they cannot print, and asked for a description."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from bronbrief.blocks.figure import FigureBlock
from bronbrief.brief.figures import is_cmyk
from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.images import media_type
from bronbrief.core.workspace import Workspace
from support.pictures import png

Assembler = Callable[..., Outcome[Brief]]
PNG = png(2, 2)
SPEC = """
sections:
  - heading: Beeld
    figure: {{image: {image}, alt: "{alt}", caption: De *brug*., credit: Archief}}
"""


def jpeg(components: int) -> bytes:
    """Return the first segments of a JPEG: an application segment, then a frame header."""
    application = b"\xff\xe0" + struct.pack(">H", 16) + bytes(14)
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 8 + 3 * components, 8, 10, 10, components)
    return b"\xff\xd8" + application + frame + bytes(3 * components)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (jpeg(3), "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
            "image/svg+xml",
        ),
        (b"GIF89a", None),
        (b"<html><svg>", None),
        (b"", None),
    ],
)
def test_media_type_is_read_from_the_bytes(data: bytes, kind: str | None) -> None:
    """The four kinds are recognised, and nothing else is."""
    assert media_type(data) == kind


def test_cmyk_is_four_components() -> None:
    """A JPEG with four components is for presses; broken ones are not called so."""
    assert is_cmyk(jpeg(4))
    assert not is_cmyk(jpeg(3))
    assert not is_cmyk(b"\xff\xd8\xff")


def test_figure_is_built(run: Assembler, tmp_path: Path) -> None:
    """A figure carries its type, its description, its caption as prose and its credit."""
    (tmp_path / "brug.jpg").write_bytes(PNG)

    brief = run(SPEC.format(image="brug.jpg", alt="Een brug over water")).value

    assert brief is not None
    (block,) = brief.sections[0].blocks
    assert isinstance(block, FigureBlock)
    assert (block.media_type, block.alt, block.credit) == ("image/png", "Een brug over water", "Archief")
    assert block.caption is not None
    assert block.caption.html == "De <em>brug</em>."


@pytest.mark.parametrize(
    ("data", "image", "code"),
    [
        (b"GIF89a", "brug.png", "image-kind"),
        (jpeg(4), "brug.png", "image-cmyk"),
        (None, "brug.png", "file-missing"),
        (PNG, "../elders.png", "path-outside-workspace"),
    ],
)
def test_image_is_refused(run: Assembler, tmp_path: Path, data: bytes | None, image: str, code: str) -> None:
    """What cannot be shown is an error at the image's path; the brief is left without it."""
    if data is not None:
        (tmp_path / "brug.png").write_bytes(data)

    outcome = run(SPEC.format(image=image, alt="Een brug over water"))

    assert outcome.value is not None
    assert outcome.value.sections[0].blocks == ()
    assert [(found.code, found.place and found.place.line) for found in outcome.diagnostics] == [(code, 8)]


@pytest.mark.parametrize("written", ["brug.png", "briefs\\brug.png", "images\\brug.png"])
def test_an_image_in_briefs_is_named_as_it_must_be(run: Assembler, tmp_path: Path, written: str) -> None:
    """A path from the folder of the spec, and one with the slashes of Windows, get the path that works."""
    (tmp_path / "briefs").mkdir(exist_ok=True)
    (tmp_path / "briefs" / "brug.png").write_bytes(PNG)

    outcome = run(SPEC.format(image=written, alt="Een brug over water"))

    assert [(one.code, one.params["meant"]) for one in outcome.diagnostics] == [
        ("image-elsewhere", "briefs/brug.png")
    ]


@pytest.mark.parametrize("alt", ["IMG_0042.jpg", "foto", "Afbeelding."])
def test_description_must_describe(run: Assembler, tmp_path: Path, alt: str) -> None:
    """A file name or an empty word is no description; the brief is made all the same."""
    (tmp_path / "brug.png").write_bytes(PNG)

    outcome = run(SPEC.format(image="brug.png", alt=alt))

    assert [found.code for found in outcome.diagnostics] == ["alt-says-nothing"]
    assert outcome.value is not None


SVG_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\n<g>\n'


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("<text x='1'>Oostdam</text>", (3, "Oostdam")),
        ("<text>\n<tspan>Oost</tspan></text>", (3, "Oost")),
        ("<path d='M0 0'/>\n<a href='#x'><text>dam</text></a>", (4, "dam")),
        ("<title>Oostdam</title><path d='M0 0'/>", None),
        ("<text> </text>", None),
    ],
)
def test_text_in_a_drawing_is_named_by_file_and_line(
    inner: str, found: tuple[int, str] | None, run: Assembler, tmp_path: Path
) -> None:
    """Letters that no typeface of the brief draws, and nobody hears, are refused; a title is none."""
    (tmp_path / "logo.svg").write_text(f"{SVG_HEAD}{inner}</g></svg>")
    outcome = run(SPEC.format(image="logo.svg", alt="Het wapen van de gemeente."))
    told = [
        (one.place.file, one.place.line, one.params["text"])
        for one in outcome.diagnostics
        if one.code == "image-text" and one.place
    ]
    assert told == ([("logo.svg", *found)] if found else [])


@pytest.mark.parametrize(("named", "stored"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_accents_may_be_composed_otherwise(
    named: Literal["NFC", "NFD"], stored: Literal["NFC", "NFD"], run: Assembler, tmp_path: Path
) -> None:
    """A picture whose name has the same letters, in its folder too, is found, and its changes are seen."""
    path = "beeld/één/brug bij café.png"
    file = tmp_path / normalize(stored, path)
    file.parent.mkdir(parents=True)
    file.write_bytes(PNG)

    assert run(SPEC.format(image=normalize(named, path), alt="Een brug over water")).value is not None
    workspace = Workspace(tmp_path)
    workspace.read(normalize(named, path), len(PNG))
    assert {path: workspace.digest(path) for path in workspace.reads} == workspace.reads
    assert workspace.digest(normalize(stored, path)) in workspace.reads.values()
