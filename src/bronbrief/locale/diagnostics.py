"""The words of a diagnostic: from a code and its values to what a user reads."""

import string
from dataclasses import dataclass

from bronbrief.core.diagnostics import HEADLINE_LIMIT, Diagnostic, Related, clip, codes
from bronbrief.locale import i18n

LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Words:
    """What a message says in one language.

    `headline` and `hint` may hold `{name}` fields that the finder fills. The hint starts with a verb.
    `cause` and `cure` are whole paragraphs for the manual and for `bronbrief explain`.
    """

    headline: str
    hint: str
    cause: str
    cure: str


def words(code: str, lang: str) -> Words:
    """Return a message's words in a language. Raises KeyError for a code that there is not."""
    return Words(**i18n.words(f"diagnostics/{codes()[code].area}", lang)[code])


def headline(diagnostic: Diagnostic, lang: str = "en") -> str:
    """Write the headline, at most 70 characters; the longest values are shortened to fit."""
    template = words(diagnostic.code, lang).headline
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    width = HEADLINE_LIMIT
    while len(text := _fill(template, diagnostic, width, lang)) > HEADLINE_LIMIT and width > 1 and names:
        width -= 1
    return clip(text, HEADLINE_LIMIT)


def hint(diagnostic: Diagnostic, lang: str = "en") -> str:
    """Write the hint, whole: what the user can do."""
    return _fill(words(diagnostic.code, lang).hint, diagnostic, 10_000, lang)


def phrase(related: Related, lang: str) -> str:
    """Write what is said of the second place of a finding."""
    return i18n.say("related", related.phrase, lang, **related.params)


def _fill(template: str, diagnostic: Diagnostic, width: int, lang: str) -> str:
    params = {name: clip(value, width) for name, value in diagnostic.params.items()}
    if LEFT_OUT in params:  # a key, for which each language has its words; these stay whole
        params[LEFT_OUT] = i18n.say(LEFT_OUT, diagnostic.params[LEFT_OUT], lang)
    return template.format_map(params)
