"""Dossiers made in the browser: a file says what goes to a meeting, and the page edits its text."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from bronbrief.cli.main import run
from support.browser import PATIENCE, SCHEMES, Browser, Scheme, axe_of
from support.dossiers import FLEMISH, FLEMISH_SPEC
from support.previewing import is_mistake, tab_to
from support.serving import Serving, serving
from support.workspaces import BRIEF, write_minimal_workspace

FERRY, COST = "De veerdienst over de Lange Vliet", "Coördinatie van het veer: wat het kost"
FILE = "# Voor de griffie\nmeeting: 2026-12-08 # onder voorbehoud\nitem: 7\nbriefs:\n  - {0}\n  - {1}\n"
NAME = "2026-12-08 agendapunt 7"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Return a running preview of a workspace with two briefs."""
    root = write_minimal_workspace(tmp_path_factory.mktemp("dossier") / "werkmap")
    (root / "briefs" / f"{FLEMISH}.yaml").write_text(FLEMISH_SPEC, encoding="utf-8")
    with serving(root) as running:
        yield running


@contextmanager
def at_work(
    browser: Browser, preview: Serving, text: str = "", *, width: int = 1280, scheme: Scheme = "light"
) -> Iterator[tuple[Page, Path]]:
    """Open the page, with a file that asks for a dossier if there is a text for it; take all away after."""
    path = preview.root / "raad.yaml"
    if text:
        path.write_text(text, encoding="utf-8")
    try:
        with browser.visit(f"{preview.entry}{BRIEF}", width=width, scheme=scheme) as page:
            mistakes: list[str] = []
            page.on("pageerror", lambda error: mistakes.append(str(error)))
            page.on("console", lambda one: mistakes.append(one.text) if is_mistake(one) else None)
            page.on("dialog", lambda dialog: dialog.accept())
            page.goto(f"{preview.url}dossier")
            expect(page.locator("#dossier" if text else "#no-files")).to_be_visible()
            yield page, path
            assert mistakes == []
    finally:
        for one in preview.root.glob("*.yaml"):
            one.unlink()


def is_made(page: Page) -> None:
    """Wait until the dossier is made: a worker starts for it, and sets what is not set yet."""
    heading = page.locator("#result-heading")
    expect(heading).to_have_text(f"Het dossier {NAME} is gemaakt", timeout=4 * PATIENCE)


def papers(page: Page) -> list[str]:
    """Return the titles of the papers in their order."""
    return page.locator(".paper-title").all_inner_texts()


def shows_in_order(page: Page, *titles: str) -> None:
    """Wait until the papers stand in this order."""
    expect(page.locator(".paper-title")).to_have_text(list(titles))


def test_a_dossier_is_made_without_a_terminal(browser: Browser, two: Serving, tmp_path: Path) -> None:
    """Meeting, item and papers are chosen; the file is shown before it is written, and the zip is there.

    It is byte for byte what the command makes of that file.
    """
    with at_work(browser, two) as (page, _):
        page.locator("#new-dossier").click()
        page.locator("#field-meeting").fill("2026-12-08")
        page.locator("#field-item").fill("7")
        page.locator("#add-brief").select_option(BRIEF)
        page.locator("#add").click()
        expect(page.locator(".paper")).to_have_count(1)
        page.locator("#add").click()
        expect(page.locator(".paper")).to_have_count(2)
        file = two.root / "dossier-2026-12-08-7.yaml"
        expect(page.locator("#change-path")).to_contain_text(file.name)
        expect(page.locator("#diff")).to_contain_text(f"- {BRIEF}")
        assert not file.exists()
        page.locator("#make").click()
        is_made(page)
        assert file.read_text(encoding="utf-8").endswith(f"briefs:\n  - {BRIEF}\n  - {FLEMISH}\n")
        with page.expect_download() as download:
            page.locator("#result-links a", has_text="Download de zip").click()
        downloaded = download.value.path()
        with page.expect_popup() as guide:
            page.locator("#result-links a", has_text="leeswijzer").click()
        expect(guide.value.locator("h1")).to_contain_text("Zo controleert u")
        with zipfile.ZipFile(downloaded) as archive:
            assert archive.testzip() is None
        assert run(["dossier", str(file), "-q", "--workspace", str(two.root), "--output", str(tmp_path)]) == 0
        assert (tmp_path / f"{NAME}.zip").read_bytes() == Path(downloaded).read_bytes()


