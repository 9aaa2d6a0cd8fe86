"""The catalogue of messages: short headlines, hints that say what to do, two languages alike."""

import string
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import HEADLINE_LIMIT, Words
from bronbrief.core.findings import MESSAGES, areas

ENTRIES = [
    pytest.param(code, words, id=f"{code}-{lang}")
    for code, message in MESSAGES.items()
    for lang, words in (("en", message.en), ("nl", message.nl))
]
HERE = Path(__file__).parent
VERBS = {lang: (HERE / f"verbs.{lang}.txt").read_text(encoding="utf-8").split() for lang in ("en", "nl")}


def fields(text: str) -> set[str]:
    """Return the names of the fields of a template."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("code", "words"), ENTRIES)
def test_headline_is_short_and_plain(code: str, words: Words) -> None:
    """Filled with short words a headline fits 70 characters, begins with a capital and takes no full stop."""
    filled = words.headline.format_map(dict.fromkeys(fields(words.headline), "woord"))

    assert len(filled) <= HEADLINE_LIMIT, code
    assert not filled.endswith(".")
    assert filled[0].isupper() or words.headline[0] in "{“"


@pytest.mark.parametrize(("code", "words"), ENTRIES)
def test_hint_begins_with_a_verb(code: str, words: Words) -> None:
    """A hint says what to do: it begins with a verb, and ends as a sentence or with something to copy."""
    lang = "en" if words is MESSAGES[code].en else "nl"

    assert words.hint.split()[0].strip(",") in VERBS[lang]
    assert words.hint.rstrip("”)").endswith((".", "?", "`", "}"))


@pytest.mark.parametrize(("code", "words"), ENTRIES)
def test_cause_and_cure_are_paragraphs(code: str, words: Words) -> None:
    """Cause and cure are whole sentences without fields, for a reader who has no finding at hand."""
    for paragraph in (words.cause, words.cure):
        assert paragraph.endswith((".", "”", ")")), code
        assert "\n" not in paragraph


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_use_the_same_fields(code: str) -> None:
    """A value that one language shows is not kept from the other."""
    message = MESSAGES[code]

    assert fields(message.en.headline) | fields(message.en.hint) == (
        fields(message.nl.headline) | fields(message.nl.hint)
    )
    assert fields(message.en.headline) == fields(message.nl.headline)


def test_no_code_is_defined_twice() -> None:
    """Every code belongs to one area, and is written in kebab-case."""
    codes = [code for area in areas() for code in area.MESSAGES]

    assert len(codes) == len(set(codes))
    assert all(code == code.lower() and "_" not in code and " " not in code for code in codes)
