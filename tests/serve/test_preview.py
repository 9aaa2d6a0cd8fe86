"""The preview in a real browser: what a writer sees, clicks, types and hears."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check
from support.browser import SCHEMES, Browser, Scheme, axe_of
from support.previewing import (
    BROKEN,
    FRAME,
    GOOD,
    brief_in,
    edited,
    in_view,
    looking,
    looking_anyway,
    open_source,
    tab_to,
    until,
)
from support.serving import Serving, serving
from support.workspaces import BRIEF, SOURCE_ID, write_minimal_workspace


def test_a_brief_is_seen_as_web_page_and_as_pdf(browser: Browser, preview: Serving) -> None:
    """The web page stands in its frame, the PDF's pages are drawn and named; both can be opened apart."""
    with looking(browser, preview) as page:
        expect(page.locator("#title")).to_have_text("De veerdienst over de Lange Vliet")
        expect(brief_in(page).locator("h1")).to_contain_text("veerdienst")
        expect(page.locator("#stand")).to_contain_text("in orde · gebouwd")
        expect(page.locator("#briefs a")).to_have_attribute("aria-current", "page")
        page.get_by_role("tab", name="PDF").click()
        sheet = page.get_by_role("group", name=re.compile(r"Bladzijde 1 van \d+ van de PDF"))
        expect(sheet.locator("canvas")).to_be_visible()
        assert sheet.locator("canvas").evaluate("canvas => canvas.width") > 500
        assert (
            page.request.get(page.locator("#open-pdf").evaluate("link => link.href")).body()[:5] == b"%PDF-"
        )


def test_a_quotation_on_paper_leads_to_its_source_and_back(browser: Browser, preview: Serving) -> None:
    """On a page of the PDF, by mouse and by key; Escape leads back to the same place on the page."""
    with looking(browser, preview) as page:
        page.get_by_role("tab", name="PDF").click()
        spot = page.get_by_role("button", name="Toon in de bron: Wij zien geen reden").first
        within = """() => {
            const [spot, sheet] = [".spot span", ".sheet"].map((one) => document.querySelector(one));
            const [inner, outer] = [spot, sheet].map((one) => one?.getBoundingClientRect());
            return inner && outer.left < inner.left && inner.left < inner.right && inner.right < outer.right;
        }"""
        until(page, within)
        spot.locator("span").first.click()
        expect(page.locator(".words mark")).to_have_text("Wij zien geen reden om de dienst te staken")
        page.keyboard.press("Escape")
        expect(spot).to_be_focused()
        expect(page.locator("#panel-pdf")).to_be_visible()
        page.locator(".back").click()
        spot.press("Enter")
        expect(page.locator(".passage:has(mark) .cite")).to_be_focused()
        with edited(preview, GOOD, f"{GOOD} Dat zegt hij."):
            spot.focus()
            before = page.locator("#pages").get_attribute("data-version")
            expect(page.locator("#pages")).not_to_have_attribute("data-version", before or "")
            expect(spot).to_be_focused()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 820, 1280, 1920])
def test_axe_finds_nothing(browser: Browser, preview: Serving, width: int, scheme: Scheme) -> None:
    """In every pane, at four widths and in both schemes, with a source and an excerpt open."""
    with looking(browser, preview, width=width, scheme=scheme) as page:
        failures = axe_of(page, "brief")
        page.get_by_role("tab", name="PDF").click()
        page.locator(".spot").first.wait_for(state="attached")
        failures += axe_of(page, "paper")
        if width < 900:
            page.get_by_role("tab", name="Brieven").click()
            failures += axe_of(page, "briefs")
            page.get_by_role("tab", name="Bronnen").click()
        open_source(page).first.wait_for()
        page.locator("[data-cite]").nth(1).click()
        page.locator("#excerpt-yaml").wait_for()
        failures += axe_of(page, "source")
        assert [str(failure) for failure in failures] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_where_findings_are_shown(
    browser: Browser, preview: Serving, scheme: Scheme
) -> None:
    """The panel of findings is as accessible as the rest, also when an error stands in it."""
    with edited(preview, *BROKEN), looking_anyway(browser, preview, scheme) as page:
        page.locator(".finding.error").first.wait_for()
        assert [str(failure) for failure in axe_of(page, "findings")] == []


