"""Measure the preview as a writer feels it: from saving a spec until the page, and the PDF, show the change.

Usage: python -m bench preview, or python bench/preview.py [BRIEF]. It copies this repository's workspace to a
temporary folder, runs `bronbrief serve` there, opens the brief in the system's Chromium, and saves the spec
`ROUNDS` times with another word in its title. Times run from the moment of saving to the moment that the
browser has the new web page in view, and the new first page of the PDF decoded and in place. Prints medians
and the slowest; the budgets are 300 ms and 1 s for a brief of up to 8 pages.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, WARM_UP = 10, 2
BRIEF = "vergelijking-overheden"
COMMAND = "import sys; from bronbrief.cli.main import main; sys.exit(main())"
PATIENCE = 120_000
WEB = """word => document.querySelector('#panel-web iframe:not(.coming)')
    ?.contentDocument?.querySelector('h1')?.textContent.replace(/\\s+/g, ' ').includes(word)"""
PDF = """before => {
    const page = document.querySelector('#pages img');
    return page?.complete && page.getAttribute('src') !== before;
}"""


def main(brief: str = BRIEF) -> None:
    """Measure, and print what was measured."""
    folder = Path(tempfile.mkdtemp(prefix="bronbrief-bench-"))
    try:
        for name in ("briefs", "seeds"):
            shutil.copytree(ROOT / name, folder / name)
        for name in ("templates", "build"):
            (folder / name).mkdir()
        measure(folder, brief)
    finally:
        shutil.rmtree(folder)


def measure(folder: Path, brief: str) -> None:
    """Run the preview in a workspace, and save a brief again and again."""
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
            page.goto(f"{found[0]}?brief={brief}")
            settle(page)
            spec = folder / "briefs" / f"{brief}.yaml"
            show("web page", [save(page, spec, number, web=True) for number in range(ROUNDS + WARM_UP)])
            page.get_by_role("tab", name="PDF").click()
            page.wait_for_function(PDF, arg="")
            show("PDF", [save(page, spec, number, web=False) for number in range(ROUNDS + WARM_UP)])
            pages = page.locator("#pages img").count()
            print(f"{brief}: {pages} pages; {ROUNDS} saves each, after {WARM_UP} to warm up")
            browser.close()
    finally:
        server.terminate()
        server.wait(30)


def settle(page: Page) -> None:
    """Wait until nothing is being made any more."""
    page.locator("body[data-proven]").wait_for(state="attached")
    page.wait_for_function("/gebouwd|built/.test(document.querySelector('#stand').textContent)")
    time.sleep(0.5)


def save(page: Page, spec: Path, number: int, *, web: bool) -> float:
    """Save the spec with another title, and return the milliseconds until that is seen."""
    word = f"{'web' if web else 'pdf'}{number}"
    title = f'title: "Titel {word}"'
    text = re.sub(r"^title:.*$", title, spec.read_text(encoding="utf-8"), flags=re.MULTILINE)
    before = "" if web else page.locator("#pages img").first.get_attribute("src")
    start = time.perf_counter()
    spec.write_text(text, encoding="utf-8")
    page.wait_for_function(WEB if web else PDF, arg=word if web else before, polling=10)
    took = (time.perf_counter() - start) * 1000
    settle(page)
    return took


def show(what: str, times: list[float]) -> None:
    """Print the median and the slowest."""
    kept = times[WARM_UP:]
    print(f"save to {what}: median {statistics.median(kept):.0f} ms, slowest {max(kept):.0f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:2])
