"""`bronbrief add`: what is told of a document taken in, and of one that is not."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from bronbrief.cli.add import command
from bronbrief.cli.sources import command as sources
from support.documents import para, pdf, word

TEXT = "Het college heeft besloten de brug te vervangen. Dat wordt een jaar later dan de raad wilde.\n"


def run(workspace: Path, *arguments: str, typed: str = "") -> Result:
    """Run the command in a workspace, in Dutch; `typed` is what somebody types there."""
    given = ["--workspace", str(workspace), "--lang", "nl", *arguments]
    return CliRunner().invoke(command, given, input=typed)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command be at a terminal."""
    stream = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr("bronbrief.cli.add.sys", SimpleNamespace(stdin=stream, stdout=stream))


def test_what_was_written_and_what_is_left_is_told(workspace: Path, tmp_path: Path) -> None:
    """The paths come first, then each place in the record that wants looking at, with its line."""
    path = tmp_path / "Nota Brug.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run(workspace, str(path), "--publisher", "Gemeente Oostdam", "--country", "NL")
    assert result.exit_code == 0, result.output
    assert "Nota Brug.txt opgenomen als nota-brug (woorden: 17, passages: 1)." in result.stdout
    assert "\n  seeds/nota-brug.txt\n" in result.stdout
    lines = (workspace / "seeds" / "nota-brug.yaml").read_text(encoding="utf-8").splitlines()
    assert "publisher: Gemeente Oostdam" in lines
    assert "countries: [NL]" in lines
    row = next(number for number, line in enumerate(lines, 1) if line.startswith("author:"))
    assert f"seeds/nota-brug.yaml:{row}  author:" in result.stdout


