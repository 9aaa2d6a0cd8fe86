"""New briefs and new sources in the browser: made as the commands make them, and asked about as they ask."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browser import SCHEMES, Browser, Scheme, axe_of
from support.previewing import looking, open_source
from support.serving import Serving
from support.workspaces import BRIEF, SOURCE_ID

TEXT = "Raad stelt besluit uit\n\nDe raad van Oostdam stelt het besluit over de brug uit.\n"


def dropped(page: Page, path: Path) -> None:
    """Choose a file for the button; a drop takes the same way from there."""
    page.locator("#source-file").set_input_files(path)


def test_a_new_brief_is_made_and_opened(browser: Browser, preview: Serving) -> None:
    """What is asked is what `new` asks; the brief passes check, and its text is there to go on with."""
    path = preview.root / "briefs/de-brug-over-de-vliet.yaml"
    with browser.visit(f"{preview.entry}{BRIEF}") as page:
        page.locator("#make-brief").click()
        page.locator("#new-title").fill("De brug over de Vliet")
        page.locator("#new-for").fill("Gemeenteraad van Oostdam")
        page.locator("#new-date").fill("2026-12-01")
        page.locator("#new-template").select_option("factsheet")
        page.locator("#new-brief [type=submit]").click()
        expect(page.locator("#title")).to_have_text("De brug over de Vliet")
        expect(page.locator("#editor .cm-content")).to_contain_text("title: De brug over de Vliet")
        expect(page.locator("#text-path")).to_have_text("briefs/de-brug-over-de-vliet.yaml")
        expect(page.locator("#form").get_by_label("Titel", exact=True)).to_have_value("De brug over de Vliet")
        expect(page.locator("#write-form")).to_be_focused()
    written = path.read_text(encoding="utf-8")
    path.unlink()
    assert "template: factsheet" in written
    assert "date: 2026-12-01" in written
    assert "for: Gemeenteraad van Oostdam" in written


def test_a_document_becomes_a_source_and_its_record_is_asked_for(
    browser: Browser, preview: Serving, tmp_path: Path
) -> None:
    """Its text is taken in as `add` does; what the author knows is written, what nobody knows stays open."""
    document = tmp_path / "Besluit brug.txt"
    document.write_text(TEXT, encoding="utf-8")
    with looking(browser, preview) as page:
        dropped(page, document)
        expect(page.locator("#new-source")).to_be_visible()
        expect(page.locator("#fact-title")).to_have_value("Raad stelt besluit uit")
        expect(page.locator("#fact-kind option[value=press-release]")).to_have_text("persbericht")
        kinds = page.locator("#fact-kind option").all_text_contents()
        assert len(kinds) == len(set(kinds))
        page.locator("#fact-publisher").fill("Havenkrant: nieuws")
        page.locator("#fact-date").fill("vorige week")
        page.locator("#save-facts").click()
        expect(page.locator("#new-source-wrong")).to_contain_text("vorige week")
        page.locator("#fact-date").fill("2024-03")
        page.locator("#save-facts").click()
        expect(page.locator("#new-source")).to_be_hidden()
        expect(page.locator("#sources h3")).to_have_text("Raad stelt besluit uit")
        expect(page.locator("#sources h3")).to_be_focused()
        page.locator(".back").click()
        expect(page.locator("[data-source=besluit-brug]")).to_contain_text("Havenkrant: nieuws, maart 2024")
    record = (preview.root / "seeds/besluit-brug.yaml").read_text(encoding="utf-8")
    assert 'publisher: "Havenkrant: nieuws"\n' in record
    assert "date: 2024-03\n" in record.replace('"', "")
    assert "author:  #" in record
    assert (preview.root / "seeds/besluit-brug.txt").read_text(encoding="utf-8") == TEXT


def test_the_same_document_again_is_a_version_or_another(
    browser: Browser, preview: Serving, tmp_path: Path
) -> None:
    """What a document of a known name is, is asked in words; a date of its text is taken by a button."""
    document = tmp_path / "Verslag.txt"
    document.write_text(f"{TEXT}\nVastgesteld op 2 september 2026.\n", encoding="utf-8")
    with looking(browser, preview) as page:
        for way in ("", "Dit is een nieuwere versie", "Neem op als andere bron"):
            dropped(page, document)
            if way:
                expect(page.locator("#new-source")).to_contain_text("Er is al een bron met deze naam")
                expect(page.locator("#new-source")).not_to_contain_text("--")
                page.get_by_role("button", name=way, exact=True).click()
            expect(page.locator("#fact-title")).to_be_visible()
            if not way:
                page.get_by_role("button", name="Neem “2 september 2026” uit de tekst", exact=True).click()
                page.get_by_label("Zo staat de titel in het document", exact=True).check()
                page.locator("#save-facts").click()
                expect(page.locator("#new-source")).to_be_hidden()
                record = (preview.root / "seeds/verslag.yaml").read_text(encoding="utf-8").replace('"', "")
                assert "title_basis: stated\n" in record
                assert "date: 2026-09-02\n" in record
            else:
                page.locator("#new-source .cancel").click()
        assert (preview.root / "seeds/verslag-2.yaml").exists()


def test_facts_of_a_source_are_corrected_later(browser: Browser, preview: Serving) -> None:
    """What was left open when a document was taken in is asked again by a button of the source."""
    record = preview.root / "seeds" / f"{SOURCE_ID}.yaml"
    before = record.read_bytes()
    try:
        with looking(browser, preview) as page:
            open_source(page)
            page.get_by_role("button", name="Gegevens van deze bron").click()
            expect(page.locator("#fact-publisher")).to_have_value("Havenkrant")
            page.locator("#fact-author").fill("De redactie")
            page.locator("#save-facts").click()
            expect(page.locator("#new-source")).to_be_hidden()
        assert "author: De redactie\n" in record.read_text(encoding="utf-8")
    finally:
        record.write_bytes(before)


def test_a_source_is_taken_out_of_the_workspace(browser: Browser, preview: Serving) -> None:
    """What goes is named first, and goes when that is confirmed; where a brief quotes it, that is shown."""
    text = preview.root / "seeds" / "oude-nota.txt"
    text.write_text(TEXT, encoding="utf-8")
    with looking(browser, preview) as page:
        open_source(page)
        page.get_by_role("button", name="Bron verwijderen …", exact=True).click()
        dialog = page.get_by_role("dialog", name="Bron verwijderen", exact=True)
        expect(dialog).to_contain_text("want een brief citeert haar")
        way = dialog.get_by_role("link", name="De veerdienst over de Lange Vliet", exact=True)
        expect(way).to_have_attribute("href", f"/?brief={BRIEF}&source={SOURCE_ID}")
        expect(dialog.get_by_role("button", name="Verwijder deze bestanden", exact=True)).to_be_hidden()
        assert [str(failure) for failure in axe_of(page, "removal")] == []
        dialog.get_by_role("button", name="Annuleer", exact=True).click()
        page.locator(".back").click()
        page.locator("[data-source=oude-nota]").click()
        page.get_by_role("button", name="Bron verwijderen …", exact=True).click()
        expect(dialog.locator("code")).to_have_text(["seeds/oude-nota.txt"])
        text.write_text(f"{TEXT}Nog iets.\n", encoding="utf-8")
        dialog.get_by_role("button", name="Verwijder deze bestanden", exact=True).click()
        expect(dialog.get_by_role("alert")).to_contain_text("seeds/oude-nota.txt is intussen gewijzigd")
        assert text.exists()
        dialog.get_by_role("button", name="Annuleer", exact=True).click()
        page.get_by_role("button", name="Bron verwijderen …", exact=True).click()
        dialog.get_by_role("button", name="Verwijder deze bestanden", exact=True).click()
        expect(dialog).to_be_hidden()
        expect(page.locator("#search-state")).to_have_text("oude-nota is verwijderd.")
        expect(page.locator("[data-source=oude-nota]")).to_have_count(0)
        assert not text.exists()


def test_what_cannot_be_taken_in_says_why(browser: Browser, preview: Serving, tmp_path: Path) -> None:
    """Nothing is written then."""
    document = tmp_path / "leeg.pdf"
    document.write_bytes(b"geen pdf")
    before = sorted((preview.root / "seeds").iterdir())
    with looking(browser, preview) as page:
        dropped(page, document)
        expect(page.locator("#new-source-wrong")).not_to_be_empty()
        expect(page.locator("#save-facts")).to_be_hidden()
        assert sorted((preview.root / "seeds").iterdir()) == before


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_dialogs(
    browser: Browser, preview: Serving, width: int, scheme: Scheme, tmp_path: Path
) -> None:
    """The dialogs are for everybody, and Escape leaves them."""
    document = tmp_path / f"bericht-{width}-{scheme}.txt"
    document.write_text(TEXT, encoding="utf-8")
    with looking(browser, preview, width=width, scheme=scheme) as page:
        if width < 900:
            page.locator("#tab-briefs").click()
        page.locator("#make-brief").click()
        found = axe_of(page, "new brief")
        page.keyboard.press("Escape")
        expect(page.locator("#new-brief")).to_be_hidden()
        dropped(page, document)
        expect(page.locator("#new-source")).to_be_visible()
        found += axe_of(page, "new source")
        assert [str(failure) for failure in found] == []
        page.keyboard.press("Escape")
        expect(page.locator("#new-source")).to_be_hidden()
