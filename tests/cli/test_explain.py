"""`bronbrief explain` says what a code means."""

import pytest

from bronbrief.cli.main import run


def test_explains_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The words are those of the catalogue, in Dutch where asked."""
    assert run(["explain", "file-missing", "--lang", "nl"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("file-missing (fout)\n\n  Er is geen bestand {path}\n")
    assert "Oplossing\n" in shown


def test_a_code_may_be_typed_with_the_brackets_around_it(capsys: pytest.CaptureFixture[str]) -> None:
    """A finding ends with its code in brackets, and people copy those as well."""
    assert run(["explain", "[quote-drift]", "--lang", "nl"]) == 0
    assert capsys.readouterr().out.startswith("quote-drift")


def test_unknown_code_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped code is answered with the codes most like it, and exit code 2."""
    assert run(["explain", "file-mising"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "There is no diagnostic file-mising [code-unknown]" in captured.err
    assert "Use a code such as file-missing," in captured.err
