"""The lines of a paper's head and of its end: who sends it to whom, under which numbers, and what follows."""

from collections.abc import Iterator, Mapping, Sequence

from bronbrief.brief.dates import long_date
from bronbrief.brief.model import Brief, Fact, FactPlace
from bronbrief.core.places import Path
from bronbrief.spec.council import PUBLIC, Council
from bronbrief.spec.model import BriefSpec

FIELDS = "fields"
_PLACES: Mapping[str, FactPlace] = {
    "summary": "summary",
    **dict.fromkeys((f"council.{key}" for key in ("follow_up", "attachments", "cc", "signatories")), "end"),
}
# In the order in which they print where a template names none; `document_type` and `embargo` never print.
HEAD = (
    *("for", "council.to", "council.from", "author", "date", "version", "council.decided", "council.sent"),
    *("council.body", "council.meeting", "council.agenda_item", "council.annex", "council.purpose"),
    *("council.file_number", "council.registration_number", "council.our_reference"),
    *("council.your_reference", "council.portfolio_holder", "council.subject", "council.settles"),
    *("council.concept", "council.confidentiality", "council.confidentiality_ground"),
    *("council.confidentiality_term", "council.contact", FIELDS, "council.follow_up"),
    *("council.attachments", "council.cc", "council.signatories"),
)
PRINTABLE = (*HEAD, "summary")


def facts_of(
    spec: BriefSpec, labels: Mapping[str, str], printed: Sequence[str] | None = None
) -> tuple[Fact, ...]:
    """Return the lines that a spec fills and a template prints, in the template's order."""
    return tuple(fact for key in (HEAD if printed is None else printed) for fact in _facts(key, spec, labels))


def marking_of(spec: BriefSpec, labels: Mapping[str, str]) -> str | None:
    """Return what the head of every page must say: that this is a draft, or is not public."""
    given = spec.council or Council()
    secret = None if given.confidentiality in PUBLIC else given.confidentiality
    return " – ".join(filter(None, (labels["council_concept"] if given.concept else None, secret))) or None


def held_lines(brief: Brief) -> tuple[str, ...]:
    """Return what a brief prints for a council at its head and its end, line by line: it is read back."""
    held = (fact for fact in brief.facts if fact.key == FIELDS or fact.key.startswith("council."))
    return tuple(line for fact in held for value in fact.values for line in value)


def given_facts(spec: BriefSpec) -> Iterator[tuple[str, Path]]:
    """Yield the keys of what a spec has for the head and the end of a paper, each with its place."""
    for key in HEAD:
        path: Path = tuple(key.split("."))
        if key not in ("date", "version") and _value(spec, path):
            yield key, path


def fact_texts(spec: BriefSpec) -> Iterator[tuple[Path, str]]:
    """Yield the texts that the author typed for them, each with its place in the spec."""
    for number, given in enumerate(spec.fields):
        yield (FIELDS, number, "label"), given.label
        yield (FIELDS, number, "value"), given.value
    for key, value in (spec.council or Council()).model_dump(by_alias=True, mode="python").items():
        path: Path = ("council", key)
        if isinstance(value, list):
            for number, item in enumerate(value):
                inner = item.items() if isinstance(item, dict) else (("", item),)
                yield from (
                    ((*path, number, *((name,) if name else ())), text) for name, text in inner if text
                )
        elif isinstance(value, str):
            yield path, value


def _facts(key: str, spec: BriefSpec, labels: Mapping[str, str]) -> Iterator[Fact]:
    if key == FIELDS:
        yield from (Fact(FIELDS, one.label, ((one.value,),)) for one in spec.fields)
        return
    value = _value(spec, tuple(key.split(".")))
    if not value:
        return
    label, place = labels[key.replace(".", "_")], _PLACES.get(key, "head")
    if key in ("date", "council.meeting", "council.decided", "council.sent"):
        day = value.isoformat()  # type: ignore[attr-defined]
        # The day of the meeting has always been plain text.
        yield Fact(
            key, label, ((long_date(day, spec.lang),),), place, None if key == "council.meeting" else day
        )
    elif key == "council.concept":
        yield Fact(key, labels["council_status"], ((labels["council_concept"],),), place)
    elif key == "council.purpose":
        yield Fact(key, label, ((labels[f"purpose_{value}"],),), place)
    elif isinstance(value, list):
        lines = tuple(_lines(one) for one in value)
        yield Fact(key, label, lines, place)
    else:
        yield Fact(key, label, ((str(value),),), place)


def _lines(item: object) -> tuple[str, ...]:
    parts = (item,) if isinstance(item, str) else (getattr(item, "name", ""), getattr(item, "role", None))
    return tuple(str(part) for part in parts if part)


def _value(spec: BriefSpec, path: Path) -> object:
    """Return the value at a path of a spec; None where there is none."""
    value: object = spec
    for step in path:
        value = getattr(value, {"for": "for_", "from": "from_"}.get(str(step), str(step)), None)
    return value
