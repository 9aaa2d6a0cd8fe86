"""Places and files lead to themselves on a terminal that takes links, and nothing in a name steers it."""

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from bronbrief.reporting.links import ends_linked, linked, takes_links
from support.terminal import interrupted
from support.workspaces import BRIEF

LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("environ", "takes"),
    [
        ({"TERM": "xterm-256color", "VTE_VERSION": "6003"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4800"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "x"}, False),
        ({"TERM": "xterm", "WT_SESSION": "0-0"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "dumb", "VTE_VERSION": "6003"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
        ({}, False),
    ],
)
def test_links_go_only_to_terminals_that_take_them(environ: Mapping[str, str], takes: bool) -> None:  # noqa: FBT001
    """A terminal is asked by what it says of itself; a pipe and a file get none, whatever is said."""
    assert takes_links(Terminal(), environ) is takes
    assert not takes_links(io.StringIO(), environ)


def test_no_name_ends_a_link_or_begins_another() -> None:
    """Whatever a file is called, its address is plain ASCII without blanks, and its name is shown safely."""
    name = "a\x1b]8;;https://evil.example\x1b\\b\x07 \u202e\udcff.pdf"
    shown = linked(name, Path("/werk") / name)
    (address, end) = LINK.findall(shown)
    assert end == ""
    assert re.fullmatch(r"file:///werk/[\w%./\-]+", address, re.ASCII)
    assert shown.count("\x1b") == 4
    assert not {"\x07", "\u202e", "\udcff"} & set(shown)


def test_a_line_leads_to_the_file_that_it_ends_with() -> None:
    """The last name of a line becomes a link; words and names of other files stay as they are."""
    files = {"build/x/x.pdf": Path("/w/build/x/x.pdf"), "build/index.html": Path("/w/build/index.html")}
    text = "built        build/x/x.pdf\n             build/y.pdf\nContents: build/index.html\n1 brief."
    shown = ends_linked(text, files)
    assert LINK.sub("", shown) == text
    assert [one for one in LINK.findall(shown) if one] == [
        "file:///w/build/x/x.pdf",
        "file:///w/build/index.html",
    ]


@pytest.mark.ci
def test_findings_on_such_a_terminal_lead_to_their_files(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place of a finding opens the file; on another terminal no link is written."""
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    spec.write_text(f"{spec.read_text(encoding='utf-8')}foo: 1\n", encoding="utf-8")
    for name in (
        "VTE_VERSION",
        "TERM_PROGRAM",
        "WT_SESSION",
        "KITTY_WINDOW_ID",
        "DOMTERM",
        "KONSOLE_VERSION",
    ):
        monkeypatch.delenv(name, raising=False)
    for forced, expected in (("1", {spec.as_uri()}), ("0", set())):
        monkeypatch.setenv("FORCE_HYPERLINK", forced)
        shown = interrupted(workspace, ["check", "--lang", "nl"], tmp_path, lambda _: False).shown
        assert set(LINK.findall(shown)) - {""} == expected
