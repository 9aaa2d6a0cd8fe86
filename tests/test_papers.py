"""Nine kinds of papers as councils publish them, rebuilt in form in `papers/`; their words are invented."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bronbrief.core.diagnostics import Severity
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.report import BuildReport
from bronbrief.pipeline.run import build
from bronbrief.verify.reading import read_tree
from bronbrief.verify.verify import verify
from support.browser import Browser
from support.spoken import read_page, words
from support.validators import nu, verapdf

PAPERS = Path(__file__).parent / "papers"
NAMES = sorted(path.stem for path in (PAPERS / "briefs").glob("[!_]*.yaml"))
CODED = ("purpose", "decided", "sent", "meeting")
"""Keys whose values print in other words: days in full, and what the council is asked."""


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """Build the nine papers, once."""
    root = shutil.copytree(PAPERS, tmp_path_factory.mktemp("papers") / "papers")
    for folder in ("templates", "build"):
        (root / folder).mkdir()
    return root, build(Workspace(root))


def spec(name: str) -> Any:
    """Read a spec as plain data."""
    return yaml.safe_load((PAPERS / "briefs" / f"{name}.yaml").read_text(encoding="utf-8"))


def typed(value: Any) -> Iterator[str]:
    """Yield the texts in a value."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from typed(item) if key not in CODED else ()
    elif isinstance(value, list):
        for item in value:
            yield from typed(item)
    else:
        yield str(value)


def test_no_paper_is_refused(papers: tuple[Path, BuildReport]) -> None:
    """All nine build; what is said of them is advice on the look of a page, if anything."""
    report = papers[1]
    said = {(one.code, one.severity) for one in report.diagnostics if not one.code.startswith("pdf-")}
    assert len(NAMES) == 9
    assert {severity for _, severity in said} <= {Severity.HINT}, said
    assert report.exit_code == 0


@pytest.mark.parametrize("name", NAMES)
def test_all_that_the_head_and_the_end_hold_is_printed(papers: tuple[Path, BuildReport], name: str) -> None:
    """Every value that the author typed for the council stands on the web page and in the PDF."""
    given, folder = spec(name), papers[0] / "build" / name
    values = list(typed([given["council"], given.get("fields", []), given["for"]]))
    spoken = "".join(read_tree((folder / f"{name}.pdf").read_bytes()).text.split())
    page = "".join(words(read_page(folder / f"{name}.html")))
    missing = [value for value in values for text in (spoken, page) if "".join(value.split()) not in text]

    assert values
    assert not missing


def test_days_and_purposes_print_in_words(papers: tuple[Path, BuildReport]) -> None:
    """A day is written out, and what is asked is said in the language of the paper."""
    said = {name: " ".join(words(read_page(papers[0] / "build" / name / f"{name}.html"))) for name in NAMES}
    assert "Besluit college 12 mei 2026" in said["raadsvoorstel"]
    assert "Gevraagd ter besluitvorming" in said["raadsvoorstel"]
    assert "Gevraagd ter beslissing" in said["nota-gemeenteraad"]
    assert "Gevraagd ter kennisneming" in said["statenmededeling"]


def test_arguments_are_numbered_and_decisions_are_a_list(papers: tuple[Path, BuildReport]) -> None:
    """Arguments count from one, and so do those against; the points to decide are an ordered list."""
    page = (papers[0] / "build" / "raadsvoorstel" / "raadsvoorstel.html").read_text(encoding="utf-8")
    numbers = [part.partition("<")[0] for part in page.split('<span class="number">')[1:]]
    decision = page.partition('<section class="section decision">')[2].partition("</section>")[0]
    assert numbers == ["1.", "2.", "1."]
    assert decision.count("<li>") == 3


def test_every_paper_is_archivable_and_valid(papers: tuple[Path, BuildReport]) -> None:
    """Neither veraPDF nor the Nu Html Checker finds a fault in any of them."""
    folders = [papers[0] / "build" / name for name in NAMES]
    assert not verapdf(folder / f"{folder.name}.pdf" for folder in folders)
    assert not nu(folder / f"{folder.name}.html" for folder in folders)


@pytest.mark.parametrize("width", [320, 1280])
def test_every_paper_is_accessible(papers: tuple[Path, BuildReport], browser: Browser, width: int) -> None:
    """Axe-core finds nothing, narrow or wide, light or dark, and nothing scrolls sideways."""
    for name in NAMES:
        page = papers[0] / "build" / name / f"{name}.html"
        assert not browser.axe(page, width=width, scheme="light"), name
        assert not browser.axe(page, width=width, scheme="dark"), name
        assert browser.overhang(page, width=width) == 0, name


OWN = """\
{% extends "_shared/base.html.j2" %}
{% block masthead %}<div class="cover">{{ apparatus.title() }}</div>{% endblock %}
"""
TITLES = "title: {nl-NL: Bericht}\ndescription: {nl-NL: Een bericht.}\n"


def with_own_template(root: Path, manifest: str) -> Workspace:
    """Write a workspace with one paper, whose template of its own leaves the head out."""
    shutil.copytree(PAPERS / "seeds", root / "seeds")
    folder = root / "templates" / "raadsinformatiebrief"
    for made in (folder, root / "briefs", root / "build"):
        made.mkdir(parents=True)
    shutil.copy(PAPERS / "briefs" / "collegebericht.yaml", root / "briefs")
    shutil.copy(PAPERS / "briefs" / "_defaults.yaml", root / "briefs")
    (folder / "brief.html.j2").write_text(OWN, encoding="utf-8")
    (folder / "template.yaml").write_text(TITLES + manifest, encoding="utf-8")
    return Workspace(root)


@pytest.mark.parametrize("manifest", ["", "prints: [council.from, council.portfolio_holder]\n"])
def test_a_template_that_loses_what_it_says_it_prints_publishes_nothing(
    tmp_path: Path, manifest: str
) -> None:
    """A page without a value of the head that its template prints is an error that names the value."""
    report = build(with_own_template(tmp_path, manifest))
    lost = {one.params["what"] for one in report.diagnostics if one.code == "readback-text"}
    assert report.exit_code == 1
    assert "“wethouder Verkeer”" in lost
    assert not list((tmp_path / "build").rglob("*.pdf"))


def test_what_a_template_says_it_does_not_print_is_told_where_it_stands(tmp_path: Path) -> None:
    """Each key that the template does not name is a warning at that key, and the paper is built."""
    report = build(with_own_template(tmp_path, "prints: [for, author]\n"))
    told = {
        one.params["key"]: one.place.line
        for one in report.diagnostics
        if one.place and one.code == "template-prints-not"
    }
    lines = (tmp_path / "briefs" / "collegebericht.yaml").read_text(encoding="utf-8").splitlines()
    assert report.exit_code == 0
    assert set(told) == {
        *("council.from", "council.purpose", "council.portfolio_holder", "council.registration_number"),
        "fields",
    }
    assert all(lines[line - 1].strip().startswith(key.split(".")[-1]) for key, line in told.items())


def test_a_value_of_the_head_that_was_changed_afterwards_is_found(
    papers: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    """Verify reads the head and the end of a finished paper against the record of its evidence."""
    folder = shutil.copytree(papers[0] / "build" / "raadsvoorstel", tmp_path / "kopie")
    page = folder / "raadsvoorstel.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Z-26-00417", "Z-26-00471"), encoding="utf-8")
    done = verify(folder, Workspace(papers[0]))
    assert any(one.code == "verify-text" and one.params["what"] == "“Z-26-00417”" for one in done.diagnostics)
