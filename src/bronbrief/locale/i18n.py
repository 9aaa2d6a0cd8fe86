"""The one reader of the words that people read.

A language is a folder beside this module, named by its tag (BCP 47), and an area is a TOML file in it:
"views" is `nl/views.toml`, "diagnostics/spec" is `nl/diagnostics/spec.toml`. An area is read when it is first
asked for. What a language lacks is said in the next of its chain: nl-BE, nl, English.
"""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bronbrief.core.tables import laid_over, read_table

ENGLISH = "en"
GETTEXT = "messages"  # the domain of libraries that ask without naming one
Folders = tuple[Path, ...]
_FOLDERS: ContextVar[Folders] = ContextVar("folders", default=(Path(__file__).parent,))


@contextmanager
def searching(folder: Path) -> Iterator[None]:
    """Look in a folder of languages before those that are shipped, for as long as the block lasts."""
    token = _FOLDERS.set((folder, *_FOLDERS.get()))
    try:
        yield
    finally:
        _FOLDERS.reset(token)


def languages() -> tuple[str, ...]:
    """Return the languages that there are words in; English, on which the others fall back, is the last."""
    return _languages(_FOLDERS.get())


def spoken(tag: str) -> str:
    """Return the language that answers to a tag or a POSIX locale: "nl" for nl-BE or nl_BE.UTF-8."""
    return _chain(tag, _FOLDERS.get())[0]


def words(area: str, tag: str) -> Mapping[str, Any]:
    """Return the words of an area: texts, and tables of texts, by name. Raises KeyError for no such area."""
    return _words(area, _chain(tag, _FOLDERS.get()), _FOLDERS.get())


def say(area: str, key: str, tag: str, /, **values: object) -> str:
    """Return one text with its fields filled in; `key` may lead into tables: "find.none".

    With `count` among the values, a table of the forms `one` and `other` gives the one that fits it.
    """
    found: Any = words(area, tag)
    for part in key.split("."):
        found = found[part]
    if not isinstance(found, str):
        found = found["one" if values["count"] == 1 else "other"]
    return str(found).format_map(values)


@contextmanager
def gettext_in(tag: str) -> Iterator[None]:
    """Let libraries that ask gettext, as click does, be answered in a language as long as the block lasts.

    gettext takes the language from the environment, where the typesetting engine looks for it too: build
    nothing inside the block. A language without `LC_MESSAGES/messages.mo` is answered in English.
    """
    folders = _FOLDERS.get()
    chain = _chain(tag, folders)
    holds = (one for one in folders if gettext.find(GETTEXT, one, [chain[0]]))
    before, bound = os.environ.get("LANGUAGE"), gettext.bindtextdomain(GETTEXT)
    gettext.bindtextdomain(GETTEXT, str(next(holds, folders[-1])))
    os.environ["LANGUAGE"] = ":".join(chain)
    try:
        yield
    finally:
        gettext.bindtextdomain(GETTEXT, bound)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


@cache
def _languages(folders: Folders) -> tuple[str, ...]:
    found = {entry.name for folder in folders for entry in folder.iterdir() if any(entry.glob("*.toml"))}
    return (*sorted(found - {ENGLISH}), ENGLISH)


@cache
def _chain(tag: str, folders: Folders) -> tuple[str, ...]:
    """Return the languages in which a tag's words are sought, the nearest first (RFC 4647, 3.4)."""
    parts = tag.partition(".")[0].partition("@")[0].replace("_", "-").split("-")
    known = {name.lower(): name for name in _languages(folders)}
    wider = ("-".join(parts[:length]).lower() for length in range(len(parts), 0, -1))
    return tuple(dict.fromkeys([*(known[one] for one in wider if one in known), ENGLISH]))


@cache
def _words(area: str, chain: tuple[str, ...], folders: Folders) -> Mapping[str, Any]:
    files = [folder / lang / f"{area}.toml" for lang in chain for folder in folders]
    tables = [read_table(file) for file in files if file.is_file()]
    if not tables:
        raise KeyError(area)
    merged: dict[str, Any] = {}
    for table in reversed(tables):
        merged = laid_over(merged, table)
    return MappingProxyType(merged)
