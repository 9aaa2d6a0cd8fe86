"""The preview without a mouse: where the focus goes, that it is never lost, and what is said on the way."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect

from support.browser import Browser
from support.previewing import BROKEN, GOOD, brief_in, edited, looking, open_source, tab_to, until
from support.serving import Serving
from support.workspaces import BRIEF, SOURCE_ID

SPOT = "document.querySelector('#panel-web iframe:not(.coming)')?.contentDocument?.activeElement"
SOURCES = "document.querySelector('#sources')"
LONG = "lang-verslag"


@contextmanager
def long_source(preview: Serving) -> Iterator[None]:
    """Add a source of 120 passages, the hundredth of which has a word that no other has."""
    words = [f"Passage {number} gaat over gewone zaken van de raad en niets meer." for number in range(120)]
    words[99] = "Passage 99 noemt de zeldzame zilverreiger en de ooievaar, en daarmee is zij af."
    text = "\n\n".join(words).encode()
    record = (
        f"title: Lang verslag\ntitle_basis: stated\nkind: report\nlang: nl\ndate: 2023\n"
        f"date_basis: supplied\npublisher: Raad\nsha256: {hashlib.sha256(text).hexdigest()}\n"
    )
    files = {f"{LONG}.txt": text, f"{LONG}.yaml": record.encode()}
    for name, data in files.items():
        (preview.root / "seeds" / name).write_bytes(data)
    try:
        yield
    finally:
        for name in files:
            (preview.root / "seeds" / name).unlink()


def tab_into_brief(page: Page, text: str) -> None:
    """Press Tab until an element of the brief with some words has the focus."""
    page.locator("#tab-web").focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement?.tagName === 'IFRAME' && {SPOT}?.textContent") == text:
            return
    pytest.fail(f"Tab never came to {text}")


def test_a_quotation_leads_to_its_source_and_back(browser: Browser, preview: Serving) -> None:
    """By keys: a button at the quotation, its words in the source, Escape, and the same button again."""
    with looking(browser, preview) as page:
        tab_into_brief(page, "Toon in de bron")
        name = page.evaluate(f"{SPOT}?.ariaLabel")
        page.keyboard.press("Enter")
        expect(page.locator(".words mark")).to_have_count(1)
        expect(page.locator(".passage:has(mark) .cite")).to_be_focused()
        assert (page.locator(".words mark").text_content() or "")[:40] in name
        page.keyboard.press("Escape")
        until(
            page, f"name => document.activeElement?.tagName === 'IFRAME' && {SPOT}?.ariaLabel === name", name
        )


def test_the_buttons_of_quotations_change_nothing_of_how_the_brief_looks(
    browser: Browser, preview: Serving
) -> None:
    """They take no room and are not seen until one has the focus, and then it stands within the window."""
    with looking(browser, preview) as page:
        expect(page.locator("#stand")).to_contain_text("gebouwd")
        buttons = brief_in(page).locator(".to-source")
        expect(buttons.first).to_be_attached()
        for box in [button.bounding_box() for button in buttons.all()]:
            assert box is not None
            assert box["width"] <= 1
        frame = page.locator("#panel-web iframe")
        tall = "frame => frame.contentDocument.documentElement.scrollHeight"
        height = frame.evaluate(tall)
        frame.evaluate(
            "frame => frame.contentDocument.querySelectorAll('.to-source').forEach(one => one.remove())"
        )
        assert frame.evaluate(tall) == height


def test_the_focus_in_the_brief_survives_a_new_version(browser: Browser, preview: Serving) -> None:
    """Whoever stands on a link or a button of the brief still stands there when the text has changed."""
    with looking(browser, preview) as page:
        tab_into_brief(page, "Toon in de bron")
        name = page.evaluate(f"{SPOT}?.ariaLabel")
        with edited(preview, GOOD, "Het college ziet geen aanleiding."):
            expect(brief_in(page).locator("main")).to_contain_text("Het college ziet geen aanleiding.")
            there = f"document.activeElement?.tagName === 'IFRAME' && {SPOT}?.ariaLabel === name"
            until(page, f"name => {there}", name)
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)


def test_the_focus_leaves_the_panel_with_the_mistake(browser: Browser, preview: Serving) -> None:
    """A mistake that is mended while its panel has the focus hands it to the brief, and not to nothing."""
    with looking(browser, preview) as page:
        with edited(preview, *BROKEN):
            page.locator(".finding.error").wait_for()
            page.locator("#finding-list").focus()
        expect(page.locator("#findings")).to_be_hidden()
        expect(page.locator("#brief")).to_be_focused()


def test_findings_can_be_folded_but_a_mistake_opens_them(browser: Browser, preview: Serving) -> None:
    """The fold says its state, and what was folded never hides an error that comes later."""
    with looking(browser, preview) as page:
        fold = page.locator("#findings-fold")
        with edited(preview, *BROKEN):
            expect(fold).to_have_text("Bevindingen: 1 fout")
            fold.press("Enter")
            expect(fold).to_have_attribute("aria-expanded", "false")
            expect(page.locator("#finding-list")).to_be_hidden()
        expect(page.locator("#findings")).to_be_hidden()
        with edited(preview, *BROKEN):
            expect(page.locator(".finding.error")).to_be_visible()
        expect(page.locator("#findings")).to_be_hidden()


def test_the_list_of_quotations_stays_open_and_keeps_the_focus(browser: Browser, preview: Serving) -> None:
    """Saving the brief neither folds the list away nor takes the focus; choosing one leads to its passage."""
    with looking(browser, preview) as page:
        open_source(page).first.wait_for()
        page.locator(".quoted summary").press("Enter")
        page.locator(".quoted button").last.focus()
        with edited(preview, "quote: Wij zien geen reden om", "quote: zien geen reden om"):
            expect(page.locator(".quoted")).not_to_contain_text("Wij zien")
            expect(page.locator(".quoted button").last).to_be_focused()
        expect(page.locator(".quoted")).to_contain_text("Wij zien")
        page.keyboard.press("Enter")
        expect(page.locator(".passage:has(mark) .cite")).to_be_focused()


def test_the_focus_stays_in_the_list_when_sources_come_and_go(browser: Browser, preview: Serving) -> None:
    """A new source does not throw whoever walks through the list back to the top of the page."""
    with looking(browser, preview) as page:
        entry = page.locator(f"[data-source={SOURCE_ID}]")
        entry.focus()
        with long_source(preview):
            expect(page.locator(f"[data-source={LONG}]")).to_be_visible()
            expect(entry).to_be_focused()
        expect(page.locator(f"[data-source={LONG}]")).to_have_count(0)
        expect(entry).to_be_focused()


def test_a_hit_in_a_long_source_opens_where_it_stands(browser: Browser, preview: Serving) -> None:
    """The words that were found are in sight, the focus is at their passage, and the excerpt is next."""
    with looking(browser, preview) as page, long_source(preview):
        expect(page.locator(f"[data-source={LONG}]")).to_be_visible()
        page.get_by_role("searchbox").fill("zilverreiger")
        expect(page.locator("#search-state")).to_have_text("1 passage gevonden")
        tab_to(page, ".hits button")
        page.keyboard.press("Enter")
        expect(page.locator(".passage:has(mark) .cite")).to_be_focused()
        expect(page.locator(".words mark")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#excerpt-heading")).to_be_focused()
        tab_to(page, "#copy")
        page.keyboard.press("Escape")
        expect(page.locator("#excerpt")).to_be_hidden()
        expect(page.locator(".passage:has(mark) .cite")).to_be_focused()


def test_what_is_selected_stays_in_sight_beside_its_excerpt(browser: Browser, preview: Serving) -> None:
    """The box with the excerpt takes room from the source, and not the sight of what was chosen in it."""
    with looking(browser, preview) as page, long_source(preview):
        page.locator(f"[data-source={LONG}]").click()
        sources = page.locator("#sources")
        cites = page.locator(".cite")
        cites.first.wait_for()
        bottom = sources.evaluate("sources => sources.getBoundingClientRect().bottom")
        lowest = max(
            (cite for cite in cites.all()[:40] if (cite.bounding_box() or {"y": 0})["y"] < bottom - 60),
            key=lambda cite: (cite.bounding_box() or {"y": 0})["y"],
        )
        lowest.press("Enter")
        page.locator("#excerpt-yaml").wait_for()
        bottom_of = "{}.getBoundingClientRect().bottom"
        chosen, area = (bottom_of.format(one) for one in ("getSelection().getRangeAt(0)", SOURCES))
        until(page, f"() => {chosen} <= {area}")


def test_trimming_fast_loses_no_stroke_and_is_said(browser: Browser, preview: Serving) -> None:
    """Five strokes are five words, whatever the server has answered yet; the new edge is told."""
    with looking(browser, preview) as page:
        words = open_source(page).filter(has_text="De vaart kost")
        index = words.get_attribute("data-passage")
        page.locator(f'[data-cite="{index}"]').press("Enter")
        edges = page.locator("#excerpt-edges")
        expect(edges).to_contain_text("euro per jaar.’, 20 woorden")

        def answer_late(route: Route) -> None:
            page.wait_for_timeout(150)
            route.continue_()

        page.route("**/excerpt?*", answer_late)
        for _ in range(5):
            page.locator("#end-earlier").press("Enter")
        expect(edges).to_contain_text("De vaart kost’, 15 woorden")
        assert edges.get_attribute("role") == "status"


def test_a_sentence_is_chosen_with_few_strokes(browser: Browser, preview: Serving) -> None:
    """Of a passage taken whole, either end goes by a sentence as well; no decimal comma ends one."""
    with looking(browser, preview) as page:
        index = open_source(page).filter(has_text="De vaart kost").get_attribute("data-passage")
        page.locator(f'[data-cite="{index}"]').press("Enter")
        edges = page.locator("#excerpt-edges")
        page.get_by_role("button", name="Eindig een zin eerder").press("Enter")
        expect(edges).to_contain_text("zegt de wethouder.’, 12 woorden")
        page.get_by_role("button", name="Eindig een zin later").press("Enter")
        expect(edges).to_contain_text("20 woorden")
        page.get_by_role("button", name="Begin een zin later").press("Enter")
        expect(edges).to_contain_text("‘De vaart kost … euro per jaar.’, 8 woorden")
        page.get_by_role("button", name="Begin een zin eerder").press("Enter")
        expect(edges).to_contain_text("20 woorden")
        expect(page.locator("#excerpt-state")).to_contain_text("Nagegaan tegen de bron.")


def test_the_sources_are_one_step_away(browser: Browser, preview: Serving) -> None:
    """From the top of the page, and from before the brief, a link leads past all its notes to the sources."""
    with looking(browser, preview) as page:
        tab_to(page, ".skip[data-pane=sources]")
        page.keyboard.press("Enter")
        expect(page.get_by_role("searchbox")).to_be_focused()
        expect(page.locator("#open-pdf")).to_be_visible()
        page.locator("#open-pdf").focus()
        page.keyboard.press("Tab")
        expect(page.locator("#forms .skip")).to_be_focused()
        box = page.locator("#forms .skip").bounding_box()
        assert box is not None
        assert box["width"] > 60


def test_the_focus_goes_along_where_panes_are_tabs(browser: Browser, preview: Serving) -> None:
    """On a tablet a chosen brief, a quotation and the way back bring the focus to what comes into view."""
    with looking(browser, preview, width=820) as page:
        page.get_by_role("tab", name="Brieven").click()
        page.locator(f"#briefs a[data-name={BRIEF}]").press("Enter")
        expect(page.locator("#brief")).to_be_focused()
        brief_in(page).locator("blockquote").first.click()
        expect(page.locator(".passage:has(mark) .cite")).to_be_focused()
        page.locator(".return").click()
        expect(page.locator("#pane-brief")).to_be_visible()
        until(page, f"() => document.activeElement?.tagName === 'IFRAME' && {SPOT}?.ariaLabel")


def test_a_long_selection_shows_its_beginning(browser: Browser, preview: Serving) -> None:
    """A passage taller than the room for it begins in sight, below the buttons that stay."""
    with browser.visit(f"{preview.entry}{BRIEF}", width=390) as page:
        page.set_viewport_size({"width": 390, "height": 620})
        page.get_by_role("tab", name="Bronnen").click()
        open_source(page).filter(has_text="De vaart kost").wait_for()
        cite = page.locator('.passage:has-text("De vaart kost") .cite')
        cite.press("Enter")
        page.locator("#excerpt-edges").wait_for()
        bottom = "document.querySelector('.ways').getBoundingClientRect().bottom"
        until(page, f"cite => cite.getBoundingClientRect().top >= {bottom} - 8", cite.element_handle())
