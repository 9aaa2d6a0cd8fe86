"""Whether a name was said: whole, as part of a longer one, or under another form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from bronbrief.claims.match.abbreviations import acronyms, initials, may_abbreviate, stands_for
from bronbrief.claims.match.aliases import adjective_stems, canonical, english_spellings, place_stems
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.legible import legible
from bronbrief.claims.match.names import loose_parts, owners, particles, without_common_tail

_CAPITAL = re.compile(r"(?<![^\W_])[A-ZÀ-Þ][^\W_]*(?:['’][^\W_]+)*")
_GENITIVE = re.compile(r"(?:['’]?s|['’](?:er|ers)?)$")
# "J.W. van den Berg", "A. ter Haar".
_WITH_INITIALS = re.compile(r"(?P<letters>(?:[A-ZÀ-Þ]\.\s?-?)+)\s*(?P<rest>\S.*)")
_ANY = r"(?<![^\W_])[A-ZÀ-Þ][\w’'-]+|\b[a-z]{4,}"
_GIVEN = r"(?P<given>(?:[A-ZÀ-Þ][\w’'-]*\.?\s*){1,4})"
_SHORTEST_HEAD = 4
# So many passages of one source are looked at in turn.
_KEPT = 4096


@cache
def _members() -> frozenset[str]:
    """Return what a compound with a name ends in: "Boerenbondleden" are of the Boerenbond."""
    return frozenset[str]().union(*(lang.names.members for lang in languages().values()))


@cache
def _from_place() -> re.Pattern[str]:
    words = (word for lang in languages().values() for word in lang.names.from_place)
    return re.compile(f" ({'|'.join(words)}) ")


@dataclass(frozen=True, slots=True)
class SaidNames:
    """Texts in which names are looked up: as they are, and as streams of words (see `aliases.canonical`)."""

    streams: tuple[str, ...]
    texts: tuple[str, ...]

    def has(self, name: str, *, of_person: bool = False) -> bool:
        """Tell whether a name was said; that of a person only with its capitals, and whole."""
        name = legible(name).text
        if of_person and not self._has_capitals(name):
            return False
        if self._says(name) or self._of_place(name, of_person=of_person):
            return True
        return any(
            len(parts) > 1 and all(map(self._says, parts)) for parts in (loose_parts(name), owners(name))
        )

    def _of_place(self, name: str, *, of_person: bool) -> bool:
        """Tell whether this is a surname with where they are from: "burgemeester Velema van Breda"."""
        who, _, where = [*_from_place().split(name, maxsplit=1), "", ""][:3]
        if not (of_person and where and where[0].isupper() and self._says(who) and self._says(where)):
            return False
        surname = re.compile(rf"(?:{_ANY})\s+{re.escape(who)}(?!\w|\s+[A-ZÀ-Þ])")
        return any(surname.search(text) for text in self.texts)

    def _has_capitals(self, name: str) -> bool:
        """Tell whether the words of a name were said with a capital: "raadslid Koning" is no king."""
        words = [word for word in _CAPITAL.findall(name) if word.lower() not in particles() and len(word) > 1]
        return all(_forms(word.lower()) & _capitals(self.texts) for word in words)

    def _says(self, name: str) -> bool:
        wanted = canonical(name)
        if not wanted or self._has(wanted):
            return True
        last = wanted[-1]
        if last.endswith("s") and self._has((*wanted[:-1], last[:-1])):
            return True
        return (
            self._in_compound(name)
            or self._after_place(name, wanted)
            or self._abbreviated(name)
            or self._with_initials(name)
        )

    def _has(self, wanted: tuple[str, ...]) -> bool:
        if wanted[0].partition(" ")[0] not in _stream_words(self.streams):
            return False
        phrase = f" {' '.join(wanted)} "
        return any(phrase in stream for stream in self.streams)

    def _in_compound(self, name: str) -> bool:
        """Tell whether a name was said of which this is a compound: "VN-raad", "Boerenbondleden"."""
        head = without_common_tail(name)
        if head and (self._has(canonical(head)) or self._abbreviated(head)):
            return True
        small = name.lower()
        heads = {small[:cut] for cut in range(_SHORTEST_HEAD, len(small) - 2) if small[cut:] in _members()}
        return bool(heads) and not heads.isdisjoint(_capitals(self.texts))

    def _after_place(self, name: str, wanted: tuple[str, ...]) -> bool:
        """Tell whether a place was said after which this is named, or the reverse; and what follows it."""
        first, _, rest = name.partition(" ")
        if rest:
            named = wanted[0].startswith("@") or (not self._has(wanted[:1]) and self._is_named_after(first))
            return named and self._says(first) and self._says(rest)
        return self._is_named_after(name)

    def _is_named_after(self, word: str) -> bool:
        head, hyphen, last = word.lower().rpartition("-")
        if hyphen and not self._has(canonical(head)):
            return False
        adjectives, places = adjective_stems(last), place_stems(last)
        said, named = _stems_of_places(self.texts), _stems_of_adjectives(self.texts)
        return bool(adjectives & (said | named) or places & named)

    def _abbreviated(self, name: str) -> bool:
        if may_abbreviate(name):
            return stands_for(name, self.texts)
        return initials(name) in acronyms(self.texts)

    def _with_initials(self, name: str) -> bool:
        """Tell whether somebody was said whose given names begin with these letters."""
        match = _WITH_INITIALS.fullmatch(name)
        if match is None or not self._says(match["rest"]):
            return False
        letters = re.sub(r"[^A-ZÀ-Þ]", "", match["letters"])
        particle = "|".join(sorted(map(re.escape, particles()), key=len, reverse=True))
        rest = r"\s+".join(map(re.escape, match["rest"].split()))
        pattern = re.compile(rf"{_GIVEN}(?i:(?:(?:{particle})\s+)*{rest})(?!\w)")
        return any(letters in given for text in self.texts for given in _given(pattern, text))


def _given(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield the first letters of what stands before a surname."""
    for match in pattern.finditer(text):
        yield "".join(re.findall(r"(?<![^\W_])[A-ZÀ-Þ]", match["given"]))


def _forms(word: str) -> set[str]:
    """Return a word in small letters, with and without the mark of a genitive, in both spellings."""
    bare = _GENITIVE.sub("", word)
    return {word.replace("’", "'"), bare} | english_spellings(word) | english_spellings(bare)


@lru_cache(maxsize=_KEPT)
def _stream_words(streams: tuple[str, ...]) -> frozenset[str]:
    """Return the words of streams: most names that are not there have none of them."""
    return frozenset(word for stream in streams for word in stream.split())


@lru_cache(maxsize=_KEPT)
def _words(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words of texts that have a capital, in small letters."""
    return frozenset(word.lower() for text in texts for word in _CAPITAL.findall(legible(text).text))


@lru_cache(maxsize=_KEPT)
def _capitals(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words that have a capital, in each of their forms."""
    return frozenset(form for word in _words(texts) for form in _forms(word))


@lru_cache(maxsize=_KEPT)
def _stems_of_places(texts: tuple[str, ...]) -> frozenset[str]:
    """Return what the words that have a capital share with what is named after them."""
    return frozenset(stem for word in _words(texts) for stem in place_stems(word))


@lru_cache(maxsize=_KEPT)
def _stems_of_adjectives(texts: tuple[str, ...]) -> frozenset[str]:
    """Return what the words that have a capital share with places that they are named after."""
    return frozenset(stem for word in _words(texts) for stem in adjective_stems(word))
