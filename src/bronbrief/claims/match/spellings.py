"""How texts spell a word: as a name where no sentence begins, in small letters, both, or not at all."""

from collections.abc import Iterable
from functools import cached_property

from bronbrief.claims.match.names import is_capital, opens_sentence

_JOINS = "'’-"


class Spellings:
    """The words of a text, looked up one by one: most of them are never asked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take texts, each of which begins a sentence."""
        self._texts = texts
        self._known: dict[str, tuple[bool, bool]] = {}

    def of(self, word: str) -> tuple[bool, bool]:
        """Tell of a word in small letters whether it stands as a name, and whether in small letters."""
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    @cached_property
    def _text(self) -> str:
        return "\n\n".join(self._texts)

    @cached_property
    def _small(self) -> str:
        """Return the text in small letters, as long as the text itself."""
        small = self._text.lower()
        if len(small) != len(self._text):
            small = "".join(char.lower() if len(char.lower()) == 1 else char for char in self._text)
        return small.replace("’", "'")

    def _look_up(self, word: str) -> tuple[bool, bool]:
        as_name = in_small = False
        at = self._small.find(word)
        while at >= 0 and not (as_name and in_small):
            end = at + len(word)
            if self._is_whole(at, end):
                capital = is_capital(self._text[at:end])
                in_small = in_small or not capital
                as_name = as_name or (capital and not opens_sentence(self._text, at))
            at = self._small.find(word, at + 1)
        return as_name, in_small

    def _is_whole(self, start: int, end: int) -> bool:
        """Tell whether a word of the text begins and ends here, and not a longer one."""
        text = self._text
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        if before[-1:].isalnum() or after[:1].isalnum():
            return False
        if before[-1:] and before[-1] in _JOINS and (before[:-1].isalnum() or before[-1] != "-"):
            return False
        return not (after[:1] and after[0] in _JOINS and after[1:].isalnum())
