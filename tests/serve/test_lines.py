"""From what is seen of the brief to its line in the text, and back, in the web page and in the PDF."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.job import Result
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import check
from bronbrief.serve.printed import Printed
from bronbrief.serve.tasks import page_of
from support.browser import Browser
from support.previewing import GOOD, brief_in, looking, until
from support.serving import Serving
from support.workspaces import BRIEF

CURSOR = "document.querySelector('#editor').shadowRoot.querySelector('.cm-activeLine').textContent"
SHOWN = """name => {
    const { CSS } = document.querySelector('#panel-web iframe').contentWindow;
    return [...(CSS.highlights.get(name) ?? [])].map(String);
}"""
BODY = """\
  - heading: Besluit
    body: |
      De *wethouder* ziet geen aanleiding om
      te stoppen, zegt [de krant](https://krant.example).

      - Eerst dit, [@in-stand] daarna dat.

      ![[geen-reden]]
    timeline:
      - date: 2024-05
        event: >-
          De pont vaart
          weer uit.
      - date: "2025"
        event: De pont vaart weer uit.
"""


def printed_of(root: Path) -> tuple[tuple[Printed, ...], list[str]]:
    """Return what the one brief prints, and the lines of its spec."""
    workspace, found = Workspace(root), list[Result]()
    spec = (root / "briefs" / f"{BRIEF}.yaml").read_bytes()
    check(workspace, [BRIEF], Options(folder=root, hears=found.append))
    assert found[-1].shown is not None
    return page_of(*found[-1].shown, spec).printed, spec.decode().splitlines()


def test_each_text_has_its_place_in_the_spec(workspace: Path) -> None:
    """Marks of Markdown, breaks of YAML and words that stand twice lead nobody elsewhere."""
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    whole = spec.read_text(encoding="utf-8")
    spec.write_text(whole[: whole.index("  - heading")] + BODY, encoding="utf-8")
    printed, lines = printed_of(workspace)
    places = [(one.text, lines[one.line - 1][one.column - 1 :]) for one in printed]
    for text, begins in (
        ("De veerdienst over de Lange Vliet", "De veerdienst over"),
        ("Gemeenteraad van Oostdam", "Gemeenteraad van"),
        ("De veerdienst vaart in 2024 door.", "De veerdienst vaart in 2024 door. [@in-stand]"),
        ("De wethouder ziet geen aanleiding om", "De *wethouder* ziet"),
        ("te stoppen, zegt de krant.", "te stoppen, zegt [de"),
        ("Eerst dit, daarna dat.", "Eerst dit, [@in-stand]"),
        ("Wij zien geen reden om de dienst te staken", "![[geen-reden]]"),
        ("Wij zien geen reden om de dienst te staken", "Wij zien geen reden om"),
    ):
        assert any(said.split() == text.split() and there.startswith(begins) for said, there in places), text
    moments = [one.line for one in printed if one.text == "De pont vaart weer uit."]
    assert [lines[line - 1].strip() for line in moments] == [
        "De pont vaart",
        "event: De pont vaart weer uit.",
    ]


@contextmanager
def beside(browser: Browser, preview: Serving) -> Iterator[Page]:
    """Open the brief, and put its file back at the end."""
    before = preview.spec.read_bytes()
    try:
        with looking(browser, preview) as page:
            expect(page.locator("#stand")).to_contain_text("gebouwd")
            expect(page.locator("#panel-web iframe")).to_have_count(1)
            yield page
    finally:
        preview.spec.write_bytes(before)


def wait_for_cursor(page: Page, words: str) -> None:
    """Wait until the cursor of the editor stands in a line with some words, and the editor has the focus."""
    until(page, f"words => document.activeElement.id === 'editor' && {CURSOR}.includes(words)", words)


def test_a_click_on_a_paragraph_leads_to_its_line_and_f2_back(browser: Browser, preview: Serving) -> None:
    """The text comes forward with its cursor there; what was typed above it since shifts nothing."""
    with beside(browser, preview) as page:
        brief_in(page).get_by_text(GOOD).click()
        wait_for_cursor(page, GOOD)
        expect(page.locator("#side-text")).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Control+Home")
        page.keyboard.type("# Nog niet bewaard.\n# En nog een regel.\n")
        brief_in(page).get_by_text("Besluit", exact=True).click()
        wait_for_cursor(page, "heading: Besluit")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("F2")
        until(page, f"good => String(({SHOWN})('here')) === good", GOOD)
        page.keyboard.press("Control+End")
        page.get_by_role("button", name="Toon in de brief").click()
        until(page, f"() => ({SHOWN})('here')[0] === 'Wij zien geen reden om de dienst te staken'")
        page.evaluate("sessionStorage.clear()")
        page.keyboard.press("Control+z")


def test_by_key_a_quotation_leads_to_its_reference(browser: Browser, preview: Serving) -> None:
    """F2 in the brief goes to the line of what has the focus there, the button to what stands at the top."""
    with beside(browser, preview) as page:
        brief_in(page).locator("blockquote .to-source, .quotation-block .to-source").first.focus()
        page.keyboard.press("F2")
        wait_for_cursor(page, "![[geen-reden]]")
        page.get_by_role("button", name="Naar deze plaats in de tekst").click()
        wait_for_cursor(page, "for: Gemeenteraad")


def test_a_click_on_paper_leads_to_the_line_and_back(browser: Browser, preview: Serving) -> None:
    """The PDF and the text lead to each other as the web page does; words that are selected stay so."""
    with beside(browser, preview) as page:
        page.get_by_role("tab", name="PDF").click()
        line = page.locator(".text-layer span", has_text="wethouder ziet geen").first
        line.click()
        wait_for_cursor(page, GOOD)
        page.keyboard.press("F2")
        shown = "[...(CSS.highlights.get('pdf-now') ?? [])].map(String).join(' ')"
        until(page, f"good => {shown}.replace(/\\s+/g, ' ') === good", GOOD)
        page.locator("#side-sources").click()
        line.dblclick()
        page.wait_for_timeout(400)
        assert page.evaluate("String(getSelection()).trim()") != ""
        expect(page.locator("#side-sources")).to_have_attribute("aria-selected", "true")
