"""What a reader of the app meets on the way: addresses, an outline, findings, paper, small windows."""

import re
import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bronbrief.core.workspace import Workspace
from bronbrief.serve.brief_store import BriefStore
from support.browser import Browser, axe_of
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
    until,
)
from support.serving import Serving, serving
from support.workspaces import BRIEF, SOURCE_ID, write_minimal_workspace

THREE = f"""{GOOD}

      ![[geen-reden]]
  - heading: Kosten
    body: Wat het kost, staat hier niet.
  - heading: Vervolg
    body: Wat erna komt"""


def test_the_address_holds_what_is_seen(browser: Browser, preview: Serving) -> None:
    """Loaded again, or sent to somebody, it shows the form, the source, the passage and the search."""
    with looking(browser, preview) as page:
        page.get_by_role("searchbox", name="Zoek in alle bronnen").fill("wethouder")
        expect(page).to_have_url(re.compile("search=wethouder"))
        page.locator(".hits button").click()
        expect(page).to_have_url(re.compile(rf"source={SOURCE_ID}&passage=\d+"))
        marked = page.locator(".passage:has(mark) .cite").text_content()
        page.get_by_role("tab", name="PDF").click()
        expect(page).to_have_url(re.compile("form=pdf"))
        page.reload()
        expect(page.locator("#panel-pdf")).to_be_visible()
        expect(page.locator(".passage:has(mark) .cite")).to_have_text(marked or "")
        expect(page.locator("#query")).to_have_value("wethouder")
        page.locator(".back").click()
        expect(page).not_to_have_url(re.compile("source="))
        page.get_by_role("tab", name="Webpagina").click()
        page.get_by_role("searchbox", name="Zoek in alle bronnen").fill("")
        expect(page).to_have_url(re.compile(rf"/\?brief={BRIEF}$"))
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)


def test_a_passage_of_a_message_is_opened(browser: Browser, preview: Serving) -> None:
    """On a telephone the sources come forward with the passage marked whole; nonsense opens nothing."""
    with browser.visit(f"{preview.entry}{BRIEF}&source={SOURCE_ID}&passage=1", width=390) as page:
        expect(page.locator("[data-passage='1'] mark")).to_contain_text("De gemeente Oostdam houdt")
        expect(page.locator("#pane-sources")).to_be_visible()
    with browser.visit(f"{preview.entry}{BRIEF}&source=..%2Fx&passage=-1") as page:
        expect(page.locator("#search-state")).to_have_text("Deze bron is niet te lezen.")


def test_headings_lead_to_their_places(browser: Browser, preview: Serving) -> None:
    """The outline lists the headings of the brief, and leads to each in the web page and in the PDF."""
    with looking(browser, preview) as page:
        with edited(preview, GOOD, THREE):
            outline = page.locator("#outline")
            expect(outline.locator("button", has_text="Vervolg")).to_be_attached()
            outline.locator("summary").press("Enter")
            assert [str(failure) for failure in axe_of(page, "outline")] == []
            outline.locator("button", has_text="Kosten").press("Enter")
            expect(outline.locator("ol")).to_be_hidden()
            until(page, f"() => {FRAME}.contentWindow.scrollY > 0")
            page.get_by_role("tab", name="PDF").click()
            page.locator(".text-layer span", has_text="Vervolg").first.wait_for()
            outline.locator("summary").click()
            outline.locator("button", has_text="Vervolg").click()
            expect(page.locator(".text-layer span", has_text="Vervolg").first).to_be_in_viewport()
            page.get_by_role("tab", name="Webpagina").click()
        expect(brief_in(page).locator("main")).not_to_contain_text("Kosten")


def test_equal_findings_stand_together_and_explain_themselves(browser: Browser, preview: Serving) -> None:
    """One card says how often; its other places are below it, and what it means opens over it."""
    broken = "source: havenkrant-2023\n    from", "source: niet-daar\n    from"
    with (
        edited(preview, *broken),
        edited(preview, "havenkrant-2023\n    quote", "niet-daar\n    quote"),
        looking_anyway(browser, preview) as page,
    ):
        card = page.locator(".finding.error", has_text="niet-daar")
        expect(card).to_have_count(1)
        expect(card.locator(".times")).to_have_text("(2 keer)")
        expect(page.locator("#findings-count")).to_contain_text("2 fouten")
        card.locator("summary", has_text="Nog 1 keer").click()
        expect(card.locator(".to-line")).to_have_count(2)
        card.locator(".explain").click()
        expect(page.locator("#explanation")).to_contain_text("Oorzaak")
        assert [str(failure) for failure in axe_of(page, "explained")] == []
    with edited(preview, *BROKEN), looking_anyway(browser, preview) as page:
        expect(page.locator(".finding .detail").locator("ins, del").first).to_be_visible()
        expect(page.locator(".finding .detail")).not_to_contain_text("{+")


