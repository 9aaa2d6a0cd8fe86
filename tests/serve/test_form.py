"""The form in the browser: the same text in fields, and nothing of its own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from bronbrief.core.yaml.values import read_yaml
from support.browser import Browser, Scheme, axe_of
from support.previewing import BROKEN, GOOD, brief_in, edited, looking, looking_anyway, open_source, tab_to
from support.serving import Serving
from support.workspaces import BRIEF, SOURCE_ID, SPEC

WRITTEN = SPEC.replace("title:", "# Zo heet hij\ntitle:").replace(
    "  - De veer", "  # Het eerste\n  - De veer"
)
TABLE = """\
    comparison:
      columns: [Besluit]
      rows:
        - actor: Oostdam
          cells: [Nog geen besluit.]
"""


@contextmanager
def filling_in(
    browser: Browser, preview: Serving, *, width: int = 1280, scheme: Scheme = "light", spec: str = WRITTEN
) -> Iterator[Page]:
    """Open the form of a brief; its file is put back at the end."""
    before = preview.spec.read_bytes()
    preview.spec.write_bytes(spec.encode())
    try:
        with looking(browser, preview, width=width, scheme=scheme) as page:
            opened(page)
            yield page
    finally:
        preview.spec.write_bytes(before)


def opened(page: Page) -> None:
    """Show the form, once it is there."""
    page.locator("#tab-text:visible, #side-text:visible").click()
    page.locator("#write-form").click()
    expect(page.locator("#form").get_by_label("Titel", exact=True)).not_to_have_value("")


def text_of(page: Page) -> Locator:
    """Show the text, and return it."""
    page.locator("#write-text").click()
    return page.locator("#editor .cm-content")


def yaml_values(text: str) -> Any:
    """Return the values of a spec."""
    read = read_yaml(text.encode(), "briefs/x.yaml").value
    assert read is not None
    return read.value


def saved(page: Page, preview: Serving) -> str:
    """Save by the keyboard, and return what is in the file then."""
    page.keyboard.press("Control+s")
    expect(page.locator("#text-state")).to_contain_text("Bewaard om")
    return preview.spec.read_text(encoding="utf-8")


def test_what_is_filled_in_is_an_edit_of_the_text(browser: Browser, preview: Serving) -> None:
    """Only the value changes, comments and all else stay, and the page follows once it is saved."""
    with filling_in(browser, preview) as page:
        page.locator("#form").get_by_label("Titel", exact=True).fill("De veerdienst: hoe nu?")
        page.locator("#form").get_by_label("Ondertitel").fill("Stand van zaken")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        assert preview.spec.read_text(encoding="utf-8") == WRITTEN
        written = saved(page, preview)
        title = "title: De veerdienst over de Lange Vliet\n"
        assert written == WRITTEN.replace(
            title, 'title: "De veerdienst: hoe nu?"\nsubtitle: Stand van zaken\n'
        )
        expect(brief_in(page).locator("h1")).to_contain_text("De veerdienst: hoe nu?")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_timeline_is_made_without_the_text(browser: Browser, preview: Serving, width: int) -> None:
    """It is added to a section, filled in, proven by an excerpt of the brief, and stands on the page."""
    with filling_in(browser, preview, width=width) as page:
        form = page.locator("#form")
        form.get_by_role("button", name="Toevoegen aan Onderdeel 1: Tijdlijn").click()
        when = form.get_by_label("Wanneer", exact=True)
        expect(when).to_be_focused()
        when.fill("2024")
        form.get_by_label("Wat er gebeurde", exact=True).fill("De veerdienst blijft in stand.")
        form.get_by_role("button", name="Toevoegen aan Waaruit dat blijkt").click()
        form.get_by_label("Waaruit dat blijkt, 1", exact=True).select_option("in-stand")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        assert [str(one) for one in axe_of(page, "a timeline in the form")] == []
        written = saved(page, preview)
        (moment,) = yaml_values(written)["sections"][0]["timeline"]
        assert moment == {"date": "2024", "event": "De veerdienst blijft in stand.", "cite": ["in-stand"]}
        page.locator("#form").get_by_role("button", name="Verwijder Tijdlijn, 1", exact=True).click()
        expect(form.get_by_role("button", name="Toevoegen aan Onderdeel 1: Tijdlijn")).to_be_focused()
        assert saved(page, preview) == WRITTEN


@pytest.mark.parametrize("width", [1280, 390])
def test_a_comparison_is_made_without_the_text(browser: Browser, preview: Serving, width: int) -> None:
    """It is added to a section, filled in cell by cell, proven by an excerpt, and stands on the page."""
    with filling_in(browser, preview, width=width) as page:
        form = page.locator("#form")
        form.get_by_role("button", name="Toevoegen aan Onderdeel 1: Vergelijking").click()
        column = form.get_by_label("Kolommen, 1", exact=True)
        expect(column).to_be_focused()
        column.fill("Besluit")
        form.get_by_label("Wie", exact=True).fill("Oostdam")
        form.get_by_label("Cellen, Besluit", exact=True).fill("Houdt de dienst in stand")
        form.get_by_role("button", name="Toevoegen aan Waaruit dat blijkt", exact=True).click()
        more = form.get_by_role("button", name="Toevoegen aan Waaruit dat blijkt, Besluit", exact=True)
        expect(more).to_be_focused()
        more.click()
        form.get_by_label("Waaruit dat blijkt, Besluit, 1", exact=True).select_option("in-stand")
        form.get_by_role("button", name="Toevoegen aan Tekens", exact=True).click()
        form.get_by_label("Tekens, Besluit", exact=True).select_option("Doet dit")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        assert [str(one) for one in axe_of(page, "a comparison in the form")] == []
        written = saved(page, preview)
        table = yaml_values(written)["sections"][0]["comparison"]
        cells = {"cells": ["Houdt de dienst in stand"], "cite": [["in-stand"]], "marks": ["does"]}
        assert table == {"columns": ["Besluit"], "rows": [{"actor": "Oostdam", **cells}]}
        if width > 390:  # where there is no room, the brief is in a pane that is not shown
            expect(brief_in(page).locator(".comparison")).to_contain_text("Houdt de dienst in stand")
        form.get_by_role("button", name="Verwijder Vergelijking", exact=True).click()
        expect(form.get_by_role("button", name="Toevoegen aan Onderdeel 1: Vergelijking")).to_be_focused()
        assert saved(page, preview) == WRITTEN


def test_line_ends_and_the_byte_order_mark_stay(browser: Browser, preview: Serving) -> None:
    """A file that another editor wrote with CRLF keeps it, in the lines that are new as well."""
    with filling_in(browser, preview, spec="\ufeff" + WRITTEN.replace("\n", "\r\n")) as page:
        page.locator("#form").get_by_label("Opsteller").fill("Griffie")
        saved(page, preview)
        written = preview.spec.read_bytes().decode()
        expected = WRITTEN.replace("Oostdam\n", "Oostdam\nauthor: Griffie\n")
        assert written == "\ufeff" + expected.replace("\n", "\r\n")


def test_going_between_form_and_text_loses_nothing(browser: Browser, preview: Serving) -> None:
    """What is not saved is what the form edits, and an edit of the form is one step to undo in the text."""
    with filling_in(browser, preview) as page:
        text = text_of(page)
        text.locator(".cm-line", has_text="heading: Besluit").click()
        page.keyboard.press("End")
        page.keyboard.type(" van toen")
        page.locator("#write-form").click()
        heading = page.locator("#form").get_by_label("Kopje")
        expect(heading).to_have_value("Besluit van toen")
        heading.press("End")
        page.keyboard.type(" en nu")
        page.locator("#form").get_by_label("Opsteller").fill("Griffie")
        page.locator("#write-text").click()
        expect(text).to_contain_text("heading: Besluit van toen en nu")
        expect(text).to_contain_text("author: Griffie")
        text.press("Control+z")
        expect(text).not_to_contain_text("author: Griffie")
        expect(text).to_contain_text("heading: Besluit van toen en nu")


def test_a_reload_keeps_what_was_filled_in(browser: Browser, preview: Serving) -> None:
    """What is not saved yet is there again after the page was loaded anew, in the form that was chosen."""
    with filling_in(browser, preview) as page:
        page.locator("#form").get_by_label("Ondertitel").fill("Stand van zaken")
        page.locator("#form").get_by_label("Ondertitel").press("Tab")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        page.on("dialog", lambda dialog: dialog.accept())
        page.reload()
        page.locator("#side-text").click()
        expect(page.locator("#form").get_by_label("Ondertitel")).to_have_value("Stand van zaken")


def test_key_messages_are_added_moved_and_taken_away(browser: Browser, preview: Serving) -> None:
    """The reader goes on where the change was, and each step is undone by a button."""
    with filling_in(browser, preview) as page:
        page.get_by_role("button", name="Kernpunt toevoegen").click()
        second = page.get_by_role("textbox", name="Kernpunt 2")
        expect(second).to_be_focused()
        page.keyboard.type("Over 2025 is niets besloten.")
        page.get_by_role("button", name="Kernpunt 2 omhoog").click()
        expect(page.get_by_role("textbox", name="Kernpunt 1")).to_have_value("Over 2025 is niets besloten.")
        expect(page.get_by_role("button", name="Kernpunt 1 omlaag")).to_be_focused()
        expect(page.locator("#form-state")).to_have_text("Kernpunt 2 is verplaatst.")
        first = "  # Het eerste\n  - De veerdienst vaart in 2024 door. [@in-stand]\n"
        assert saved(page, preview) == WRITTEN.replace(first, f"  - Over 2025 is niets besloten.\n{first}")
        page.get_by_role("button", name="Verwijder Kernpunt 1").click()
        expect(page.get_by_role("button", name="Kernpunt toevoegen")).to_be_focused()
        expect(second).to_have_count(0)
        page.get_by_role("button", name="Maak ongedaan").click()
        expect(second).to_have_value("De veerdienst vaart in 2024 door. [@in-stand]")
        page.get_by_role("button", name="Doe opnieuw").click()
        expect(second).to_have_count(0)
        assert saved(page, preview) == WRITTEN


def test_a_section_is_added_and_written(browser: Browser, preview: Serving) -> None:
    """Its heading comes first; marks go around what is selected, quotations are chosen from a list."""
    with filling_in(browser, preview) as page:
        page.get_by_role("button", name="Onderdeel toevoegen").click()
        expect(page.locator("#form").get_by_label("Kopje").nth(1)).to_be_focused()
        page.keyboard.type("Gevolgen")
        body = page.locator("#form").get_by_label("Tekst", exact=True).and_(page.locator("textarea")).nth(1)
        body.fill("De vaart gaat door.")
        body.select_text()
        tools = page.get_by_role("group", name="Opmaak van Tekst").nth(1)
        tools.get_by_role("button", name="Vet").click()
        expect(body).to_have_value("**De vaart gaat door.**")
        body.press("End")
        page.keyboard.type(" Zo staat het er")
        tools.get_by_role("button", name="Verwijzing").click()
        page.get_by_role("dialog").get_by_role("button", name="Wij zien geen reden").click()
        expect(body).to_be_focused()
        page.keyboard.type(".")
        page.get_by_role("button", name="Onderdeel 2 omhoog").click()
        expect(page.locator("#form").get_by_label("Kopje").first).to_have_value("Gevolgen")
        new = '  - heading: Gevolgen\n    body: "**De vaart gaat door.** Zo staat het er[@geen-reden]."\n'
        assert saved(page, preview) == WRITTEN.replace("sections:\n", f"sections:\n{new}")


def test_other_blocks_are_named_and_lead_to_their_line(browser: Browser, preview: Serving) -> None:
    """The form does not show what it cannot edit as fields; the text is one step away."""
    with filling_in(browser, preview, spec=WRITTEN + "    comparison: straks\n") as page:
        expect(page.locator(".elsewhere")).to_contain_text("Vergelijking")
        page.get_by_role("button", name="Vergelijking in de tekst bewerken").click()
        expect(page.locator("#editor .cm-activeLine")).to_contain_text("comparison:")
        expect(page.locator("#write-text")).to_have_attribute("aria-selected", "true")


def test_a_selection_is_put_where_the_cursor_was(browser: Browser, preview: Serving) -> None:
    """The excerpt and its reference come in one step, and the list of quotations has it."""
    with filling_in(browser, preview) as page:
        message = page.get_by_role("textbox", name="Kernpunt 1")
        message.click()
        message.press("End")
        page.keyboard.type(" ")
        page.get_by_role("button", name="Kies een citaat in een bron").click()
        open_source(page)
        page.locator("[data-cite='0']").click()
        page.locator("#put").click()
        expect(message).to_be_focused()
        page.keyboard.type(".")
        put = "De veerdienst vaart in 2024 door. [@in-stand] ![[veerdienst-vaart-voorlopig]]"
        expect(message).to_have_value(f"{put}.")
        expect(page.locator("#form .excerpts")).to_contain_text("Veerdienst vaart voorlopig door")
        written = saved(page, preview)
        assert written.count(f"source: {SOURCE_ID}") == 3
        assert f"{put}." in written
        page.get_by_role("button", name="Maak ongedaan").click()
        expect(message).to_have_value(put)
        page.get_by_role("button", name="Maak ongedaan").click()
        expect(message).to_have_value("De veerdienst vaart in 2024 door. [@in-stand]")


def test_an_unused_quotation_can_be_taken_away(browser: Browser, preview: Serving) -> None:
    """One that is used has no such button."""
    with filling_in(browser, preview) as page:
        expect(page.get_by_role("button", name="Verwijder citaat geen-reden")).to_be_hidden()
        page.locator("#form").get_by_label("Tekst", exact=True).and_(page.locator("textarea")).fill(GOOD)
        page.get_by_role("button", name="Verwijder citaat geen-reden").click()
        expect(page.locator("#form .excerpts code", has_text="geen-reden")).to_have_count(0)
        assert "geen-reden" not in saved(page, preview)


def test_the_head_takes_dates_choices_and_lists(browser: Browser, preview: Serving) -> None:
    """What the template prints can be filled in, each in its way; what is emptied leaves nothing behind."""
    with filling_in(browser, preview) as page:
        page.locator("#panel-form summary").click()
        page.locator("#form").get_by_label("Vergadering").fill("2026-12-08")
        page.locator("#form").get_by_label("Gevraagd").select_option("ter bespreking")
        page.locator("#form").get_by_label("Status").or_(
            page.locator("#form").get_by_label("Concept")
        ).check()
        page.get_by_role("button", name="Toevoegen aan Afschrift aan").click()
        expect(page.get_by_role("textbox", name="Afschrift aan, 1")).to_be_focused()
        page.keyboard.type("Rekenkamer")
        page.get_by_role("button", name="Toevoegen aan Ondertekening").click()
        expect(page.locator("#form").get_by_label("Naam", exact=True)).to_be_focused()
        page.keyboard.type("A. de Vries")
        page.locator("#form").get_by_label("Functie").fill("griffier")
        council = (
            "council:\n  meeting: 2026-12-08\n  purpose: discussion\n  cc:\n    - Rekenkamer\n"
            "  concept: true\n"
            "  signatories:\n    - name: A. de Vries\n      role: griffier\n"
        )
        assert saved(page, preview) == WRITTEN + council
        expect(page.locator(".filled")).to_have_text("5 ingevuld")


def test_a_text_that_cannot_be_read_leads_to_the_text(browser: Browser, preview: Serving) -> None:
    """The form says why it is not there; once the text is mended it is back."""
    with filling_in(browser, preview) as page:
        text = text_of(page)
        text.locator(".cm-line", has_text="heading: Besluit").click()
        page.keyboard.press("End")
        page.keyboard.type(": 'open")
        page.locator("#write-form").click()
        expect(page.locator("#form-why li")).to_have_count(1)
        expect(page.locator("#form")).to_be_hidden()
        page.locator("#form-to-text").click()
        expect(page.locator("#editor .cm-activeLine")).to_contain_text("heading: Besluit")
        for _ in range(7):
            page.keyboard.press("Backspace")
        page.locator("#write-form").click()
        expect(page.locator("#form").get_by_label("Kopje")).to_have_value("Besluit")


def test_what_another_program_writes_is_shown_or_kept_beside(browser: Browser, preview: Serving) -> None:
    """A form without changes follows its file; one with changes is never written over another's."""
    with filling_in(browser, preview) as page:
        preview.spec.write_text(
            WRITTEN.replace("heading: Besluit", "heading: Van een ander"), encoding="utf-8"
        )
        expect(page.locator("#form").get_by_label("Kopje")).to_have_value("Van een ander")
        page.locator("#form").get_by_label("Ondertitel").fill("Van mij")
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        theirs = WRITTEN.replace("heading: Besluit", "heading: Nog eens een ander")
        preview.spec.write_text(theirs, encoding="utf-8")
        expect(page.locator("#conflict")).to_be_visible()
        page.keyboard.press("Control+s")
        assert preview.spec.read_text(encoding="utf-8") == theirs
        page.locator("#show-both").click()
        expect(page.locator("#editor .cm-deletedChunk", has_text="Nog eens een ander")).to_be_visible()
        page.locator("#write-form").click()
        page.locator("#save").click()
        expect(page.locator("#text-state")).to_contain_text("Bewaard om")
        assert "subtitle: Van mij\n" in preview.spec.read_text(encoding="utf-8")