@pytest.mark.parametrize("way", ["drag", "button", "keys"])
def test_the_order_changes_by_drag_by_buttons_and_by_keys(browser: Browser, two: Serving, way: str) -> None:
    """A move is an edit of the list in the file: comments and layout stay, and the place is said aloud."""
    text = FILE.format(BRIEF, FLEMISH)
    with at_work(browser, two, text) as (page, path):
        shows_in_order(page, FERRY, COST)
        if way == "drag":
            page.locator(".paper").nth(1).drag_to(page.locator(".paper").nth(0))
        elif way == "button":
            page.get_by_role("button", name=f"Zet {COST} een plaats hoger").click()
        else:
            page.locator(f"[data-keep='down-{FLEMISH}']").focus()
            page.keyboard.press("Alt+ArrowUp")
        shows_in_order(page, COST, FERRY)
        expect(page.locator("#status")).to_have_text(f"{COST} staat nu op plaats 1 van 2.")
        assert path.read_text(encoding="utf-8") == text
        if way == "keys":
            expect(page.locator(f"[data-keep='down-{FLEMISH}']")).to_be_focused()
        page.locator("#save").click()
        expect(page.locator("#status")).to_have_text("raad.yaml is bewaard.")
        assert path.read_text(encoding="utf-8") == FILE.format(FLEMISH, BRIEF)


def test_every_field_is_an_edit_of_its_own_line(browser: Browser, two: Serving) -> None:
    """What is filled in changes that key and nothing else; what is emptied goes."""
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, path):
        page.locator("#field-item").fill("9b")
        page.locator(".fact input").nth(2).fill("4")
        page.locator("#more summary").click()
        page.locator("#field-combined").check()
        page.locator("#field-published").fill("2026-12-09")
        page.locator("#field-published").blur()
        page.locator(".fact [type=checkbox]").nth(0).check()
        expect(page.locator("#diff")).to_contain_text("main")
        page.locator("#save").click()
        expect(page.locator("#status")).to_have_text("raad.yaml is bewaard.")
        plain = path.read_text(encoding="utf-8").replace('"', "")
        wanted = FILE.format(f"brief: {BRIEF}\n    main: true", f"brief: {FLEMISH}\n    annex: 4")
        assert plain == wanted.replace("item: 7", "item: 9b") + "combined: true\npublished: 2026-12-09\n"
        page.locator("#field-combined").uncheck()
        expect(page.locator("#diff")).to_contain_text("combined")
        page.get_by_role("button", name=f"Haal {COST} uit").click()
        expect(page.locator(".paper")).to_have_count(1)
        page.locator("#save").click()
        expect(page.locator("#save")).to_be_hidden()
        assert "combined" not in path.read_text(encoding="utf-8")
        assert FLEMISH not in path.read_text(encoding="utf-8")


@contextmanager
def held_back(page: Page) -> Iterator[list[Route]]:
    """Hold back the first change of the text that is sent after this; it is in the list once it was."""
    held: list[Route] = []
    page.route("**/dossiers/draft?*", lambda route: route.continue_() if held else held.append(route))
    yield held
    assert held


def until_sent(page: Page, held: list[Route]) -> None:
    """Wait until a change was sent, and is held back."""
    while not held:
        page.wait_for_timeout(20)


def test_what_is_typed_while_the_page_changes_stays(browser: Browser, two: Serving) -> None:
    """A number that is typed before an earlier change has come back stays, and gets into the text."""
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, _), held_back(page) as held:
        page.locator("#field-item").fill("9b")
        page.locator("#field-item").press("Tab")
        until_sent(page, held)
        page.locator(".fact input").first.focus()
        page.keyboard.type("4")
        held[0].continue_()
        expect(page.locator("#diff")).to_contain_text("9b")
        expect(page.locator(".fact input").first).to_have_value("4")
        page.keyboard.press("Tab")
        expect(page.locator("#diff")).to_contain_text("annex: 4")


