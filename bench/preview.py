"""Measure the preview as a writer feels it: from saving a spec until the page, and the PDF, show the change.

It runs `bronbrief serve` in a workspace, opens a brief in the system's Chromium, and saves its spec again and
again with another word in its title. Times run from the moment of saving to the moment that the browser has
the new web page in view, and the new first page of the PDF drawn and in place.
"""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

WARM_UP = 2
COMMAND = "import sys; from bronbrief.cli.main import main; sys.exit(main())"
PATIENCE = 120_000
WEB = """word => document.querySelector('#panel-web iframe:not(.coming)')
    ?.contentDocument?.querySelector('h1')?.textContent.replace(/\\s+/g, ' ').includes(word)"""
PDF = """before => {
    const page = document.querySelector('#pages canvas');
    return page && page.dataset.version !== before;
}"""


def measure(folder: Path, brief: str, saves: int) -> dict[str, list[float]]:
    """Save a brief again and again; return the seconds until its web page is seen, and its PDF."""
    arguments = [sys.executable, "-c", COMMAND, "serve", "--port", "0"]
    server = subprocess.Popen(arguments, cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None  # noqa: S101
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found is not None  # noqa: S101
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": 1280, "height": 900}, bypass_csp=True)
            page.set_default_timeout(PATIENCE)
            page.goto(f"{found[0]}&brief={brief}")
            settle(page)
            spec = folder / "briefs" / f"{brief}.yaml"
            turns = range(saves + WARM_UP)
            web = [save(page, spec, number, web=True) for number in turns]
            page.get_by_role("tab", name="PDF").click()
            page.wait_for_function(PDF, arg="")
            pdf = [save(page, spec, number, web=False) for number in turns]
            pages = page.locator(".sheet").count()
            browser.close()
    finally:
        server.terminate()
        server.wait(30)
    return {f"web page of {pages} pages": web[WARM_UP:], f"PDF of {pages} pages": pdf[WARM_UP:]}


def settle(page: Page) -> None:
    """Wait until nothing is being made any more."""
    page.locator("body[data-proven]").wait_for(state="attached")
    page.wait_for_function("/gebouwd|built/.test(document.querySelector('#stand').textContent)")
    time.sleep(0.5)


def save(page: Page, spec: Path, number: int, *, web: bool) -> float:
    """Save the spec with another title, and return the seconds until that is seen."""
    word = f"{'web' if web else 'pdf'}{number}"
    title = f'title: "Titel {word}"'
    text = re.sub(r"^title:.*$", title, spec.read_text(encoding="utf-8"), flags=re.MULTILINE)
    before = "" if web else page.locator("#pages canvas").first.get_attribute("data-version")
    start = time.perf_counter()
    spec.write_text(text, encoding="utf-8")
    page.wait_for_function(WEB if web else PDF, arg=word if web else before, polling=10)
    took = time.perf_counter() - start
    settle(page)
    return took
