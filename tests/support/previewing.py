"""The preview as tests look at it: a brief open in the browser, and a spec that changes meanwhile."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, FrameLocator, Locator, Page, expect

from support.browser import PATIENCE, Browser, Scheme
from support.serving import Serving
from support.workspaces import BRIEF, SOURCE_ID

GOOD = "De wethouder ziet geen aanleiding om te stoppen."
BROKEN = ("quote: Wij zien geen reden", "quote: Wij zien een reden")

FRAME = "document.querySelector('#panel-web iframe:not(.coming)')"
"""The frame in which the brief is seen, in JavaScript; another may take its place at any time."""

expect.set_options(timeout=PATIENCE)


@contextmanager
def looking(
    browser: Browser, preview: Serving, *, width: int = 1280, scheme: Scheme = "light"
) -> Iterator[Page]:
    """Open the brief, and wait until its page is there, of the spec as it stands, its quotations known.

    Its reader chose the text to write in. What a test before this one put back may not have been looked
    over yet.
    """
    with browser.visit(f"{preview.entry}{BRIEF}", width=width, scheme=scheme, way="write-text") as page:
        mistakes: list[str] = []
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.on("console", lambda one: mistakes.append(one.text) if is_mistake(one) else None)
        page.locator("body[data-proven]").wait_for(state="attached", timeout=2 * PATIENCE)  # of a first brief
        page.locator("#panel-web[data-visible]").wait_for(state="attached")
        expect(brief_in(page).locator("main")).to_contain_text(GOOD)
        expect(page.locator("#panel-web iframe")).to_have_count(1)
        yield page
        assert mistakes == [], mistakes


def is_mistake(message: ConsoleMessage) -> bool:
    """Tell whether the browser complains: a refusal with findings is an answer that the app expects."""
    return message.type == "error" and not re.search(r"status of (409|422)", message.text)


@contextmanager
def edited(preview: Serving, before: str, after: str) -> Iterator[None]:
    """Change the spec for as long as the block lasts."""
    good = preview.spec.read_text(encoding="utf-8")
    assert before in good
    preview.spec.write_text(good.replace(before, after), encoding="utf-8")
    try:
        yield
    finally:
        preview.spec.write_text(good, encoding="utf-8")


def brief_in(page: Page) -> FrameLocator:
    """Return the frame in which the brief is seen."""
    return page.frame_locator("#panel-web iframe:not(.coming)")


def in_view(page: Page, script: str) -> Any:
    """Call a function with the window in which the brief is seen; at once, as another may take its place.

    One that scrolls returns nothing: browsers give a promise, which a page that goes away never keeps.
    """
    return page.evaluate(f"({script})({FRAME}.contentWindow)")


def until(page: Page, holds: str, given: object = None) -> None:
    """Wait until a function of JavaScript holds.

    Playwright's own way has the page evaluate a string each time, which the app's policy refuses: it goes
    well only where the function holds at once.
    """
    page.evaluate(
        f"""given => new Promise((resolve, reject) => {{
            const holds = {holds};
            const late = setTimeout(() => reject(new Error("never: " + holds)), {PATIENCE});
            const look = () => {{
                if (!holds(given)) return setTimeout(look, 20);
                clearTimeout(late);
                return resolve();
            }};
            look();
        }})""",
        given,
    )


def open_source(page: Page) -> Locator:
    """Open the one source and return its words."""
    page.locator(f"[data-source={SOURCE_ID}]").click()
    return page.locator(".words")


@contextmanager
def looking_anyway(browser: Browser, preview: Serving, scheme: Scheme = "light") -> Iterator[Page]:
    """Open the brief though it has errors."""
    with browser.visit(f"{preview.entry}{BRIEF}", scheme=scheme, way="write-text") as page:
        yield page


def tab_to(page: Page, selector: str, *, back: bool = False) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(150):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never came to {selector}")