def test_a_saved_change_is_seen_at_once_and_the_place_is_kept(browser: Browser, preview: Serving) -> None:
    """The page follows the file without being loaded again, and the reader stays where they were."""
    with looking(browser, preview) as page:
        page.evaluate("window.stayed = true")
        in_view(
            page, "view => void view.document.getElementById('sources').scrollIntoView({behavior: 'instant'})"
        )
        before = in_view(page, "view => view.scrollY")
        assert before > 0
        with edited(preview, GOOD, "Het college ziet geen aanleiding."):
            expect(brief_in(page).locator("main")).to_contain_text("Het college ziet geen aanleiding.")
            until(page, f"before => Math.abs({FRAME}.contentWindow.scrollY - before) < 60", before)
            expect(page.locator("#stand")).to_contain_text("gebouwd")
            expect(page.locator("#status")).to_contain_text("Bijgewerkt om")
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        assert page.evaluate("window.stayed")


def test_a_mistake_is_shown_with_its_line_while_the_last_good_page_stays(
    browser: Browser, preview: Serving
) -> None:
    """The panel names file and line, marks the words and says what to do; the cure takes it away again."""
    with looking(browser, preview) as page:
        with edited(preview, *BROKEN):
            panel = page.locator(".finding.error").first
            number = 1 + preview.spec.read_text(encoding="utf-8").splitlines().index(
                "    quote: Wij zien een reden om de dienst te staken"
            )
            expect(panel.locator(".where").first).to_contain_text(f"briefs/{BRIEF}.yaml:{number}:12")
            expect(panel.locator(".line mark").first).to_contain_text(
                "Wij zien een reden om de dienst te staken"
            )
            expect(panel.locator(".hint")).to_contain_text("Tip:")
            expect(page.locator("#stays")).to_be_visible()
            expect(page.locator("#status")).to_contain_text("fout")
            expect(page.locator("#briefs .state")).to_contain_text("fout")
            expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        expect(page.locator("#findings")).to_be_hidden()
        expect(page.locator("#stand")).to_contain_text("in orde")


def test_yaml_that_is_not_yaml_is_shown_with_its_line(browser: Browser, preview: Serving) -> None:
    """Half a file, as between two strokes, is a finding and no blank page."""
    with looking(browser, preview) as page, edited(preview, "excerpts:\n", 'excerpts: "\n'):
        expect(page.locator(".finding.error .where").first).to_contain_text(f"briefs/{BRIEF}.yaml:")
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)


def test_selected_words_become_an_excerpt_that_verifies(
    browser: Browser, preview: Serving, tmp_path: Path
) -> None:
    """Selecting text shows that it stands in one place, and the YAML, pasted in a spec, is in order."""
    with looking(browser, preview) as page:
        words = open_source(page).filter(has_text="De vaart kost")
        words.evaluate(
            """text => {
                const at = text.firstChild.data.indexOf('1,5 miljoen');
                getSelection().setBaseAndExtent(text.firstChild, at, text.firstChild, at + 16);
            }"""
        )
        expect(page.locator("#excerpt-state")).to_contain_text("één plaats")
        yaml = page.locator("#excerpt-yaml").text_content() or ""
    assert f"source: {SOURCE_ID}" in yaml
    root = write_minimal_workspace(tmp_path / "ander")
    spec = root / "briefs" / f"{BRIEF}.yaml"
    good = spec.read_text(encoding="utf-8")
    name = yaml.strip().split(":")[0]
    used = good.replace("excerpts:\n", f"excerpts:\n{yaml}") + f"\n      ![[{name}]]\n"
    spec.write_text(used, encoding="utf-8")
    report = check(Workspace(root))
    assert report.exit_code == 0, report.diagnostics


def test_words_that_stand_twice_are_said_to(browser: Browser, preview: Serving) -> None:
    """The status counts the places, and the excerpt still points at the one selected."""
    with looking(browser, preview) as page:
        words = open_source(page).filter(has_text="De vaart kost")
        words.evaluate(
            """text => {
                const at = text.firstChild.data.indexOf('vaart kost');
                getSelection().setBaseAndExtent(text.firstChild, at, text.firstChild, at + 5);
            }"""
        )
        expect(page.locator("#excerpt-state")).to_contain_text("2 plaatsen")
        expect(page.locator("#excerpt-yaml")).to_contain_text("fix:")


