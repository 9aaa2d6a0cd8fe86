"""A change of a YAML file changes one value and nothing else, or is refused."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.core.yaml.patching import Change, Insert, Move, Put, Remove, patch
from bronbrief.core.yaml.values import Data, Path, read_yaml
from bronbrief.core.yaml.writing import after_dash

FILE = "briefs/x.yaml"
TEXT = """\
# bovenaan
title: Een titel  # zo heet hij
lists: [a, "b, c"]
key_messages:
  # het eerste
  - Eerst dit.
  - |
    Dan dat,
    op twee regels.
excerpts:
  een: {source: bron, quote: "Er is, zo staat er, geen geld."}
  twee:
    source: bron
    quote: Er is wel geld.
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (Put(("title",), "Nieuw: beter"), "Een titel", '"Nieuw: beter"'),
        (Put(("lists", 0), "x, y"), "[a,", '["x, y",'),
        (Put(("key_messages", 1), "Kort."), "- |\n    Dan dat,\n    op twee regels.", "- Kort."),
        (Put(("excerpts", "een", "sic"), ["zo"]), 'geld."}', 'geld.", sic: [zo]}'),
        (Put(("excerpts", "twee", "initial"), "lower"), "wel geld.", "wel geld.\n    initial: lower"),
        (
            Put(("excerpts", "drie"), {"source": "bron", "passage": "al. 1"}),
            "wel geld.\n",
            "wel geld.\n  drie:\n    source: bron\n    passage: al. 1\n",
        ),
        (
            Put(("house", "logo", "alt"), "Wapen"),
            "wel geld.\n",
            "wel geld.\nhouse:\n  logo:\n    alt: Wapen\n",
        ),
        (Insert(("key_messages", 2), "Ten slotte."), "regels.\n", "regels.\n  - Ten slotte.\n"),
        (Insert(("key_messages", 0), "a\nb"), "  # het eerste", "  - |-\n    a\n    b\n  # het eerste"),
        (Remove(("key_messages", 0)), "  # het eerste\n  - Eerst dit.\n", ""),
        (Remove(("excerpts", "twee", "source")), "    source: bron\n", ""),
        (Remove(("lists", 1)), '[a, "b, c"]', "[a]"),
        (
            Move(("key_messages", 0), 1),
            "  # het eerste\n  - Eerst dit.\n  - |\n    Dan dat,\n    op twee regels.\n",
            "  - |\n    Dan dat,\n    op twee regels.\n  # het eerste\n  - Eerst dit.\n",
        ),
    ],
)
def test_only_the_characters_of_the_value_change(change: Change, old: str, new: str) -> None:
    """Comments, order and layout stay, with either kind of line end."""
    assert TEXT.count(old) == 1
    assert patch(TEXT, FILE, change).value == TEXT.replace(old, new)
    crlf = TEXT.replace("\n", "\r\n")
    assert patch(crlf, FILE, change).value == TEXT.replace(old, new).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "change",
    [Remove(("nergens",)), Put(("title", "x"), "y"), Move(("lists", 0), 9), Insert(("title", 0), "y")],
)
def test_what_cannot_be_changed_alone_is_refused(change: Change) -> None:
    """Nothing is changed then, and the finding says where."""
    outcome = patch(TEXT, FILE, Put(("title",), "Eerst goed"), change)
    assert outcome.value is None
    assert [one.code for one in outcome.diagnostics] == ["edit-not-exact"]


def test_a_file_that_cannot_be_read_says_why() -> None:
    """The findings are those of reading it."""
    outcome = patch("title: 'open\n", FILE, Put(("title",), "x"))
    assert outcome.value is None
    assert [one.code for one in outcome.diagnostics] == ["yaml-unclosed-quote"]


WORDS = st.text(st.sampled_from("ab :-#'\"[]{},|>\n é…1"), min_size=1, max_size=12)
KEYS = st.text(st.sampled_from("abcé-1"), min_size=1, max_size=4)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(WORDS, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


def paths(node: Data, path: Path = ()) -> list[Path]:
    """Return the paths of a value and of all below it."""
    below = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(deeper for key, value in below for deeper in paths(value, (*path, key)))]


def changes(top: dict[str, Data], path: Path, value: Data) -> list[Change]:
    """Return the changes that can be made at a path, but for taking away the last that a file holds."""
    node: Any = top
    for step in path:
        node = node[step]
    found: list[Change] = [Put(path, value)] if path else []
    if path and (len(path) > 1 or len(top) > 1):
        found.append(Remove(path))
    if isinstance(node, dict):
        found.append(Put((*path, "nieuw"), value))
    if isinstance(node, list):
        found.append(Insert((*path, len(node) // 2), value))
        found += [Move((*path, 0), len(node) - 1)] if node else []
    return found


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), VALUES, st.data())
def test_what_we_write_reads_back_and_can_be_changed(
    top: dict[str, Data], value: Data, data: st.DataObject
) -> None:
    """Any value of any file that we write can be given, added to, moved and taken away."""
    text = f"{after_dash(top, -2)}\n"
    read = read_yaml(text.encode(), FILE)
    assert read.value is not None
    assert read.value.value == top
    for change in changes(top, data.draw(st.sampled_from(paths(top))), value):
        assert patch(text, FILE, change).value is not None, change