def test_what_was_filled_in_is_not_undone_by_an_earlier_change(browser: Browser, two: Serving) -> None:
    """A box that was ticked stays so, though the text as it comes back does not have it yet."""
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, _):
        page.locator("#more summary").click()
        box = page.locator("#field-combined")
        seen = """box => {
            window.seen = [];
            const look = new MutationObserver(() => window.seen.push(box.checked));
            look.observe(document.body, { childList: true, subtree: true });
        }"""
        with held_back(page) as held:
            page.locator("#field-item").fill("9b")
            page.locator("#field-item").press("Tab")
            until_sent(page, held)
            box.check()
            page.locator(".fact [type=checkbox]").nth(0).check()
            box.evaluate(seen)
            held[0].continue_()
            expect(page.locator("#diff")).to_contain_text("main: true")
        expect(page.locator("#diff")).to_contain_text("combined: true")
        assert set(page.evaluate("window.seen")) == {True}


def test_moves_that_follow_each_other_at_once_are_all_made(browser: Browser, two: Serving) -> None:
    """A brief that is moved again before the first move has come back goes on from where that puts it."""
    extra = "derde-brief"
    spec = two.root / "briefs" / f"{extra}.yaml"
    spec.write_text(FLEMISH_SPEC, encoding="utf-8")
    try:
        text = FILE.format(BRIEF, FLEMISH)
        with at_work(browser, two, f"{text}  - {extra}\n") as (page, path), held_back(page) as held:
            up = page.locator(f"[data-keep='up-{extra}']")
            up.click()
            until_sent(page, held)
            up.click()
            held[0].continue_()
            expect(page.locator("#papers > li").first.locator(f"[data-keep='up-{extra}']")).to_be_visible()
            page.locator("#save").click()
            expect(page.locator("#status")).to_have_text("raad.yaml is bewaard.")
            wanted = f"briefs:\n  - {extra}\n  - {BRIEF}\n  - {FLEMISH}\n"
            assert path.read_text(encoding="utf-8").endswith(wanted)
    finally:
        spec.unlink()


def test_what_another_wrote_meanwhile_is_shown_and_kept(browser: Browser, two: Serving) -> None:
    """A file that changed is not written over: both stand there, and what is saved then has both changes."""
    text = FILE.format(BRIEF, FLEMISH)
    with at_work(browser, two, text) as (page, path):
        page.locator("#field-item").fill("8")
        page.locator("#field-item").blur()
        expect(page.locator("#save")).to_be_visible()
        theirs = text.replace("# Voor de griffie", "# Voor de griffier")
        path.write_text(theirs, encoding="utf-8")
        page.locator("#save").click()
        expect(page.locator("#conflict")).to_be_visible()
        assert path.read_text(encoding="utf-8") == theirs
        page.locator("#show-both").click()
        expect(page.locator("#diff")).to_contain_text("# Voor de griffier")
        page.locator("#take-theirs").wait_for(state="hidden")
        page.locator("#undo").click()
        expect(page.locator("#save")).to_be_hidden()
        expect(page.locator("#field-item")).to_have_value("7")
        assert path.read_text(encoding="utf-8") == theirs


def test_two_new_dossiers_do_not_take_each_others_file(browser: Browser, two: Serving) -> None:
    """A file that came into being meanwhile under the name that was shown stays as it is."""
    with at_work(browser, two) as (page, _):
        page.locator("#new-dossier").click()
        page.locator("#field-meeting").fill("2026-12-08")
        page.locator("#field-item").fill("7")
        page.locator("#add").click()
        expect(page.locator(".paper")).to_have_count(1)
        other = two.root / "dossier-2026-12-08-7.yaml"
        other.write_text("briefs: [anders]\n", encoding="utf-8")
        page.locator("#save").click()
        expect(page.locator("#conflict")).to_be_visible()
        assert other.read_text(encoding="utf-8") == "briefs: [anders]\n"