def test_what_is_typed_while_something_moves_does_not_end_elsewhere(
    browser: Browser, preview: Serving
) -> None:
    """What was typed in an item that went is in no other: the reader is told."""
    spec = WRITTEN.replace("[@in-stand]\n", "[@in-stand]\n  - Een tweede.\n  - Een derde.\n")
    with filling_in(browser, preview, spec=spec) as page:
        held: list[Route] = []

        def hold_the_removal(route: Route) -> None:
            asks = '"edits":[{' in (route.request.post_data or "")
            route.continue_() if held or not asks else held.append(route)

        page.route("**/form?*", hold_the_removal)
        page.get_by_role("button", name="Verwijder Kernpunt 1").click()
        while not held:
            page.wait_for_timeout(20)
        page.get_by_role("textbox", name="Kernpunt 1").fill("Een eerste, met meer.")
        held[0].continue_()
        expect(page.get_by_role("textbox", name="Kernpunt 3")).to_have_count(0)
        expect(page.locator("#form-state")).to_contain_text("intussen veranderd")
        expect(page.get_by_role("textbox", name="Kernpunt 1")).to_have_value("Een tweede.")
        expect(page.get_by_role("textbox", name="Kernpunt 2")).to_have_value("Een derde.")


def test_a_click_in_the_brief_leads_to_its_field(browser: Browser, preview: Serving) -> None:
    """Who writes in the form is not sent to the text: a click leads to the field of what it is on."""
    timeline = "    timeline:\n      - date: 2023-11\n        event: Er wordt niets besloten.\n"
    with filling_in(browser, preview, spec=WRITTEN + timeline + TABLE) as page:
        expect(brief_in(page).locator("main")).to_contain_text("Er wordt niets besloten.")
        brief_in(page).get_by_text(GOOD).click()
        expect(page.locator("#form textarea:focus")).to_have_value(re.compile(GOOD))
        brief_in(page).get_by_text("Er wordt niets besloten.").click()
        expect(page.locator("#form textarea:focus")).to_have_value("Er wordt niets besloten.")
        brief_in(page).get_by_text("Nog geen besluit.").click()
        expect(page.locator("#form input:focus")).to_have_value("Nog geen besluit.")


