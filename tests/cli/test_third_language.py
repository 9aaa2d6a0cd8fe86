"""A third language is one folder: what it has is said in it, and the rest in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bronbrief.cli.main import run
from bronbrief.locale import i18n

GERMAN = {
    "commands": """
        options_metavar = "[OPTIONEN]"
        [options]
        --lang = "Die Sprache der Befunde."
        [templates]
        short = "Zeige die Vorlagen."
        help = "Zeige die Vorlagen und was jede verlangt."
    """,
    "views": """
        [sources]
        words = "Wörter"
        [templates]
        intro = "Nenne eine davon: `template: tijdlijn`."
        needs = "nötig: {needs}"
    """,
    "diagnostics": """
        error = "Fehler"
        cause = "Ursache"
        cure = "Abhilfe"
    """,
    "diagnostics/files": """
        [file-missing]
        headline = "Es gibt keine Datei {path}"
        hint = "Prüfe den Namen."
    """,
    "usage": """
        option = "Es gibt keine Option {name}."
    """,
}
PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "Usage:"
msgstr "Aufruf:"

msgid "Error: {message}"
msgstr "Fehler: {message}"
"""


@pytest.fixture(autouse=True)
def german(tmp_path: Path) -> Iterator[None]:
    """Give Bronbrief a folder with a little German."""
    for area, text in GERMAN.items():
        path = tmp_path / "words" / "de" / f"{area}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    compiled = tmp_path / "words" / "de" / "LC_MESSAGES" / "messages.mo"
    compiled.parent.mkdir()
    with compiled.open("wb") as file:
        write_mo(file, read_po(PO.strip().splitlines()))
    with i18n.searching(tmp_path / "words"):
        yield


def test_templates_are_listed_in_german(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the folder has is German; how many pages there may be is said in English."""
    monkeypatch.chdir(workspace)

    assert run(["templates", "--lang", "de"]) == 0
    shown = capsys.readouterr().out
    assert "nötig: key_messages, timeline" in shown
    assert "at most 2 pages" in shown
    assert shown.endswith("Nenne eine davon: `template: tijdlijn`.\n")


def test_a_code_is_explained_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    """The headline is German; what causes it falls back on English."""
    assert run(["explain", "file-missing", "--lang", "de"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("file-missing (Fehler)\n\n  Es gibt keine Datei {path}\n\nUrsache\n")
    assert i18n.words("diagnostics/files", "en")["file-missing"]["cause"] in shown


def test_sources_are_listed_in_german_where_the_locale_is_german(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The locale chooses the language as it does Dutch; Dutch is not touched."""
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert run(["sources", "file"]) == 2
    assert capsys.readouterr().err.split(": ")[0] == "Fehler"
    assert run(["sources", "file", "--lang", "nl"]) == 2
    assert capsys.readouterr().err.split(": ")[0] == "fout"


def test_help_and_mistakes_are_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    """Help is German with what click says itself, and a mistake in typing is told in German."""
    assert run(["templates", "--help", "--lang", "de"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Aufruf: bronbrief templates [OPTIONEN]\n\n  Zeige die Vorlagen und was")
    assert "--lang [de|nl|en]" in shown
    assert "Write JSON." in shown
    assert run(["--lang", "de", "templates", "--foo"]) == 2
    assert capsys.readouterr().err.endswith("Fehler: Es gibt keine Option --foo.\n")