def test_advice_alone_has_the_colour_of_advice(browser: Browser, preview: Serving) -> None:
    """The panel warns of warnings and of errors, as the dot beside the title does, and of nothing else."""
    with looking(browser, preview) as page:
        shown = page.evaluate(
            """async () => {
                const { showFindings } = await import("/static/findings.js");
                const none = { detail: "", place: null, fix: [], related: [] };
                const said = { code: "x", headline: "h", hint: "t", ...none };
                return ["hint", "warning", "error"].map((severity) => {
                    showFindings([{ ...said, severity }], true);
                    return document.getElementById("findings").className;
                });
            }"""
        )
        assert shown == ["", "has-warnings", "has-errors"]


def test_in_the_app_a_note_is_reached_at_once(browser: Browser, preview: Serving) -> None:
    """Who goes back before a slow scroll has ended would stay at the note."""
    with looking(browser, preview) as page:
        assert (
            in_view(page, "view => view.getComputedStyle(view.document.documentElement).scrollBehavior")
            == "auto"
        )


@pytest.mark.parametrize(("width", "height"), [(640, 400), (960, 450), (390, 500)])
def test_enlarged_no_control_lies_under_another(
    browser: Browser, preview: Serving, width: int, height: int
) -> None:
    """At 200 % each button of the excerpt is on top where it is seen."""
    with looking(browser, preview, width=width) as page:
        page.set_viewport_size({"width": width, "height": height})
        if width < 900:
            page.get_by_role("tab", name="Bronnen").click()
        open_source(page).first.wait_for()
        page.locator("[data-cite='1']").press("Enter")
        page.locator("#excerpt-yaml").wait_for()
        for button in page.locator("#excerpt button:visible").all():
            on_top = """button => {
                button.scrollIntoView({ block: "nearest", behavior: "instant" });
                const { x, y, width, height } = button.getBoundingClientRect();
                return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
            }"""
            until(page, on_top, button.element_handle())


def test_on_paper_and_in_copies_goes_no_furniture(browser: Browser, preview: Serving) -> None:
    """Printed, the app says what to print; copied, the brief has none of the app's buttons in it."""
    with looking(browser, preview) as page:
        in_view(page, "view => { view.getSelection().selectAllChildren(view.document.body); }")
        copied = in_view(page, "view => String(view.getSelection())")
        assert GOOD in copied
        assert "Toon in de bron" not in copied
        page.emulate_media(media="print")
        expect(page.locator(".on-paper")).to_be_visible()
        expect(page.locator("main")).to_be_hidden()
        page.emulate_media(media="screen")
        expect(page.locator(".on-paper")).to_be_hidden()
        with page.context.expect_page() as opened:
            page.locator("#title").click()
            page.keyboard.press("Control+p")
        assert opened.value.url.endswith(f"/{BRIEF}.pdf") or opened.value.url == "about:blank"


def test_a_slash_searches_and_every_arrow_says_what_it_does(browser: Browser, preview: Serving) -> None:
    """The key works wherever nobody types; a bare arrow has its words for who points at it."""
    with looking(browser, preview) as page:
        page.locator("#tab-web").focus()
        page.keyboard.press("/")
        expect(page.locator("#query")).to_be_focused()
        page.keyboard.type("a/b")
        expect(page.locator("#query")).to_have_value("a/b")
        for button in page.locator(".nudges button, #pdf-tools button[aria-label]").all():
            assert button.get_attribute("title") == button.get_attribute("aria-label")


def test_an_end_is_moved_into_the_next_passage(browser: Browser, preview: Serving) -> None:
    """Begin and end go on past the passage that was chosen, a word at a time, and come back."""
    with looking(browser, preview) as page:
        words = open_source(page).filter(has_text="De vaart kost")
        page.locator(f'[data-cite="{words.get_attribute("data-passage")}"]').press("Enter")
        edges = page.locator("#excerpt-edges")
        expect(edges).to_contain_text("per jaar.’, 20 woorden")
        page.locator("#end-later").press("Enter")
        expect(edges).to_contain_text("jaar. Over’, 21 woorden")
        expect(page.locator("#excerpt-yaml")).to_contain_text("to:")
        page.locator("#end-earlier").press("Enter")
        expect(edges).to_contain_text("per jaar.’, 20 woorden")
        page.locator("#begin-earlier").press("Enter")
        expect(edges).to_contain_text("21 woorden")


