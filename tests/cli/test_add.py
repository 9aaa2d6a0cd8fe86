"""`bronbrief add`: what is told of a document taken in, and of one that is not."""

from pathlib import Path

from click.testing import CliRunner, Result

from bronbrief.cli.add import command
from support.documents import pdf

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


def test_quiet_says_nothing(workspace: Path, tmp_path: Path) -> None:
    """With --quiet only findings show."""
    path = tmp_path / "nota.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(workspace, str(path), "-q").output == ""