def test_findings_are_shown_as_those_of_a_brief(browser: Browser, two: Serving) -> None:
    """What stands in the way is a card with its place, its hint and its explanation; no dossier is made."""
    text = FILE.format(BRIEF, "zwembad")
    with at_work(browser, two, text) as (page, _):
        expect(page.locator(".paper .wrong")).to_have_text("(is er niet)")
        page.locator("#make").click()
        expect(page.locator("#result-heading")).to_have_text(
            "Er is geen dossier gemaakt", timeout=4 * PATIENCE
        )
        finding = page.locator("#result-findings .finding").first
        expect(finding.locator(".where")).to_contain_text("raad.yaml:6")
        expect(finding.locator(".hint")).to_contain_text("Tip:")
        finding.locator(".explain").click()
        explanation = page.locator("#explanation")
        expect(explanation).to_contain_text("Oorzaak")
        assert [str(one) for one in axe_of(page, "explanation")] == []
        page.keyboard.press("Escape")
        expect(explanation).to_be_hidden()
        expect(finding.locator(".explain")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_finding_in_what_all_briefs_share_leads_to_its_line(
    browser: Browser, two: Serving, width: int
) -> None:
    """Its place opens the field for it, else the text of that file; what is mended there is saved there."""
    shared = two.root / "briefs" / "_defaults.yaml"
    shared.write_text("# Ons\nauthor: De raadsgriffie (voorbeeld)\n", encoding="utf-8")
    try:
        with browser.visit(f"{two.entry}{BRIEF}", width=width) as page:
            page.on("dialog", lambda dialog: dialog.accept())
            if width < 600:
                page.locator("#findings-fold").click()
            page.locator("#finding-list .where a").first.click()
            author = page.get_by_label("Opsteller", exact=True)
            expect(author).to_be_focused()
            expect(author).to_have_value("De raadsgriffie (voorbeeld)")
            page.goto(f"{two.url}dossier?line=1#archive")
            text = page.get_by_label("Tekst van briefs/_defaults.yaml")
            expect(text).to_be_focused()
            marked = "document.activeElement.value.slice(document.activeElement.selectionStart)"
            assert page.evaluate(marked) == "# Ons\nauthor: De raadsgriffie (voorbeeld)\n"
            page.keyboard.press("ArrowRight")
            page.keyboard.press("Shift+End")
            page.keyboard.type("author: De raadsgriffie")
            expect(page.locator("#archive-diff ins")).to_have_text("author: De raadsgriffie")
            page.locator("#archive-save").click()
            expect(page.locator("#archive-state")).to_have_text("briefs/_defaults.yaml is bewaard.")
            assert shared.read_text(encoding="utf-8") == "# Ons\nauthor: De raadsgriffie\n"
            page.goto(f"{two.url}?brief={BRIEF}")
            expect(page.locator("#findings")).to_have_attribute("hidden", "")
    finally:
        shared.unlink()


def test_a_hint_that_names_a_field_leads_to_it(browser: Browser, two: Serving) -> None:
    """What a finding asks of the file is one step away."""
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH).replace("item: 7\n", "")) as (page, _):
        page.locator("#make").click()
        page.get_by_role("button", name="Naar het veld: Agendapunt").click()
        expect(page.locator("#field-item")).to_be_focused()


def test_a_field_that_was_filled_in_without_a_connection_is_in_the_dossier(
    browser: Browser, two: Serving
) -> None:
    """It stays, it is sent again, and no dossier is made before it is in the text."""
    with browser.visit(f"{two.entry}{BRIEF}") as page:
        path = two.root / "raad.yaml"
        path.write_text(FILE.format(BRIEF, FLEMISH), encoding="utf-8")
        made: list[str] = []
        try:
            page.goto(f"{two.url}dossier")
            item = page.locator("#field-item")
            expect(item).to_have_value("7")
            page.route("**/dossiers/**", lambda route: route.abort())
            page.on("request", lambda one: made.append(one.url) if "/dossiers/make" in one.url else None)
            item.fill("9")
            page.locator("#make").dblclick()
            expect(page.locator("#edit-wrong")).to_contain_text("er is geen verbinding")
            expect(page.locator("#status")).to_have_text("")
            expect(item).to_have_value("9")
            assert made == []
            page.unroute("**/dossiers/**")
            expect(page.locator("#edit-wrong")).to_have_text("")
            expect(item).to_have_value("9")
            page.locator("#make").dblclick()
            heading = page.locator("#result-heading")
            expect(heading).to_have_text(f"Het dossier {NAME[:-1]}9 is gemaakt", timeout=4 * PATIENCE)
            assert 'item: "9"' in path.read_text(encoding="utf-8")
            assert len(made) == 1
        finally:
            path.unlink()