def test_what_is_typed_while_the_form_changes_stays(browser: Browser, preview: Serving) -> None:
    """A field that is made anew has what was typed in the one before it, also before that is in the text."""
    with filling_in(browser, preview) as page:
        held: list[Route] = []
        page.route("**/form?*", lambda route: held.append(route) if len(held) < 2 else route.continue_())
        page.get_by_role("button", name="Kernpunt toevoegen").click()
        while not held:
            page.wait_for_timeout(20)
        subtitle = page.locator("#form").get_by_label("Ondertitel")
        subtitle.fill("Stand")
        held[0].continue_()
        expect(page.get_by_role("textbox", name="Kernpunt 2")).to_be_visible()
        while len(held) < 2:
            page.wait_for_timeout(20)
        expect(subtitle).to_have_value("Stand")
        subtitle.press("End")
        page.keyboard.type(" van zaken")
        held[1].continue_()
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        assert "subtitle: Stand van zaken\n" in saved(page, preview)


def test_the_form_is_the_way_of_writing_until_the_text_is_chosen(browser: Browser, preview: Serving) -> None:
    """Who chose nothing has the form, also after a reload; who chose the text has that from then on."""
    with browser.visit(f"{preview.entry}{BRIEF}") as page:
        for way, shown, hidden in (("", "form", "editor"), ("write-text", "editor", "form")):
            if way:
                page.locator(f"#{way}").click()
            page.reload()
            page.locator("#side-text").click()
            expect(page.locator(f"#{shown}")).to_be_visible()
            expect(page.locator(f"#{hidden}")).to_be_hidden()


