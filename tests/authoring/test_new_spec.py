"""`authoring/new_spec.py`: a new spec passes `check` as delivered, and takes no file's place."""

from pathlib import Path

import pytest

from bronbrief.authoring.new_spec import NewSpec, check_name, spec_text, write_spec
from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.workspace import Workspace
from bronbrief.html.manifest import Manifest
from bronbrief.html.templates import load_template, template_names
from bronbrief.intake.add import Request, take_in
from bronbrief.pipeline.run import check
from bronbrief.spec.load import load_spec

UNFILLED = {"unedited", "key-message-uncited", "answer-uncited", "cell-uncited"}
"""What is rightly said of a new spec that has nothing to cite."""
TITLES = [
    'Een "titel": met # tekens',
    "- streepje",
    "yes",
    "Wat & wie <b>",
    "'s-Hertogenbosch",
    "[lijst]",
    "@x",
]


def make(workspace: Path, name: str = "nieuw", **answers: str) -> Path:
    """Write a new spec in a workspace and return its path."""
    told = {"template": "raadsinformatiebrief", "lang": "nl-NL", "title": "Een titel", "audience": "De raad"}
    told |= {"date": "2026-11-21"} | answers
    if told["lang"] == "en":
        told["title"] = "About the harbour"
    manifest = load_template(Workspace(workspace), told["template"]).value
    assert manifest is not None
    written = write_spec(Workspace(workspace), NewSpec(name, **told), manifest.manifest)
    assert written.value == f"briefs/{name}.yaml", written.diagnostics
    return workspace / written.value


@pytest.mark.every(9)
@pytest.mark.parametrize("lang", ["nl-NL", "nl-BE", "en"])
@pytest.mark.parametrize("template", template_names(Workspace(Path(__file__).parents[2])))
def test_a_new_spec_passes_check_and_quotes_a_source(workspace: Path, template: str, lang: str) -> None:
    """For every template and language all that is said is what to replace, and a real sentence is quoted."""
    path = make(workspace, template=template, lang=lang)
    report = check(Workspace(workspace), ["nieuw"])
    assert {one.code for one in report.diagnostics} == {"unedited"}, report.diagnostics
    assert "source: havenkrant-2023" in path.read_text(encoding="utf-8")


LETTER = """\
Aan de raad van de gemeente Oostdam
Havenplein 1
4401 AA  OOSTDAM

In de vergadering van 12 mei is gevraagd naar de zekerheid die wij de mensen die
met de veerdienst varen bieden. Graag gaan wij daarop in, en wij doen dat met de
cijfers van het afgelopen jaar, want die zijn sinds kort bekend.
"""


def test_an_address_is_no_example_where_there_is_a_sentence(workspace: Path) -> None:
    """The first passage of a letter is long enough to quote, and yet the sentence after it is quoted."""
    (workspace / "adres.txt").write_text(LETTER, encoding="utf-8")
    assert take_in(Workspace(workspace), Request(str(workspace / "adres.txt"))).ok
    spec = make(workspace).read_text(encoding="utf-8")
    assert "source: adres" in spec
    assert "In de vergadering van 12 mei" in spec
    assert "Aan de raad van" not in spec


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_kept_as_it_is(workspace: Path, title: str) -> None:
    """Characters that mean something in YAML are text in a title."""
    make(workspace, title=title, audience=title)
    loaded = load_spec(Workspace(workspace), "briefs/nieuw.yaml", BLOCKS)
    assert loaded.value is not None, loaded.diagnostics
    assert (loaded.value.spec.title, loaded.value.spec.for_) == (title, title)


@pytest.mark.every(4)
@pytest.mark.parametrize("template", template_names(Workspace(Path(__file__).parents[2])))
def test_without_sources_it_explains_and_still_passes(workspace: Path, template: str) -> None:
    """A workspace without sources gets a spec without excerpts, with a comment that says how to get there."""
    for path in (workspace / "seeds").iterdir():
        path.unlink()
    spec = make(workspace, template=template)
    assert "bronbrief add" in spec.read_text(encoding="utf-8")
    report = check(Workspace(workspace), ["nieuw"])
    found = {one.code for one in report.diagnostics}
    assert "unedited" in found
    assert found <= UNFILLED, report.diagnostics


def test_nothing_is_overwritten(workspace: Path) -> None:
    """A name that is taken is refused, also when the file appears at the last moment."""
    path = make(workspace)
    before = path.read_bytes()
    root = Workspace(workspace)
    assert [one.code for one in check_name(root, "nieuw").diagnostics] == ["brief-exists"]
    spec = NewSpec("nieuw", "tijdlijn", "en", "Other", "All", "2026-01-01")
    written = write_spec(root, spec, Manifest({}, {}))
    assert [one.code for one in written.diagnostics] == ["brief-exists"]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Mijn Brief", "mijn-brief"),
        ("../weg", "weg"),
        ("_defaults", "defaults"),
        ("é!", "e"),
        ("…", "mijn-briefing"),
    ],
)
def test_a_name_that_will_not_do_gets_one_that_does(workspace: Path, name: str, suggestion: str) -> None:
    """The finding proposes the name that is nearest to what was typed."""
    finding = check_name(Workspace(workspace), name).diagnostics[0]
    assert (finding.code, finding.params["suggestion"]) == ("brief-name", suggestion)


def test_a_path_is_taken_for_its_name(workspace: Path) -> None:
    """Who types briefs/x.yaml means x."""
    assert check_name(Workspace(workspace), "briefs/nieuw.yaml").value == "nieuw"


def test_comments_are_in_the_language_of_the_brief() -> None:
    """A Dutch brief explains itself in Dutch, an English one in English."""
    texts = {
        lang: spec_text(
            NewSpec("x", "tijdlijn", lang, "T", "R", "2026-01-01"), ("timeline",), None, (), sample=True
        )
        for lang in ("nl-BE", "en")
    }
    assert "# Voor wie de briefing is." in texts["nl-BE"]
    assert "# For whom the brief is." in texts["en"]
    assert "2026-01-01" in texts["en"]
