"""The PDF in the app: text that is selected and searched, size, page numbers, and quotations that lead on."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import Locator, Page, expect

from bronbrief.html.addresses import SCHEMES
from support.browser import PATIENCE, Browser
from support.previewing import GOOD, edited, looking, until
from support.serving import Serving

LONG = "De gemeente houdt de veerdienst over de Lange Vliet ook in het komende jaar in stand."
PAGES = "\n\n      ".join(f"Alinea {number} zegt nog iets over de dienst. " * 9 for number in range(40))
SHOWN = "() => document.querySelector('#pages').dataset.version"


@contextmanager
def on_paper(browser: Browser, preview: Serving, width: int = 1280) -> Iterator[tuple[Page, Locator]]:
    """Open the PDF of the brief, and wait until the text of its pages is there."""
    with looking(browser, preview, width=width) as page:
        page.get_by_role("tab", name="PDF").click()
        page.locator("#pages[data-version]").wait_for()
        yield page, page.locator("#pages")


@contextmanager
def many_pages(browser: Browser, preview: Serving, width: int = 1280) -> Iterator[tuple[Page, Locator]]:
    """Open a PDF of more than four pages."""
    with on_paper(browser, preview, width) as (page, pages):
        with edited(preview, GOOD, f"{GOOD}\n\n      {PAGES}"):
            expect(page.locator(".sheet").nth(4)).to_be_attached(timeout=3 * PATIENCE)  # so many take a while
            expect(page.locator(".sheet .text-layer").nth(4)).to_be_attached()
            yield page, pages
        expect(page.locator(".sheet").nth(4)).not_to_be_attached()


def test_text_is_selected_where_it_is_seen(browser: Browser, preview: Serving) -> None:
    """A drag over a line of the page selects its words, which lie on the drawing of them."""
    with on_paper(browser, preview) as (page, pages):
        line = pages.locator(".text-layer span", has_text="wethouder ziet geen").first
        line.scroll_into_view_if_needed()
        box = line.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] + 20, box["y"] + box["height"] / 2, steps=8)
        page.mouse.up()
        until(page, "() => String(getSelection()).includes('wethouder ziet geen')")


def test_words_are_found_over_the_end_of_a_line(browser: Browser, preview: Serving) -> None:
    """Neither a line break nor the case of a letter hides words; hits are counted and gone through."""
    with many_pages(browser, preview) as (page, pages):
        page.locator("#pages").focus()
        page.keyboard.press("Control+f")
        expect(page.locator("#pdf-query")).to_be_focused()
        page.keyboard.type("DIENST. alinea 39 zegt")
        expect(page.locator("#pdf-found")).to_have_text("1 van 9")
        page.keyboard.press("Enter")
        expect(page.locator("#pdf-found")).to_have_text("2 van 9")
        page.keyboard.press("Shift+Enter")
        expect(page.locator("#pdf-found")).to_have_text("1 van 9")
        expect(page.locator("#page-number")).not_to_have_value("1")
        page.keyboard.press("Escape")
        expect(page.locator("#pdf-found")).to_have_text("")
        page.keyboard.type("zilverreiger")
        expect(page.locator("#pdf-found")).to_have_text("Niets gevonden.")
        expect(pages).to_be_visible()


def test_a_page_is_gone_to_by_its_number(browser: Browser, preview: Serving) -> None:
    """The number follows what is read; who types another goes there."""
    with many_pages(browser, preview) as (page, pages):
        number = page.get_by_label("Bladzijde", exact=True)
        expect(number).to_have_value("1")
        count = page.locator(".sheet").count()
        expect(page.locator("#page-count")).to_have_text(f"van {count}")
        number.fill("4")
        number.press("Enter")
        expect(page.locator(".sheet").nth(3).locator("canvas")).to_be_attached()
        at_the_top = """() => {
            const [sheet, pages] = [document.querySelectorAll(".sheet")[3], document.querySelector("#pages")];
            return Math.abs(sheet.getBoundingClientRect().top - pages.getBoundingClientRect().top) < 3;
        }"""
        until(page, at_the_top)
        pages.focus()
        page.keyboard.press("p")
        expect(number).to_have_value("3")
        page.get_by_role("button", name="Volgende bladzijde").click()
        expect(number).to_have_value("4")


def test_a_page_is_made_larger_and_the_place_stays(browser: Browser, preview: Serving) -> None:
    """By button and by key; it is drawn sharp again, and 0 brings back the width of the window."""
    with many_pages(browser, preview) as (page, pages):
        page.get_by_label("Bladzijde", exact=True).fill("3")
        page.get_by_label("Bladzijde", exact=True).press("Enter")
        sheet = page.locator(".sheet").nth(2)
        width = sheet.evaluate("sheet => sheet.offsetWidth")
        page.get_by_role("button", name="Groter").click()
        pages.focus()
        page.keyboard.press("+")
        wider = sheet.evaluate("sheet => sheet.offsetWidth")
        assert wider > width * 1.1
        expect(page.get_by_label("Bladzijde", exact=True)).to_have_value("3")
        drawn = "document.querySelectorAll('.sheet')[2].querySelector('canvas')?.width"
        until(page, f"wider => {drawn} === wider", wider)
        page.keyboard.press("0")
        assert sheet.evaluate("sheet => sheet.offsetWidth") == width


@pytest.mark.parametrize("width", [390, 1280])
def test_an_inner_link_leads_to_its_place(browser: Browser, preview: Serving, width: int) -> None:
    """A click on the number of a note brings the note into the window, also where that is narrow."""
    with many_pages(browser, preview, width) as (page, pages):
        pages.get_by_role("link", name="noot 1", exact=True).first.locator("span").click()
        expect(page.get_by_label("Bladzijde", exact=True)).not_to_have_value("1")
        expect(pages.get_by_role("link", name="Terug naar de tekst").first).to_be_in_viewport()


def test_an_inner_link_is_followed_by_key(browser: Browser, preview: Serving) -> None:
    """Who follows it by key goes on from its place, and comes back by the way that the note has."""
    with many_pages(browser, preview) as (page, pages):
        pages.get_by_role("link", name="noot 1", exact=True).first.press("Enter")
        expect(pages.locator(".sheet:not(:first-child) .over:focus")).to_have_count(1)
        pages.get_by_role("link", name="Terug naar de tekst").first.press("Enter")
        expect(page.get_by_label("Bladzijde", exact=True)).to_have_value("1")
        expect(pages.locator(".sheet").first.locator(".over:focus")).to_have_count(1)


def test_an_outer_link_opens_in_a_tab_that_knows_nothing_of_the_app(
    browser: Browser, preview: Serving
) -> None:
    """The address of a source opens beside the app, and is not told where its reader came from."""
    address = "https://bron.example/stuk"
    with (
        edited(preview, GOOD, f"{GOOD} Zie [de site]({address})."),
        on_paper(browser, preview) as (page, pages),
    ):
        link = pages.locator(f"a[href^='{address}']").first
        page.context.route("https://bron.example/**", lambda route: route.fulfill(body="Buiten"))
        with page.context.expect_page() as opened:
            link.locator("span").click()
        opened.value.wait_for_load_state()
        assert opened.value.url == address
        assert opened.value.evaluate("[opener, document.referrer]") == [None, ""]
        assert link.get_attribute("rel") == "noopener noreferrer"


def test_only_safe_addresses_are_links(browser: Browser, preview: Serving) -> None:
    """What a brief may lead to is opened, no script, file or data is; a link on two lines is one."""
    written = BytesIO()
    unsafe = ["javascript:alert(1)", " JavaScript:void 0", "file:///etc/passwd", "data:text/html,x", "/help"]
    opened_apart = sorted(f"{scheme}:een@b.example" for scheme in SCHEMES - {"http", "https"})
    addresses = [*unsafe, *opened_apart, "http://een.example/"]
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(200, 200))
        page.Annots = document.make_indirect(
            pikepdf.Array(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Link,
                    Rect=[10, 10 + 20 * number, 90, 20 + 20 * number],
                    A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=one),
                )
                for number, one in enumerate([*addresses, "https://twee.example/", "https://twee.example/"])
            )
        )
        document.save(written)
    with browser.visit(preview.entry) as opened:
        found = opened.evaluate(
            """async bytes => {
                const { openPdf } = await import("/static/pdf_file.js");
                const { linksOf } = await import("/static/pdf_links.js");
                const { pages } = await openPdf(new Uint8Array(bytes));
                const links = await linksOf(pages[0], () => {});
                return links.map(({ element: { href, target, rel }, boxes }) =>
                    [href, boxes.length, target + rel]);
            }""",
            list(written.getvalue()),
        )
    kept = [*((one, 1) for one in [*opened_apart, "http://een.example/"]), ("https://twee.example/", 2)]
    assert found == [[one, boxes, "_blanknoopener noreferrer"] for one, boxes in kept]


def test_it_reads_on_a_telephone(browser: Browser, preview: Serving) -> None:
    """At 390 pixels a line of the text fills the window, in letters of ten pixels, below a short head."""
    with many_pages(browser, preview, 390) as (page, pages):
        line = pages.locator(".text-layer span", has_text="Alinea 1 zegt").first
        until(
            page,
            """line => {
                const {left, right, height} = line.getBoundingClientRect();
                return left >= 0 && right <= innerWidth && height > 10;
            }""",
            line.element_handle(),
        )
        until(page, "() => document.documentElement.scrollWidth === 390")
        bottom = "document.querySelector('#pdf-tools').getBoundingClientRect().bottom"
        until(page, f"() => {bottom} < 300")  # a third of the window, with the line of findings


def test_the_page_that_is_looked_at_is_the_new_one(browser: Browser, preview: Serving) -> None:
    """After a save every page in view is of the new version, also the third and later ones."""
    with many_pages(browser, preview) as (page, pages):
        page.get_by_label("Bladzijde", exact=True).fill("4")
        page.get_by_label("Bladzijde", exact=True).press("Enter")
        expect(page.locator(".sheet").nth(3).locator("canvas")).to_be_visible()
        before = page.evaluate(SHOWN)
        with edited(preview, "Alinea 0 ", "Het begin "):
            expect(pages).not_to_have_attribute("data-version", before)
            drawn = "[...document.querySelectorAll('.sheet canvas')]"
            until(page, f"() => {drawn}.every((one) => one.dataset.version === ({SHOWN})())")
            expect(page.get_by_label("Bladzijde", exact=True)).to_have_value("4")
            expect(page.locator(".sheet:not(:has(.text-layer))")).to_have_count(0)


def test_pages_far_away_take_no_room(browser: Browser, preview: Serving) -> None:
    """Only pages near the window are drawn; the text of all is there to be searched."""
    with many_pages(browser, preview) as (page, _):
        count = page.locator(".sheet").count()
        expect(page.locator(".sheet:not(:has(canvas))")).not_to_have_count(0)
        expect(page.locator(".text-layer")).to_have_count(count)


def test_a_page_of_any_size_is_drawn_within_limits(browser: Browser, preview: Serving) -> None:
    """A page of five metres keeps its shape and has no more pixels than a browser can hold."""
    written = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(14400, 7200))
        document.save(written)
    with browser.visit(preview.entry) as page:
        width, height = page.evaluate(
            """async bytes => {
                const { openPdf } = await import("/static/pdf_file.js");
                const { Sheet } = await import("/static/pdf_sheet.js");
                const { pages } = await openPdf(new Uint8Array(bytes));
                const sheet = new Sheet(1, () => {});
                sheet.take(pages[0], "een", 1);
                await sheet.draw(5, 3);
                return [sheet.canvas.width, sheet.canvas.height];
            }""",
            list(written.getvalue()),
        )
    assert 1_000_000 < width * height <= 16_000_000
    assert abs(width - 2 * height) <= 2


@pytest.mark.parametrize(
    ("page_text", "quotation", "found"),
    [
        (f"Eerst iets. {LONG} En dan {LONG}", LONG, [LONG, LONG]),
        ("Hij zei: ‘op eigen titel’, en ging.", "op eigen titel", ["op eigen titel"]),
        ("Hij handelde op eigen titel, en ging.", "op eigen titel", []),
        (
            "De stads\u2010 brug gaat dicht voor lang.",
            "De stadsbrug gaat dicht voor lang",
            ["De stadsbrug gaat dicht voor lang"],
        ),
        (
            "Het werk kost veel […] en past binnen de begroting.",
            "Het werk kost veel […] en past binnen",
            ["Het werk kost veel […] en past binnen"],
        ),
        (
            "Het werk kost veel geld en nog wat meer tijd. Dat past binnen.",
            "Het werk kost veel […] past binnen",
            [],
        ),
        (f"{LONG[:40]} iets heel anders dan dat. {'Eigen woorden van de opsteller. ' * 9}", LONG, []),
        (f"Iets vooraf. {LONG[:50]}", LONG, [LONG[:50]]),
        (f"{LONG[40:]} Iets erna.", LONG, [LONG[40:]]),
        ("Er staat niets.", "[…]", []),
    ],
)
def test_only_quotations_are_taken_for_them(
    browser: Browser, preview: Serving, page_text: str, quotation: str, found: list[str]
) -> None:
    """Few words count between quotation marks alone, and a part only where the page begins or ends."""
    with browser.visit(preview.entry) as page:
        got, wanted = page.evaluate(
            """async ([text, quotation, found]) => {
                const { bare, stretches } = await import("/static/letters.js");
                const letters = bare(text);
                const got = stretches(letters, quotation);
                return [got.map(([from, to]) => letters.slice(from, to)), found.map(bare)];
            }""",
            [page_text, quotation, found],
        )
    assert got == wanted
