"""`bronbrief new`: options, refusals and what is written."""

from pathlib import Path

from click.testing import CliRunner, Result

from bronbrief.cli.new import command
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check


def run(workspace: Path, *arguments: str) -> Result:
    """Run the command in a workspace, in Dutch."""
    return CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "nl", *arguments])


def test_options_land_in_the_spec(workspace: Path) -> None:
    """What is given stands in the spec, and the next step is told."""
    options = [
        "-t",
        "tijdlijn",
        "-l",
        "nl-BE",
        "--title",
        "De brug",
        "--for",
        "De raad",
        "--date",
        "2025-02-28",
    ]
    result = run(workspace, "brug", *options)
    text = (workspace / "briefs" / "brug.yaml").read_text(encoding="utf-8")
    assert result.exit_code == 0, result.output
    for line in ("title: De brug", "template: tijdlijn", "lang: nl-BE", "for: De raad", "date: 2025-02-28"):
        assert f"\n{line}\n" in text
    assert "bronbrief check brug" in result.stdout


def test_the_default_answers_pass_check(workspace: Path) -> None:
    """Of a spec made without a word from the author all that is said is what to replace."""
    for name, language in (("haven", "nl-NL"), ("brexit-en-de-haven-2020", "nl-BE"), ("harbour", "en")):
        run(workspace, name, "-l", language)
        report = check(Workspace(workspace), [name])
        assert {one.code for one in report.diagnostics} == {"unedited"}, report.diagnostics


def test_without_a_terminal_nothing_is_asked(workspace: Path) -> None:
    """A script gets a spec with sensible values and a title made of the name."""
    assert run(workspace, "haven-en-brug", "-q").output == ""
    text = (workspace / "briefs" / "haven-en-brug.yaml").read_text(encoding="utf-8")
    assert "\ntitle: Over haven en brug\n" in text


def test_wrong_values_end_with_two_and_write_nothing(workspace: Path) -> None:
    """A template, language or date that cannot stand in a spec is refused with those that can."""
    before = sorted((workspace / "briefs").iterdir())
    for options, cure in (
        (("-t", "tijdljn"), "tijdlijn"),
        (("-l", "de"), "nl-NL"),
        (("--date", "2026-02-30"), "De datum 2026-02-30 bestaat niet"),
        (("--date", "morgen"), "JJJJ-MM-DD"),
        (("--title", "  "), "200"),
    ):
        result = run(workspace, "nieuw", *options)
        assert result.exit_code == 2
        assert cure in result.stderr
    assert sorted((workspace / "briefs").iterdir()) == before