def test_what_all_briefs_share_is_saved_before_a_dossier_is_made(browser: Browser, two: Serving) -> None:
    """What was filled in for all briefs holds for this dossier; what is wrong there is led to instead."""
    rules = two.root / "briefs" / "_council.yaml"
    try:
        with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, _):
            page.locator("#rules > summary").click()
            organisation = page.get_by_label("Naam van de organisatie")
            telephone = page.get_by_label("Telefoonnummer", exact=True)
            telephone.fill("14 0000")
            page.locator("#make").click()
            expect(page.locator("#rules-state")).to_contain_text("Er is nog geen dossier gemaakt")
            expect(organisation).to_be_focused()
            assert not rules.exists()
            telephone.fill("")
            organisation.fill("Gemeente Oostdam")
            page.locator("#make").click()
            is_made(page)
            assert "name: Gemeente Oostdam\n" in rules.read_text(encoding="utf-8")
    finally:
        rules.unlink(missing_ok=True)


def test_what_the_archive_asks_is_filled_in(browser: Browser, two: Serving) -> None:
    """A finding leads to the fields; they are shown as a change of the file of all briefs, then written."""
    shared = two.root / "briefs" / "_defaults.yaml"
    shared.write_text("# Van ons allen\nauthor: Griffie\n", encoding="utf-8")
    try:
        with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, _):
            page.locator("#make").click()
            is_made(page)
            page.get_by_role("button", name="Vul de gegevens voor het archief in").first.click()
            appraisal = page.get_by_label("Waardering")
            expect(appraisal).to_be_focused()
            appraisal.select_option("Blijvend te bewaren")
            page.get_by_label("Archiefvormer").fill("Gemeente Oostdam")
            page.get_by_label("Beperking van het gebruik").fill("Openbaar")
            page.get_by_label("Lijst waar die beperking uit komt").fill("Eigen begrippenlijst")
            page.get_by_label("Bewaartermijn in jaren").fill("tien")
            page.get_by_label("Begin van de termijn").focus()
            expect(page.locator("#archive-findings")).to_contain_text("tien")
            expect(page.locator("#archive-save")).to_have_attribute("aria-disabled", "true")
            page.get_by_label("Bewaartermijn in jaren").fill("")
            page.get_by_label("Begin van de termijn").focus()
            expect(page.locator("#archive-diff ins")).to_have_count(9)
            assert [str(one) for one in axe_of(page, "archive")] == []
            shared.write_text("# Van ons allen\nauthor: De griffie\n", encoding="utf-8")
            page.locator("#archive-save").click()
            expect(page.locator("#archive-state")).to_contain_text("intussen")
            assert "archive" not in shared.read_text(encoding="utf-8")
            page.locator("#archive-save").click()
            expect(page.locator("#archive-state")).to_have_text("briefs/_defaults.yaml is bewaard.")
            written = shared.read_text(encoding="utf-8")
            assert written.startswith("# Van ons allen\nauthor: De griffie\narchive:\n")
            assert "    label: Blijvend te bewaren\n    code: B\n" in written
            page.locator("#make").click()
            is_made(page)
            expect(page.locator("#result-findings", has_text="archief")).to_have_count(0)
    finally:
        shared.unlink()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_rules_of_the_council_are_filled_in(browser: Browser, two: Serving, width: int) -> None:
    """By keys alone: a file that is not there is shown before it is made, and nobody's is written over."""
    rules = two.root / "briefs" / "_council.yaml"
    try:
        with at_work(browser, two, FILE.format(BRIEF, FLEMISH), width=width) as (page, _):
            page.locator("#rules > summary").focus()
            page.keyboard.press("Enter")
            tab_to(page, "#rules-organisation")
            page.keyboard.type("Gemeente Oostdam")
            tab_to(page, "#rules-telephone")
            page.keyboard.type("14 0000")
            tab_to(page, "#rules-required")
            page.keyboard.type("title\nsamenvatting")
            tab_to(page, "#rules-screen_bsn")
            page.keyboard.type("Fout")
            expect(page.locator("#rules-findings")).to_contain_text("name")
            expect(page.locator("#rules-save")).to_have_attribute("aria-disabled", "true")
            page.get_by_label("Bij wie lezers terechtkunnen").fill("Griffie")
            page.get_by_label("Wat elke brief moet invullen").fill("title\nsummary")
            page.get_by_label("Burgerservicenummers").focus()
            expect(page.locator("#rules-new")).to_have_text(
                re.compile(
                    "^Dit wordt een nieuw bestand, briefs/_council.yaml: Naam van de organisatie, Bij wie"
                )
            )
            expect(page.locator("#rules-diff ins")).to_have_count(10)
            expect(page.locator("#rules-findings li")).to_have_count(0)
            assert [str(one) for one in axe_of(page, "rules")] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert not rules.exists()
            rules.write_text("# Van een ander\npublish: https://raad.oostdam.nl/\n", encoding="utf-8")
            tab_to(page, "#rules-save")
            page.keyboard.press("Enter")
            expect(page.locator("#rules-state")).to_contain_text("intussen")
            assert "Oostdam\n" not in rules.read_text(encoding="utf-8")
            expect(page.locator("#rules-publish")).to_have_value("https://raad.oostdam.nl/")
            expect(page.locator("#rules-new")).to_contain_text("Dit verandert in briefs/_council.yaml:")
            page.keyboard.press("Enter")
            expect(page.locator("#rules-state")).to_have_text("briefs/_council.yaml is bewaard.")
            written = rules.read_text(encoding="utf-8")
            assert written.startswith("# Van een ander\n")
            assert "organisation:\n  name: Gemeente Oostdam\n" in written
            assert "required:\n  - title\n  - summary\n" in written
            assert "screening:\n  bsn: error\n" in written
    finally:
        rules.unlink(missing_ok=True)


