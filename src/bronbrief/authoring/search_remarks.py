"""How a question was read, in words: what was sought in the place of a word that no source has."""

from bronbrief.sources.search import Found

WORDS = {
    "en": {
        "replaced": "No source has “{word}”; sought instead: {words}.",
        "unknown": "No source has “{word}”, or anything like it.",
        "some": "No passage has all these words; these have some of them.",
    },
    "nl": {
        "replaced": "“{word}” staat in geen bron; gezocht is naar: {words}.",
        "unknown": "“{word}”, of iets wat erop lijkt, staat in geen bron.",
        "some": "Geen passage heeft al deze woorden; deze hebben er een deel van.",
    },
}


def how_it_was_read(found: Found, lang: str) -> list[str]:
    """Say, a sentence each, what was sought otherwise than it was asked; nothing where all was as asked."""
    said = WORDS[lang]
    lines = [said["replaced"].format(word=word, words=", ".join(words)) for word, words in found.replaced]
    lines += [said["unknown"].format(word=word) for word in found.unknown]
    return [*lines, said["some"]] if found.some and found.hits else lines