def test_a_finding_in_the_form_leads_to_its_line(browser: Browser, preview: Serving) -> None:
    """The form shows the way to the field; the place in the text is behind it, and leads there."""
    with edited(preview, *BROKEN), looking_anyway(browser, preview) as page:
        way = page.locator("#finding-list .to-line").first
        expect(way).to_be_visible()
        opened(page)
        expect(page.locator("#finding-list .to-field button").first).to_be_visible()
        expect(way).to_be_hidden()
        page.locator("#finding-list summary", has_text="Plaats in de tekst").first.click()
        way.click()
        expect(page.locator("#editor .cm-activeLine")).to_contain_text("quote: Wij zien een reden")


FAULTY = (
    WRITTEN.replace("for: Gemeenteraad van Oostdam\n", "")
    .replace("    body: |\n", "    role: besluitt\n    body: |\n")
    .replace("[@in-stand]\n", "[@in-stant]\n")
)


def described(field: Locator) -> str:
    """Return what a screen reader says of a field beside its name."""
    found: str = field.evaluate(
        "one => (one.getAttribute('aria-describedby') ?? '').split(' ')"
        ".map(id => document.getElementById(id)?.textContent ?? '').join(' ')"
    )
    return found


def test_findings_stand_at_their_fields(browser: Browser, preview: Serving) -> None:
    """A field says what is wrong in it, to who hears it as well, until its value is another one."""
    with edited(preview, "[@in-stand]\n", "[@in-stant]\n"), looking_anyway(browser, preview) as page:
        opened(page)
        message = page.get_by_role("textbox", name="Kernpunt 1")
        expect(message).to_have_attribute("aria-invalid", "true")
        assert "in-stant" in described(message)
        expect(page.locator("#form").get_by_label("Titel", exact=True)).not_to_have_attribute(
            "aria-invalid", "true"
        )
        page.locator("#write-text").focus()
        page.get_by_role("button", name="Naar het veld: Kernpunt 1").click()
        expect(message).to_be_focused()
        page.locator("#form .take-over").click()
        expect(message).to_have_value("De veerdienst vaart in 2024 door. [@in-stand]")
        expect(message).not_to_have_attribute("aria-invalid", "true")
        assert described(message).strip() == ""
        page.get_by_role("button", name="Maak ongedaan").click()
        expect(message).to_have_attribute("aria-invalid", "true")
        before = preview.spec.read_text(encoding="utf-8")
        message.fill("De veerdienst vaart door. [@in-stand]")
        expect(message).not_to_have_attribute("aria-invalid", "true")
        assert preview.spec.read_text(encoding="utf-8") == before


