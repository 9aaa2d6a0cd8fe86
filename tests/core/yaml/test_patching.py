"""A change of a YAML file changes one value and nothing else, or is refused."""

from collections import Counter
from copy import deepcopy
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bronbrief.core.diagnostics import has_errors
from bronbrief.core.places import Path
from bronbrief.core.yaml.changes import make
from bronbrief.core.yaml.patching import Change, Insert, Move, Put, Remove, patch
from bronbrief.core.yaml.values import Data, Positioned, read_yaml
from bronbrief.core.yaml.writing import after_dash
from support.handwritten_yaml import COMMENT, Hand
from support.tools import sized

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


@settings(max_examples=sized(150, 37), deadline=None)
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


TEXTS = st.sampled_from(
    [
        *(
            "Een titel",
            "a: b",
            "x #y",
            "nee",
            "1.0",
            "",
            "'",
            "!tag",
            "a,b]",
            "één ‘citaat’ [@x]",
            "![[id]]\n",
        ),
        *(
            "Twee regels\nhier",
            "Alinea een. En zo.\n\nAlinea twee.\n",
            "  ingesprongen\nx",
            "- punt\n- punt\n",
        ),
        *("a\u00a0b\nc", "\tx\ny", "x\n# y\n", "regel\n\n\nregel\n\n"),
    ]
)
NAMES = st.sampled_from(["a", "bé", "c-d", "title", "e 1"])
NESTED = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, st.none() | inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=sized(250, 62), deadline=None)
@given(st.dictionaries(NAMES, NESTED, min_size=1, max_size=4), TEXTS, st.data())
def test_what_any_hand_wrote_can_be_changed(top: dict[str, Data], value: Data, data: st.DataObject) -> None:
    """Exactly one value changes, and no comment goes but with what it stands in."""
    text = Hand(lambda number: data.draw(st.integers(0, number - 1))).file(top)
    read = read_yaml(text.encode(), FILE)
    assume(read.value is not None and not has_errors(read.diagnostics))
    assert read.value is not None
    for change in changes(read.value.value, data.draw(st.sampled_from(paths(read.value.value))), value):
        wanted, new = deepcopy(read.value.value), patch(text, FILE, change).value
        make(wanted, change)
        if new is None:  # a text that keeps the empty lines below it keeps those of its new place too
            assert isinstance(change, Move), change
            assert "+" in text
            continue
        again = read_yaml(new.encode(), FILE).value
        assert again is not None
        assert again.value == wanted
        lost = Counter(COMMENT.findall(text)) - Counter(COMMENT.findall(new))
        assert not lost or _takes_away(read.value, change), change


def _takes_away(read: Positioned, change: Change) -> bool:
    """Tell whether a change takes something away in which comments may stand."""
    span = read.places.spans.get(change.path)
    return isinstance(change, Remove) or (span is not None and span.style in ("{", "["))


@pytest.mark.parametrize(
    ("order", "above"),
    [
        (("title", "nieuw", "lists"), "zo heet hij\n"),
        (("nieuw", "title"), "# bovenaan\n"),
        ((), "wel geld.\n"),
    ],
)
def test_a_new_key_comes_where_its_order_has_it(order: tuple[str, ...], above: str) -> None:
    """It follows the nearest of those that come before it; one of no order comes last."""
    new = patch(TEXT, FILE, Put(("nieuw",), "x", order)).value
    assert new == TEXT.replace(above, f"{above}nieuw: x\n")


@pytest.mark.parametrize(
    ("ending", "kept"), [("|", "|-"), ("|+", "|-"), (">", ">-"), ("|2", "|2-"), ("|-", "|-")]
)
def test_a_file_without_a_last_line_break_gets_one(ending: str, kept: str) -> None:
    """No value changes by that."""
    text = f"title: Een\nslot: {ending}\n  einde"
    assert patch(text, FILE, Put(("title",), "Twee")).value == f"title: Twee\nslot: {kept}\n  einde\n"


def test_a_comment_stays_with_what_is_left() -> None:
    """Taking the last item away leaves an empty list, and the comments that are not above the item."""
    text = "a:  # waarom\n  # bij b\n  - b  # bij b\n  # daarna\nc: d\n"
    assert patch(text, FILE, Remove(("a", 0))).value == "a: []  # waarom\n  # daarna\nc: d\n"


@pytest.mark.parametrize("tail", ["", "na: d\n", "\nna: d\n", "# slot\nna: d\n"])
@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_an_item_moves_past_a_text_that_keeps_its_empty_lines(gap: str, tail: str) -> None:
    """Each goes to each place: the empty lines at its new place do not become part of the text."""
    items = ("- |+\n  een\n\n", "- twee  # bij twee\n", "- t: >+\n    drie\n", "- |\n  vier\n")
    for order in permutations(items):
        text = f"rij:\n{gap.join(order)}{tail}"
        for number, to in permutations(range(len(items)), 2):
            assert patch(text, FILE, Move(("rij", number), to)).value, (text, number, to)
