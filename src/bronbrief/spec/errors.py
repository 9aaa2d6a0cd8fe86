"""From the model's refusals to findings in the author's terms, at the narrowest place.

The model says which rule a value breaks; what Pydantic would say about it is never shown.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.meant_dates import ANY_DATE, ANY_DAY, meant_date, meant_day
from bronbrief.core.near import nearest
from bronbrief.core.yaml.edits import in_brackets
from bronbrief.spec.forms import form_at
from bronbrief.spec.refusals import DIAGNOSTICS_LIMIT, Refusal, Refused, text_of
from bronbrief.spec.shapes import wrong_type
from bronbrief.spec.types import PLACEHOLDER, as_identifier, file_stem
from bronbrief.spec.unknown_keys import MISSPELT, unknown_key

_PLACE_IN_SOURCE = re.compile(r"\[?@?([a-z0-9-]+)\s*+,\s*+([^\]]*\d)\]?")
_NAMING = ("cite", "quote")
_FILES = ("source", "template")
_FORM = re.compile(r"<[^<>\n]*>")
_ECHOES = ("missing", "list_type")
_MEANT = (MISSPELT, "yaml-colon-space", "spec-comma-in-value")
"""Findings that tell which key was meant: what else would be said of that one is no news."""


def explain(refusals: Sequence[Refusal], refused: Refused) -> tuple[Diagnostic, ...]:
    """Return the findings for what the model refused, in the same order.

    A key that is missing only because it was misspelt is reported once.
    """
    if len(refusals) > DIAGNOSTICS_LIMIT:
        at = refusals[DIAGNOSTICS_LIMIT].path
        rest = report("yaml-too-many-findings", refused.places.key(at))
        return (*_explained(refusals[:DIAGNOSTICS_LIMIT], refused), rest)
    return _explained(refusals, refused)


def _explained(refusals: Sequence[Refusal], refused: Refused) -> tuple[Diagnostic, ...]:
    """Return a finding for each refusal, but none for what follows from a mistake that is told anyway."""
    found = [(refusal, _find(refusal, refused)) for refusal in refusals]
    meant = {(*refusal.path[:-1], one.params["near"]) for refusal, one in found if one.code in _MEANT}
    left = (one for refusal, one in found if refusal.rule not in _ECHOES or refusal.path not in meant)
    return tuple({(one.code, one.place): one for one in left}.values())


def _find(refusal: Refusal, refused: Refused) -> Diagnostic:
    place = refused.places.key(refusal.path) if refusal.at_key else refused.places.value(refusal.path)
    if _FORM.fullmatch(text_of(refusal.value).strip()):
        return report("spec-placeholder", place, value=text_of(refusal.value).strip(), key=refusal.key)
    if refusal.rule.startswith("spec-") and isinstance(refusal.value, list | dict):
        return wrong_type(replace(refusal, rule="string_type"), refused, place)
    special = _SPECIAL.get(refusal.rule)
    if special is not None:
        return special(refusal, refused, place)
    code = refusal.rule if refusal.rule.startswith("spec-") else "spec-not-allowed-value"
    return report(code, place, key=refusal.key, value=text_of(refusal.value), limit=refusal.limit)


def _missing_key(refusal: Refusal, refused: Refused, place: Place) -> Diagnostic:
    example = form_at(refused.model, refusal.path)
    if refusal.path in refused.empty:
        return report("spec-empty-value", place, key=refusal.key, example=example)
    return report("spec-missing-key", place, key=refusal.key, example=example)


def _identifier(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    found = _PLACE_IN_SOURCE.fullmatch(text_of(refusal.value).strip())
    if found and refusal.key in _NAMING:
        return report("spec-place-not-name", place, source=found[1], locator=found[2])
    value = text_of(refusal.value)
    near = as_identifier(file_stem(value) if refusal.key in _FILES else value)
    code = "spec-nearly-an-identifier" if near else "spec-not-an-identifier"
    told = report(code, place, key=refusal.key, value=value, near=near)
    return told if refusal.at_key else told.meaning(near)  # what refers to a name would not follow it


def _day(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    value = text_of(refusal.value)
    meant = meant_day(value)
    example = meant or ANY_DAY
    return report(refusal.rule, place, key=refusal.key, value=value, example=example).meaning(meant)


def _switch(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    value = text_of(refusal.value)
    meant = next((word for word, said in _SWITCHES.items() if value.casefold() in said), "true | false")
    return report(refusal.rule, place, key=refusal.key, value=value, meant=meant)


def _moment(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    value = text_of(refusal.value)
    meant = meant_date(value)
    return report(refusal.rule, place, value=value, example=meant or ANY_DATE).meaning(meant)


def _choice(refusal: Refusal, refused: Refused, place: Place) -> Diagnostic:
    """Report a value that is none of those that its key takes."""
    if not isinstance(refusal.value, str):
        return wrong_type(replace(refusal, rule="string_type"), refused, place)
    known = re.findall(r"'([^']*)'", refusal.limit)
    meant = nearest(refusal.value, known)
    value, near, allowed = refusal.value, meant or known[0], ", ".join(known)
    if refusal.key == "lang":
        told = report("spec-unknown-language", place, value=value, near=near, allowed=allowed)
    else:
        told = report("spec-unknown-choice", place, key=refusal.key, value=value, near=near, allowed=allowed)
    return told.meaning(meant)


def _too_large(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    return report("spec-number-too-large", place, key=refusal.key, limit=refusal.limit)


def _brackets(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    bare = " ".join(text_of(refusal.value).translate({ord("["): " ", ord("]"): " "}).split())
    return report("spec-insertion-brackets", place, form=in_brackets(bare) if bare else PLACEHOLDER)


def _empty(_refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    return report("spec-empty-text", place)


def _too_long(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    length = len(refusal.value) if isinstance(refusal.value, str | list | dict) else 0
    code = "spec-list-too-long" if refusal.rule == "too_long" else "spec-text-too-long"
    return report(code, place, key=refusal.key, limit=refusal.limit, length=length)


def _too_short(refusal: Refusal, _refused: Refused, place: Place) -> Diagnostic:
    return report("spec-list-empty", place, key=refusal.key)


_SWITCHES = {
    "true": ("ja", "yes", "y", "j", "on", "aan", "waar", "1", "wel"),
    "false": ("nee", "no", "n", "off", "uit", "onwaar", "0", "niet"),
}
_SPECIAL: dict[str, Callable[[Refusal, Refused, Place], Diagnostic]] = {
    "extra_forbidden": unknown_key,
    "missing": _missing_key,
    "string_type": wrong_type,
    "list_type": wrong_type,
    "dict_type": wrong_type,
    "model_type": wrong_type,
    "literal_error": _choice,
    "spec-not-an-identifier": _identifier,
    "spec-not-a-date": _day,
    "spec-not-boolean": _switch,
    "spec-insertion-brackets": _brackets,
    "less_than_equal": _too_large,
    "spec-not-edtf": _moment,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "too_short": _too_short,
}
