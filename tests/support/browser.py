"""The system's Chromium under Playwright: pages as a reader sees them, and axe-core's judgement of them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, StorageState, sync_playwright

from support.tools import AXE_SCRIPT, TEMPORARY, chromium, require
from support.validators import Failure, ValidatorError

Scheme = Literal["light", "dark"]
WIDTHS = (320, 768, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PATIENCE = 120_000
"""Milliseconds that a page may take for anything, on a machine that is busy with other tests."""


class Browser:
    """One running Chromium, offline, that opens each page in a profile of its own."""

    def __init__(self) -> None:
        with pytest.MonkeyPatch.context() as patch:  # a test may have a folder whose name is too long for it
            patch.setenv("TMPDIR", os.environ[TEMPORARY])
            self._playwright = sync_playwright().start()
        self._chromium = self._playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )

    def close(self) -> None:
        """End the browser and its driver."""
        self._chromium.close()
        self._playwright.stop()

    @contextmanager
    def page(self, path: Path, *, width: int = 1280, scheme: Scheme = "light") -> Iterator[Page]:
        """Open a file, without network, at a width in CSS pixels and in a colour scheme."""
        context = self._chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True
        )
        try:
            page = context.new_page()
            page.goto(path.resolve().as_uri())
            yield page
        finally:
            context.close()

    @contextmanager
    def visit(
        self, url: str, *, width: int = 1280, scheme: Scheme = "light", way: str = ""
    ) -> Iterator[Page]:
        """Open an address of this machine, at a width in CSS pixels and in a colour scheme.

        `way` is the way of writing that its reader chose before.
        """
        host = "/".join(url.split("/")[:3])
        chosen: StorageState = {
            "origins": [{"origin": host, "localStorage": [{"name": "way", "value": way}]}] if way else []
        }
        context = self._chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale="nl-NL",
            storage_state=chosen,
        )
        context.set_default_timeout(PATIENCE)
        try:
            page = context.new_page()
            page.goto(url)
            yield page
        finally:
            context.close()

    def axe(self, path: Path, *, width: int = 1280, scheme: Scheme = "light") -> list[Failure]:
        """Check a page with axe-core: WCAG 2.0 to 2.2, A and AA, and its best practices."""
        with self.page(path, width=width, scheme=scheme) as page:
            return axe_of(page, f"{path} ({width} px, {scheme})")

    def overhang(self, path: Path, *, width: int) -> int:
        """Return by how many CSS pixels a page is wider than its window (WCAG 2.2, 1.4.10)."""
        with self.page(path, width=width) as page:
            excess: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return max(excess, 0)


def axe_of(page: Page, name: str) -> list[Failure]:
    """Check an open page with axe-core, but for what its frames hold."""
    page.evaluate(AXE_SCRIPT.read_text(encoding="utf-8"))
    report = page.evaluate(
        "tags => axe.run(document, {iframes: false, runOnly: {type: 'tag', values: tags}})", AXE_TAGS
    )
    if not report["passes"]:
        raise ValidatorError(f"axe-core found nothing to judge in {name}")
    return [
        Failure(name, rule["id"], rule["help"], node["html"])
        for rule in report["violations"]
        for node in rule["nodes"]
    ]


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start Chromium for as long as the block lasts; skip the test where axe or Chromium is absent."""
    require("axe")
    browser = Browser()
    try:
        yield browser
    finally:
        browser.close()
