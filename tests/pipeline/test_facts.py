"""The table of contents tells of what stands published, whatever is recorded."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.authoring.scaffold import scaffold
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.index import contents, published_facts
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import build

NAMES = ("voorbeeld", "tweede", "derde")
HTML = Options(("html",))


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build three briefs."""
    folder = tmp_path_factory.mktemp("three")
    scaffold(folder)
    first = (folder / "briefs" / "voorbeeld.yaml").read_text(encoding="utf-8")
    for name in NAMES[1:]:
        (folder / "briefs" / f"{name}.yaml").write_text(first, encoding="utf-8")
    assert build(Workspace(folder), options=HTML).exit_code == 0
    return folder


@pytest.fixture
def built(three: Path, tmp_path: Path) -> Path:
    """Return a copy of the three briefs, with a record of their own."""
    root = Path(shutil.copytree(three, tmp_path / "workspace"))
    list_again(root)
    return root


def list_again(root: Path) -> None:
    """Make the table of contents anew."""
    (root / "build" / "index.html").write_bytes(contents(Workspace(root)).value or b"")


def retitle(root: Path, name: str) -> None:
    """Give a brief another title."""
    spec = root / "briefs" / f"{name}.yaml"
    lines = spec.read_text(encoding="utf-8").splitlines()
    titled = ["title: Een andere titel" if line.startswith("title:") else line for line in lines]
    assert titled != lines
    spec.write_text("\n".join(titled) + "\n", encoding="utf-8")


def retitled(root: Path, name: str) -> None:
    """Give a brief another title, and build it."""
    retitle(root, name)
    assert build(Workspace(root), [name], HTML).exit_code == 0


def remove(root: Path, path: str) -> None:
    """Take a file or a folder away by hand."""
    file = root / path
    shutil.rmtree(file) if file.is_dir() else file.unlink()


def rewrite(root: Path, path: str, old: str, new: str) -> None:
    """Change a file by hand."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


PAGE = "build/tweede/tweede.html"
DATA = "build/tweede/tweede.evidence.jsonld"
CHANGES: dict[str, Callable[[Path], None]] = {
    "another title": lambda root: retitled(root, "derde"),
    "a spec removed": lambda root: remove(root, "briefs/tweede.yaml"),
    "a page deleted": lambda root: remove(root, PAGE),
    "the evidence deleted": lambda root: remove(root, DATA),
    "all of a brief deleted": lambda root: remove(root, "build/tweede"),
    "a page changed by hand": lambda root: rewrite(root, PAGE, '"inLanguage":"nl-NL"', '"inLanguage":"en"'),
    "a page without data": lambda root: rewrite(root, PAGE, "application/ld+json", "text/plain"),
    "a page with other data": lambda root: rewrite(root, PAGE, '"datePublished":"', '"datePublished":"x'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_with_a_record_and_without_the_bytes_are_the_same(built: Path, change: str) -> None:
    """Whatever happened since, the table of contents is that of a workspace without any record."""
    index = built / "build" / "index.html"
    CHANGES[change](built)
    list_again(built)
    kept = index.read_bytes()
    shutil.rmtree(built / "build" / ".cache", ignore_errors=True)
    list_again(built)
    assert index.read_bytes() == kept


def test_another_title_is_told(built: Path) -> None:
    """A brief that is built anew is listed as it stands now."""
    retitled(built, "tweede")
    assert "Een andere titel" in (built / "build" / "index.html").read_text(encoding="utf-8")


def test_building_one_without_any_record_lists_all(built: Path) -> None:
    """In a fresh clone with its output, one brief is built, and the table of contents still lists three."""
    shutil.rmtree(built / "build" / ".cache")
    before = (built / "build" / "index.html").read_bytes()
    build(Workspace(built), ["derde"], HTML)
    assert (built / "build" / "index.html").read_bytes() == before


def test_data_is_found_wherever_it_stands_in_a_page(built: Path) -> None:
    """The data of a page may stand in its head or, in a page of somebody's template, in its body."""
    page = built / "build" / NAMES[0] / f"{NAMES[0]}.html"
    told = published_facts(Workspace(built), NAMES)
    html = page.read_text(encoding="utf-8")
    data = html[html.index('<script type="application/ld+json"') : html.index("</script>") + len("</script>")]
    page.write_text(html.replace(data, "").replace("</main>", f"{data}</main>"), encoding="utf-8")
    assert set(told) == set(NAMES)
    assert published_facts(Workspace(built), NAMES) == told
