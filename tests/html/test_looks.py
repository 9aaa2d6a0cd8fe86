"""The templates on paper: what a reader of the PDF must find on its pages."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from bronbrief.blocks.comparison import Cell, ComparisonBlock
from bronbrief.brief.model import Brief
from bronbrief.core.workspace import Workspace
from bronbrief.html.pages import print_page
from bronbrief.html.templates import load_template
from bronbrief.pdf.document_meta import meta_of
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pdf.typeset import PRODUCER, typeset
from support.sample_brief import COMPARISON, DASH, SECTIONS, brief, prose, write_assets

TEMPLATES = (
    *("factsheet", "memo", "nota-gemeenteraad", "raadsinformatiebrief", "raadsvoorstel", "statenmededeling"),
    *("tijdlijn", "vergelijking", "vraag-antwoord"),
)


def pages(root: Path, made: Brief) -> list[tuple[bool, str]]:
    """Typeset a brief; for each page, tell whether it lies on its side, and give its text."""
    write_assets(root)
    workspace = Workspace(root)
    template = load_template(workspace, made.template).value
    assert template is not None
    page = print_page(made, template, workspace).value
    assert page is not None
    written = typeset(page.html, meta_of(made, PRODUCER), Fetcher(workspace))
    assert [finding for finding in written.diagnostics if finding.is_error] == []
    assert written.value is not None
    with pypdfium2.PdfDocument(written.value) as document:
        return [
            (
                sheet.get_width() > sheet.get_height(),
                " ".join(sheet.get_textpage().get_text_bounded().split()),
            )
            for sheet in document
        ]


def wide() -> ComparisonBlock:
    """Return the comparison of the sample with three columns more."""
    more = (DASH, DASH, Cell(prose("Gesprek over mensenrechten gaat door"), ()))
    groups = tuple(
        replace(group, rows=tuple(replace(row, cells=row.cells + more) for row in group.rows))
        for group in COMPARISON.groups
    )
    return replace(
        COMPARISON, columns=(*COMPARISON.columns, "Handelsmissies", "Bezoeken", "Dialoog"), groups=groups
    )


@pytest.mark.every(3)
@pytest.mark.parametrize("template", TEMPLATES)
def test_page_one_carries_what_a_council_looks_for(tmp_path: Path, template: str) -> None:
    """Kind, title, addressee, date, version and key messages stand on page 1, and every page is numbered."""
    made = brief(template=template)
    found = pages(tmp_path, made)
    first = found[0][1]
    for words in (made.title, "Gemeenteraad van Coevorden", "21 november 2026", "Kernpunten", "Griffie"):
        assert words in first
    for number, (_, text) in enumerate(found, start=1):
        assert f"Pagina {number} van {len(found)}" in text
        assert "Versie 1.0, 21 november 2026" in text
        assert made.title in text


def test_a_wide_table_has_a_page_of_its_own_shape(tmp_path: Path) -> None:
    """Seven columns stand whole on one landscape page, and what follows is upright again."""
    before, after = SECTIONS[0], SECTIONS[3]
    made = brief(template="vergelijking", sections=(before, replace(SECTIONS[2], blocks=(wide(),)), after))
    found = pages(tmp_path, made)
    lying = [text for is_lying, text in found if is_lying]
    assert len(lying) == 1
    for words in (
        "Dialoog",
        "Gemeente Coevorden",
        "Provincie Overijssel",
        "de bronnen zeggen hier niets over",
    ):
        assert words in lying[0]
    assert not found[-1][0]
    assert "Vragen van de raad" not in lying[0]


def test_the_head_of_a_long_table_repeats(tmp_path: Path) -> None:
    """A table over several pages names its columns on each of them."""
    (group, *_) = COMPARISON.groups
    rows = tuple(
        replace(row, cells=tuple(replace(cell, citations=()) for cell in row.cells)) for row in group.rows
    )
    long = replace(COMPARISON, groups=(replace(group, rows=rows * 12),))
    found = pages(tmp_path, brief(sections=(replace(SECTIONS[2], blocks=(long,)),)))
    with_rows = [text for _, text in found if "Tweede Kamer" in text]
    assert len(with_rows) > 2
    assert all("Officieel contact" in text and "Steun aan mensen" in text for text in with_rows)


def test_a_cell_longer_than_a_page_is_broken(tmp_path: Path) -> None:
    """A row that no page can hold begins below what stands before it, and leaves no page half empty."""
    (group, *_) = COMPARISON.groups
    row = group.rows[0]
    words = " ".join(f"woord{at}" for at in range(1200))
    tall = replace(row, cells=(Cell(prose(words), ()), *row.cells[1:]))
    block = replace(COMPARISON, groups=(replace(group, rows=(row, tall)),))
    for template in ("vergelijking", "raadsinformatiebrief"):
        made = brief(template=template, sections=(replace(SECTIONS[2], blocks=(block,)),))
        found = pages(tmp_path / template, made)
        begins = next(at for at, (_, text) in enumerate(found) if "woord0 " in text)
        assert "Kernpunten" in found[begins][1]


def test_a_factsheet_of_ordinary_length_keeps_to_two_pages(tmp_path: Path) -> None:
    """A page of facts with a timeline, and its notes and sources, fit the two pages of a factsheet."""
    facts = (SECTIONS[0], replace(SECTIONS[1], blocks=SECTIONS[1].blocks[:1]))
    assert len(pages(tmp_path, brief(template="factsheet", sections=facts))) == 2
