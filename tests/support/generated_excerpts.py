"""Excerpts of generated sources, selected and marked in every way there is, one after another."""

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from bronbrief.sources.model import Catalogue, Passage, Source, Unit

Data = dict[str, Any]
TRANSLATIONS = {
    "en": "The council takes note of this, and will come back to it “in due course”.",
    "nl": "De raad neemt hier kennis van en komt er ‘te zijner tijd’ op terug.",
    "fr": "Le conseil en prend acte et « y reviendra » en temps utile.",
}
FOREIGN = {"nl": "en", "nl-BE": "fr", "en": "nl", "fr": "nl", "de": "nl"}
FEW_WORDS = 12


class GeneratedExcerpts:
    """The passages of all sources that are long enough to cut from, and what was cut so far."""

    def __init__(self, catalogue: Catalogue, seed: int) -> None:
        self.sources = [_Passages(source) for source in catalogue.sources.values()]
        self.chance = random.Random(seed)  # noqa: S311 - the same choices every time
        self._ways = self._forever()
        self._turn = seed

    def excerpt(self) -> Data:
        """Cut the next excerpt, in the next way, out of the next source."""
        self._turn += 1
        return next(self._ways)(self.sources[self._turn % len(self.sources)], self.chance)

    def _forever(self) -> Iterator[Callable[["_Passages", random.Random], Data]]:
        start = self.chance.randrange(len(WAYS))
        while True:
            yield from WAYS[start:]
            start = 0


class _Passages:
    """A source, and those of its passages that hold a sentence or two."""

    def __init__(self, source: Source) -> None:
        self.id, self.lang = source.id, source.record.lang
        whole = [one for one in source.passages if one.locator.unit is not Unit.HEADING]
        self.long = [one for one in whole if len(one.text.split()) >= FEW_WORDS]
        self.pairs = [(a, b) for a, b in pairwise(whole) if a in self.long and b in self.long]


def _words(passage: Passage) -> list[str]:
    """Return a passage's words without its number, and without marks at its end that a cut would spoil."""
    return re.sub(r"^\d+\. ", "", passage.text).split(" ")


def _stretch(source: _Passages, chance: random.Random) -> tuple[list[str], int, int]:
    """Choose words of one passage: nearly from its beginning, where its number is, to near its end."""
    words = _words(chance.choice(source.long))
    first = chance.randrange(3)
    return words, first, chance.randrange(2 * len(words) // 3, len(words)) + 1


def _once(words: list[str], quote: str) -> str:
    """Return a plain word that stands once in a quotation."""
    plain = [word for word in words if word.isalpha() and len(word) > 4]
    return next(word for word in plain if len(re.findall(rf"{word}", quote)) == 1)


def verbatim(source: _Passages, chance: random.Random) -> Data:
    """Quote words."""
    words, first, last = _stretch(source, chance)
    return {"source": source.id, "quote": " ".join(words[first:last])}


def with_context(source: _Passages, chance: random.Random) -> Data:
    """Quote a few words, told apart by what stands around them."""
    words = _words(chance.choice(source.long))
    return {
        "source": source.id,
        "quote": " ".join(words[3:9]),
        "prefix": " ".join(words[:3]),
        "suffix": " ".join(words[9:12]),
    }


def as_range(source: _Passages, chance: random.Random) -> Data:
    """Quote from some words to others."""
    words, first, last = _stretch(source, chance)
    middle = (first + last) // 2
    return {
        "source": source.id,
        "from": " ".join(words[first:middle]),
        "to": " ".join(words[middle:last]),
    }


def by_locator(source: _Passages, chance: random.Random) -> Data:
    """Quote a passage whole."""
    return {"source": source.id, "passage": str(chance.choice(source.long).locator)}


def by_locators(source: _Passages, chance: random.Random) -> Data:
    """Quote two passages that follow each other."""
    pair = chance.choice(source.pairs)
    return {"source": source.id, "passage": [str(one.locator) for one in pair]}


def shortened(source: _Passages, chance: random.Random) -> Data:
    """Quote with words left out."""
    words = _words(chance.choice(source.long))
    return {"source": source.id, "quote": f"{' '.join(words[:5])} […] {' '.join(words[7:])}"}


def joined(source: _Passages, chance: random.Random) -> Data:
    """Quote parts of two passages."""
    first, second = map(_words, chance.choice(source.pairs))
    quote = f"{' '.join(first[:6])} […] {' '.join(second[-6:])}"
    return {"source": source.id, "quote": quote, "across": True}


def with_sic(source: _Passages, chance: random.Random) -> Data:
    """Quote with a word marked as it stands."""
    data = verbatim(source, chance)
    return data | {"sic": [_once(data["quote"].split(), data["quote"])]}


def with_emphasis(source: _Passages, chance: random.Random) -> Data:
    """Quote with a word emphasised."""
    data = verbatim(source, chance)
    return data | {"emphasis": [_once(data["quote"].split()[::-1], data["quote"])]}


def with_insertion(source: _Passages, chance: random.Random) -> Data:
    """Quote with a word added."""
    data = verbatim(source, chance)
    after = _once(data["quote"].split(), data["quote"])
    return data | {"insert": [{"after": after, "text": "aldus het college"}]}


def translated(source: _Passages, chance: random.Random) -> Data:
    """Quote with a translation of one's own."""
    return verbatim(source, chance) | {"translation": _translation(source)}


def everything(source: _Passages, chance: random.Random) -> Data:
    """Quote a range with all marks at once."""
    data = as_range(source, chance)
    words = f"{data['from']} {data['to']}".split()
    quote = " ".join(words)
    translation = _translation(source) | {"by": "Vertaalbureau Noord"}
    return data | {
        "sic": [_once(words, quote)],
        "emphasis": [_once(words[::-1], quote)],
        "translation": translation,
    }


def _translation(source: _Passages) -> dict[str, str]:
    lang = FOREIGN[source.lang]
    return {"lang": lang, "text": TRANSLATIONS[lang]}


WAYS = (
    verbatim,
    with_context,
    as_range,
    by_locator,
    by_locators,
    shortened,
    joined,
    with_sic,
    with_emphasis,
    with_insertion,
    translated,
    everything,
)