def test_a_document_that_cannot_be_taken_in_ends_with_two(workspace: Path, tmp_path: Path) -> None:
    """A scan is refused with what to do, and nothing is written."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf([[]]))
    before = sorted((workspace / "seeds").iterdir())
    result = run(workspace, str(path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "document-scan" in result.stderr
    assert sorted((workspace / "seeds").iterdir()) == before


def test_a_document_with_two_versions_waits_for_a_choice(workspace: Path, tmp_path: Path) -> None:
    """Without a choice nothing is written, and what differs is shown; with one, the record keeps it."""
    path = tmp_path / "besluit.docx"
    deleted = '<w:del><w:r><w:delText xml:space="preserve">niet </w:delText></w:r></w:del>'
    path.write_bytes(word(para("Het college stelt voor het zwembad ", deleted, "te sluiten in dit jaar.")))
    before = sorted((workspace / "seeds").iterdir())
    refused = run(workspace, str(path))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert all(said in refused.stderr for said in ("[-niet-]", "--changes accept", "--changes reject"))
    assert sorted((workspace / "seeds").iterdir()) == before
    taken = run(workspace, str(path), "--changes", "reject")
    assert taken.exit_code == 0, taken.output
    assert "niet te sluiten" in (workspace / "seeds" / "besluit.txt").read_text(encoding="utf-8")
    assert "\nchanges: rejected\n" in (workspace / "seeds" / "besluit.yaml").read_text(encoding="utf-8")
    shown = CliRunner().invoke(sources, ["--workspace", str(workspace), "--lang", "nl", "besluit"])
    assert "verworpen" in shown.output


def test_quiet_says_nothing(workspace: Path, tmp_path: Path) -> None:
    """With --quiet only findings show."""
    path = tmp_path / "nota.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(workspace, str(path), "-q").output == ""


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_it_asks_for_what_it_could_not_know(workspace: Path, tmp_path: Path) -> None:
    """A date is asked with what the text has, and taken in words; a wrong answer is asked again."""
    path = tmp_path / "nota.txt"
    path.write_text(f"Nota brug\n\nVastgesteld op 4 mei 2021.\n\n{TEXT}", encoding="utf-8")
    result = run(workspace, str(path), typed="\nGemeente\ngisteren\n4 mei 2021\nletter\n")
    assert result.exit_code == 0, result.output
    assert "op regel 3 van de tekst staat “4 mei 2021”" in result.stderr
    assert "record-date" in result.stderr
    lines = (workspace / "seeds" / "nota.yaml").read_text(encoding="utf-8").splitlines()
    assert {"publisher: Gemeente", 'date: "2021-05-04"', "kind: letter"} <= set(lines)
    assert any(line.startswith("title: Nota brug  # ") for line in lines)
    assert any(line.startswith("title_basis: supplied") for line in lines)


@pytest.mark.usefixtures("terminal")
def test_enter_leaves_open_what_nobody_knows(workspace: Path, tmp_path: Path) -> None:
    """Nothing is invented where the author does not answer, and what was given is not asked."""
    path = tmp_path / "nota.txt"
    path.write_text(f"Nota brug\n\nVastgesteld op 4 mei 2021.\n\n{TEXT}", encoding="utf-8")
    result = run(workspace, str(path), "--kind", "letter", typed="\n\n\n")
    assert result.exit_code == 0, result.output
    lines = (workspace / "seeds" / "nota.yaml").read_text(encoding="utf-8").splitlines()
    assert [line.split("  #")[0] for line in lines if line.startswith(("date", "publisher"))] == [
        "publisher:",
        "date:",
    ]


@pytest.mark.usefixtures("terminal")
def test_no_input_asks_nothing(workspace: Path, tmp_path: Path) -> None:
    """Scripts on a terminal are not held up."""
    path = tmp_path / "nota.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(workspace, str(path), "--no-input").exit_code == 0


def test_a_name_cannot_steer_the_terminal(workspace: Path, tmp_path: Path) -> None:
    """What a file is called is shown, not obeyed."""
    path = tmp_path / "no\x1b[31mta\n.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run(workspace, str(path), "--id", "nota")
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output


def test_a_newer_version_is_told_with_its_effects(workspace: Path, tmp_path: Path) -> None:
    """The command says what it replaced, what that means for each brief, and what to look at."""
    path = tmp_path / "nieuw.txt"
    path.write_text("De gemeente Oostdam houdt niets in stand.\n", encoding="utf-8")
    result = run(workspace, str(path), "--replace", "havenkrant-2023")
    assert result.exit_code == 0, result.output
    assert "nieuw.txt vervangt havenkrant-2023" in result.stdout
    assert "source-change-effect" in result.stderr
    refused = run(workspace, str(path), "--replace", "havenkrant-2023", "--title", "X", "--language", "nl")
    assert refused.exit_code == 2
    assert "--title, --language" in refused.stderr


def test_a_record_holds_what_a_librarian_asks(workspace: Path, tmp_path: Path) -> None:
    """Number, whole, day of reading and archived copy are given as options, and listed with the source."""
    path = tmp_path / "Nota.txt"
    path.write_text(TEXT, encoding="utf-8")
    given = {
        "--identifier": "stb-2018-141",
        "--part-of": "Jaarstukken",
        "--retrieved": "2026-11-21",
        "--archived": "https://web.archive.org/web/2026/https://oostdam.nl",
    }
    result = run(workspace, str(path), *(word for pair in given.items() for word in pair))
    assert result.exit_code == 0, result.output
    listed = CliRunner().invoke(sources, ["--workspace", str(workspace), "nota", "--json"]).stdout
    record = json.loads(listed)["record"]
    assert [record[key] for key in ("identifier", "part_of", "retrieved", "archived")] == list(given.values())


def test_a_day_that_cannot_be_is_refused_with_the_day_that_may_be_meant(
    workspace: Path, tmp_path: Path
) -> None:
    """A fact that a record would not take is refused before anything is written."""
    path = tmp_path / "Nota.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run(workspace, str(path), "--retrieved", "21 november 2026")
    assert result.exit_code == 2
    assert "Schrijf 2026-11-21" in result.stderr
    assert not (workspace / "seeds" / "nota.txt").exists()