def test_what_is_found_in_a_shared_value_stands_at_its_field(browser: Browser, preview: Serving) -> None:
    """The field of a value of its own tells of the one that all briefs share, until it is filled in."""
    shared = preview.root / "briefs" / "_defaults.yaml"
    shared.write_text("author: Griffie (voorbeeld)\n", encoding="utf-8")
    try:
        with filling_in(browser, preview) as page:
            author = page.locator("#form").get_by_label("Opsteller")
            expect(author).to_have_attribute("aria-describedby", re.compile("-found"))
            assert "Griffie (voorbeeld)" in described(author)
            author.fill("Griffie van Oostdam")
            saved(page, preview)
            expect(page.locator("#findings")).to_be_hidden()
            expect(author).not_to_have_attribute("aria-describedby", re.compile("-found"))
    finally:
        shared.unlink()


@pytest.mark.parametrize("width", [390, 1280])
def test_findings_without_a_value_stand_where_it_belongs(
    browser: Browser, preview: Serving, width: int
) -> None:
    """What is missing is told at its empty field, what the form does not show at the part around it."""
    good = preview.spec.read_bytes()
    try:
        preview.spec.write_text(FAULTY, encoding="utf-8")
        with browser.visit(f"{preview.entry}{BRIEF}", width=width) as page:
            opened(page)
            section = page.locator("#form .section")
            expect(section.locator(":scope > .found")).to_contain_text("besluitt")
            assert [str(one) for one in axe_of(page, "marks")] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            preview.spec.write_text(FAULTY.replace("    role: besluitt\n", ""), encoding="utf-8")
            meant = page.locator("#form").get_by_label("Voor", exact=True)
            expect(meant).to_have_attribute("aria-invalid", "true")
            assert "“for”" in described(meant)
            expect(section.locator(".found")).to_have_count(0)
            meant.fill("De raad")
            expect(meant).not_to_have_attribute("aria-invalid", "true")
    finally:
        preview.spec.write_bytes(good)


