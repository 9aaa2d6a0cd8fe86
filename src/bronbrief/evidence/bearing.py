"""Whether a word that was cut off bears on what was kept: most are of the clause that they stand in."""

import re

from bronbrief.evidence.turning import Turn, Turning, Words

NEAR = 3
_GAPPED = 4
_PUNCTUATION = re.compile(r"[,;:()–—]")
_BRACKETED = re.compile(r"\([^()]*\)")
_STEM = 5


def bears_on_rest(words: Words, head: str, one: Turning, kept: str) -> bool:
    """Tell whether words before a cut turn what comes after it."""
    between = head[one.end :]
    if one.turn is Turn.CONDITION or not words.boundary.search(between):
        return True
    if _is_of_own_clause(words, head, one) or (
        words.ends.search(between) and not words.complement.match(kept)
    ):
        return False
    if words.join.search(between) and words.complement.search(head[: one.start]):
        return False  # "zegt dat er geen geld is en | dat de brug open blijft": the second of two
    depends = words.complement.match(kept) or words.depends.match(between) or words.depends.search(head)
    return bool(depends) or not head[: one.start].strip(" \"'(")


def _is_of_own_clause(words: Words, head: str, one: Turning) -> bool:
    """Tell whether a word stands in a relative clause or a reason that ends, by a comma, before the cut."""
    start, _ = _clause(head, one)
    reason = words.reason.match(head) and head.rstrip().endswith(",")
    return bool(reason or (start and "," in head[one.end :] and words.relative.match(head, start)))


def bears_on_start(words: Words, tail: str, one: Turning, kept: str) -> bool:
    """Tell whether words after a cut turn what came before it."""
    if words.lack.fullmatch(one.text):
        return words.negates(kept)  # "zonder vergunning" leaves true what it stands with
    between = tail[: one.start]
    if one.turn is Turn.CONDITION or not words.boundary.search(between):
        return True
    start, end = _clause(tail, one)
    clause = tail[start:end]
    if words.truth.search(clause):
        return True
    if contrast := words.contrast.match(clause):
        return _takes_back(words, clause, one, tail[start + contrast.end() : one.start], kept)
    if clause.startswith(";") or words.relative.match(clause) or _gives_reason(words, between):
        return False
    count = len(re.findall(r"\w+", between))
    near = count < NEAR and not words.join.match(between)
    return near or (not tail[:start].strip() and _is_gapped(clause, one))


def _takes_back(words: Words, clause: str, one: Turning, before: str, kept: str) -> bool:
    """Tell whether a clause set against what was kept speaks of it: "maar niet overal"."""
    near = len(re.findall(r"\w+", before)) < NEAR - 1 and not words.nobody.fullmatch(one.text)
    return bool(
        near or words.takes_up.search(before) or _is_gapped(clause, one) or _shares(words, clause, kept)
    )


def _clause(text: str, one: Turning) -> tuple[int, int]:
    """Return where the clause of a word starts, with its punctuation, and ends."""
    before = _BRACKETED.sub(lambda found: "_" * len(found[0]), text[: one.start])
    starts = [match.start() for match in _PUNCTUATION.finditer(before)]
    end = _PUNCTUATION.search(text, one.end)
    return (starts or [0])[-1], end.start() if end else len(text)


def _gives_reason(words: Words, between: str) -> bool:
    """Tell whether words stand in a clause that says why or when: "omdat er te weinig geld is"."""
    last = [match.end() for match in words.reason.finditer(between)][-1:]
    return any(between[at:].strip() for at in last)


def _is_gapped(clause: str, one: Turning) -> bool:
    """Tell whether a clause is a few words that end in one that turns: "de raad niet"."""
    said = re.findall(r"\w+", clause)
    return len(said) <= _GAPPED and clause.rstrip(" .!?\"'").endswith(one.text)


def _shares(words: Words, clause: str, kept: str) -> bool:
    """Tell whether a clause speaks of the same matter as what was kept, in words that begin alike."""
    one, other = (
        {
            word[:_STEM].lower()
            for word in re.findall(rf"\w{{{_STEM},}}", text)
            if not words.small.fullmatch(word)
        }
        for text in (clause, kept)
    )
    return bool(one & other)
