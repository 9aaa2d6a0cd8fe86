"""The page that explains each finding, and the ways that lead to it and from hints into the app."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bronbrief.core.diagnostics import codes
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import words
from bronbrief.pipeline.run import check
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.pages import explanations
from support.browser import SCHEMES, Browser, Scheme, axe_of
from support.previewing import BROKEN, edited, looking_anyway
from support.serving import Serving
from support.workspaces import BRIEF, SOURCE_ID


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_finding_is_explained(lang: str) -> None:
    """The page has the cause and the cure of each code, under an address of its own."""
    page = "".join(explanations(lang))
    assert [code for code in codes() if f'id="{code}"' not in page] == []
    assert words("quote-missing", lang).cause.split("`")[0][:40] in page


def test_a_finding_leads_to_what_explains_it(browser: Browser, preview: Serving) -> None:
    """Its code opens the explanation over the brief, and from there the page of all of them."""
    with edited(preview, *BROKEN), looking_anyway(browser, preview) as page:
        page.locator("#finding-list .explain").first.click()
        explanation = page.locator("#explanation")
        expect(explanation).to_contain_text(words("quote-drift", "nl").cure.split("`")[0][:40])
        explanation.locator("a").click()
        expect(page).to_have_url(f"{preview.url}help#quote-drift")
        expect(page.locator("#quote-drift")).to_be_focused()
        expect(page.locator("#quote-drift")).to_be_in_viewport()


def test_a_hint_that_names_a_command_has_the_way_to_do_it_here(browser: Browser, preview: Serving) -> None:
    """Where the app does what a command does, a button stands behind its name."""
    with browser.visit(f"{preview.entry}veerdienst") as page:
        page.locator("body[data-proven]").wait_for(state="attached")
        hints = ["Geef `bronbrief add nota.pdf`.", "Geef `bronbrief verify x`.", "Geef `bronbrief doctor`."]
        shown = page.evaluate(
            """async (hints) => {
                const { hinted } = await import("/static/explain.js");
                const ways = (text) => hinted(text).filter((one) => one.matches?.(".way"));
                return hints.map((text) => ways(text).map((one) => one.textContent));
            }""",
            hints,
        )
        assert shown == [["Bron toevoegen"], ["Controleer"], []]


def test_words_are_searched_in_all_explanations(browser: Browser, preview: Serving) -> None:
    """What does not hold the words goes, and how many stay is said."""
    with browser.visit(preview.entry) as page:
        page.goto(f"{preview.url}help")
        expect(page.locator("#help-count")).to_have_text(f"{len(codes())} meldingen.")
        page.locator("#help-query").fill("quote-drift")
        expect(page.locator(".explained:visible")).to_have_count(1)
        expect(page.locator("#help-count")).to_have_text("1 melding met deze woorden.")


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_help(
    browser: Browser, preview: Serving, width: int, scheme: Scheme
) -> None:
    """The page is for everybody, and never wider than the window."""
    with browser.visit(preview.entry, width=width, scheme=scheme) as page:
        page.goto(f"{preview.url}help#quote-drift")
        page.locator("#help-query").fill("pdf")
        assert [str(one) for one in axe_of(page, "help")] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_finding_leads_to_the_passage_that_it_names(browser: Browser, preview: Serving) -> None:
    """The source opens at that passage, which is marked and has the focus."""
    with edited(preview, *BROKEN), looking_anyway(browser, preview) as page:
        page.get_by_role("button", name=f"Toon in de bron: {SOURCE_ID}, al. 2", exact=True).click()
        expect(page.locator(".passage:has(mark) .cite")).to_have_text("al. 2")
        expect(page.locator(".passage:has(mark) .cite")).to_be_focused()


@pytest.mark.parametrize(
    ("before", "after", "code", "locator"),
    [
        (*BROKEN, "quote-drift", "al. 2"),
        ("quote: Wij zien geen reden", "quote: reden", "words-cut-away", "al. 2"),
        ("in 2024 door. [@in-stand]", "door voor 1,5 miljoen euro. [@in-stand]", "claim-uncited", "al. 2"),
        (
            "quote: Wij zien geen reden om de dienst te staken",
            "quote: De haven is dicht",
            "quote-missing",
            "",
        ),
        ("[@in-stand]", f"[@{SOURCE_ID}, al. 99]", "citation-locator-unknown", ""),
    ],
)
def test_the_passage_is_one_that_is_there(
    workspace: Path, before: str, after: str, code: str, locator: str
) -> None:
    """A finding that names none, or one that the source has not, leads to none."""
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    text = spec.read_text(encoding="utf-8")
    assert before in text
    spec.write_text(text.replace(before, after), encoding="utf-8")
    found = as_data(check(Workspace(workspace)).diagnostics, Workspace(workspace), "nl")
    (named,) = [one["passage"] for one in found if one["code"] == code]
    assert named == ({"source": SOURCE_ID, "locator": locator} if locator else None)
