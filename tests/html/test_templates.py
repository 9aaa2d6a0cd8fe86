"""Templates are found, kept in their sandbox, and their mistakes are pointed at."""

import os
from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.html.needs import check_needs
from bronbrief.html.templates import _unknown, load_template, template_names
from bronbrief.spec.load import load_spec

SHIPPED = (
    *("factsheet", "memo", "nota-gemeenteraad", "raadsinformatiebrief", "raadsvoorstel", "statenmededeling"),
    *("tijdlijn", "vergelijking", "vraag-antwoord"),
)
MANIFEST = "title: {nl-NL: Eigen}\ndescription: {nl-NL: Een eigen sjabloon}\n"


def own(root: Path, page: str, name: str = "eigen", manifest: str = MANIFEST) -> Workspace:
    """Make a workspace with one template of its own."""
    folder = root / "templates" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "template.yaml").write_text(manifest, encoding="utf-8")
    (folder / "brief.html.j2").write_text(page, encoding="utf-8")
    return Workspace(root)


def fill(workspace: Workspace, name: str = "eigen", **values: object) -> tuple[str | None, list[Diagnostic]]:
    """Load and fill a template."""
    loaded = load_template(workspace, name)
    assert loaded.value is not None
    filled = loaded.value.fill(values)
    return filled.value, list(filled.diagnostics)


def test_nine_templates_are_shipped(tmp_path: Path) -> None:
    """An empty workspace can use the nine templates that Bronbrief ships."""
    assert template_names(Workspace(tmp_path)) == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_speaks_three_languages(tmp_path: Path, name: str) -> None:
    """Every shipped template has a title and a description in Dutch, Flemish and English."""
    loaded = load_template(Workspace(tmp_path), name)
    assert loaded.value is not None
    assert not loaded.diagnostics
    assert set(loaded.value.manifest.titles) == {"nl-NL", "nl-BE", "en"}
    assert set(loaded.value.manifest.descriptions) == {"nl-NL", "nl-BE", "en"}


def test_the_workspace_goes_before_what_is_shipped(tmp_path: Path) -> None:
    """A template of the workspace hides the shipped one of the same name, whole."""
    workspace = own(tmp_path, "<p>van ons</p>", "tijdlijn")
    loaded = load_template(workspace, "tijdlijn")
    assert loaded.value is not None
    assert loaded.value.fill({}).value == "<p>van ons</p>"
    assert "The timeline leads" not in loaded.value.styles["print"]


def test_a_template_of_ones_own_builds_on_the_shared_files(tmp_path: Path) -> None:
    """A workspace without _shared still gets the shared style sheets and macros."""
    loaded = load_template(own(tmp_path, "x"), "eigen")
    assert loaded.value is not None
    assert ".key-messages" in loaded.value.styles["screen"]


def test_the_style_sheet_of_the_house_is_read_last_for_both_media(tmp_path: Path) -> None:
    """What stands in templates/house.css goes before every other rule, and its place is its own line."""
    workspace = own(tmp_path, "x")
    (tmp_path / "templates" / "house.css").write_text("h1 { color: var(--ink); }\n", encoding="utf-8")
    for name in ("eigen", "tijdlijn"):
        template = load_template(workspace, name).value
        assert template is not None
        for medium in ("print", "screen"):
            assert template.styles[medium].endswith("h1 { color: var(--ink); }\n")
            assert template.sheets[medium][-1][0] == "templates/house.css"


def test_every_file_of_a_template_is_remembered(tmp_path: Path) -> None:
    """Reading a template notes its files, found or not, so that watching sees them change."""
    workspace = own(tmp_path, '{% include "_shared/voet.html.j2" ignore missing %}')
    fill(workspace)
    expected = {f"templates/eigen/{file}" for file in ("template.yaml", "brief.html.j2", "print.css")}
    assert expected | {"templates/_shared/voet.html.j2"} <= workspace.reads.keys()


def test_an_unknown_template_brings_the_nearest_name_first(tmp_path: Path) -> None:
    """A misspelt template is reported with the name that was meant at the head of the list."""
    finding = load_template(Workspace(tmp_path), "tijdlin").diagnostics[0]
    assert finding.code == "template-unknown"
    assert finding.params["known"].startswith("tijdlijn, ")


@pytest.mark.parametrize("name", ["../etc", "_shared", "_labels", "a/b", "", "tijdlijn/..", "TIJDLIJN"])
def test_only_plain_names_are_templates(tmp_path: Path, name: str) -> None:
    """A name that could lead elsewhere is not a template."""
    assert [finding.code for finding in load_template(Workspace(tmp_path), name).diagnostics] == [
        "template-unknown"
    ]