QUESTIONED = (
    WRITTEN.replace("te stoppen.\n", "te stoppen. Per dag varen 417 mensen mee.\n")
    .replace("vaart in 2024 door", "vaart sinds 1887 en in 2024 door")
    .replace("quote: Wij zien geen reden", "quote: reden")
)


def test_what_has_no_source_is_let_stand_with_a_reason(browser: Browser, preview: Serving) -> None:
    """A finding that a reason answers asks for it in the form, in the section or excerpt that it is of."""
    with filling_in(browser, preview, spec=QUESTIONED) as page:
        form = page.locator("#form")
        for label, said, reason in (
            ("In de hele brief", "1887", "Algemeen bekend."),
            ("Onderdeel 1", "417", "Eigen telling."),
            ("citaat geen-reden", "“geen”", "De zin gaat zo."),
        ):
            finding = form.locator(".found li", has_text=said)
            expect(finding).to_contain_text("accept (“Wat blijft staan zonder bron”)")
            finding.get_by_role("button", name="Laat staan, met een reden").click()
            given = form.get_by_role("group", name=label, exact=True).get_by_label("Reden", exact=True)
            expect(given).to_be_focused()
            given.fill(reason)
        written = saved(page, preview)
        assert '\naccept:\n  - text: "1887"\n    reason: Algemeen bekend.\n' in written
        assert '    accept:\n      - text: "417"\n        reason: Eigen telling.\n' in written
        assert "    accept:\n      - text: geen\n        reason: De zin gaat zo.\n" in written
        expect(page.locator("#findings")).to_be_hidden()


