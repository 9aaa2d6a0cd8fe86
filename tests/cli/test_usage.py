"""Mistakes on the command line are told in the user's language, with what may be typed instead."""

import pytest

from bronbrief.cli.main import run
from bronbrief.cli.usage import language


def test_the_bare_command_prints_its_help_and_calls_nothing_a_mistake(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who types the name alone reads what commands there are."""
    run([])
    shown = capsys.readouterr().err
    assert shown.startswith("Usage: bronbrief")
    assert "Fout" not in shown
    assert "Error" not in shown


@pytest.mark.parametrize(
    ("line", "dutch", "english"),
    [
        (
            "chek",
            "Er is geen opdracht chek. Bedoelt u check?",
            "There is no command chek. Did you mean check?",
        ),
        ("--debug", "Er ontbreekt een opdracht, zoals build.", "A command is missing, such as build."),
        (
            "version",
            "Er is geen opdracht version. Bedoelt u --version?",
            "There is no command version. Did you mean --version?",
        ),
        ("xyzzy", "Er is geen opdracht xyzzy.", "There is no command xyzzy."),
        ("check --fromat json", "Er is geen optie --fromat. Bedoelt u --format?", "Did you mean --format?"),
        ("check --format", "Achter --format hoort een waarde.", "--format needs a value."),
        (
            "check --format xml",
            "“xml” kan hier niet staan. Kies uit text, json,",
            "“xml” is not one of text, json,",
        ),
        (
            "build --format xml",
            "“xml” kan hier niet staan. Kies uit pdf, html.",
            "“xml” is not one of pdf, html.",
        ),
        ("dossier", "BRIEF...|FILE.yaml ontbreekt.", "BRIEF...|FILE.yaml is missing."),
        (
            "dossier x --meeting 9-12-2026",
            "--meeting: “9-12-2026” is geen datum. Schrijf hem als JJJJ-MM-DD, zoals 2026-12-09.",
            "Write it as YYYY-MM-DD, such as 2026-12-09.",
        ),
        (
            "dossier x --annex 0",
            "“0” is geen geheel getal van 1 tot en met 999.",
            "a whole number from 1 to 999.",
        ),
        ("build --jobs veel", "“veel” is geen geheel getal van 1 of meer.", "a whole number of 1 or more."),
        (
            "verify build/it's",
            "Er is geen bestand of map build/it's.",
            "There is no file or folder build/it's.",
        ),
        (
            "inspect .",
            "PDF: . is een map, en hier hoort een bestand.",
            "PDF: . is a folder, and this must be a file.",
        ),
        ("explain a b c", "Dit is te veel: b c.", "This is too much: b c."),
        ("schema --reference", "Bij --reference hoort --output", "--reference needs --output"),
    ],
)
def test_a_mistake_is_told_in_both_languages(
    line: str, dutch: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names what was typed, what may be typed, and where help is; the exit code is 2."""
    for lang, expected, help_ in (("nl", dutch, "Uitleg geeft"), ("en", english, "Try")):
        assert run(["--lang", lang, *line.split()]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert expected in err
        assert help_ in err


def test_the_language_before_a_command_is_that_of_its_findings(
    capsys: pytest.CaptureFixture[str], tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`bronbrief --lang nl check` and `bronbrief check --lang nl` are one; behind the command goes first."""
    monkeypatch.chdir(str(tmp_path))
    said = []
    for arguments in (
        ["--lang", "nl", "check"],
        ["check", "--lang", "nl"],
        ["--lang", "en", "check", "--lang", "nl"],
    ):
        assert run(arguments) == 2
        said.append(capsys.readouterr().err)
    assert said[0] == said[1] == said[2]
    assert "fout" in said[0].lower()


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        (["check", "--lang", "nl"], "nl"),
        (["--lang=en", "chek"], "en"),
        (["check", "--lang"], "nl"),
        (["check", "--lang", "fr"], "nl"),
        (["check", "--language", "en"], "nl"),
        ([], "nl"),
    ],
)
def test_the_language_is_read_off_a_wrong_command_line(arguments: list[str], lang: str) -> None:
    """Where it cannot be read, it is that of the locale."""
    assert language(arguments, {"LANG": "nl_NL.UTF-8"}) == lang
