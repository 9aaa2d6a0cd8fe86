"""Change one value of a YAML file by editing its text, and refuse unless exactly that changed.

Comments, order and layout stay, for all but the characters of the value that changes.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from bronbrief.core.diagnostics import Outcome, Replacement, has_errors, report
from bronbrief.core.places import Path, Places
from bronbrief.core.yaml.changes import Change, Insert, Move, Put, Remove, make
from bronbrief.core.yaml.edits import replaced
from bronbrief.core.yaml.rows import comments_of
from bronbrief.core.yaml.splices import edits_of
from bronbrief.core.yaml.values import Positioned, read_yaml
from bronbrief.core.yaml.writing import Data

__all__ = ["Change", "Insert", "Move", "Put", "Remove", "patch", "replacements", "type_in"]

_CHOMPED = re.compile(r"([|>][0-9]?)\+?")


def patch(text: str, file: str, *changes: Change) -> Outcome[str]:
    """Return a YAML text with changes made, one after another; its last line ends as a line does.

    Where the text cannot be read, its findings say why. Where a change cannot be made by an edit that
    changes nothing else, that is the finding, and nothing is changed.
    """
    for change in changes:
        read = read_yaml(text.encode(), file)
        if read.value is None or has_errors(read.diagnostics):
            return Outcome(None, read.diagnostics)
        new = _patched(*_ended(text, read.value), change)
        if new is None or not _is_exact(text, read.value, change, new):
            return Outcome(None, (report("edit-not-exact", read.value.places.head(change.path)),))
        text = new
    return Outcome(text)


def type_in(text: str, file: str, at: int, words: str) -> Outcome[str]:
    """Return a YAML text with words put in at a character, which must stand within the text of one value.

    Refused unless that value alone changes, and holds the words.
    """
    read, new = read_yaml(text.encode(), file), text[:at] + words + text[at:]
    again = read_yaml(new.encode(), file)
    if read.value is None or has_errors(read.diagnostics):
        return Outcome(None, read.diagnostics)
    before, after = dict(_leaves(read.value.value)), dict(_leaves(again.value.value if again.value else None))
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    place = read.value.places.head(max(changed, key=len)) if len(changed) == 1 else None
    if place is None or not all(words in (after.get(path) or "") for path in changed):
        return Outcome(None, (report("edit-not-exact", place),))
    return Outcome(new)


def replacements(places: Places, *changes: Change) -> tuple[Replacement, ...]:
    """Return the edits of changes to one file as replacements; none where one of them has no edit."""
    origin = next(iter(places.spans.values())).origin
    try:
        edits = [edit for one in changes for edit in edits_of(origin.text, places, one)]
    except (KeyError, ValueError):
        return ()
    end = "\r\n" if "\r\n" in origin.text else "\n"
    return tuple(origin.replacement(start, stop, new.replace("\n", end)) for start, stop, new in edits)


def _leaves(node: Data, path: Path = ()) -> Iterator[tuple[Path, str | None]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _leaves(value, (*path, number))
    else:
        yield path, node


def _ended(text: str, read: Positioned) -> tuple[str, Places]:
    """Return a text that ends with a line break and has the same values, and their places."""
    if text.endswith(("\n", "\r")):
        return text, read.places
    new = f"{text}\n"
    again = read_yaml(new.encode(), "")
    if again.value is None or again.value.value != read.value:  # below | the break would count
        start = [*read.places.spans.values()][-1].start
        new = text[:start] + _CHOMPED.sub(r"\1-", text[start:], count=1) + "\n"
        again = read_yaml(new.encode(), "")
    return (new, again.value.places) if again.value else (text, read.places)


def _patched(text: str, places: Places, change: Change) -> str | None:
    try:
        edits = edits_of(text, places, change)
    except (KeyError, ValueError):  # no such place, or one that these edits do not reach
        return None
    end = "\r\n" if "\r\n" in text else "\n"
    return replaced(text, [(start, stop, new.replace("\n", end)) for start, stop, new in edits])


def _is_exact(text: str, read: Positioned, change: Change, new: str) -> bool:
    """Tell whether a new text reads as the old one did, with the change made and nothing else.

    Comments go only with what is taken away.
    """
    wanted, again = deepcopy(read.value), read_yaml(new.encode(), "")
    try:
        make(wanted, change)
    except (KeyError, IndexError, TypeError, AttributeError):
        return False
    if again.value is None or has_errors(again.diagnostics) or again.value.value != wanted:
        return False
    old = read.places.spans.get(change.path)
    takes = isinstance(change, Remove) or (
        isinstance(change, Put) and old is not None and old.style in ("{", "[")
    )
    return takes or comments_of(text, read.places) == comments_of(new, again.value.places)