def test_findings_lead_to_the_rules_of_the_council(browser: Browser, two: Serving) -> None:
    """What a dossier lacks of the organisation is one step away, and a mistake leads to its field."""
    rules = two.root / "briefs" / "_council.yaml"
    rules.write_text("organisation: {name: Gemeente Oostdam}\n", encoding="utf-8")
    try:
        with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, _):
            page.locator("#make").click()
            is_made(page)
            page.get_by_role("button", name="Vul de gegevens van uw organisatie in").first.click()
            expect(page.get_by_label("Naam van de organisatie")).to_be_focused()
            expect(page.get_by_label("Naam van de organisatie")).to_have_value("Gemeente Oostdam")
            rules.write_text("# Ons\nrequired: [samenvatting]\n", encoding="utf-8")
            page.locator("#make").click()
            page.locator("#result-findings .where a", has_text="_council").first.click()
            expect(page.get_by_label("Wat elke brief moet invullen")).to_be_focused()
    finally:
        rules.unlink()


def test_a_text_that_cannot_be_read_is_mended_in_place(browser: Browser, two: Serving) -> None:
    """The form makes way for the text and its findings, and comes back when the text reads again."""
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, path):
        page.locator("#text-details summary").click()
        page.locator("#text").fill("briefs: [\n")
        expect(page.locator("#unreadable")).to_be_visible()
        expect(page.locator("#fields")).to_be_hidden()
        expect(page.locator("#result-findings .finding")).not_to_have_count(0)
        assert [str(one) for one in axe_of(page, "unreadable")] == []
        page.locator("#text").fill(f"meeting: 2026-12-08\nitem: 7\nbriefs:\n  - {FLEMISH}\n")
        shows_in_order(page, COST)
        page.locator("#save").click()
        expect(page.locator("#status")).to_have_text("raad.yaml is bewaard.")
        assert path.read_text(encoding="utf-8").endswith(f"  - {FLEMISH}\n")


