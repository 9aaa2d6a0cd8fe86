"""Quotations are found on the pages of a PDF, whatever the line breaks, and nothing else is taken for one."""

from io import BytesIO

import pypdfium2
import pytest
import weasyprint

import bronbrief.pdf.engine  # noqa: F401 - the engine as we use it
from bronbrief.serve.places import Place, bare, find_places, stretches

STYLE = "<style>@page { size: 10cm 8cm; margin: 1cm } body { font: 12pt/1.5 'IBM Plex Serif' }</style>"
LONG = "De gemeente houdt de veerdienst over de Lange Vliet ook in het komende jaar in stand."


def pages_of(body: str) -> tuple[tuple[Place, ...], ...]:
    """Set a text, and return where LONG, as the excerpt "a", stands on each page."""
    out = BytesIO()
    weasyprint.HTML(string=f"<html lang=nl>{STYLE}{body}").write_pdf(out)
    document = pypdfium2.PdfDocument(out.getvalue())
    return tuple(find_places(page, [("a", LONG)]) for page in document)


def test_each_line_has_a_box() -> None:
    """A quotation over several lines has a box for each, below one another and within the page."""
    ((place,),) = pages_of(f"<p>Eerst iets anders.</p><p>{LONG}</p>")
    assert place.id == "a"
    assert len(place.boxes) > 1
    tops = [top for _, top, _, _ in place.boxes]
    assert tops == sorted(tops)
    assert all(0 < left < left + width < 1 for left, _, width, _ in place.boxes)
    assert all(0 < top < top + height < 1 for _, top, _, height in place.boxes)


def test_a_quotation_that_goes_on_overleaf_is_found_on_both_pages() -> None:
    """The end of one page and the beginning of the next each show what they have of it."""
    first, second = pages_of(f"<div style='height: 4.2cm'></div><p style='orphans: 1; widows: 1'>{LONG}</p>")
    assert [place.id for place in (*first, *second)] == ["a", "a"]


def test_it_is_found_each_time_that_it_prints() -> None:
    """A quotation that is repeated in the notes leads to its source from both places."""
    (found,) = pages_of(f"<p>{LONG}</p><p>{LONG}</p>")
    assert [place.id for place in found] == ["a", "a"]


@pytest.mark.parametrize(
    ("page", "quotation", "found"),
    [
        ("Hij zei: ‘op eigen titel’, en ging.", "op eigen titel", ["opeigentitel"]),
        ("Hij handelde op eigen titel, en ging.", "op eigen titel", []),
        (
            "De stads\x02brug gaat dicht voor lang.",
            "De stadsbrug gaat dicht voor lang",
            ["Destadsbruggaatdichtvoorlang"],
        ),
        (
            "Het werk kost veel […] en past binnen de begroting.",
            "Het werk kost veel […] en past binnen",
            None,
        ),
        (
            "Het werk kost veel geld en nog wat meer tijd. Dat past binnen.",
            "Het werk kost veel […] past binnen",
            [],
        ),
        (f"{LONG[:40]} iets heel anders dan dat. {'Eigen woorden van de opsteller. ' * 9}", LONG, []),
        ("Er staat niets.", "[…]", []),
    ],
)
def test_only_quotations_are_taken_for_them(page: str, quotation: str, found: list[str] | None) -> None:
    """Few words count between quotation marks alone, and a beginning only where the page ends."""
    letters = bare(page)
    got = [letters[start:end] for start, end in stretches(letters, quotation)]
    assert got == (found if found is not None else [bare("Het werk kost veel […] en past binnen")])