def test_a_clicked_quotation_is_highlighted_in_its_source(browser: Browser, preview: Serving) -> None:
    """The marks in the source are exactly the words of the quotation."""
    with looking(browser, preview) as page:
        brief_in(page).locator("blockquote").first.click()
        expect(page.locator(".words mark")).to_have_text(["Wij zien geen reden om de dienst te staken"])
        expect(page.locator("#search-state")).to_contain_text("Citaat getoond in")
        page.locator(".quoted summary").click()
        page.locator(".quoted button").filter(has_text="De gemeente Oostdam").click()
        expect(page.locator(".words mark")).to_have_count(1)
        expect(page.locator(".words mark")).to_contain_text("De gemeente Oostdam houdt")


def test_sources_are_searched(browser: Browser, preview: Serving) -> None:
    """What is found is counted and marked, opens at its place, and text of a source is never markup."""
    with looking(browser, preview) as page:
        page.get_by_role("searchbox").fill("wethouder")
        expect(page.locator("#search-state")).to_have_text("1 passage gevonden")
        expect(page.locator(".hits mark")).to_have_text(["wethouder"])
        page.locator(".hits button").click()
        expect(page.locator(".words mark")).to_have_text(["wethouder"])


def test_a_source_with_markup_is_shown_as_text(browser: Browser, preview: Serving) -> None:
    """HTML in a source is words like any other: no element comes of it and no script runs."""
    hostile = preview.root / "seeds" / "vijandig.txt"
    hostile.write_text("<img src=x onerror=window.hacked=1><b>Vet</b> staat hier.\n", encoding="utf-8")
    try:
        with looking(browser, preview) as page:
            page.locator("[data-source=vijandig]").click()
            expect(page.locator(".words").first).to_have_text(
                "<img src=x onerror=window.hacked=1><b>Vet</b> staat hier."
            )
            assert page.locator("#sources img, #sources b").count() == 0
            assert page.evaluate("window.hacked") is None
    finally:
        hostile.unlink()


def test_everything_can_be_done_by_keyboard(browser: Browser, preview: Serving) -> None:
    """From the top: skip, switch to the PDF, search, open a hit, quote a passage, trim it, copy, close."""
    with looking(browser, preview) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.keyboard.press("Tab")
        expect(page.locator(".skip[data-pane=brief]").first).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#brief")).to_be_focused()
        tab_to(page, "#tab-web")
        page.keyboard.press("ArrowRight")
        expect(page.locator("#tab-pdf")).to_be_focused()
        expect(page.locator("#panel-pdf")).to_be_visible()
        page.keyboard.press("Home")
        expect(page.locator("#panel-web")).to_be_visible()
        tab_to(page, "#query")
        page.keyboard.type("miljoen")
        expect(page.locator(".hits button")).to_have_count(1)
        tab_to(page, ".hits button")
        page.keyboard.press("Enter")
        index = page.locator(".words", has_text="miljoen").get_attribute("data-passage")
        expect(page.locator(f'[data-cite="{index}"]')).to_be_focused()
        page.keyboard.press("Enter")
        whole = page.locator("#excerpt-yaml")
        expect(whole).to_contain_text(f"source: {SOURCE_ID}")
        first = whole.text_content()
        tab_to(page, "#end-earlier")
        page.keyboard.press("Enter")
        expect(whole).not_to_have_text(first or "")
        tab_to(page, "#copy")
        page.keyboard.press("Enter")
        expect(page.locator("#copy-state")).to_have_text("Gekopieerd.")
        assert page.evaluate("navigator.clipboard.readText()") == whole.text_content()
        tab_to(page, "#excerpt-close", back=True)
        page.keyboard.press("Enter")
        expect(page.locator("#excerpt")).to_be_hidden()
        expect(page.locator(f'[data-cite="{index}"]')).to_be_focused()