def test_an_exact_cure_is_made_in_the_text(browser: Browser, two: Serving) -> None:
    """Neem over changes the text of the file, which is written when it is saved."""
    text = FILE.format(BRIEF, FLEMISH)
    wrong = text.replace("meeting:", "meting:")
    with at_work(browser, two, wrong) as (page, path):
        finding = page.locator("#result-findings .finding").first
        expect(page.locator("#make")).to_have_attribute("aria-disabled", "true")
        finding.locator(".to-line").click()
        chosen = "document.querySelector('#text')"
        assert (
            page.evaluate(f"{chosen}.value.slice({chosen}.selectionStart, {chosen}.selectionEnd)") == "meting"
        )
        finding.locator(".take-over").click()
        expect(page.locator("#field-meeting")).to_have_value("2026-12-08")
        assert path.read_text(encoding="utf-8") == wrong
        page.locator("#save").click()
        expect(page.locator("#status")).to_have_text("raad.yaml is bewaard.")
        assert path.read_text(encoding="utf-8") == text


def test_a_text_that_asks_for_no_dossier_is_not_saved(browser: Browser, two: Serving) -> None:
    """Without its list of briefs the file would be lost to the page: the finding says what is missing."""
    text = FILE.format(BRIEF, FLEMISH)
    with at_work(browser, two, text) as (page, path):
        page.locator("#text-details summary").click()
        page.locator("#text").fill("meeting: 2026-12-08\n")
        expect(page.locator("#diff")).to_contain_text("item")
        page.locator("#save").click()
        expect(page.locator("#edit-wrong")).to_contain_text("briefs")
        assert path.read_text(encoding="utf-8") == text


def test_a_reload_keeps_what_was_not_saved(browser: Browser, two: Serving) -> None:
    """What was changed stands there again after the page was loaded anew."""
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, _):
        page.locator("#field-item").fill("11")
        page.locator("#field-item").blur()
        expect(page.locator("#diff")).to_contain_text("11")
        page.reload()
        expect(page.locator("#field-item")).to_have_value("11")
        expect(page.locator("#dossier-path")).to_contain_text("Nog niet bewaard.")


def test_a_new_dossier_waits_while_another_is_looked_at(browser: Browser, two: Serving) -> None:
    """Nothing that was filled in is lost by opening a file, and it goes when its reader says so."""
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH)) as (page, _):
        page.locator("#new-dossier").click()
        expect(page.locator("#dossier-heading")).to_have_text("Nieuw dossier")
        page.locator("#field-item").fill("12")
        page.locator("#field-item").blur()
        expect(page.locator("#diff")).to_contain_text("12")
        page.locator("#files button").click()
        expect(page.locator("#field-item")).to_have_value("7")
        page.locator("#new-dossier").click()
        expect(page.locator("#field-item")).to_have_value("12")
        page.locator("#undo").click()
        expect(page.locator("#field-item")).to_have_value("")
        assert [path.name for path in two.root.glob("*.yaml")] == ["raad.yaml"]


def test_a_dropped_file_begins_a_dossier_or_adds_its_brief(browser: Browser, two: Serving) -> None:
    """A file that asks for a dossier becomes a new one; of a brief's own file that brief is taken."""
    drop = """([name, text]) => {
        const files = new DataTransfer();
        files.items.add(new File([text], name));
        dispatchEvent(new DragEvent("drop", { dataTransfer: files, cancelable: true }));
    }"""
    with at_work(browser, two) as (page, _):
        page.evaluate(
            drop, ["Raad december.yaml", FILE.format(FLEMISH, FLEMISH).replace(f"  - {FLEMISH}\n", "", 1)]
        )
        shows_in_order(page, COST)
        expect(page.locator("#change-path")).to_contain_text("raad-december.yaml")
        page.evaluate(drop, [f"{BRIEF}.pdf", "%PDF"])
        shows_in_order(page, COST, FERRY)
        page.evaluate(drop, ["foto.png", "x"])
        expect(page.locator("#edit-wrong")).to_contain_text("foto.png")
        assert list(two.root.glob("*.yaml")) == []


