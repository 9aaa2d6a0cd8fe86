"""What `new` and `init` wrote and the author has not replaced: it must not reach a council."""

import re
from collections.abc import Iterator
from functools import cache

from bronbrief.core.diagnostics import Diagnostic, Severity, clip, report
from bronbrief.core.places import Places
from bronbrief.locale import i18n

AREA, BLOCKS = "placeholders", "blocks"
"""Where the words stand that `new` and `init` write for the author to replace, in every language."""
_SHOWN = 40


def unedited(places: Places, severity: Severity = Severity.WARNING) -> Iterator[Diagnostic]:
    """Yield where a spec still says what was written for its author, in whatever language."""
    sought = _sought(frozenset(text for lang in i18n.languages() for text in placeholders(lang)))
    for path, span in places.spans.items():
        text = span.text[span.lead :]
        squeezed = " ".join(text.split()).casefold()
        said = (pattern for words, pattern in sought if words in squeezed)
        found = next((match for pattern in said if (match := pattern.search(text))), None)
        if found is not None:
            shown = clip(" ".join(found[0].split()), _SHOWN)
            yield report("unedited", places.within(path, *found.span()), severity=severity, text=shown)


def placeholders(lang: str) -> Iterator[str]:
    """Yield what is written in a language for the author to replace."""
    yield from i18n.words(AREA, lang).values()
    for block in i18n.words(BLOCKS, lang).values():
        yield from block.get("replace", {}).values()


@cache
def _sought(words: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return these words in small letters, the longest first, each with its pattern over broken lines."""
    longest = sorted(words, key=lambda text: (-len(text), text))
    return tuple(
        (text.casefold(), re.compile(r"\s+".join(map(re.escape, text.split())), re.IGNORECASE))
        for text in longest
    )
