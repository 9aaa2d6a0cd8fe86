"""Balanced columns are as low as they can be, hold all of their text, and cost few layouts."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import weasyprint
from weasyprint.layout import block

from bronbrief.core.workspace import Workspace
from bronbrief.pdf import balanced_columns
from bronbrief.pipeline.build import draft
from bronbrief.pipeline.context import open_context
from bronbrief.pipeline.typesetting import Typesetter, pack_page
from support.tools import ROOT
from support.typesetting import FACES, RICH

LAYOUTS = RICH.with_name("layouts.html")
PARAGRAPH = "<p>De raad besluit over de stedenband, en over de afspraken met de stad daar.</p>"
KEPT = f"<div class=kept>{PARAGRAPH * 4}</div>"
STYLE = (
    "<style>@page{size:14cm 16cm;margin:1cm}body{margin:0;font:10px/14px serif}p{margin:0 0 4px}"
    ".kept{break-inside:avoid}.columns{column-count:2;column-gap:5mm}%s</style>"
)
CONTENTS = {
    "paragraphs": PARAGRAPH * 13,
    "blocks that stay whole": PARAGRAPH + KEPT + PARAGRAPH * 2 + KEPT + PARAGRAPH + KEPT + PARAGRAPH,
    "a block that is most of it": PARAGRAPH + f"<div class=kept>{PARAGRAPH * 12}</div>" + PARAGRAPH,
    "almost a page": PARAGRAPH * 60,
    "more than a page": PARAGRAPH * 90,
    "one line": "<p>Een</p>",
    "a float": "<p style='float:left;width:1cm;height:2cm'>Een</p>" + PARAGRAPH * 8,
    "something placed": PARAGRAPH * 4 + "<p style='position:absolute;top:0'>Los</p>" + PARAGRAPH * 4,
}


def rendered(content: str, style: str = "") -> Any:
    """Lay out a page with columns, and a line after them."""
    html = f"{STYLE % style}<div class=columns>{content}</div><p>Erna</p>"
    return weasyprint.HTML(string=html).render()


def words(document: Any) -> list[str]:
    """Return the words of a document in the order of its boxes."""
    boxes = [box for page in document.pages for box in page._page_box.descendants(placeholders=True)]
    return " ".join(getattr(box, "text", "") for box in boxes).split()


def heights(document: Any) -> list[float]:
    """Return the heights of the columns of each page."""
    boxes = [box for page in document.pages for box in page._page_box.descendants()]
    return [float(box.height) for box in boxes if getattr(box, "is_column", False)]


def font_address(found: re.Match[str]) -> str:
    """Return an address that the bare engine can read, too."""
    return f"file://{files('fontpkg_' + found[1].replace('-', '_')) / 'files' / found[2]}"


def lines(pdf: bytes | None) -> list[tuple[str, int, float]]:
    """Return the lines of a PDF, page by page: the text, how far from the left, and from the foot."""
    assert pdf is not None
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(at)
                found.append((text.get_text_bounded(left, bottom, right, top), round(left), bottom))
    return found


@pytest.mark.every(3)
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_columns_are_no_taller_than_the_engines_and_hold_the_same(
    content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in columns, they are at most half a line taller than the engine makes them."""
    ours = rendered(content)
    monkeypatch.setattr(block, "columns_layout", balanced_columns.original)
    theirs = rendered(content)
    assert words(ours) == words(theirs)
    assert len(ours.pages) <= len(theirs.pages)
    assert max(heights(ours)) <= max(heights(theirs)) + balanced_columns.TOLERANCE


@pytest.mark.every(3)
@pytest.mark.parametrize(
    "style",
    [
        ".columns{column-fill:auto}",
        ".columns{column-count:auto;column-width:5cm}",
        ".columns{height:6cm}",
        ".columns{position:relative}",
        ".columns p:nth-child(5){column-span:all}",
        ".columns p:first-child{float:footnote}",
    ],
)
def test_columns_of_other_kinds_are_the_engines(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns that are filled in turn, or have more to them, come out just as the engine lays them out."""
    ours = rendered(PARAGRAPH * 20, style)
    monkeypatch.setattr(block, "columns_layout", balanced_columns.original)
    theirs = rendered(PARAGRAPH * 20, style)
    assert words(ours) == words(theirs)
    assert heights(ours) == heights(theirs)


@pytest.mark.ci
@pytest.mark.parametrize("sample", [RICH, LAYOUTS], ids=lambda path: path.stem)
def test_pages_without_balanced_columns_are_the_engines_to_the_byte(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a page with every other kind of layout, columns filled in turn among them, the PDF is the same."""
    html = sample.read_text(encoding="utf-8").replace("<style>", f"<style>{FACES}", 1)
    page = weasyprint.HTML(
        string=re.sub(r"bronbrief:font/([a-z0-9-]+)/([A-Za-z0-9._-]+)", font_address, html)
    )
    ours = page.write_pdf()
    monkeypatch.setattr(block, "columns_layout", balanced_columns.original)
    assert page.write_pdf() == ours


@pytest.mark.ci
@pytest.mark.parametrize("name", ["achtergrond-belarus-rusland", "coevorden-brest"])
def test_shipped_briefs_look_as_the_engine_lays_them_out(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Every line stands in the column that the engine finds, and at its height but for half a line."""
    context = open_context(Workspace(ROOT), path := f"briefs/{name}.yaml")
    made = draft(context, path).draft
    assert made is not None
    assert made.paper is not None
    packed = pack_page(made.paper, made.brief, context.workspace, None).value
    assert packed is not None
    typesetter = Typesetter()
    ours = lines(typesetter.set(packed).value)
    monkeypatch.setattr(block, "columns_layout", balanced_columns.original)
    theirs = lines(typesetter.set(packed).value)
    assert [(text, left) for text, left, _ in ours] == [(text, left) for text, left, _ in theirs]
    moved = [abs(one[2] - other[2]) for one, other in zip(ours, theirs, strict=True)]
    assert max(moved) <= balanced_columns.TOLERANCE


def test_columns_take_few_layouts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The height is found in a dozen trials, where it lies far from what columns of loose text would take."""
    trials: list[float] = []
    taken = balanced_columns._Trial._taken

    def counted(trial: balanced_columns._Trial, height: float) -> list[float] | None:
        trials.append(height)
        return taken(trial, height)

    monkeypatch.setattr(balanced_columns._Trial, "_taken", counted)
    rendered(CONTENTS["a block that is most of it"])
    assert 2 <= len(trials) <= 12
