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


def test_pasted_text_is_kept_as_it_was_pasted(workspace: Path) -> None:
    """`add -` keeps each byte of what comes in; its title gives the id, and no file is its origin."""
    pasted = f"Gesprek\r\n\r\n{TEXT}\ufeff"
    result = run(workspace, "-", "--title", "Gesprek met de buurt", typed=pasted)
    assert result.exit_code == 0, result.output
    assert (workspace / "seeds" / "gesprek-met-de-buurt.txt").read_bytes() == pasted.encode()
    record = (workspace / "seeds" / "gesprek-met-de-buurt.yaml").read_text(encoding="utf-8")
    assert "origin" not in record
    assert "title: Gesprek met de buurt\n" in record


def test_pasted_text_without_a_name_is_refused(workspace: Path) -> None:
    """Nothing is read or written until an id or a title names it; with an id, it is taken in."""
    result = run(workspace, "-", typed=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pasted-without-name" in result.stderr
    assert run(workspace, "-", "--id", "buurt", typed=TEXT).exit_code == 0
    newer = run(workspace, "-", "--replace", "buurt", typed=TEXT + TEXT)
    assert newer.exit_code == 0, newer.output
    assert (workspace / "seeds" / "buurt.txt").read_text(encoding="utf-8") == TEXT + TEXT


def test_pasted_text_does_not_take_a_file_of_its_name_for_itself(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that lies in seeds/ under the same name is another one, and stays."""
    monkeypatch.chdir(workspace / "seeds")
    Path("buurt.txt").write_text("Een ander.\n", encoding="utf-8")
    assert "source-exists" in run(workspace, "-", "--id", "buurt", typed=TEXT).stderr
    assert Path("buurt.txt").read_text(encoding="utf-8") == "Een ander.\n"


def test_one_refused_document_does_not_stop_the_others(workspace: Path, tmp_path: Path) -> None:
    """Of a folder each file is taken in for itself; what is left to do comes last, and the exit code is 1."""
    folder = tmp_path / "stukken"
    (folder / "bijlagen").mkdir(parents=True)
    (folder / "bijlagen" / "Nota Twee.txt").write_text(TEXT, encoding="utf-8")
    (folder / "een.txt").write_text(TEXT, encoding="utf-8")
    (folder / "kapot.pdf").write_bytes(b"geen pdf")
    (folder / ".verborgen").write_bytes(b"\0")
    result = run(workspace, str(folder), "--publisher", "Gemeente Oostdam")
    assert result.exit_code == 1
    assert "document-unreadable" in result.stderr
    assert "kapot.pdf is niet opgenomen" in result.stderr
    assert "Opgenomen: 2 van 3." in result.stdout
    last = result.stdout.partition("Om in te vullen")[2]
    assert "seeds/nota-twee.yaml  title (Nota twee)" in last
    assert all("author, date, url" in line for line in last.splitlines() if ".yaml" in line)
    for name in ("een", "nota-twee"):
        record = (workspace / "seeds" / f"{name}.yaml").read_text(encoding="utf-8")
        assert "publisher: Gemeente Oostdam" in record


def test_several_documents_end_with_none_where_all_are_taken_in_and_two_where_none_is(
    workspace: Path, tmp_path: Path
) -> None:
    """The exit code says whether all, some or none of the documents became sources."""
    for name in ("een.txt", "twee.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    both = [str(tmp_path / "een.txt"), str(tmp_path / "twee.txt")]
    assert run(workspace, *both).exit_code == 0
    again = run(workspace, *both, "-q")
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr.count("[source-exists]") == 2


@pytest.mark.parametrize(
    "given",
    [["--id", "x"], ["--title", "X"], ["--identifier", "X"], ["--csl", "x.json"], ["--replace", "x"], ["-"]],
    ids=lambda given: given[0],
)
def test_what_belongs_to_one_document_is_refused_with_several(
    workspace: Path, tmp_path: Path, given: list[str]
) -> None:
    """An id, a title, a source to replace and pasted text are named in the refusal; nothing is written."""
    path = tmp_path / "een.txt"
    path.write_text(TEXT, encoding="utf-8")
    before = sorted((workspace / "seeds").iterdir())
    result = run(workspace, str(path), str(tmp_path), *given, typed=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "several-documents" in result.stderr
    assert given[0] in result.stderr
    assert sorted((workspace / "seeds").iterdir()) == before


def test_an_empty_folder_is_named(workspace: Path, tmp_path: Path) -> None:
    """Nobody is left to wonder why nothing came in."""
    (tmp_path / "leeg").mkdir()
    assert "folder-without-documents" in run(workspace, str(tmp_path / "leeg")).stderr
