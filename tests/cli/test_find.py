"""`bronbrief find`: what people and programs read of a search, and what they paste."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from bronbrief.blocks.registry import BLOCKS
from bronbrief.cli.add import command as add
from bronbrief.cli.find import command
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.load import load_spec
from cli.test_main import modules_after


def run(workspace: Path, *arguments: str) -> Result:
    """Run the command in a workspace, in Dutch."""
    return CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "nl", *arguments])


def test_a_hit_is_a_line_with_the_words_marked(workspace: Path) -> None:
    """Piped, each hit is one line: source, locator, surroundings."""
    result = run(workspace, "veerdienst", "raad")
    assert result.exit_code == 0
    line = result.stdout.splitlines()[0].split("\t")
    assert line[:2] == ["havenkrant-2023", "al. 1"]
    assert "houdt de »veerdienst« over" in line[2]


def test_a_long_passage_is_shown_where_most_of_the_words_stand(workspace: Path) -> None:
    """Words that also stand far before the phrase do not push the phrase out of what is shown."""
    filler = "Daarna kwam er een lange toelichting van het college over heel andere zaken. " * 4
    text = f"Wij varen niet meer. {filler}Zonder subsidie beginnen wij niet aan de aanleg.\n"
    letter = workspace / "brief.txt"
    letter.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(add, ["--workspace", str(workspace), "-q", str(letter)]).exit_code == 0
    assert "»beginnen« »wij« »niet« aan" in run(workspace, "beginnen", "wij", "niet").stdout


def test_json_has_the_passage_and_the_marks(workspace: Path) -> None:
    """Marks are offsets in the text of the passage."""
    data = json.loads(run(workspace, "wethouder", "--json").stdout)
    (hit,) = data["hits"]
    assert [hit["text"][start:end] for start, end in hit["marks"]] == ["wethouder"]
    assert data["total"] == 1


def test_yaml_is_pasted_and_verifies(workspace: Path) -> None:
    """What --yaml prints, put below `excerpts:` of a spec, is proven."""
    printed = run(workspace, "reden", "besloten", "vaart", "--yaml", "-n", "5").stdout
    spec = workspace / "briefs" / "veerdienst.yaml"
    text = spec.read_text(encoding="utf-8").replace("excerpts:\n", f"excerpts:\n{printed}")
    spec.write_text(text, encoding="utf-8")
    loaded = load_spec(Workspace(workspace), "briefs/veerdienst.yaml", BLOCKS)
    catalogue = load_catalogue(Workspace(workspace)).value
    assert loaded.value is not None, loaded.diagnostics
    assert catalogue is not None
    proven = prove_all(loaded.value, catalogue)
    assert proven.diagnostics == ()
    assert proven.value is not None
    assert len(proven.value) >= 4
    assert "Over het jaar daarna is nog niets besloten." in {one.text for one in proven.value.values()}


def test_nothing_found_ends_as_grep_does(workspace: Path) -> None:
    """A word that no source has ends with 1 and a sentence; one that some have ends with 0."""
    result = run(workspace, "zeppelin")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "zeppelin" in result.stderr
    assert run(workspace, "zeppelin", "--json").exit_code == 1
    assert run(workspace, "veerdienst").exit_code == 0


def test_what_could_not_be_searched_is_not_called_absent(workspace: Path) -> None:
    """Where a source cannot be read, that nothing was found is trouble: 2; what was found stays found."""
    (workspace / "seeds" / "stuk.txt").write_bytes(b"\xff\xfe\xff" * 40)
    absent = run(workspace, "zeppelin")
    assert (absent.exit_code, "source-not-searched" in absent.stderr) == (2, True)
    assert run(workspace, "veerdienst").exit_code == 0


def test_nothing_asked_is_a_usage_error(workspace: Path) -> None:
    """Punctuation alone cannot be searched for."""
    result = run(workspace, "…")
    assert result.exit_code == 2
    assert "search-empty" in result.stderr


def test_an_unknown_source_gets_the_nearest(workspace: Path) -> None:
    """A source's name mistyped ends with 2 and the right one."""
    result = run(workspace, "haven", "--source", "havenkrant-2032")
    assert result.exit_code == 2
    assert "havenkrant-2023" in result.stderr


def test_text_cannot_steer_the_terminal(workspace: Path) -> None:
    """Control characters of a source are not passed on."""
    (workspace / "seeds" / "kwaad.txt").write_text(
        "Een \x1b[31m zeppelin\x07 en een ballon.", encoding="utf-8"
    )
    result = run(workspace, "zeppelin")
    assert "zeppelin" in result.stdout
    assert "\x1b" not in result.stdout


def test_finding_imports_no_heavy_library(workspace: Path) -> None:
    """A search starts without what building needs."""
    modules = modules_after("find", "veerdienst", "--workspace", str(workspace))
    assert not modules & {"weasyprint", "pydantic", "jinja2", "markdown", "babel", "yaml", "pypdfium2"}