@pytest.mark.parametrize(
    ("page", "code", "line"),
    [
        ("<p>\n{% if x %}\n", "template-syntax", 2),
        ("<p>\n{% for x in y %}{% if x %}\n{% endif %}", "template-syntax", 3),
        ("<p>\n{{ bestaat_niet }}", "template-undefined", 2),
        ("\n\n{{ labels['kind'] }}", "template-undefined", 3),
        ("\n{{ 1 // 0 }}", "template-failed", 2),
        ("{{ labels.__class__ }}", "template-forbidden", 1),
        ("\n{{ labels.update({'a': 'b'}) }}", "template-forbidden", 2),
        ("\n{{ 'x'.format.__globals__ }}", "template-forbidden", 2),
        ("{% for i in range(10000000) %}{% endfor %}", "template-failed", 1),
        ("\n{% include 'tijdlijn/brief.html.j2' %}", "template-file-missing", 2),
        ("\n{% include '_shared/../../briefs/x.yaml' %}", "template-file-missing", 2),
        ("\n{% include '/etc/passwd' %}", "template-file-missing", 2),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", "template-failed", 1),
    ],
)
def test_a_mistake_in_a_template_is_pointed_at(tmp_path: Path, page: str, code: str, line: int) -> None:
    """Whatever goes wrong in a template becomes one finding at the line that did it."""
    value, findings = fill(own(tmp_path, page), labels={})
    assert value is None
    assert [finding.code for finding in findings] == [code]
    assert findings[0].place is not None
    assert (findings[0].place.file, findings[0].place.line) == ("templates/eigen/brief.html.j2", line)


def test_values_are_escaped(tmp_path: Path) -> None:
    """A value never becomes markup, in text or in an attribute."""
    value, _ = fill(own(tmp_path, '<p title="{{ v }}">{{ v }}</p>'), v='"><script>')
    assert value == '<p title="&#34;&gt;&lt;script&gt;">&#34;&gt;&lt;script&gt;</p>'


def test_a_changed_template_is_never_taken_from_memory(tmp_path: Path) -> None:
    """Compiled templates are kept by their text, so that an edit shows at once."""
    assert fill(own(tmp_path, "eerst"))[0] == "eerst"
    assert fill(own(tmp_path, "daarna"))[0] == "daarna"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    """A template that links to a file elsewhere on the machine is not read."""
    outside = tmp_path / "geheim"
    outside.write_text("geheim", encoding="utf-8")
    workspace = own(tmp_path / "werk", "x")
    page = tmp_path / "werk" / "templates" / "eigen" / "brief.html.j2"
    page.unlink()
    page.symlink_to(outside)
    value, findings = fill(workspace)
    assert value is None
    assert findings[0].code == "template-file-missing"


def test_what_a_template_needs_is_compared_with_the_spec(workspace: Path) -> None:
    """A brief without what its template needs is reported where it names the template."""
    path = workspace / "briefs" / "veerdienst.yaml"
    path.write_text(path.read_text("utf-8").replace("raadsinformatiebrief", "tijdlijn"), encoding="utf-8")
    opened = Workspace(workspace)
    template, loaded = (
        load_template(opened, "tijdlijn").value,
        load_spec(opened, "briefs/veerdienst.yaml", BLOCKS).value,
    )
    assert template is not None
    assert loaded is not None
    (finding,) = check_needs(template, loaded)
    assert (finding.code, finding.params["need"]) == ("template-need-unmet", "timeline")
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (2, 11)


def test_a_spec_with_all_that_is_needed_is_in_order(workspace: Path) -> None:
    """The addressee, key messages and body of a brief meet the needs of a raadsinformatiebrief."""
    opened = Workspace(workspace)
    template = load_template(opened, "raadsinformatiebrief").value
    loaded = load_spec(opened, "briefs/veerdienst.yaml", BLOCKS).value
    assert template is not None
    assert loaded is not None
    assert check_needs(template, loaded) == ()


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("'bestaat_niet' is undefined", "“bestaat_niet”"),
        ("'bronbrief.brief.model.Brief object' has no attribute 'titel'", "“titel”"),
        ("list object has no element 3", "list object has no element 3"),
    ],
)
def test_an_unknown_value_is_called_by_its_name(message: str, said: str) -> None:
    """What the template wrote is named, and not what it looked in."""
    assert _unknown(message) == said