AGAIN = """async name => {
    const { showFindings } = await import("/static/findings.js");
    const { setFound } = await import("/static/form.js");
    const events = new EventSource(`/events?brief=${name}&lang=nl`);
    const heard = await new Promise(resolve => events.addEventListener("message", resolve, { once: true }));
    events.close();
    const { findings, spec } = JSON.parse(heard.data).brief;
    showFindings([], true);
    showFindings(findings, true);
    setFound(findings, spec);
}"""
"""The list of findings is made anew, as when the PDF is set."""


def test_the_ways_to_fields_stay(browser: Browser, preview: Serving) -> None:
    """A list of findings that is made anew has them too; an excerpt is named by its words."""
    with filling_in(browser, preview, spec=QUESTIONED) as page:
        ways = page.locator("#finding-list .to-field button")
        named = page.get_by_role("button", name="Naar het veld: ‘reden om de dienst te staken’", exact=True)
        expect(named).to_be_visible()
        count = ways.count()
        page.evaluate(AGAIN, BRIEF)
        expect(named).to_be_visible()
        expect(ways).to_have_count(count)


@pytest.mark.parametrize("width", [390, 1280])
def test_an_excerpt_quotes_other_words_of_its_source(browser: Browser, preview: Serving, width: int) -> None:
    """Its words are selected in the source; what is selected there then takes their place under its name."""
    spec = WRITTEN.replace("    from: De", "    # Begin en einde\n    from: De")
    with filling_in(browser, preview, width=width, spec=spec) as page:
        page.get_by_role("button", name="Wijzig in de bron: citaat in-stand", exact=True).click()
        expect(page.locator("#excerpt-edges")).to_contain_text("De gemeente Oostdam … 2024 in stand.")
        page.locator("#end-earlier").click()
        expect(page.locator("#excerpt-edges")).to_contain_text("De gemeente Oostdam … in 2024 in’")
        page.get_by_role("button", name="Vervang het citaat", exact=True).click()
        expect(page.locator("#text-state")).to_have_text("Nog niet bewaard.")
        values, before = yaml_values(saved(page, preview)), yaml_values(spec)
        assert values.pop("excerpts").keys() == before["excerpts"].keys()
        del before["excerpts"]
        assert values == before
        written = preview.spec.read_text(encoding="utf-8")
        assert "in stand.\n" not in written
        assert "    # Begin en einde\n" in written


