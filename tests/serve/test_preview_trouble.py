"""The preview when things go wrong around it: briefs that go, servers that go, tabs without end."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, expect

from support.browser import Browser
from support.previewing import FRAME, GOOD, brief_in, edited, in_view, looking, looking_anyway, until
from support.serving import Serving, serving
from support.workspaces import BRIEF, write_minimal_workspace


@contextmanager
def second_brief(preview: Serving) -> Iterator[str]:
    """Have another brief, whose name comes first, for as long as the block lasts."""
    other = preview.root / "briefs" / "aanlegsteiger.yaml"
    other.write_text(preview.spec.read_text(encoding="utf-8").replace("De veerdienst", "De steiger"), "utf-8")
    try:
        yield other.stem
    finally:
        other.unlink()


def test_a_brief_that_goes_is_said_to_be_gone_and_comes_back(browser: Browser, preview: Serving) -> None:
    """No other brief takes its place unasked; its last page stays, and it goes on once the file is back."""
    with looking(browser, preview) as page, second_brief(preview):
        expect(page.locator("#briefs a")).to_have_count(2)
        away = preview.spec.with_suffix(".weg")
        preview.spec.rename(away)
        try:
            expect(page.locator("#stand")).to_contain_text(f"briefs/{BRIEF}.yaml is er niet")
            expect(page.locator("#status")).to_contain_text(f"briefs/{BRIEF}.yaml is er niet")
            expect(brief_in(page).locator("main")).to_contain_text(GOOD)
            expect(page.locator("#open-pdf")).to_be_hidden()
            assert page.url.endswith(f"?brief={BRIEF}")
        finally:
            away.rename(preview.spec)
        expect(page.locator("#stand")).to_contain_text("in orde")
        with edited(preview, GOOD, "Het college wacht."):
            expect(brief_in(page).locator("main")).to_contain_text("Het college wacht.")


def test_nothing_is_asked_of_a_brief_that_has_gone(browser: Browser, preview: Serving) -> None:
    """Neither by a state that comes before the list without it; and what was asked too early is answered."""
    with looking(browser, preview) as page:
        expect(page.locator("#editor .cm-line").first).to_be_attached()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.evaluate(
            """async name => {
                const { follow } = await import("/static/editor.js");
                await follow({ name, spec: "" });
            }""",
            BRIEF,
        )
        assert asked == []
        for address in ("text", "quotations"):
            answer = page.evaluate("async path => (await fetch(path)).json()", f"/briefs/weg/{address}")
            assert answer is None


def test_an_address_of_no_brief_waits_for_it(browser: Browser, preview: Serving) -> None:
    """What is not there is said to be missing, and shown as soon as it is written."""
    with browser.visit(f"{preview.entry}later") as page:
        expect(page.locator("#stand")).to_contain_text("briefs/later.yaml is er niet")
        later = preview.root / "briefs" / "later.yaml"
        later.write_bytes(preview.spec.read_bytes())
        try:
            expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        finally:
            later.unlink()


def test_back_and_forward_go_through_the_briefs(browser: Browser, preview: Serving) -> None:
    """Each choice is one step in the history of the browser, and going back adds none."""
    with looking(browser, preview) as page, second_brief(preview) as other:
        title = page.locator("#title")
        for name in (other, BRIEF):
            page.locator(f"#briefs a[data-name={name}]").click()
            page.locator("#panel-web[data-visible]").wait_for(state="attached")
        for steps, text in (
            (-1, "De steiger"),
            (-1, "De veerdienst"),
            (1, "De steiger"),
            (1, "De veerdienst"),
        ):
            page.evaluate("steps => history.go(steps)", steps)
            expect(title).to_contain_text(text)


def test_quotations_of_another_brief_are_forgotten(browser: Browser, preview: Serving) -> None:
    """A brief that has never been in order lists no quotations, and not those of the one before."""
    broken = preview.root / "briefs" / "kapot.yaml"
    broken.write_text("title: Kapot\n", encoding="utf-8")
    try:
        with looking(browser, preview) as page:
            page.locator(f"#briefs a[data-name={broken.stem}]").click()
            expect(page.locator(".finding.error").first).to_be_visible()
            page.locator("[data-source]").first.click()
            page.locator(".words").first.wait_for()
            expect(page.locator(".quoted")).to_be_hidden()
            expect(page.locator("#no-page")).to_be_visible()
            top, bottom = (
                f"document.querySelector('{one}').getBoundingClientRect().{side}"
                for one, side in (("#no-page", "top"), (".forms-bar", "bottom"))
            )
            until(page, f"() => {top} - {bottom} < 2")
    finally:
        broken.unlink()


@contextmanager
def stranger(port: int) -> Iterator[threading.Event]:
    """Have another program on a port, which knows no page; the event tells that it was asked for one."""
    asked = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(404)
            asked.set()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()


def test_the_page_finds_its_server_again_after_a_stranger_took_the_port(
    browser: Browser, tmp_path: Path
) -> None:
    """An answer that is no stream ends nothing: the page keeps looking for the preview."""
    root = write_minimal_workspace(tmp_path / "workspace")
    with serving(root) as first:
        port = first.port
        with looking_anyway(browser, first) as page:
            page.locator("#panel-web[data-visible]").wait_for(state="attached")
            first.process.send_signal(signal.SIGINT)
            first.process.wait(30)
            expect(page.locator("#status")).to_contain_text("Geen verbinding")
            with stranger(port) as asked:
                assert asked.wait(30)
            with serving(root, port) as second, edited(second, GOOD, "Het college wacht af."):
                expect(brief_in(page).locator("main")).to_contain_text("Het college wacht af.")


def test_more_tabs_than_a_browser_has_connections(browser: Browser, preview: Serving) -> None:
    """A tab that nobody sees gives up its connection, so that the eighth loads; it takes it up again."""
    context = browser._chromium.new_context(locale="nl-NL")
    context.add_init_script(
        "Object.defineProperty(document, 'hidden', {get: () => window.away === true, configurable: true});"
    )
    try:
        pages: list[Page] = []
        for _ in range(8):
            page = context.new_page()
            page.goto(f"{preview.entry}{BRIEF}")
            expect(brief_in(page).locator("main")).to_contain_text(GOOD)
            page.evaluate("window.away = true")
            pages.append(page)
        with edited(preview, GOOD, "Het college wacht."):
            pages[0].evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")
            expect(brief_in(pages[0]).locator("main")).to_contain_text("Het college wacht.")
        expect(brief_in(pages[0]).locator("main")).to_contain_text(GOOD)
    finally:
        context.close()


def test_the_place_is_kept_while_the_brief_is_out_of_sight(browser: Browser, preview: Serving) -> None:
    """A save while the sources are in view does not throw the reader back to the top of the brief."""
    with looking(browser, preview, width=820) as page:
        page.set_viewport_size({"width": 820, "height": 400})
        in_view(page, "view => void view.scrollTo({top: 500, behavior: 'instant'})")
        page.get_by_role("tab", name="Bronnen").click()
        with edited(preview, GOOD, "Het college wacht."):
            expect(page.locator("#stand")).to_contain_text("gebouwd")
            page.get_by_role("tab", name="Brief", exact=True).click()
            expect(brief_in(page).locator("main")).to_contain_text("Het college wacht.")
            until(page, f"() => Math.abs({FRAME}.contentWindow.scrollY - 500) < 60")
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)


def test_the_brief_that_is_looked_at_stays_in_the_view_of_its_list(
    browser: Browser, preview: Serving
) -> None:
    """Among many briefs the chosen one is scrolled to, also when the titles above it come in later."""
    others = [preview.root / "briefs" / f"andere-{number:02}.yaml" for number in range(16)]
    for other in others:
        other.write_text("title: 'Een titel die pas bij het nagaan lang wordt'\n", encoding="utf-8")
    try:
        with looking(browser, preview) as page:
            expect(page.locator("#briefs a.error")).to_have_count(len(others))
            expect(page.locator(f"#briefs a[data-name={BRIEF}]")).to_be_in_viewport(ratio=0.9)
    finally:
        for other in others:
            other.unlink()


def test_what_is_known_of_one_brief_is_not_said_of_another(browser: Browser, tmp_path: Path) -> None:
    """A brief chosen while the server is gone shows its title, and neither page nor state of the last one."""
    root = write_minimal_workspace(tmp_path / "workspace")
    with serving(root) as preview, second_brief(preview) as other, looking_anyway(browser, preview) as page:
        expect(page.locator("#stand")).to_contain_text("in orde")
        expect(page.locator(f"#briefs a[data-name={other}]")).to_contain_text("De steiger")
        preview.process.send_signal(signal.SIGINT)
        preview.process.wait(30)
        expect(page.locator("#status")).to_contain_text("Geen verbinding")
        page.locator(f"#briefs a[data-name={other}]").click()
        expect(page.locator("#title")).to_contain_text("De steiger")
        expect(page.locator("#stand")).to_have_text("")
        expect(page.locator("#open-pdf")).to_be_hidden()
        expect(page.locator("#panel-web iframe")).to_have_count(0)
        page.get_by_role("searchbox").fill("wethouder")
        expect(page.locator("#search-state")).to_contain_text("Geen verbinding")
