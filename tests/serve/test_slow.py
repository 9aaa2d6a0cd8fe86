"""The app while answers come late, not at all, or are a refusal: nothing that was written is lost."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from support.browser import PATIENCE, Browser
from support.previewing import looking_anyway
from support.serving import Serving, serving
from support.workspaces import BRIEF, SPEC, write_minimal_workspace

TWO = SPEC.replace("excerpts:\n", "  - Meer volgt.\nexcerpts:\n", 1)
FIRST = "De veerdienst vaart in 2024 door. [@in-stand]"


@contextmanager
def filling_in(browser: Browser, preview: Serving, spec: str = SPEC) -> Iterator[Page]:
    """Open the form of a brief, where requests may fail; its file is put back at the end."""
    preview.spec.write_text(spec, encoding="utf-8")
    try:
        with browser.visit(f"{preview.entry}{BRIEF}") as page:
            page.on("dialog", lambda dialog: dialog.accept())
            page.locator("body[data-proven]").wait_for(
                state="attached", timeout=2 * PATIENCE
            )  # of a first brief
            page.locator("#side-text").click()
            title = page.locator("#form").get_by_label("Titel", exact=True)
            expect(title).to_have_value("De veerdienst over de Lange Vliet")
            yield page
    finally:
        preview.spec.write_text(SPEC, encoding="utf-8")


HOLD = """([part, method]) => {
    const [real, held] = [window.fetch, []];
    window.fetch = async (...given) => {
        const answer = await real(...given);
        const late = given[0].includes(part) && (given[1]?.method ?? "GET") === method;
        if (late && window.answer) await new Promise(go => held.push(go));
        return answer;
    };
    window.answer = () => {
        window.answer = null;
        held.forEach(go => go());
    };
}"""


def hold(page: Page, part: str, method: str) -> Callable[[], None]:
    """Keep the answers of addresses with this part back; return what gives them, and those that follow."""
    page.evaluate(HOLD, [part, method])
    return lambda: page.evaluate("window.answer()")


def test_what_is_found_before_the_answer_of_the_save_stands_at_its_field(
    browser: Browser, preview: Serving
) -> None:
    """The server tells of a finding while the save has no answer yet; the field has it once that comes."""
    with filling_in(browser, preview) as page:
        give = hold(page, "/text?", "PUT")
        message = page.get_by_role("textbox", name="Kernpunt 1", exact=True)
        message.fill(FIRST.replace("stand]", "stant]"))
        page.keyboard.press("Control+s")
        expect(page.locator("#finding-list")).to_contain_text("in-stant")
        expect(message).not_to_have_attribute("aria-invalid", "true")
        give()
        expect(message).to_have_attribute("aria-invalid", "true")
        expect(page.get_by_role("button", name="Naar het veld: Kernpunt 1", exact=True)).to_be_visible()


def test_what_is_typed_in_an_item_that_moves_goes_along(browser: Browser, preview: Serving) -> None:
    """Who types in the item before its move is answered goes on in it, and all is in the text."""
    with filling_in(browser, preview, TWO) as page:
        give = hold(page, "/form?", "POST")
        first = page.get_by_role("textbox", name="Kernpunt 1", exact=True)
        second = page.get_by_role("textbox", name="Kernpunt 2", exact=True)
        page.get_by_role("button", name="Kernpunt 1 omlaag", exact=True).click()
        first.click()
        page.keyboard.press("Control+End")
        page.keyboard.type(" Nog iets")
        give()
        expect(first).to_have_value("Meer volgt.")
        expect(second).to_have_value(f"{FIRST} Nog iets")
        expect(second).to_be_focused()
        page.keyboard.type(" erbij.")
        page.keyboard.press("Control+s")
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        written = preview.spec.read_text(encoding="utf-8")
        assert written == TWO.replace(
            f"  - {FIRST}\n  - Meer volgt.\n", f"  - Meer volgt.\n  - {FIRST} Nog iets erbij.\n"
        )


def test_what_is_typed_below_an_item_that_goes_stays(browser: Browser, preview: Serving) -> None:
    """An item that moves up because the one above it is taken away has what was typed in it meanwhile."""
    with filling_in(browser, preview, TWO) as page:
        give = hold(page, "/form?", "POST")
        first = page.get_by_role("textbox", name="Kernpunt 1", exact=True)
        page.get_by_role("button", name="Verwijder Kernpunt 1", exact=True).click()
        page.get_by_role("textbox", name="Kernpunt 2", exact=True).fill("Meer volgt later.")
        give()
        expect(first).to_have_value("Meer volgt later.")
        expect(first).to_be_focused()
        page.keyboard.press("Control+s")
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        assert "key_messages:\n  - Meer volgt later.\nexcerpts:" in preview.spec.read_text(encoding="utf-8")


def test_that_there_is_no_connection_is_said_until_there_is_one(browser: Browser, preview: Serving) -> None:
    """What was typed is in the text once the server answers, and then nothing is wrong any more."""
    with filling_in(browser, preview) as page:
        page.route("**/form?*", lambda route: route.abort())
        page.locator("#form").get_by_label("Ondertitel").fill("Stand")
        expect(page.locator("#form-state")).to_contain_text("Er is geen verbinding")
        page.unroute("**/form?*")
        expect(page.locator("#form-state")).to_have_text("")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")


def test_what_is_not_saved_goes_along_to_the_new_name_of_its_file(browser: Browser, preview: Serving) -> None:
    """A file that another program renamed is said to be gone; who follows it keeps what was typed."""
    other = preview.spec.with_name("filiaal.yaml")
    with filling_in(browser, preview) as page:
        subtitle = page.locator("#form").get_by_label("Ondertitel")
        subtitle.fill("Stand van zaken")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        preview.spec.rename(other)
        try:
            way = page.get_by_role("button", name="Heet hij nu briefs/filiaal.yaml?", exact=True)
            expect(way).to_be_visible()
            page.keyboard.press("Control+s")
            expect(page.locator("#text-state")).to_contain_text("dit bestand is er niet meer")
            way.click()
            expect(page.locator("#text-path")).to_have_text("briefs/filiaal.yaml")
            expect(subtitle).to_have_value("Stand van zaken")
            expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
            expect(page.locator("#conflict")).to_be_hidden()
            page.keyboard.press("Control+s")
            expect(page.locator("#text-state")).to_contain_text("Bewaard om")
            assert "subtitle: Stand van zaken\n" in other.read_text(encoding="utf-8")
        finally:
            other.unlink()


def test_who_is_locked_out_hears_how_to_go_on(browser: Browser, tmp_path: Path) -> None:
    """A preview that was started anew knows not the old page; it goes on once the new address is opened."""
    root = write_minimal_workspace(tmp_path / "workspace")
    with serving(root) as first, looking_anyway(browser, first) as page:
        page.locator("#panel-web[data-visible]").wait_for(state="attached")
        first.process.send_signal(signal.SIGINT)
        first.process.wait(30)
        expect(page.locator("#status")).to_contain_text("Geen verbinding")
        page.context.clear_cookies()  # it is of another token
        with serving(root, first.port) as second:
            expect(page.locator("#status")).to_contain_text("Start het nog eens vanuit het menu")
            page.context.new_page().goto(second.entry)
            expect(page.locator("#status")).not_to_contain_text("menu")