@pytest.mark.parametrize("width", [390, 1280])
def test_one_key_goes_to_the_findings_and_back(browser: Browser, preview: Serving, width: int) -> None:
    """F8 leads from a field or the text to the list of findings, and back to where the reader was."""
    with filling_in(browser, preview, width=width, spec=QUESTIONED) as page:
        for place in (page.get_by_role("textbox", name="Kernpunt 1"), page.locator("#editor .cm-content")):
            place.click()
            page.keyboard.press("F8")
            expect(page.locator("#finding-list")).to_be_focused()
            page.keyboard.press("Tab")
            page.keyboard.press("F8")
            expect(place).to_be_focused()
            page.locator("#write-text").click()
        place.click()
        with (
            edited(preview, " sinds 1887 en", ""),
            edited(preview, " Per dag varen 417 mensen mee.", ""),
            edited(preview, ": reden", ": geen reden"),
        ):
            expect(page.locator("#findings")).to_have_attribute("hidden", "")
            page.keyboard.press("F8")
            expect(place).to_be_focused()
            expect(page.locator("#status")).to_have_text("Bevindingen: in orde")


@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_another_template_is_chosen(browser: Browser, preview: Serving, way: str) -> None:
    """It is one edit of the text; the head follows it, and what it needs is found once it is saved."""
    with filling_in(browser, preview) as page:
        form = page.locator("#form")
        field = form.get_by_label("Sjabloon", exact=True)
        expect(form.get_by_label("Van", exact=True)).to_have_count(1)
        if way == "mouse":
            field.select_option("tijdlijn")
        else:
            form.get_by_label("Ondertitel").focus()
            page.keyboard.press("Tab")
            expect(field).to_be_focused()
            page.keyboard.type("tijd")
            expect(form.get_by_label("Van", exact=True)).to_have_count(0)
            expect(field).to_be_focused()
        assert saved(page, preview) == WRITTEN.replace("raadsinformatiebrief", "tijdlijn")
        expect(page.locator("#finding-list")).to_contain_text("timeline")
        page.locator("#form-undo").click()
        expect(field).to_have_value("raadsinformatiebrief")
        assert saved(page, preview) == WRITTEN
        expect(page.locator("#findings")).to_be_hidden()


def test_keys_alone_fill_in_the_form(browser: Browser, preview: Serving) -> None:
    """Arrows choose the form, Tab goes through it, and Ctrl+Z undoes in it."""
    with filling_in(browser, preview) as page:
        page.locator("#write-text").click()
        page.keyboard.press("ArrowRight")
        expect(page.locator("#write-form")).to_be_focused()
        tab_to(page, "#form input")
        page.keyboard.press("End")
        page.keyboard.type(", vervolg")
        tab_to(page, "[data-keep^='add:[\\\"key_messages']")
        page.keyboard.press("Enter")
        expect(page.get_by_role("textbox", name="Kernpunt 2")).to_be_focused()
        page.keyboard.insert_text("Meer volgt.")
        page.keyboard.press("Control+z")
        expect(page.get_by_role("textbox", name="Kernpunt 2")).to_have_value("")
        page.keyboard.press("Control+y")
        expect(page.get_by_role("textbox", name="Kernpunt 2")).to_have_value("Meer volgt.")
        written = saved(page, preview)
        assert "title: De veerdienst over de Lange Vliet, vervolg\n" in written
        assert "[@in-stand]\n  - Meer volgt.\n" in written


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(390, "light"), (390, "dark"), (768, "light"), (1280, "light"), (1280, "dark"), (1920, "light")],
)
def test_the_form_is_for_everybody(browser: Browser, preview: Serving, width: int, scheme: Scheme) -> None:
    """Axe finds nothing in the form, its choice of quotations and its refusal; none scrolls sideways."""
    with filling_in(browser, preview, width=width, scheme=scheme) as page:
        page.locator("#panel-form summary").click()
        page.get_by_role("button", name="Toevoegen aan Ondertekening").click()
        expect(page.locator("#form").get_by_label("Functie")).to_be_visible()
        found = axe_of(page, "form")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="Citaat uit een bron invoegen").first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        found += axe_of(page, "choice")
        page.keyboard.press("Escape")
        text = text_of(page)
        text.press("Control+Home")
        page.keyboard.type("'")
        page.locator("#write-form").click()
        expect(page.locator("#form-wrong")).to_be_visible()
        found += axe_of(page, "refusal")
        assert [str(failure) for failure in found] == []
