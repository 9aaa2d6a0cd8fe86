"""The templates on paper: what a reader of the PDF must find on its pages."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from bronbrief.blocks.comparison import Cell, ComparisonBlock
from bronbrief.blocks.timeline import TimelineBlock
from bronbrief.brief.model import Brief, Fact, QuotationBlock
from bronbrief.core.workspace import Workspace
from bronbrief.html.pages import print_page
from bronbrief.html.templates import load_template
from bronbrief.pdf.document_meta import meta_of
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pdf.typeset import PRODUCER, typeset
from support.sample_brief import COMPARISON, DASH, MOMENTS, SECTIONS, brief, prose, quotation, write_assets

TEMPLATES = (
    *("factsheet", "memo", "nota-gemeenteraad", "raadsinformatiebrief", "raadsvoorstel", "statenmededeling"),
    *("tijdlijn", "vergelijking", "vraag-antwoord"),
)


def pdf_of(root: Path, made: Brief) -> bytes:
    """Typeset a brief in which nothing is wrong."""
    write_assets(root)
    workspace = Workspace(root)
    template = load_template(workspace, made.template).value
    assert template is not None
    page = print_page(made, template, workspace).value
    assert page is not None
    written = typeset(page.html, meta_of(made, PRODUCER), Fetcher(workspace))
    assert [finding for finding in written.diagnostics if finding.is_error] == []
    assert written.value is not None
    return written.value


def pages(root: Path, made: Brief) -> list[tuple[bool, str]]:
    """Typeset a brief; for each page, tell whether it lies on its side, and give its text."""
    with pypdfium2.PdfDocument(pdf_of(root, made)) as document:
        return [
            (
                sheet.get_width() > sheet.get_height(),
                " ".join(sheet.get_textpage().get_text_bounded().split()),
            )
            for sheet in document
        ]


def boxes(root: Path, made: Brief, *words: str) -> list[tuple[int, float, float, float, float]]:
    """Typeset a brief; give the page and the edges, in points, of the first of each words."""
    found = []
    with pypdfium2.PdfDocument(pdf_of(root, made)) as document:
        for each in words:
            for number, sheet in enumerate(document):
                text = sheet.get_textpage()
                place = text.search(each).get_next()
                if place:
                    edges = [text.get_charbox(at) for at in range(place[0], sum(place))]
                    lows, highs = zip(*((edge[:2], edge[2:]) for edge in edges), strict=True)
                    found.append(
                        (number, *map(min, zip(*lows, strict=True)), *map(max, zip(*highs, strict=True)))
                    )
                    break
    assert len(found) == len(words)
    return found


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


@pytest.mark.every(18)
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


@pytest.mark.ci
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


@pytest.mark.ci
def test_a_quotation_beside_a_wide_table_keeps_to_the_measure(tmp_path: Path) -> None:
    """On a page that lies on its side a quotation has lines as long as on any other."""
    blocks = (QuotationBlock(quotation("dictatuur")), wide(), QuotationBlock(quotation("stedenband")))
    made = brief(template="vergelijking", sections=(replace(SECTIONS[2], blocks=blocks),))
    for words in ("De situatie daar", "Coevorden heeft al jaren"):
        with pypdfium2.PdfDocument(pdf_of(tmp_path, made)) as document:
            sheet = next(one for one in document if one.get_textpage().search(words).get_next())
            text = sheet.get_textpage()
            start, _ = text.search(words).get_next() or (0, 0)
            rights = [text.get_charbox(at)[2] for at in range(start, start + 150)]
            left = text.get_charbox(start)[0]
            assert sheet.get_width() > sheet.get_height()
        assert max(rights) - left < 126 / 25.4 * 72


@pytest.mark.parametrize("template", ["tijdlijn", "factsheet"])
def test_a_long_date_stays_clear_of_the_next_moment(tmp_path: Path, template: str) -> None:
    """A date of more lines than what happened then makes room for itself."""
    moments = (
        replace(MOMENTS[1], date="mogelijk 23 september 2020 tot en met 9 november", event=prose("Kort.")),
        replace(MOMENTS[5], date="30 november 2020", event=prose("Ook kort.")),
    )
    made = brief(template=template, sections=(replace(SECTIONS[1], blocks=(TimelineBlock(moments),)),))
    last, following = boxes(tmp_path, made, "november", "30 november 2020")
    assert last[0] == following[0]
    assert last[2] > following[4]


@pytest.mark.ci
def test_key_messages_begin_on_page_one_below_any_head(tmp_path: Path) -> None:
    """What does not fit below a long head goes on overleaf, and neither part stands alone."""
    facts = tuple(Fact(f"fields.{at}", f"Regel {at}", ((f"waarde {at}",),), "head") for at in range(44))
    messages = tuple(
        prose(f"Punt {at} zegt in een zin van enige lengte wat de raad moet weten.") for at in range(8)
    )
    made = brief(template="vraag-antwoord", facts=facts, key_messages=messages)
    first, second = (text for _, text in pages(tmp_path, made)[:2])
    assert "Punt 2 zegt" in first
    assert "Punt 6 zegt" in second
    assert "Punt 7 zegt" in second


@pytest.mark.ci
def test_a_logo_of_any_shape_stays_on_the_page(tmp_path: Path) -> None:
    """A logo that is very wide is made smaller, not cut off."""
    made = brief()
    write_assets(tmp_path)
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 60"><rect width="1600" height="60"/></svg>'
    )
    (tmp_path / "assets" / "breed.svg").write_text(drawing, encoding="utf-8")
    house = replace(made.house, logo="assets/breed.svg", logo_alt="Een breed merk")
    with pypdfium2.PdfDocument(pdf_of(tmp_path, replace(made, house=house))) as document:
        picture = document[0].render(scale=0.5).to_pil().convert("L")
    band = picture.crop((0, 0, picture.width, round(picture.height * 0.1)))
    dark = [at for at in range(band.width) if band.crop((at, 0, at + 1, band.height)).getextrema()[0] < 60]
    assert dark
    assert max(dark) < picture.width * 0.92


@pytest.mark.ci
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


@pytest.mark.ci
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


@pytest.mark.ci
def test_a_factsheet_of_ordinary_length_keeps_to_two_pages(tmp_path: Path) -> None:
    """A page of facts with a timeline, and its notes and sources, fit the two pages of a factsheet."""
    facts = (SECTIONS[0], replace(SECTIONS[1], blocks=SECTIONS[1].blocks[:1]))
    assert len(pages(tmp_path, brief(template="factsheet", sections=facts))) == 2
