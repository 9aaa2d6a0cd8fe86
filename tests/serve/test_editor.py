"""The editor in the browser: the file stays the truth, and nobody's text is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from support.browser import Browser, axe_of
from support.previewing import BROKEN, GOOD, brief_in, edited, looking, looking_anyway, open_source
from support.serving import Serving
from support.workspaces import SOURCE_ID


@contextmanager
def writing(browser: Browser, preview: Serving, width: int = 1280) -> Iterator[tuple[Page, Locator]]:
    """Open the brief and its text; the file is put back at the end."""
    before = preview.spec.read_bytes()
    try:
        with looking(browser, preview, width=width) as page:
            yield page, opened(page)
    finally:
        preview.spec.write_bytes(before)


def opened(page: Page) -> Locator:
    """Show the text and return it."""
    tab = page.locator("#tab-text:visible, #side-text:visible")
    tab.click()
    text = page.locator("#editor .cm-content")
    expect(text).to_contain_text("title: De veerdienst")
    return text


def put_cursor(page: Page, text: Locator, words: str) -> None:
    """Put the cursor at the end of the line that holds some words."""
    text.locator(".cm-line", has_text=words).first.click()
    page.keyboard.press("End")  # of the row, where a line is wrapped
    page.keyboard.press("End")
    page.keyboard.press("End")  # of a line that is broken to fit, the first goes to the break


def test_what_is_typed_and_saved_is_in_the_file_and_on_the_page(browser: Browser, preview: Serving) -> None:
    """Ctrl+S writes the file, comments and all, and the page follows."""
    good = preview.spec.read_text(encoding="utf-8")
    with writing(browser, preview) as (page, text):
        put_cursor(page, text, GOOD)
        page.keyboard.type(" Dat bleef zo.")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        assert preview.spec.read_text(encoding="utf-8") == good
        page.keyboard.press("Control+s")
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        assert preview.spec.read_text(encoding="utf-8") == good.replace(GOOD, f"{GOOD} Dat bleef zo.")
        expect(brief_in(page).locator("main")).to_contain_text("Dat bleef zo.")


def test_line_ends_and_the_byte_order_mark_stay(browser: Browser, preview: Serving) -> None:
    """A file that another editor wrote with CRLF keeps it, in the lines that are new as well."""
    good = preview.spec.read_bytes()
    windows = b"\xef\xbb\xbf" + good.replace(b"\n", b"\r\n")
    preview.spec.write_bytes(windows)
    try:
        with writing(browser, preview) as (page, text):
            put_cursor(page, text, GOOD)
            page.keyboard.press("Enter")
            page.keyboard.type("Dat bleef zo.")
            page.keyboard.press("Control+s")
            expect(page.locator("#text-state")).to_contain_text("Bewaard om")
            added = f"{GOOD}\r\n      Dat bleef zo.".encode()
            assert preview.spec.read_bytes() == windows.replace(GOOD.encode(), added)
    finally:
        preview.spec.write_bytes(good)


def test_what_another_program_wrote_is_taken_over_or_shown(browser: Browser, preview: Serving) -> None:
    """A text without changes follows its file; one with changes is never written over another's."""
    with writing(browser, preview) as (page, text):
        good = preview.spec.read_text(encoding="utf-8")
        preview.spec.write_text(good.replace(GOOD, f"{GOOD} Van een ander."), encoding="utf-8")
        expect(text).to_contain_text("Van een ander.")
        put_cursor(page, text, "heading: Besluit")
        page.keyboard.type(" nu")
        theirs = good.replace(GOOD, f"{GOOD} Nog iets van een ander.")
        preview.spec.write_text(theirs, encoding="utf-8")
        expect(page.locator("#conflict")).to_be_visible()
        page.keyboard.press("Control+s")
        assert preview.spec.read_text(encoding="utf-8") == theirs
        page.locator("#show-both").click()
        theirs_shown = text.locator(".cm-deletedChunk", has_text="Nog iets van een ander.")
        expect(theirs_shown).to_be_visible()
        expect(page.locator("#conflict")).to_contain_text("eerst wat de ander schreef")
        for part, says in ((".cm-deletedChunk", "van de ander:"), (".cm-changedLine", "van u:")):
            label = text.locator(part).first.evaluate("one => getComputedStyle(one, '::before').content")
            assert label == f'"{says}"'
        page.get_by_role("button", name="Houd de mijne", exact=True).last.click()
        page.locator("#keep-mine").click()
        expect(page.locator("#conflict")).to_be_hidden()
        expect(theirs_shown).to_have_count(0)
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        page.locator("#save").click()
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        mine = preview.spec.read_text(encoding="utf-8")
        assert "heading: Besluit nu" in mine
        assert f"{GOOD} Van een ander." in mine


