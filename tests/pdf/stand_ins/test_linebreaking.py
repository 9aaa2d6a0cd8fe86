"""Lines that were broken before come back as they were, and are nobody else's."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest
import weasyprint
from weasyprint.text.fonts import FontConfiguration

import bronbrief.pdf.engine  # noqa: F401 - the engine as we use it
from bronbrief.pdf.stand_ins import linebreaking

TEXT = "De raad besluit over de stedenband"
STYLES = (
    """
font-size: 20px; font-weight: bold; font-style: italic; font-family: monospace; font-stretch: condensed
font-kerning: none; font-variant-numeric: tabular-nums; font-feature-settings: 'tnum'
letter-spacing: 1px; word-spacing: 1px; white-space: nowrap; tab-size: 2; text-decoration: underline
hyphens: auto; hyphenate-character: '+'; hyphenate-limit-chars: 9; hyphenate-limit-zone: 20%
overflow-wrap: anywhere; word-break: break-all; direction: rtl
""".strip()
    .replace("\n", "; ")
    .split("; ")
)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the texts that the engine was asked to break."""
    asked: list[str] = []

    def noted(text: str, *how: Any, **more: Any) -> Any:
        asked.append(text)
        return by_engine(text, *how, **more)

    by_engine = linebreaking.by_engine
    monkeypatch.setattr(linebreaking, "by_engine", noted)
    return asked


@pytest.fixture
def garbage_stays() -> Iterator[None]:
    """Keep what was kept for documents that nobody holds any more."""
    gc.disable()
    yield
    gc.enable()


def test_a_text_is_broken_once_at_a_width(calls: list[str]) -> None:
    """A text that is laid out on two pages, because it does not fit on the first, is broken once."""
    html = f"<style>@page{{size:5cm 3cm;margin:5mm}}p{{break-inside:avoid}}</style><p>Een</p><p>{TEXT}</p>"
    weasyprint.HTML(string=html).render()
    assert calls.count(TEXT) == 1


def test_a_document_starts_with_no_lines(calls: list[str]) -> None:
    """What was kept for one document is not used for the next: its typefaces may be others."""
    for _ in range(2):
        weasyprint.HTML(string=f"<p>{TEXT}</p>").render()
    assert calls.count(TEXT) == 2


def test_each_box_gets_a_layout_of_its_own() -> None:
    """Two boxes with the same text and style share no layout: drawing one must not change the other."""
    html = f"<p>{TEXT}</p><p>{TEXT}</p>"
    page = weasyprint.HTML(string=html).render().pages[0]._page_box
    found = [box.pango_layout for box in page.descendants() if hasattr(box, "pango_layout")]
    assert len(found) == 2
    assert found[0] is not found[1]
    assert found[0].text == found[1].text == TEXT


@pytest.mark.usefixtures("garbage_stays")
def test_the_rest_of_a_long_text_is_not_kept(calls: list[str]) -> None:
    """Of a text of thousands of lines, the rests after each line would take memory by its square."""
    paragraph = "<p>" + "woord " * (linebreaking.LONG // 3) + "</p>"
    document = weasyprint.HTML(string=f"<style>@page{{size:12cm 40cm}}</style>{paragraph}").render()
    assert document.pages
    kept = [key[0] for lines in linebreaking._kept.values() for key in lines.now]
    assert max(map(len, calls)) > linebreaking.LONG >= max(map(len, kept))


def rendered(html: str, fonts: FontConfiguration) -> Any:
    """Lay out a document with these typefaces, and be done with it."""
    document = weasyprint.HTML(string=html).render(font_config=fonts)
    linebreaking.forget()
    return document


def test_the_next_document_with_the_same_typefaces_has_the_lines_of_the_last(calls: list[str]) -> None:
    """Of a document that is set again, only what changed is broken; older lines are let go of."""
    fonts = FontConfiguration()
    rendered(f"<p>{TEXT}</p>", fonts)
    rendered(f"<p>{TEXT}</p><p>Nieuw</p>", fonts)
    assert calls == [TEXT, "Nieuw"]
    rendered("<p>Nieuw</p>", fonts)
    rendered(f"<p>{TEXT}</p>", fonts)
    assert calls == [TEXT, "Nieuw", TEXT]


@pytest.mark.parametrize("style", STYLES)
def test_another_style_breaks_anew(style: str, calls: list[str]) -> None:
    """Whatever may change how a text is broken tells styles apart, from document to document as well."""
    fonts = FontConfiguration()
    rendered(f"<p>{TEXT}</p>", fonts)
    rendered(f'<p style="{style}">{TEXT}</p>', fonts)
    assert calls[:2] == [TEXT, TEXT]


def test_a_style_that_must_still_be_computed_is_like_no_other(calls: list[str]) -> None:
    """What `calc()` comes to may depend on more than the style itself says."""
    fonts, html = FontConfiguration(), f"<p style='hyphenate-limit-zone: calc(1% + 1rem)'>{TEXT}</p>"
    rendered(html, fonts)
    rendered(html, fonts)
    assert calls == [TEXT, TEXT]
