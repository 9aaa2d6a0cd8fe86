"""Hyphens at a line end: whether a word has one of its own there, and whether that is beyond doubt.

What the text writes elsewhere decides first, then what the languages of our sources always or never write
with a hyphen. A hyphen that may be the word's own is kept or dropped as is likelier, and said to be unsure.
"""

import re
from dataclasses import dataclass

from bronbrief.sources.lines import OPENERS
from bronbrief.sources.model import Doubt

HYPHENS = "-\u2010"
# After these words a hyphen stands for the rest of a compound: land- en tuinbouw.
SUSPENDING = frozenset("en of tot als noch maar dan respectievelijk resp alsook alsmede evenals".split())

_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010\u2011][^\W\d_]++)*+")
_BROKEN = re.compile(r"(?<![^\W\d_])[^\W\d_]++[-\u2010][^\S\r\n\f]*+[\r\n\f]\s*+[^\W\d_]++")
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_REACH = 60
_LEAST = 4
# First parts that have a hyphen of their own before another word; not before what follows here, as in
# "oud-ste", "niet-temin", "ex-tra".
_FIRST_PARTS = {
    "niet": re.compile(r"te(?:min|gen)"),
    "oud": re.compile(r"s?te[nr]?\b|heid|heden|jes\b|papier"),
    "ex": re.compile(
        r"ce[lps]|ci[t]|clu|cre[mt]|cur|cus|act|am|em|ot|hau|hib|pan[ds]|ped|per[it]|pl[io]|pon|port|pos|pul"
        r"|pres(?!id)|ta[ns]|ten[st]|ter[mn]|tra(?!i)|tre|tru"
    ),
    "adjunct": None,
    "interim": None,
    "aspirant": None,
    "kandidaat": re.compile(r"s(?:tell|\b)"),
}
# First parts that some write with a hyphen and some without.
_EITHER = frozenset(["anti", "non", "vice", "pro", "semi", "pseudo", "quasi", "co", "pre", "post", "multi"])
_OFFICES = frozenset(["minister", "secretaris", "directeur", "procureur", "advocaat", "gouverneur"])
_COLOURS = frozenset(["zwart", "wit", "rood", "geel", "groen", "blauw", "oranje", "paars", "bruin", "grijs"])
_POINTS = frozenset(["noord", "zuid", "oost", "west"])
_SIDES = re.compile(r"oost|west|kant|zijde|waarts|elijk|er|zee|pool|as\b|land\b|einde?\b")
_ADJECTIVE = re.compile(r"[^\W\d_]{2,}(?:lijk|isch|[ai]eel|aal)e?")


@dataclass(slots=True)
class Hyphens:
    """The words of one source, with and without hyphens; they are found once, when needed."""

    text: str
    _words: frozenset[str] | None = None

    def read(self, above: tuple[int, int], below: tuple[int, int]) -> tuple[bool, str, Doubt]:
        """Read the hyphen that ends a line, whose word goes on below; both lines are given by their bounds.

        Returns whether the hyphen stays, what stands for the line break, and how much doubt there is.
        """
        left = self.text[max(above[0], above[1] - _REACH) : above[1] - 1].split()[-1].lstrip(OPENERS)
        right = self.text[below[0] : min(below[1], below[0] + _REACH)]
        word, compound = _WORD.match(right), _COMPOUND.match(right)
        if not word or not compound or not word[0][0].islower() or not _COMPOUND.fullmatch(left):
            return True, "", Doubt.NONE
        kept, joined = self._has(_plain(f"{left}-{compound[0]}")), self._has(_plain(left + compound[0]))
        if kept or joined:
            return kept, "", Doubt.NONE if kept is not joined else Doubt.MUCH
        if word[0] in SUSPENDING:
            return True, " ", Doubt.NONE
        return self._by_form(left[max(left.rfind(hyphen) for hyphen in HYPHENS) + 1 :], word[0], left)

    def _by_form(self, last: str, second: str, left: str) -> tuple[bool, str, Doubt]:
        """Read the hyphen by the words around it: `last` is what stands just before it of `left`."""
        first = last.casefold()
        if len(last) == 1 or last.isupper() or _is_pair(first, second):
            return True, "", Doubt.NONE
        if first in _FIRST_PARTS:
            other = _FIRST_PARTS[first]
            kept = other is None or not other.match(second)
            sure = first != "ex" or second[0] not in "acehiopt" or self._has(second)
            return kept, "", Doubt.NONE if kept and sure else Doubt.LITTLE
        if first in _POINTS and left == last and left[0].isupper() and not _SIDES.match(second):
            return True, "", Doubt.NONE
        clash = first[-1] == second[0] and second[0] in "aeiou"
        if first == "anti" or clash:
            return True, "", Doubt.NONE if first == "anti" and clash else Doubt.LITTLE
        pair = len(second) >= _LEAST and self._has(second) and (self._has(first) or first in _EITHER)
        pair = pair or (left[0].isupper() and _ADJECTIVE.fullmatch(second) is not None)
        return False, "", Doubt.MUCH if pair else Doubt.LITTLE

    def _has(self, word: str) -> bool:
        """Tell whether the source writes this word, whole, on one line."""
        if self._words is None:
            unbroken = _BROKEN.sub(" ", self.text)
            self._words = frozenset(_plain(word) for word in _WORDS.findall(unbroken))
        return word in self._words


def _is_pair(first: str, second: str) -> bool:
    """Tell whether two words are of a pair that has a hyphen: colours, offices, two adjectives."""
    if first in _OFFICES:
        return second.startswith(("president", "generaal"))
    if first in _COLOURS:
        return second in _COLOURS or second.removesuffix("e") in _COLOURS or second == "witte"
    return bool(_ADJECTIVE.fullmatch(first) and not first.endswith("e") and _ADJECTIVE.fullmatch(second))


def _plain(word: str) -> str:
    return word.replace("\u2010", "-").replace("\u2011", "-").casefold()
