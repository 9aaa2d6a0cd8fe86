"""How a question was read, in words: what was sought in the place of a word that no source has."""

from bronbrief.locale import i18n
from bronbrief.sources.search import SearchResult


def how_it_was_read(found: SearchResult, lang: str) -> list[str]:
    """Say, a sentence each, what was sought otherwise than it was asked; nothing where all was as asked."""
    lines = [
        i18n.say("views", "find.replaced", lang, word=word, words=", ".join(words))
        for word, words in found.replaced
    ]
    lines += [i18n.say("views", "find.unknown", lang, word=word) for word in found.unknown]
    return [*lines, i18n.say("views", "find.some", lang)] if found.some and found.hits else lines
