"""`bronbrief add`: what is told of a document taken in, and of one that is not."""

from pathlib import Path

from click.testing import CliRunner, Result

from bronbrief.cli.add import command
from bronbrief.cli.sources import command as sources
from support.documents import para, pdf, word

TEXT = "Het college heeft besloten de brug te vervangen. Dat wordt een jaar later dan de raad wilde.\n"


def run(workspace: Path, *arguments: str) -> Result:
    """Run the command in a workspace, in Dutch."""
    return CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "nl", *arguments])


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
