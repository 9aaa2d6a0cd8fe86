"""The official number that a document states of itself: at its foot on every page, or as its own ECLI."""

import re

from bronbrief.sources.identifiers import recognise

_HEAD = 600
_FOOT = re.compile(
    r"^[ \t]*((?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[-–]\d{4}, \d\d ?\d{3}[^\n]{0,40}?)"
    r"(?:[ \t]{2,}\d+)?[ \t]*$",
    re.MULTILINE,
)
_CASE = re.compile(r"^\W*(?:ECLI:\s)?(ECLI:[A-Z]{2}:[A-Z0-9.:]+)\s*$", re.MULTILINE)
_PAPER = re.compile(r"^\W*((?:stuk )?\d+ \(\d{4}-\d{4}\) ?[-–] ?Nr\. ?\d+)\b", re.MULTILINE | re.IGNORECASE)
_QUESTION = re.compile(
    r"^\W*((?:schriftelijke vraag|vraag om uitleg) (?:nr\. ?)?\d+ \(\d{4}-\d{4}\))",
    re.MULTILINE | re.IGNORECASE,
)


def stated_number(text: str) -> str:
    """Return the number that a document states as its own; nothing where it states none, or several.

    A document names others too: only the line at the foot of its pages, and what opens it, are its own.
    """
    feet = {" ".join(found.split()) for found in _FOOT.findall(text)}
    heads = [found[1] for form in (_CASE, _PAPER, _QUESTION) if (found := form.search(text[:_HEAD]))]
    own = [*feet, *heads]
    return own[0] if len(own) == 1 and recognise(own[0]) else ""
