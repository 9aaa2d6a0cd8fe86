"""Find the proper names in a text: capitals where no sentence begins, and words that no dictionary has."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bronbrief.brief.aliases import canonical
from bronbrief.brief.lexicon import is_ordinary

# A mark before a word belongs to it in "’s-Hertogenbosch" and "’t Hart"; else it opens a quotation.
_TOKEN = re.compile(r"(?:['’](?=[stnk](?![^\W_])|\d))?[^\W_]+(?:['’-][^\W_]+)*")
_PARTICLES = {
    *("van", "de", "den", "der", "het", "ten", "ter", "te", "'t", "’t", "'s", "’s", "op", "in", "von", "zu"),
    *("of", "the", "for", "voor", "al", "el", "bin", "ben", "da", "di", "du", "la", "le", "des", "do", "dos"),
}
# Between these and a name that follows lies an ordinary phrase more often than a longer name.
_LOOSE = {"in", "op", "de", "het", "te", "of", "the", "for", "voor", "la", "le"}
# Roles and institutions that say nothing without the name beside them; months and days are dates.
_ROLES_NL = """
    ambassadeur amendement artikel besluit bijlage burgemeester college collegelid commissaris
    commissie dhr directeur dr drs fractie fractievoorzitter gedeputeerde gemeente gemeentebestuur
    gemeenteraad god griffie griffier heer internet ir kabinet kamerlid koning koningin mevrouw
    minister minister-president ministerie motie mr mw parlement premier president prof provincie
    raad raadsleden raadslid regering republiek rijk schepen secretaris staatssecretaris stad
    statenlid u uw voorzitter wet wethouder
"""
_ROLES_EN = """
    alderman ambassador chair city commissioner council councillor executive government governor i
    king mayor minister ministry mr mrs ms municipality parliament premier president province queen
    secretary senator state
"""
_ROLES = {"nl": frozenset(_ROLES_NL.split()), "en": frozenset(_ROLES_EN.split())}
# These are surnames as well: "raadslid Koning", "Joris Koning".
_SURNAMES = {
    "nl": frozenset({"koning", "koningin", "raad", "rijk", "stad", "heer", "schepen", "wet", "god"}),
    "en": frozenset({"king", "queen", "mayor"}),
}
_PERSONS_NL = """
    ambassadeur burgemeester collegelid commissaris dhr directeur dr drs fractievoorzitter gedeputeerde
    griffier heer ir kamerlid mevrouw minister mr mw premier president prof raadslid secretaris
    staatssecretaris statenlid voorzitter wethouder
"""
_PERSONS_EN = """
    alderman ambassador commissioner councillor governor mayor minister mr mrs ms premier secretary senator