def test_a_reload_keeps_what_was_typed(browser: Browser, preview: Serving) -> None:
    """What is not saved yet is there again after the page was loaded anew."""
    with writing(browser, preview) as (page, text):
        put_cursor(page, text, "heading: Besluit")
        page.keyboard.type(" van toen")
        page.on("dialog", lambda dialog: dialog.accept())
        page.reload()
        expect(opened(page)).to_contain_text("heading: Besluit van toen")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")


def test_an_exact_cure_is_made_in_the_text_and_written_when_saved(browser: Browser, preview: Serving) -> None:
    """Neem over changes the text; the file changes when that is saved, and then nothing is wrong."""
    good = preview.spec.read_text(encoding="utf-8")
    with edited(preview, *BROKEN), looking_anyway(browser, preview) as page:
        text = opened(page)
        expect(text.locator(".cm-lintRange-error").first).to_be_visible()
        page.locator(".take-over").first.click()
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        assert BROKEN[1] in preview.spec.read_text(encoding="utf-8")
        page.keyboard.press("Control+s")
        expect(page.locator("#findings")).to_be_hidden()
        assert preview.spec.read_text(encoding="utf-8") == good


def test_a_finding_leads_to_its_line(browser: Browser, preview: Serving) -> None:
    """The place of a finding is a button that puts the cursor there."""
    with edited(preview, *BROKEN), looking_anyway(browser, preview) as page:
        page.locator("#finding-list .to-line").first.click()
        line = page.locator("#editor .cm-activeLine")
        expect(line).to_contain_text("quote: Wij zien een reden")


def test_a_selection_is_put_in_the_brief(browser: Browser, preview: Serving) -> None:
    """The proven excerpt comes below excerpts, and its reference where the cursor stands."""
    with writing(browser, preview) as (page, text):
        put_cursor(page, text, GOOD)
        page.keyboard.type(" ")
        page.locator("#side-sources").click()
        open_source(page)
        page.locator("[data-cite='0']").click()
        page.locator("#put").click()
        expect(page.locator("#editor .cm-content")).to_contain_text(f"{GOOD} ![[veerdienst-vaart")
        expect(page.locator("#editor .cm-content")).to_be_focused()
        page.keyboard.press("Control+s")
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        saved = preview.spec.read_text(encoding="utf-8")
        assert saved.count(f"source: {SOURCE_ID}") == 3
        expect(page.locator("#stand")).to_contain_text("in orde")


def test_what_is_saved_while_a_selection_is_put_in_has_it(browser: Browser, preview: Serving) -> None:
    """Ctrl+S right after the button waits for the excerpt: what is said to be saved holds it."""
    with writing(browser, preview) as (page, text):
        put_cursor(page, text, GOOD)
        page.keyboard.type(" ")
        page.locator("#side-sources").click()
        open_source(page)
        page.locator("[data-cite='0']").click()
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/excerpts?*", hold)
        page.locator("#put").click()
        while not held:
            page.wait_for_timeout(20)
        page.keyboard.press("Control+s")
        held[0].continue_()
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        assert f"{GOOD} ![[veerdienst-vaart" in preview.spec.read_text(encoding="utf-8")


def test_the_key_that_saves_holds_all_over_the_app(browser: Browser, preview: Serving) -> None:
    """Ctrl+S saves from the sources and from within the brief, as from the text itself."""
    with writing(browser, preview) as (page, text):
        put_cursor(page, text, GOOD)
        page.keyboard.type(" Eerst.")
        page.locator("#side-sources").click()
        page.locator("#query").press("Control+s")
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        assert f"{GOOD} Eerst." in preview.spec.read_text(encoding="utf-8")
        expect(brief_in(page).locator("main")).to_contain_text("Eerst.")
        put_cursor(page, opened(page), GOOD)
        page.keyboard.type(" Toen.")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        brief_in(page).locator("a[href]").first.press("Control+s")
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        assert f"{GOOD} Eerst. Toen." in preview.spec.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_the_text_is_for_everybody(browser: Browser, preview: Serving, width: int) -> None:
    """Axe finds nothing in the editor at any width, and no page scrolls sideways."""
    with writing(browser, preview, width) as (page, text):
        put_cursor(page, text, "template:")
        assert [str(failure) for failure in axe_of(page, "text")] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_keys_alone_write_and_leave_the_text(browser: Browser, preview: Serving) -> None:
    """Tab goes into the text and out of it, and completion offers what the schema has."""
    with writing(browser, preview) as (page, text):
        put_cursor(page, text, "template:")
        page.keyboard.press("Enter")
        page.keyboard.type("sub")
        expect(page.locator("#editor .cm-tooltip-autocomplete")).to_contain_text("subtitle")
        page.wait_for_timeout(200)  # so soon after it opened, a key is still meant for the text
        page.keyboard.press("Enter")
        page.keyboard.type("Een ondertitel")
        page.keyboard.press("Tab")
        expect(page.locator("#editor .cm-editor.cm-focused")).to_have_count(0)
        page.locator("#save").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        assert "subtitle: Een ondertitel\n" in preview.spec.read_text(encoding="utf-8")