def test_a_brief_that_was_renamed_leads_to_its_new_name(browser: Browser, preview: Serving) -> None:
    """What has the same title is offered in the place of a file that has gone."""
    other = preview.spec.with_name("pont.yaml")
    with looking_anyway(browser, preview) as page:  # a page may be on its way when its file goes
        page.locator("body[data-proven]").wait_for(state="attached")
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        preview.spec.rename(other)
        try:
            page.get_by_role("button", name="Heet hij nu briefs/pont.yaml?").click()
            expect(page.locator("#briefs [aria-current]")).to_have_attribute("data-name", "pont")
            expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        finally:
            other.rename(preview.spec)
        page.get_by_role("button", name=f"Heet hij nu briefs/{BRIEF}.yaml?").click()
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)


def test_a_page_that_has_just_gone_is_not_shown(browser: Browser, preview: Serving) -> None:
    """Where the server has no page any more, what is seen stays, and the next version is shown as ever."""
    gone = {"status": 404, "headers": {"Content-Security-Policy": "frame-ancestors 'none'"}}
    with looking_anyway(browser, preview) as page:
        mistakes: list[str] = []
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        page.route("**/page.html*", lambda route: route.fulfill(**gone))
        with edited(preview, "title: ", "title: Nu ") as _, page.expect_response("**/page.html*"):
            pass
        expect(page.locator("#panel-web iframe")).to_have_count(1)
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        page.unroute("**/page.html*")
        with edited(preview, "title: ", "title: Dan "):
            expect(brief_in(page).locator("h1")).to_contain_text("Dan ")
        assert mistakes == []


def test_a_search_that_found_nobody_home_is_made_again(browser: Browser, tmp_path: Path) -> None:
    """Once the server is back, what was asked meanwhile is answered without being typed anew."""
    root = write_minimal_workspace(tmp_path / "workspace")
    with serving(root) as first:
        port = first.port
        with looking_anyway(browser, first) as page:
            expect(page.locator("#stand")).to_contain_text("in orde")
            first.process.send_signal(signal.SIGINT)
            first.process.wait(30)
            expect(page.locator("#status")).to_contain_text("Geen verbinding")
            page.get_by_role("searchbox", name="Zoek in alle bronnen").fill("wethouder")
            expect(page.locator("#search-state")).to_contain_text("Geen verbinding")
            with serving(root, port):
                expect(page.locator("#search-state")).to_have_text("1 passage gevonden")


def test_a_brief_has_its_title_before_it_was_looked_over(workspace: Path) -> None:
    """A list of many says from the start what each is called; what is no line of text waits."""
    briefs = workspace / "briefs"
    for name, first in (
        ("a", 'title: "Een ‘brug’: nu"'),
        ("b", "title: >-\n  Later"),
        ("c", "title: ["),
        ("d", "x: 1"),
    ):
        (briefs / f"{name}.yaml").write_text(f"# Uitleg.\n{first}\n", encoding="utf-8")
    store = BriefStore(Workspace(workspace))
    store.keep(["a", "b", "c", "d"])
    assert [state.title for state in store.all()] == ["Een ‘brug’: nu", "b", "c", "d"]


def test_many_briefs_are_sifted(browser: Browser, preview: Serving) -> None:
    """A list that is long can be searched; a short one has no field for it."""
    others = [preview.root / "briefs" / f"brief-{number}.yaml" for number in range(9)]
    with looking(browser, preview) as page:
        sift = page.get_by_label("Zoek een brief")
        expect(sift).to_be_hidden()
        for number, other in enumerate(others):
            other.write_text(f"title: Brug {number} over de Lange Vliet\n", encoding="utf-8")
        try:
            sift.fill("vliet 7")
            expect(page.locator("#briefs li:visible", has_text="Brug")).to_have_count(1)
            sift.fill("")
            expect(page.locator("#briefs li:visible", has_text="Brug")).to_have_count(9)
        finally:
            for other in others:
                other.unlink()
        until(page, "() => document.querySelectorAll('#briefs li').length === 1")


@pytest.mark.parametrize("width", [320, 390])
def test_the_status_is_read_whole_on_a_telephone(browser: Browser, preview: Serving, width: int) -> None:
    """It has a line of its own in the head, below the ways to the other pages; none is cut off."""
    with looking(browser, preview, width=width) as page:
        status = page.locator("#status")
        expect(status).to_contain_text(re.compile(r"In orde\. Bijgewerkt om [\d:]+\.$"))
        assert status.evaluate("({scrollWidth, clientWidth}) => scrollWidth <= clientWidth")
        ways = page.locator(".views a").last.bounding_box()
        said = status.bounding_box()
        assert ways
        assert said
        assert ways["x"] + ways["width"] <= width
        assert ways["y"] + ways["height"] <= said["y"]
        assert said["height"] < 25  # a line
        until(page, f"() => document.documentElement.scrollWidth === {width}")
