"""Proof in the browser: what is handed in is proven as `bronbrief verify` does, in words for everybody."""

import io
import json
import os
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import FileChooser, Page, expect

from bronbrief.core.workspace import Workspace
from support.asking import ask, ours
from support.browser import SCHEMES, Browser, Scheme, axe_of
from support.previewing import tab_to
from support.serving import Serving, serving
from support.workspaces import BRIEF, write_minimal_workspace

QUOTED = "Wij zien geen reden om de dienst te staken"
ALTERED = QUOTED.replace("geen", "een")


@pytest.fixture(scope="module")
def proving(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Return a running preview of two built briefs, with a folder of its own for temporary files."""
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(tmp_path_factory.mktemp("tijdelijk"))
    try:
        with serving(built.root) as running:
            yield running
    finally:
        if before is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before


def files_of(preview: Serving) -> dict[str, bytes]:
    """Return the files of the built brief."""
    return {path.name: path.read_bytes() for path in (preview.root / "build" / BRIEF).iterdir()}


def handed_in(preview: Serving, files: Mapping[str, bytes]) -> tuple[int, dict[str, object]]:
    """Hand files in and return the status and the answer."""
    sizes = json.dumps([[name, len(data)] for name, data in files.items()])
    query = "".join(f"%{byte:02x}" for byte in sizes.encode())
    headers = ours(preview) | {"Content_Type": "application/octet-stream"}
    status, _, body = ask(
        preview, f"/verify?lang=nl&files={query}", "POST", b"".join(files.values()), **headers
    )
    return status, json.loads(body) if status == 200 else {}


def codes(answer: Mapping[str, object]) -> set[str]:
    """Return the codes of all findings of an answer."""
    found: set[str] = set()

    def look(value: object) -> None:
        if isinstance(value, dict):
            found.update([value["code"]] if "code" in value else [])
            for one in value.values():
                look(one)
        elif isinstance(value, list):
            for one in value:
                look(one)

    look(answer)
    return found


def chosen(page: Page, files: Mapping[str, bytes]) -> None:
    """Choose files for the button, and wait for what is said of them."""
    kinds = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files.items()
    ]
    page.locator("#files").set_input_files(kinds)  # type: ignore[arg-type]
    expect(page.locator("#outcome-heading")).to_be_focused()


def test_a_paper_is_proven_in_words(browser: Browser, proving: Serving) -> None:
    """Of each quotation the source's words are shown as proven; the paper is as its evidence says."""
    with browser.visit(proving.entry) as page:
        page.goto(f"{proving.url}verify")
        chosen(page, {f"{BRIEF}.pdf": files_of(proving)[f"{BRIEF}.pdf"]})
        expect(page.locator("#outcome-heading")).to_have_text("Alle 2 citaten staan zo in de bron.")
        expect(page.locator(".files li")).to_have_text(f"✓ Ongewijzigd, zoals het bewijs zegt: {BRIEF}.pdf")
        one = page.locator(".quotation", has_text=QUOTED)
        expect(one).to_contain_text("Bewezen")
        expect(one).to_contain_text("De bron zegt:")
        expect(one).to_contain_text("Havenkrant, al. 2")


def test_what_stands_in_build_is_chosen_from_a_list(browser: Browser, proving: Serving) -> None:
    """A brief that was built is proven without looking for its file."""
    with browser.visit(proving.entry) as page:
        page.goto(f"{proving.url}verify")
        chosen_here = page.locator("#here option", has_text=BRIEF).first
        expect(chosen_here).to_be_attached()
        page.locator("#here").select_option(chosen_here.get_attribute("value"))
        page.locator("#from-here button").click()
        expect(page.locator("#proof h3")).to_have_text(f"{BRIEF}.pdf")
        expect(page.locator("#outcome-heading")).to_contain_text("Alle 2 citaten")


def test_a_quotation_that_was_changed_is_shown_with_its_source(browser: Browser, proving: Serving) -> None:
    """Words that differ are marked beside those of the source, and the file is said to be changed."""
    files = files_of(proving)
    page_file, record = files[f"{BRIEF}.html"], files[f"{BRIEF}.evidence.jsonld"]
    changed = page_file.replace(QUOTED.encode(), ALTERED.encode())
    assert changed != page_file
    with browser.visit(proving.entry) as page:
        page.goto(f"{proving.url}verify")
        chosen(page, {f"{BRIEF}.html": changed, f"{BRIEF}.evidence.jsonld": record})
        one = page.locator(".quotation").first
        expect(one).to_contain_text("Gewijzigd")
        expect(one.locator("blockquote")).to_have_text(QUOTED)
        expect(one.locator("ins, del").first).to_be_visible()
        expect(page.locator(".files")).to_contain_text("Gewijzigd sinds het bewijs is gemaakt")
        expect(page.locator("#outcome")).to_have_attribute("data-standing", "wrong")
        expect(one).to_contain_text("Doorgehaald is wat er nu staat")
        assert [str(each) for each in axe_of(page, "changed")] == []


@pytest.mark.ci
def test_a_paper_without_its_evidence_is_not_called_wrong(built: Workspace, tmp_path: Path) -> None:
    """What cannot be held against anything is not checked, and says what to ask for."""
    pdf = (built.build / BRIEF / f"{BRIEF}.pdf").read_bytes()
    with serving(write_minimal_workspace(tmp_path / "elders"), options=["--read-only"]) as elsewhere:
        status, answer = handed_in(elsewhere, {"stuk.pdf": pdf})
    assert status == 200
    assert "verify-no-record" in codes(answer)
    verified = answer["verified"]
    assert isinstance(verified, list)
    assert verified[0]["standing"] == "unchecked"


def archive(names: list[str]) -> bytes:
    """Return a zip with files of these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            made.writestr(name, b"\0" * 5_000_000)
    return stream.getvalue()


@pytest.mark.every(6)
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("stuk.pdf", b"%PDF-1.7\n" + b"\xff" * 4000, "verify-unreadable"),
        ("stuk.html", b"<script>alert(1)</script>", "verify-no-record"),
        ("stuk.evidence.jsonld", b"[" * 200_000, ""),
        ("stuk.zip", ["../../buiten.pdf"], "verify-archive-name"),
        ("stuk.zip", [f"{number}.pdf" for number in range(200)], "verify-too-much"),
        ("stuk.exe", b"MZ", "verify-unknown-kind"),
        ("../../../tmp/buiten.pdf", b"%PDF", "verify-unreadable"),
        ("..", b"x", "verify-unknown-kind"),
        (".verborgen.pdf", b"%PDF", "verify-unreadable"),
        ("a\0b.pdf", b"%PDF", "verify-unreadable"),
        ("é" * 300 + ".pdf", b"%PDF", "verify-unreadable"),
    ],
)
def test_a_hostile_file_ends_in_a_finding(
    proving: Serving, name: str, data: bytes | list[str], code: str
) -> None:
    """Whatever it is, the answer is a finding, nothing stays behind, and the preview goes on."""
    data = archive(data) if isinstance(data, list) else data
    before = {path for path in proving.root.rglob("*") if ".cache" not in path.parts}
    status, answer = handed_in(proving, {name: data})
    assert status == 200
    found = codes(answer)
    assert found
    assert not code or code in found
    assert os.environ["TMPDIR"] not in json.dumps(answer)
    kept = [
        path for path in Path(os.environ["TMPDIR"]).rglob("*") if path.suffix in {".pdf", ".zip", ".html"}
    ]
    assert kept == []
    assert {path for path in proving.root.rglob("*") if ".cache" not in path.parts} == before
    assert ask(proving, "/sources")[0] == 200


@pytest.mark.parametrize(
    ("sizes", "status"),
    [
        ("", 400),
        ("[]", 400),
        ("{}", 400),
        ('[["a.pdf", -1]]', 400),
        ('[["a.pdf", 9]]', 400),
        ('[["a.pdf", 1]]', 400),
        ('[["a.pdf"]]', 400),
        ('[["a.pdf", 999999999]]', 413),
        (json.dumps([["a.pdf", 0]] * 21), 400),
    ],
)
def test_what_the_page_does_not_send_is_refused(proving: Serving, sizes: str, status: int) -> None:
    """Files of another size than was said, too many and too large ones are not read."""
    query = "".join(f"%{byte:02x}" for byte in sizes.encode())
    headers = ours(proving) | {"Content_Type": "application/octet-stream"}
    assert ask(proving, f"/verify?files={query}", "POST", b"abcd", **headers)[0] == status


@pytest.mark.ci
def test_what_only_shows_proves_too(built: Workspace) -> None:
    """With `--read-only` a paper can be proven, as that writes nothing in the workspace."""
    with serving(built.root, options=["--read-only"]) as preview:
        status, answer = handed_in(preview, {f"{BRIEF}.pdf": files_of(preview)[f"{BRIEF}.pdf"]})
    assert (status, answer["verdict"]) == (200, "Alle 2 citaten staan zo in de bron.")


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_any_state(
    browser: Browser, proving: Serving, width: int, scheme: Scheme
) -> None:
    """Before, after and when it cannot be done: for everybody, and never wider than the window."""
    found = []
    with browser.visit(proving.entry, width=width, scheme=scheme) as page:
        page.goto(f"{proving.url}verify")
        found += axe_of(page, "before")
        chosen(page, {"een-lange-naam-van-een-stuk-voor-de-raad.pdf": files_of(proving)[f"{BRIEF}.pdf"]})
        found += axe_of(page, "proven")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        chosen(page, {f"{number}.pdf": b"x" for number in range(21)})
        expect(page.locator("#outcome-heading")).to_contain_text("te veel")
        found += axe_of(page, "too many")
    assert [str(one) for one in found] == []


def test_a_file_is_chosen_by_keyboard_and_dropped_by_mouse(browser: Browser, proving: Serving) -> None:
    """The button is reached with Tab and opens the chooser; a drop anywhere on the page is taken."""

    def choose(chooser: FileChooser) -> None:
        chooser.set_files(proving.root / "build" / BRIEF / f"{BRIEF}.pdf")

    with browser.visit(proving.entry) as page:
        page.on("filechooser", choose)
        page.goto(f"{proving.url}verify")
        tab_to(page, "#choose")
        page.keyboard.press("Enter")
        expect(page.locator("#outcome-heading")).to_contain_text("Alle 2 citaten")
        page.evaluate(
            """bytes => {
                const files = new DataTransfer();
                files.items.add(new File([new Uint8Array(bytes)], "leeg.pdf"));
                dispatchEvent(new DragEvent("drop", { dataTransfer: files, cancelable: true }));
            }""",
            [37, 80, 68, 70],
        )
        expect(page.locator("#proof")).to_contain_text("leeg.pdf")