def test_focus_is_always_seen_and_never_caught(browser: Browser, preview: Serving) -> None:
    """Tab goes through everything and comes out at the end; each stop has a visible outline."""
    with looking(browser, preview) as page:
        expect(page.locator("#open-pdf")).to_be_visible()
        open_source(page).first.wait_for()
        page.locator(".skip[data-pane=brief]").first.focus()
        seen = ["skip"]
        for _ in range(200):
            page.keyboard.press("Tab")
            stop = page.evaluate(
                """() => {
                    const at = document.activeElement;
                    if (!at || at === document.body) return null;
                    const style = getComputedStyle(at);
                    const outlined = at.tagName === 'IFRAME' || parseFloat(style.outlineWidth) >= 2;
                    return [at.id || at.className || at.tagName, outlined];
                }"""
            )
            if stop is None:
                break
            assert stop[1], f"no visible focus on {stop[0]}"
            seen.append(stop[0])
        else:
            pytest.fail(f"caught: {seen[-5:]}")
        assert {"tab-web", "query", "cite", "open-pdf", "IFRAME"} <= set(seen)


def test_panes_become_tabs_on_a_tablet(browser: Browser, preview: Serving) -> None:
    """Below 900 pixels one pane is seen at a time; a clicked quotation brings its source forward."""
    with looking(browser, preview, width=820) as page:
        expect(page.locator("#pane-brief")).to_be_visible()
        expect(page.locator("#pane-sources")).to_be_hidden()
        brief_in(page).locator("blockquote").first.click()
        expect(page.locator("#pane-sources")).to_be_visible()
        expect(page.locator("#pane-brief")).to_be_hidden()
        expect(page.locator(".words mark")).to_be_visible()
        page.get_by_role("tab", name="Bronnen").press("ArrowLeft")
        expect(page.locator("#pane-brief")).to_be_visible()
        page.set_viewport_size({"width": 1280, "height": 900})
        expect(page.locator("#pane-briefs")).to_be_visible()
        assert page.locator("#pane-brief").get_attribute("role") is None


def test_a_new_brief_appears_and_a_deleted_one_goes(browser: Browser, preview: Serving) -> None:
    """The list of briefs follows the folder."""
    new = preview.root / "briefs" / "tweede.yaml"
    with looking(browser, preview) as page:
        new.write_text(preview.spec.read_text(encoding="utf-8").replace("De veerdienst", "De brug"), "utf-8")
        try:
            expect(page.locator("#briefs a")).to_have_count(2)
            expect(page.locator("#briefs a[data-name=tweede] .title")).to_contain_text("De brug")
        finally:
            new.unlink()
        expect(page.locator("#briefs a")).to_have_count(1)


def test_the_page_goes_on_when_the_server_comes_back(browser: Browser, tmp_path: Path) -> None:
    """While the server is gone that is said and the page stays; once it is back, changes are seen again."""
    root = write_minimal_workspace(tmp_path / "workspace")
    with serving(root) as first:
        port = first.port
        with looking_lost(browser, first) as page:
            first.process.send_signal(2)
            first.process.wait(30)
            expect(page.locator("#status")).to_contain_text("Geen verbinding")
            expect(brief_in(page).locator("main")).to_contain_text(GOOD)
            with serving(root, port) as second, edited(second, GOOD, "Het college wacht af."):
                expect(brief_in(page).locator("main")).to_contain_text("Het college wacht af.")


@contextmanager
def looking_lost(browser: Browser, preview: Serving) -> Iterator[Page]:
    """Open the brief of a server that will go away, which the browser's console reports as it should."""
    with browser.visit(f"{preview.entry}{BRIEF}") as page:
        page.locator("#panel-web[data-visible]").wait_for(state="attached")
        yield page


def test_the_interface_is_english_where_the_browser_asks_for_it(browser: Browser, preview: Serving) -> None:
    """The browser's language decides unless --lang was given; the language of the page says so."""
    context = browser._chromium.new_context(locale="en-GB")
    try:
        page = context.new_page()
        page.goto(f"{preview.entry}{BRIEF}")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("#sources-heading")).to_have_text("Sources")
        expect(page.locator("#stand")).to_contain_text("built")
    finally:
        context.close()
