"""A quotation that stands in its source but for its first letter or a mark at its end."""

import json
import re
from collections.abc import Iterator

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.evidence.editing import initial, with_either_initial
from bronbrief.evidence.model import Verdict
from bronbrief.evidence.request import Request, Typed, ready_to_paste

_BRACKETED = re.compile(r"\[\s*(IJ|ij|[^\W\d_])\s*\](?=\w)")
_OFFERS = frozenset({"quote-first-letter", "quote-letter-bracketed", "quote-mark-added"})
_ENDING = re.compile(r"(?:(?<!\s)\s++)?(?<![.,;:!?])[.,;:!?]++\Z")


def other_first_letter(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise a first letter in the other case, plain or as "[d]e": that is for `initial`."""
    if typed.start or typed.field == "to":
        return None
    bracketed = _BRACKETED.match(typed.text)
    plain = (
        typed.text[: bracketed.start()] + bracketed[1] + typed.text[bracketed.end() :]
        if bracketed
        else typed.text
    )
    for text in with_either_initial(plain):
        for form in _with_either_end(text):
            if request.searchable.find(form).spans:
                return _offer(request, typed, plain, form)
    return None


def mark_at_end(request: Request, typed: Typed) -> Diagnostic | None:
    """Recognise a full stop, or another mark, at the end that the source does not have there."""
    ending = _ENDING.search(typed.text)
    bare = typed.text[: ending.start()] if ending else ""
    if not ending or not bare or not request.searchable.find(bare).spans:
        return None
    word = bare.split()[-1]
    offer = _pasted(request, typed, bare)
    return request.refuse(
        "quote-mark-added", typed, mark=ending[0].strip(), word=word, offer=offer, verdict=Verdict.DRIFT
    )


def _offer(request: Request, typed: Typed, plain: str, form: str) -> Diagnostic:
    """Offer the source's own words, and `initial` where the author wrote another first letter."""
    case = "lower" if plain[0].islower() else "upper"
    letter = initial(form, case) or ""
    shown = f"[{letter}]{form[len(letter) :]}".split()[0] if letter else form.split(maxsplit=1)[0]
    offer = _pasted(request, typed, form)
    code = "quote-first-letter" if letter else "quote-letter-bracketed"
    word = form.split(maxsplit=1)[0]
    return request.refuse(code, typed, word=word, offer=offer, case=case, shown=shown, verdict=Verdict.DRIFT)


def _with_either_end(text: str) -> Iterator[str]:
    yield text
    yield _ENDING.sub("", text)


def offered(request: Request, refusal: Diagnostic) -> dict[str, str]:
    """Return the fields that a finding of this module offers for an excerpt that is one quotation."""
    if refusal.code not in _OFFERS or request.spec.initial or request.spec.quote is None:
        return {}
    quote = json.loads(refusal.params["offer"].removeprefix("quote: "))
    case = {"initial": refusal.params["case"]} if refusal.code == "quote-first-letter" else {}
    return {"quote": quote, **case}


def _pasted(request: Request, typed: Typed, form: str) -> str:
    """Write the line of the spec that gives typed text in another form."""
    if typed.field != "quote":
        return ready_to_paste(form, typed.field)
    whole = request.spec.quote or ""
    return ready_to_paste(f"{whole[: typed.start]}{form}{whole[typed.start + len(typed.text) :]}")
