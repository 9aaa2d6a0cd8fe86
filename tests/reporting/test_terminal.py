"""A finding shows where it is, what it is and how to mend it."""

from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from bronbrief.core.diagnostics import Diagnostic, Place, Related, Severity, report
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.reporting.colour import show
from bronbrief.reporting.terminal import render


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Make a workspace for files to point at."""
    (tmp_path / "briefs").mkdir()
    return Workspace(tmp_path)


def diagnostic(place: Place | None, **extra: object) -> Diagnostic:
    """Make a finding at a place."""
    related, detail = extra.get("related", ()), extra.get("detail", "")
    assert isinstance(related, tuple)
    return report("file-missing", place, related=related, detail=str(detail), path="foto.png")


def marked(workspace: Workspace, line: str, start: int, end: int, width: int = 100) -> tuple[str, str]:
    """Return the line and the mark beneath it, without the margin."""
    (workspace.root / "briefs" / "x.yaml").write_text(line, encoding="utf-8")
    shown = render(
        [diagnostic(Place("briefs/x.yaml", 1, start, 1, end))], workspace, width=width
    ).splitlines()
    return shown[1][9:], shown[2][9:]


def test_whole_block(workspace: Workspace) -> None:
    """A block holds place, severity, headline, code, marked line, related place, detail, hint and way out."""
    (workspace.root / "briefs" / "x.yaml").write_text("title: A\nfigure: foto.png\n", encoding="utf-8")
    related = (Related(Place("briefs/x.yaml", 1, 1, 1, 6), "key-first", {"key": "title"}),)
    place = Place("briefs/x.yaml", 2, 9, 2, 17)

    assert render([diagnostic(place, related=related, detail="one\ntwo")], workspace) == (
        "briefs/x.yaml:2:9: error: There is no file foto.png [file-missing]\n"
        "     2 | figure: foto.png\n"
        "       |         ^^^^^^^^\n"
        "  briefs/x.yaml:1:1: “title” stands here first\n"
        "     1 | title: A\n"
        "       | ^^^^^\n"
        "         one\n"
        "         two\n"
        "  hint: Check the name, or put the file there; the path counts from the top of the workspace.\n"
        "  more: bronbrief explain file-missing\n"
        "\n"
    )


def test_dutch_words(workspace: Workspace) -> None:
    """A Dutch reader gets Dutch words throughout."""
    shown = render([diagnostic(None)], workspace, "nl")

    assert shown.startswith("fout: Er is geen bestand foto.png [file-missing]\n")
    assert "  tip: Controleer de naam" in shown


def test_severity_of_the_finding_counts(workspace: Workspace) -> None:
    """A finding made stricter is shown by its own weight."""
    diagnostic = report("file-missing", severity=Severity.WARNING, path="x")

    assert render([diagnostic], workspace).startswith("warning: ")


def test_tabs_wide_and_combining_characters_keep_the_mark_in_place(workspace: Workspace) -> None:
    """The mark counts screen cells: a tab as four, a wide character as two, a combining one as none."""
    assert marked(workspace, "\ttitel: x", 9, 10) == ("    titel: x", " " * 11 + "^")
    assert marked(workspace, "titel: 北京 x", 8, 10) == ("titel: 北京 x", " " * 7 + "^^^^")
    assert marked(workspace, "titel: cafe\u0301 x", 8, 13) == ("titel: cafe\u0301 x", " " * 7 + "^^^^")


def test_long_line_is_cut_around_the_mark(workspace: Workspace) -> None:
    """A line of thousands of characters shows what is marked and a little on either side."""
    line, mark = marked(workspace, "a" * 3000 + "HERE" + "b" * 3000, 3001, 3005)

    assert cell_len(line) <= 91
    assert line[mark.index("^") : mark.rindex("^") + 1] == "HERE"
    assert line.startswith("…a")
    assert line.endswith("b…")


def test_span_over_lines_marks_the_rest_of_its_first_line(workspace: Workspace) -> None:
    """A place that runs over several lines is marked to the end of the first."""
    (workspace.root / "briefs" / "x.yaml").write_text("body: |\n  one  \n  two\n", encoding="utf-8")
    shown = render([diagnostic(Place("briefs/x.yaml", 2, 3, 3, 6))], workspace).splitlines()

    assert shown[2] == "       |   ^^^"


@pytest.mark.parametrize(
    "place", [Place("briefs/none.yaml", 3, 1, 3, 2), Place("../x", 1, 1), Place("briefs/x", 0)]
)
def test_place_without_a_line_shows_none(workspace: Workspace, place: Place) -> None:
    """A file that is gone, outside the workspace or named as a whole has no line to show."""
    assert " | " not in render([diagnostic(place)], workspace)


def test_control_characters_never_reach_the_terminal(workspace: Workspace) -> None:
    """A hostile file or value cannot steer the screen or turn the reading direction."""
    evil = "\x1b[2J\u202etxet\x07\u2066"
    (workspace.root / "briefs" / "x.yaml").write_text(evil, encoding="utf-8")
    related = (Related(Place("briefs/x.yaml", 1, 1, 1, 3), "key-first", {"key": evil}),)
    diagnostic = report(
        "file-missing", Place("briefs/x.yaml", 1, 1, 1, 4), related=related, detail=evil, path=evil
    )
    shown = render([diagnostic], workspace)

    assert not set(shown) & {"\x1b", "\x07", "\u202e", "\u2066"}


def test_square_brackets_are_not_read_as_styling(workspace: Workspace) -> None:
    """Text of the user that looks like a style of the terminal library prints as it stands."""
    (workspace.root / "briefs" / "x.yaml").write_text("a: '[bold]x[/bold]'", encoding="utf-8")
    stream = StringIO()
    show(Console(file=stream), [diagnostic(Place("briefs/x.yaml", 1, 4, 1, 9))], workspace)

    assert "a: '[bold]x[/bold]'" in stream.getvalue()


def test_colour_only_where_the_console_takes_it(workspace: Workspace) -> None:
    """A terminal gets colour, a pipe plain lines, and both the same words."""
    terminal, pipe = StringIO(), StringIO()
    show(
        Console(file=terminal, force_terminal=True, width=100, no_color=False), [diagnostic(None)], workspace
    )
    show(Console(file=pipe), [diagnostic(None)], workspace)

    assert "\x1b[" in terminal.getvalue()
    assert pipe.getvalue() == render([diagnostic(None)], workspace)


@pytest.mark.parametrize(("lang", "said"), [("en", "stands here first"), ("nl", "voor het eerst")])
def test_second_places_are_told_in_the_language_of_the_reader(
    workspace: Workspace, lang: str, said: str
) -> None:
    """What is said of a second place has words in both languages, as the finding has."""
    (workspace.root / "briefs" / "x.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    shown = render(read_yaml(b"a: 1\na: 2\n", "briefs/x.yaml").diagnostics, workspace, lang)

    assert said in shown
