"""`bronbrief new`: options, refusals and what is written."""

from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner, Result

from bronbrief.cli.new import command
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
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


def _second_source(workspace: Path) -> None:
    """Write a second source, which comes first in the alphabet."""
    text = b"Arnhem sluit het zwembad\n\nDe gemeente Arnhem sluit het zwembad in het voorjaar.\n"
    (workspace / "seeds" / "arnhem.txt").write_bytes(text)
    facts = "title: Zwembad dicht\ntitle_basis: stated\nkind: news\nlang: nl\n"
    record = f"{facts}sha256: {sha256(text).hexdigest()}\n"
    (workspace / "seeds" / "arnhem.yaml").write_text(record, encoding="utf-8")


def test_the_source_that_fits_the_title_is_quoted(workspace: Path) -> None:
    """What the title speaks of decides which source is quoted, not the alphabet; --source goes before it."""
    _second_source(workspace)
    run(workspace, "een", "--title", "Veerdienst in stand")
    run(workspace, "twee", "--title", "Sluiting van het zwembad")
    run(workspace, "drie", "--title", "Veerdienst in stand", "--source", "seeds/arnhem.txt")
    said = [
        (workspace / "briefs" / f"{name}.yaml").read_text(encoding="utf-8")
        for name in ("een", "twee", "drie")
    ]
    assert ["source: arnhem" in text for text in said] == [False, True, True]
    assert "source: havenkrant-2023" in said[0]
    assert check(Workspace(workspace), ["twee"]).exit_code == 0


def test_a_source_that_is_not_there_is_named(workspace: Path) -> None:
    """Nothing is written where the source does not exist; the nearest one is proposed."""
    result = run(workspace, "een", "--source", "havenkrant-2022")
    assert (result.exit_code, "havenkrant-2023" in result.stderr) == (2, True)
    assert not (workspace / "briefs" / "een.yaml").exists()


def test_a_new_brief_speaks_the_language_of_the_workspace(workspace: Path) -> None:
    """What all briefs share in _defaults.yaml goes before the language of the messages."""
    (workspace / "briefs" / "_defaults.yaml").write_text("lang: nl-BE\n", encoding="utf-8")
    CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "en", "haven"])
    text = (workspace / "briefs" / "haven.yaml").read_text(encoding="utf-8")
    assert "\nlang: nl-BE\n" in text
    assert "title: Over haven\n" in text


def test_a_language_that_briefs_are_not_written_in_begins_an_english_one(
    workspace: Path, tmp_path: Path
) -> None:
    """Who is spoken to in a language that has no labels gets a brief, not a refusal."""
    for spec in (workspace / "briefs").iterdir():
        spec.unlink()
    words = tmp_path / "words" / "de"
    words.mkdir(parents=True)
    (words / "language.toml").write_text('tag = "de-DE"\n', encoding="utf-8")
    with i18n.searching(words.parent):
        result = run(workspace, "brug", "--lang", "de")
    assert result.exit_code == 0, result.output
    assert "\nlang: en\n" in (workspace / "briefs" / "brug.yaml").read_text(encoding="utf-8")