def test_it_goes_by_keyboard_alone(browser: Browser, two: Serving) -> None:
    """From the page of briefs to a dossier that is made, with Tab, Enter and arrows."""
    with at_work(browser, two) as (page, _):
        page.goto(f"{two.url}?brief={BRIEF}")
        tab_to(page, ".views a[href='/dossier']")
        page.keyboard.press("Enter")
        expect(page.locator("#no-files")).to_be_visible()
        tab_to(page, "#new-dossier")
        page.keyboard.press("Enter")
        expect(page.locator("#dossier-heading")).to_be_focused()
        tab_to(page, "#field-meeting")
        page.keyboard.type("12082026")
        tab_to(page, "#field-item")
        page.keyboard.type("7")
        tab_to(page, "#add")
        page.keyboard.press("Enter")
        expect(page.locator(".paper")).to_have_count(1)
        expect(page.locator("#add")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#make")).to_be_focused()
        for title in (FERRY, COST):  # each comes once its brief is known
            expect(page.locator(".paper-title", has_text=title)).to_be_visible()
        before = papers(page)
        tab_to(page, ".paper:nth-child(2) [data-keep^=up]", back=True)
        page.keyboard.press("Enter")
        shows_in_order(page, *reversed(before))
        tab_to(page, "#make")
        page.keyboard.press("Enter")
        is_made(page)
        expect(page.locator("#result-heading")).to_be_focused()


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_any_state(browser: Browser, two: Serving, width: int, scheme: Scheme) -> None:
    """Empty, filled, changed, in conflict and made: for everybody, and never wider than the window."""
    found = []

    def looked_at(page: Page, state: str) -> None:
        found.extend(axe_of(page, state))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state

    with at_work(browser, two, width=width, scheme=scheme) as (page, _):
        looked_at(page, "nothing")
        page.locator("#new-dossier").click()
        expect(page.locator("#dossier")).to_be_visible()
        looked_at(page, "new")
    with at_work(browser, two, FILE.format(BRIEF, FLEMISH), width=width, scheme=scheme) as (page, path):
        page.locator("#more summary").click()
        page.locator("#text-details summary").click()
        for name in ("archive", "rules"):
            page.locator(f"#{name} > summary").click()
            expect(page.locator(f"#{name}-text")).to_have_value("")
        looked_at(page, "filled")
        page.locator("#field-item").fill("12")
        page.locator("#field-item").blur()
        expect(page.locator("#change-path")).to_have_text("Dit komt in raad.yaml: Agendapunt.")
        page.locator("#diff-lines summary").click()
        expect(page.locator("#diff")).to_be_visible()
        looked_at(page, "changed")
        path.write_text(FILE.format(BRIEF, FLEMISH).replace("griffie", "griffier"), encoding="utf-8")
        page.locator("#save").click()
        expect(page.locator("#conflict")).to_be_visible()
        looked_at(page, "in conflict")
        page.locator("#take-theirs").click()
        expect(page.locator("#save")).to_be_hidden()
        page.locator("#make").click()
        is_made(page)
        looked_at(page, "made")
    assert [str(one) for one in found] == []


def test_what_only_shows_makes_nothing(browser: Browser, tmp_path: Path) -> None:
    """With `--read-only` the page lists what was made, and has nothing that makes or changes."""
    root = write_minimal_workspace(tmp_path / "werkmap")
    (root / "raad.yaml").write_text(f"briefs: [{BRIEF}]\n", encoding="utf-8")
    with (
        serving(root, options=["--read-only"]) as preview,
        browser.visit(f"{preview.entry}{BRIEF}") as page,
    ):
        page.goto(f"{preview.url}dossier")
        expect(page.locator("#no-made")).to_be_visible()
        expect(page.locator("#new-dossier")).to_be_hidden()
        expect(page.locator("#dossier")).to_be_hidden()
