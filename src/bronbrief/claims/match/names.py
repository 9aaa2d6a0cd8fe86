"""Find the proper names in a text: capitals where no sentence begins, and words that no dictionary has."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from bronbrief.brief.own_words import GAP
from bronbrief.claims.match.aliases import canonical
from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.lexicon import is_ordinary
from bronbrief.claims.match.people import ends_in_role, is_label, is_role, is_somebody

# A mark before a word belongs to it in "’s-Hertogenbosch" and "’t Hart"; else it opens a quotation.
_TOKEN = re.compile(r"(?:['’](?=[stnk](?![^\W_])|\d))?[^\W_]+(?:['’-][^\W_]+|&[A-Z]+)*")
# "D66'er": somebody of a party.
_MEMBER = re.compile(r".+['’]ers?")
_WINDOW = 12
_LONGEST_TITLE, _SHORT = 200, 3
_STOP = re.compile(
    r"[.!?:;…|](?:[\"'”’)\]*_]*)\s+(?:[\"'“‘(\[*_]*)$|(?:^|\n)[\s>*_#|+\"'“‘(\[–—-]*$|[“‘\"(\[–—]$"
)
_NUMBERED = re.compile(r"(?:^|\n)\s*\d+[.)]\s+[*_\"'“‘(]*$")


@cache
def particles() -> frozenset[str]:
    """Return the small words within names, of every language: people take theirs along."""
    return frozenset[str]().union(*(lang.names.particles for lang in languages().values()))


@cache
def _loose() -> frozenset[str]:
    return frozenset[str]().union(*(lang.names.loose for lang in languages().values()))


@cache
def _owner() -> re.Pattern[str]:
    return re.compile("|".join(lang.names.owner for lang in languages().values()))


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name at characters `start` to `end`.

    `shorter` is the offset at which it begins without its first word, where that word may be an ordinary one
    with which the sentence begins; else it equals `start`. `title` is that of a
    person, in small letters, right before it; `of_person` marks a name behind one, or that does what somebody
    does.
    """

    start: int
    end: int
    shorter: int
    title: str = ""
    of_person: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    initial: bool
    title: str = ""
    acts: bool = False
    is_filler: bool = False

    @property
    def plain(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        return is_capital(self.text)

    @property
    def is_letter(self) -> bool:
        return len(self.text) == 1 and self.text.isupper()

    @property
    def is_abbreviation(self) -> bool:
        letters = re.sub(r"\d", "", self.text)
        return len(self.text) > 1 and letters.isupper() and not self.is_filler


def find_names(
    text: str, lang: Language, is_name: Callable[[str], bool | None], *, is_heading: bool
) -> Iterator[Name]:
    """Yield the proper names of a text in order.

    `is_name` says what is known elsewhere of a word in small letters: that it is a name, that it is not, or
    nothing (None). It is asked for words at the start of a sentence. A heading may write every word with a
    capital.
    """
    run: list[_Word] = []
    in_title = is_heading and is_title_case(text, lang)
    for word in _words(lang.names.no_names.sub(lambda match: GAP * len(match[0]), text), lang):
        of_title = in_title and word.is_capital and not (word.title or _is_known(word, lang, is_name))
        if run and (of_title or not _joins(text, run[-1], word, lang)):
            yield from _names(run, lang, is_name)
            run = []
        if not of_title and (word.is_capital or (run and word.plain in particles())):
            run.append(word)
        elif run:
            yield from _names(run, lang, is_name)
            run = []
    yield from _names(run, lang, is_name)


def is_title_case(text: str, lang: Language) -> bool:
    """Tell whether a text is a heading in which every longer word has a capital, ordinary ones as well."""
    if len(text) > _LONGEST_TITLE or not text[:1].isupper():
        return False
    found = [match[0] for match in _TOKEN.finditer(text)][1:]
    words = [word for word in found if len(word) > _SHORT and word not in lang.names.small_in_titles]
    ordinary = [word for word in words if is_ordinary(word.lower(), lang) and not is_role(word.lower(), lang)]
    return len(ordinary) > 1 and all(map(is_capital, words))


def is_capital(word: str) -> bool:
    """Tell whether a word, or a part of it behind a hyphen, begins with a capital."""
    return word[0].isupper() or any(part[:1].isupper() for part in word.split("-"))


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, a quotation or a list item begins here."""
    before = text[max(0, start - _WINDOW) : start]
    return start == 0 or bool(_STOP.search(before)) or bool(_NUMBERED.search(before))


def _words(text: str, lang: Language) -> Iterator[_Word]:
    last: _Word | None = None
    for match in _TOKEN.finditer(text):
        capital = not match[0].islower()
        initial = capital and opens_sentence(text, match.start())
        acts = initial and is_somebody(text, match, lang)
        filler = match[0].lower().replace("’", "'") in lang.names.no_abbreviations
        word = _Word(*match.span(), match[0], initial and not acts, acts=acts, is_filler=filler)
        if last is not None and not initial and (title := _title(text, last, word, lang)):
            word = replace(word, title=title)
        yield word
        last = word


def _title(text: str, last: _Word, word: _Word, lang: Language) -> str:
    """Return the title of a person behind which a word stands: "raadslid Koning", "mr. De Koning"."""
    between, title = text[last.end : word.start], last.plain.rpartition("-")[2]
    if (title in lang.names.abbreviated or last.is_letter) and between.startswith("."):
        between = between[1:]
    elif not between:
        return ""
    if between.strip(" \n\u00a0"):
        return ""
    if title in lang.names.persons:
        return last.title if title in lang.names.abbreviated and last.title else title
    return last.title if last.plain in particles() or last.is_letter else ""


def _joins(text: str, last: _Word, word: _Word, lang: Language) -> bool:
    """Tell whether a word may belong to the same name as the one before it."""
    between = text[last.end : word.start]
    if last.is_letter and between[:1] == "." and not between[1:].strip(" \u00a0"):
        # "J.W. van den Berg", "de heer A. Bakker"; but "variant A. Daarna".
        return word.is_letter or not is_label(text, last.start, word.text, lang)
    return not between.strip(" \n\u00a0") and bool(between) and "\n\n" not in between


def _names(run: list[_Word], lang: Language, is_name: Callable[[str], bool | None]) -> Iterator[Name]:
    """Cut a run of capitals and particles into names, without roles at their edges."""
    for part in _cut(run, lang):
        words = list(part)
        while words and (words[-1].plain in particles() or _is_role(words[-1], lang)):
            words.pop()
        while words and (words[0].plain in particles() or _is_role(words[0], lang)):
            words.pop(0)
        if not words:
            continue
        first, last = words[0], words[-1]
        of_person = first.acts or bool(first.title)
        if not first.initial or (first.is_letter and len(words) > 1) or _is_known(first, lang, is_name):
            yield Name(first.start, last.end, first.start, first.title, of_person)
        elif len(words) > 1:
            rest = [word for word in words[1:] if word.plain not in particles()]
            yield Name(first.start, last.end, rest[0].start if rest else first.start, first.title, of_person)


def _cut(run: list[_Word], lang: Language) -> Iterator[list[_Word]]:
    """Split at roles: "Drents Kamerlid Agnes Mulder" holds two names."""
    part: list[_Word] = []
    for at, word in enumerate(run):
        if _is_surname(run, at, lang):
            part.append(replace(word, title=word.title or word.plain))
        elif _is_role(word, lang):
            yield part
            part = []
        elif _is_compound_role(word, lang) or _MEMBER.fullmatch(word.text):
            # "PvdA-raadslid Gilbert Mulder", "GGD-arts Mulder", "D66'er Mulder" hold two names as well.
            yield from (part, [word])
            part = []
        else:
            part.append(word)
    yield part


def _is_compound_role(word: _Word, lang: Language) -> bool:
    """Tell whether an ordinary word hangs on a name by a hyphen: "GGD-arts"."""
    _, hyphen, tail = word.text.rpartition("-")
    return bool(hyphen) and (is_role(tail, lang) or (tail.islower() and is_ordinary(tail, lang)))


def _is_role(word: _Word, lang: Language) -> bool:
    if word.is_abbreviation or word.title:
        return False
    if is_role(word.plain, lang):
        return True
    head, hyphen, _ = word.text.rpartition("-")
    named = hyphen and not is_ordinary(head.lower(), lang)
    return not named and ends_in_role(word.plain, lang)


def _is_surname(run: list[_Word], at: int, lang: Language) -> bool:
    """Tell whether what may be a role is somebody's name: the last one, behind a given name."""
    word, before = run[at], run[at - 1] if at else None
    if (
        word.plain not in lang.names.role_surnames
        or not word.is_capital
        or any(one.is_capital for one in run[at + 1 :])
    ):
        return False
    if word.title or before is None:
        return bool(word.title)
    given = before.is_capital and not before.initial and not before.is_abbreviation
    adjective = lang.names.adjective.search(before.plain) or any(
        part[0] == "@" for part in canonical(before.text)
    )
    return given and not adjective and not _is_role(before, lang)


def _is_known(word: _Word, lang: Language, is_name: Callable[[str], bool | None]) -> bool:
    """Tell whether a word with which a sentence begins is a name, capital or not."""
    if word.is_abbreviation or any(character.isupper() for character in word.text[1:].replace("-", "")):
        return True
    if word.is_letter:
        return False
    said = is_name(word.plain)
    if said is not None:
        return said
    if all(token.startswith("@") for token in canonical(word.text)):
        return True
    bare = "".join(c for c in unicodedata.normalize("NFD", word.plain) if not unicodedata.combining(c))
    return not (is_ordinary(word.plain, lang) or is_ordinary(bare, lang))


def owners(name: str) -> tuple[str, ...]:
    """Return whose a thing or person is, and what: "Mulder van de PvdA", "president of the Council"."""
    return tuple(_owner().split(name))


def without_common_tail(name: str) -> str:
    """Return the name in a compound with an ordinary word, "VN" in "VN-raad"; "" for any other name."""
    head, _, tail = name.rpartition("-")
    return head if head[:1].isupper() and tail.islower() and tail.isalpha() else ""


def loose_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that ordinary small words join; one part where there are none."""
    parts: list[list[str]] = [[]]
    for word in name.split():
        if word.lower() in _loose():
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(" ".join(part) for part in parts if part)
