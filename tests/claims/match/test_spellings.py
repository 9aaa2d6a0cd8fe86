"""How the texts of sources spell a word."""

import re

import pytest

from bronbrief.claims.match.names import is_capital, opens_sentence
from bronbrief.claims.match.spellings import Spellings
from support.tools import ROOT

TOKEN = re.compile(r"['’]?[^\W_]+(?:['’-][^\W_]+)*")
TEXTS = [path.read_text(encoding="utf-8-sig") for path in sorted((ROOT / "seeds").glob("*.txt"))]
ODD = [
    "’s Avonds belde K’s oom, de K’s-man. Zijn wit-Rusland is WIT-RUSLAND; ‘Wit-Rusland’ niet.",
    "İstanbul. De İj-oever",
]


def spelled(texts: list[str]) -> dict[str, tuple[bool, bool]]:
    """Go over all words one by one: the plain way, for comparison."""
    seen: dict[str, tuple[bool, bool]] = {}
    for text in texts:
        for match in TOKEN.finditer(text):
            plain, capital = match[0].lower().replace("’", "'"), is_capital(match[0])
            as_name, in_small = seen.get(plain, (False, False))
            named = capital and not opens_sentence(text, match.start())
            seen[plain] = as_name or named, in_small or not capital
    return seen


@pytest.mark.parametrize("texts", [TEXTS, ODD[:1]], ids=["sources", "odd"])
def test_a_word_looked_up_is_spelled_as_it_stands(texts: list[str]) -> None:
    """Each word of the sources is found as often as going over all of them finds it, and no part of one."""
    spellings = Spellings(texts)
    expected = spelled(texts)
    assert {word: spellings.of(word) for word in expected} == expected
    parts = {word[1:] for word in expected} | {word[:-1] for word in expected}
    strange = parts - expected.keys() - {""}
    assert strange
    assert {word for word in strange if spellings.of(word) != (False, False)} == set()


def test_letters_that_grow_in_small_letters_do_no_harm() -> None:
    """A capital that becomes two characters in small letters moves no other word."""
    spellings = Spellings(ODD)
    assert spellings.of("oever") == (False, False)
    assert spellings.of("avonds") == (True, False)
    assert Spellings(["İ en Oever en oever"]).of("oever") == (True, True)
