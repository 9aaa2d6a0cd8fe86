"""The table of contents can be read by everyone, and needs nothing but itself."""

import json
import shutil
from pathlib import Path

import pytest

from bronbrief.authoring.scaffold import scaffold
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.index import contents
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import build
from support.browser import Browser, Scheme
from support.validators import nu


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example in two languages, and return the table of contents."""
    folder = tmp_path_factory.mktemp("contents")
    scaffold(folder)
    spec = (folder / "briefs" / "voorbeeld.yaml").read_text(encoding="utf-8")
    english = spec.replace("date: 2026", "lang: en\ndate: 2026")
    (folder / "briefs" / "example.yaml").write_text(english, encoding="utf-8")
    assert build(Workspace(folder), options=Options(("html",))).exit_code == 0
    return folder / "build" / "index.html"


def test_page_refers_to_nothing_outside_its_folder(index: Path) -> None:
    """No script, no network: every address is a file beside it, or data."""
    page = index.read_text(encoding="utf-8")

    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


def test_other_languages_are_marked(index: Path) -> None:
    """The page is Dutch; the title of an English brief says that it is English."""
    page = index.read_text(encoding="utf-8")

    assert '<html lang="nl-NL">' in page
    assert '<h3 lang="en">' in page


def test_briefs_are_grouped_by_kind_and_counted_as_they_print(index: Path) -> None:
    """Each kind has a heading; quotations set off, in a line and in notes count, each once."""
    page = index.read_text(encoding="utf-8").replace('<span class="soft-break"></span>', "")
    record = json.loads((index.parent / "voorbeeld" / "voorbeeld.evidence.jsonld").read_text("utf-8"))
    noted = {note["excerpt"] for note in record["notes"] if "excerpt" in note}
    printed = {*record["setOff"], *record["inline"], *noted}

    assert "<h2>Raadsinformatiebrief</h2>" in page
    assert len(printed) > len(record["setOff"])
    assert f"{len(printed)} citaten uit {len(record['sources'])} bron" in page


def test_files_that_are_listed_exist(index: Path) -> None:
    """Every link leads to a file in build/."""
    links = [part.split('"', 1)[0] for part in index.read_text(encoding="utf-8").split('href="')[1:]]

    assert len(links) == 7
    assert all((index.parent / link).is_file() for link in links if not link.startswith("#"))


def test_spec_that_is_gone_is_no_longer_listed(index: Path, tmp_path: Path) -> None:
    """Of a brief without a spec the files stay, but the table of contents does not list them."""
    root = Path(shutil.copytree(index.parents[1], tmp_path / "copy"))
    (root / "briefs" / "example.yaml").unlink()
    listed = contents(Workspace(root)).value

    assert listed
    assert b'id="example"' not in listed
    assert (root / "build" / "example").is_dir()


def test_page_is_valid_html(index: Path) -> None:
    """The Nu Html Checker finds no error."""
    assert nu([index]) == []


def test_page_reflows(index: Path, browser: Browser) -> None:
    """At 320 px nothing makes the page scroll sideways (WCAG 2.2, 1.4.10)."""
    with browser.page(index, width=320) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(index: Path, browser: Browser, width: int, scheme: Scheme) -> None:
    """Axe finds nothing against WCAG 2.2 AA or best practice, on a telephone or a context."""
    assert browser.axe(index, width=width, scheme=scheme) == []