"""
_PERSONS = {"nl": frozenset(_PERSONS_NL.split()), "en": frozenset(_PERSONS_EN.split())}
_ADJECTIVE = re.compile(r"(?:se|sche|ish)$")
_OWNER = re.compile(r"\s+(?:van\s+(?:de|het|den)|of\s+the)\s+")
_WINDOW = 12
_FILLERS = frozenset({"nb", "ps", "iv", "ii", "iii", "vi", "n.v.t", "pdf", "nvt"})
_STOP = re.compile(
    r"[.!?:;…|](?:[\"'”’)\]*_]*)\s+(?:[\"'“‘(\[*_]*)$|(?:^|\n)[\s>*_#|+\"'“‘(\[–—-]*$|[“‘\"(\[–—]$"
)
_NUMBERED = re.compile(r"(?:^|\n)\s*\d+[.)]\s+[*_\"'“‘(]*$")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name at characters `start` to `end`.

    `shorter` is the offset at which it begins without its first word, where that word may be an ordinary one
    with which the sentence begins; else it equals `start`.
    """

    start: int
    end: int
    shorter: int


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    initial: bool
    addressed: bool = False

    @property
    def plain(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        return is_capital(self.text)

    @property
    def is_abbreviation(self) -> bool:
        letters = re.sub(r"\d", "", self.text)
        return len(self.text) > 1 and letters.isupper() and self.plain not in _FILLERS


def find_names(text: str, lang: str, is_name: Callable[[str], bool | None]) -> Iterator[Name]:
    """Yield the proper names of a text in order; `lang` is "nl" or "en".

    `is_name` says what is known elsewhere of a word in small letters: that it is a name, that it is not, or
    nothing (None). It is asked for words at the start of a sentence.
    """
    run: list[_Word] = []
    for word in _words(text, lang):
        if run and not _joins(text, run[-1], word):
            yield from _names(run, lang, is_name)
            run = []
        if word.is_capital or (run and word.plain in _PARTICLES):
            run.append(word)
        elif run:
            yield from _names(run, lang, is_name)
            run = []
    yield from _names(run, lang, is_name)


def is_capital(word: str) -> bool:
    """Tell whether a word, or a part of it behind a hyphen, begins with a capital."""
    return word[0].isupper() or any(part[:1].isupper() for part in word.split("-"))


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, a quotation or a list item begins here."""
    before = text[max(0, start - _WINDOW) : start]
    return start == 0 or bool(_STOP.search(before)) or bool(_NUMBERED.search(before))


def _words(text: str, lang: str) -> Iterator[_Word]:
    last: _Word | None = None
    for match in _TOKEN.finditer(text):
        capital = not match[0].islower()
        initial = capital and opens_sentence(text, match.start())
        word = _Word(match.start(), match.end(), match[0], initial)
        # Behind the title of a person stands a name: "raadslid Koning".
        title = last is not None and last.plain.rpartition("-")[2] in _PERSONS[lang]
        if last is not None and title and not initial and _joins(text, last, word):
            word = replace(word, addressed=True)
        yield word
        last = word


def _joins(text: str, last: _Word, word: _Word) -> bool:
    """Tell whether a word may belong to the same name as the one before it."""
    between = text[last.end : word.start]
    return not between.strip(" \n\u00a0") and bool(between) and "\n\n" not in between


def _names(run: list[_Word], lang: str, is_name: Callable[[str], bool | None]) -> Iterator[Name]:
    """Cut a run of capitals and particles into names, without roles at their edges."""
    for part in _cut(run, lang):
        words = list(part)
        while words and (words[-1].plain in _PARTICLES or _is_role(words[-1], lang)):
            words.pop()
        while words and (words[0].plain in _PARTICLES or _is_role(words[0], lang)):
            words.pop(0)
        if not words:
            continue
        first, last = words[0], words[-1]
        if not first.initial or _is_known(first, lang, is_name):
            yield Name(first.start, last.end, first.start)
        elif len(words) > 1:
            rest = [word for word in words[1:] if word.plain not in _PARTICLES]
            yield Name(first.start, last.end, rest[0].start if rest else first.start)


def _cut(run: list[_Word], lang: str) -> Iterator[list[_Word]]:
    """Split at roles: "Drents Kamerlid Agnes Mulder" holds two names."""
    part: list[_Word] = []
    for at, word in enumerate(run):
        if _is_surname(run, at, lang):
            part.append(replace(word, addressed=True))
        elif _is_role(word, lang):
            yield part
            part = []
        elif word.text.rpartition("-")[2] in _ROLES[lang]:
            # "PvdA-raadslid Gilbert Mulder" holds two names as well.
            yield from (part, [word])
            part = []
        else:
            part.append(word)
    yield part


def _is_role(word: _Word, lang: str) -> bool:
    return word.plain in _ROLES[lang] and not word.is_abbreviation and not word.addressed


def _is_surname(run: list[_Word], at: int, lang: str) -> bool:
    """Tell whether what may be a role is somebody's name: the last one, behind a given name."""
    word, before = run[at], run[at - 1] if at else None
    if (
        word.plain not in _SURNAMES[lang]
        or not word.is_capital
        or any(one.is_capital for one in run[at + 1 :])
    ):
        return False
    if word.addressed or before is None:
        return word.addressed
    given = before.is_capital and not before.initial and not before.is_abbreviation
    adjective = _ADJECTIVE.search(before.plain) or any(part[0] == "@" for part in canonical(before.text))
    return given and not adjective and not _is_role(before, lang)


def _is_known(word: _Word, lang: str, is_name: Callable[[str], bool | None]) -> bool:
    """Tell whether a word with which a sentence begins is a name, capital or not."""
    if word.is_abbreviation or any(character.isupper() for character in word.text[1:].replace("-", "")):
        return True
    said = is_name(word.plain)
    if said is not None:
        return said
    if all(token.startswith("@") for token in canonical(word.text)):
        return True
    bare = "".join(c for c in unicodedata.normalize("NFD", word.plain) if not unicodedata.combining(c))
    return not (is_ordinary(word.plain, lang) or is_ordinary(bare, lang))


def owners(name: str) -> tuple[str, ...]:
    """Return whose a thing or person is, and what: "Mulder van de PvdA", "president of the Council"."""
    return tuple(_OWNER.split(name))


def without_common_tail(name: str) -> str:
    """Return the name in a compound with an ordinary word, "VN" in "VN-raad"; "" for any other name."""
    head, _, tail = name.rpartition("-")
    return head if head[:1].isupper() and tail.islower() and tail.isalpha() else ""


def loose_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that ordinary small words join; one part where there are none."""
    parts: list[list[str]] = [[]]
    for word in name.split():
        if word.lower() in _LOOSE:
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(" ".join(part) for part in parts if part)
