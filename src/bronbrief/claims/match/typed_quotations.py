"""Words typed between quotation marks: they were not cut from a source, so they are looked up."""

import re
from collections.abc import Iterator

from bronbrief.brief.own_words import GAP
from bronbrief.brief.statements import Statement
from bronbrief.core.text import fold

# One word between marks is a word talked about; from two words on it reads as a quotation.
_TYPED = re.compile(
    r"“(?P<a>[^“”]+)”|„(?P<b>[^„“”]+)[“”]|«(?P<c>[^«»]+)»|\"(?P<d>[^\"]+)\""
    r"|‘(?P<e>[^‘’]+(?:’\w++[^‘’]*+)*)’(?!\w)|(?<![\w'])'(?P<f>[^\s'][^']*)'(?!\w)"
)
_EDGES = " .,;:!?…"


def typed_quotations(statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield where a statement has two words or more between quotation marks, the marks left out."""
    for match in _TYPED.finditer(statement.text, statement.start, statement.end):
        name = match.lastgroup or "a"
        words = match[name]
        if GAP not in words and len(words.split()) > 1:
            yield match.span(name)


def stands_in(words: str, texts: tuple[str, ...]) -> bool:
    """Tell whether words stand in one of the texts, by the named folds; the first letter in either case."""
    wanted = fold(words.strip(_EDGES)).text
    first, rest = re.escape(wanted[:1]), re.escape(wanted[1:])
    pattern = re.compile(rf"(?<!\w)(?i:{first}){rest}(?!\w)")
    return any(pattern.search(fold(text).text) for text in texts)
