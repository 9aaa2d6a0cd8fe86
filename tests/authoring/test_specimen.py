"""The specimen shows a designer every block and every custom property, in the look of a workspace."""

import re
from importlib import resources
from pathlib import Path

import pypdfium2
import pytest

from bronbrief.authoring.new_spec import drafts
from bronbrief.authoring.scaffold import packaged_files
from bronbrief.authoring.specimen import PATH, write_specimen
from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace, packaged_templates
from support.browser import SCHEMES, Browser
from support.pictures import svg
from support.validators import nu, verapdf

SHARED = packaged_templates() / "_shared"


def made(workspace: Path) -> Outcome[tuple[str, ...]]:
    """Write the specimen of a workspace."""
    return write_specimen(Workspace(workspace))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the PDF and the web page of the specimen of a workspace without a style of its own."""
    root = tmp_path_factory.mktemp("stijl")
    for folder in ("briefs", "seeds", "templates"):
        (root / folder).mkdir()
    outcome = made(root)
    assert outcome.diagnostics == ()
    assert outcome.value == (
        "build/templates/specimen/specimen.pdf",
        "build/templates/specimen/specimen.html",
    )
    return [root / path for path in outcome.value]


def test_every_block_and_property_is_shown(written: list[Path]) -> None:
    """Each type of block is in the specimen, and each custom property that the shared style sheets set."""
    files = dict(packaged_files(resources.files("bronbrief.authoring") / "specimen_files"))
    keys = set(re.findall(r"^ +(?:- )?([a-z_]+):", files[PATH].decode(), re.MULTILINE))
    drafted = drafts(BLOCKS, "nl", "2026-01-15", "besluit")
    assert {block.key for block in BLOCKS} <= keys | {line.strip(" :") for line in drafted}
    pdf, page = written
    with pypdfium2.PdfDocument(pdf) as document:
        said = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    for text, sheet in ((said, "print.css"), (page.read_text(), "screen.css")):
        root = re.search(r"^:root \{(.*?)\}", (SHARED / sheet).read_text(), re.MULTILINE | re.DOTALL)
        assert root is not None
        for name in ("--accent", "--ink", "--tint", *re.findall(r"--[a-z-]+(?=:)", root[1])):
            assert name in text, name


def test_the_specimen_meets_the_standards(written: list[Path], browser: Browser) -> None:
    """It is held to the same as every brief: PDF/A-2a and PDF/UA-1, valid HTML, WCAG, reflow."""
    pdf, page = written
    assert not verapdf([pdf])
    assert not nu([page])
    for scheme in SCHEMES:
        assert browser.axe(page, width=320, scheme=scheme) == []
    assert browser.overhang(page, width=320) == 0


@pytest.mark.ci
def test_the_house_is_seen(workspace: Path) -> None:
    """Colours, a logo and properties of house.css show, with where they come from."""
    (workspace / "templates" / "house.css").write_text(":root { --size-title: 41pt; --mijn-lijn: 3mm }")
    (workspace / "logo.svg").write_bytes(svg('<rect width="10" height="10" fill="#336699"/>'))
    with (workspace / "briefs" / "_defaults.yaml").open("a") as defaults:
        defaults.write('house: {accent: "#7a1f4e", logo: {image: logo.svg, alt: Het wapen}}\n')
    outcome = made(workspace)
    assert outcome.diagnostics == ()
    page = (workspace / "build" / "templates" / "specimen" / "specimen.html").read_text()
    assert "#7a1f4e (<code>house: accent</code>)" in page
    assert "41pt (<code>house.css</code>)" in page
    assert "--mijn-lijn" in page
    assert 'alt="Het wapen"' in page


@pytest.mark.ci
def test_a_style_that_hides_a_quotation_is_found(workspace: Path) -> None:
    """What no brief could be built with is told at its line in house.css, and nothing is written."""
    (workspace / "templates" / "house.css").write_text("\nblockquote { opacity: 0 }")
    outcome = made(workspace)
    assert outcome.value is None
    where = [found.place for found in outcome.diagnostics if found.place]
    assert ("templates/house.css", 2) in [(place.file, place.line) for place in where]
    assert not (workspace / "build" / "templates").exists()
