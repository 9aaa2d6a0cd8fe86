"""What an official publication says of itself: in its metadata, and in the head of a parliamentary paper."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bronbrief.intake.dates import plain_date
from bronbrief.sources.identifiers import recognise

_SITE = "https://zoek.officielebekendmakingen.nl"
_TITLES = ("dcterms.title", "dc.title", "overheidop.titel")
_DATES = ("dcterms.available", "dcterms.issued", "dc.date", "overheidop.datumpublicatie")
_PUBLISHERS = ("dcterms.publisher", "dc.publisher", "dcterms.creator", "dc.creator", "overheid.authority")

_KINDS = {
    **dict.fromkeys(["handelingen", "handeling"], "minutes"),
    **dict.fromkeys(["staatsblad", "toestand", "verordening"], "law"),
    **dict.fromkeys(["vraagdoc", "kamervragen"], "parliamentary-question"),
}
_SHORT = 3


def official_facts(root: Element) -> dict[str, str]:
    """Return title, publisher, date, url, identifier, kind and language, as far as they are said."""
    meta: dict[str, str] = {}
    for one in root.iter("meta"):
        meta.setdefault(one.get("name", "").lower(), one.get("content", "").strip())
    file = meta.get("dc.identifier") or meta.get("dcterms.identifier") or _file(meta)
    return {
        "title": _first(meta, _TITLES) or _title(root),
        "kind": next((_KINDS[one.tag] for one in root.iter() if one.tag in _KINDS), ""),
        "publisher": _first(meta, _PUBLISHERS),
        "date": plain_date(_first(meta, _DATES)) or _day(root),
        "url": f"{_SITE}/{file}.html" if file and file.replace("-", "").isalnum() else "",
        "identifier": _paper(root) or (file if recognise(file) else ""),
        "lang": "nl",
    }


def _title(root: Element) -> str:
    """Return the title of a regulation or an item, or the first one of more than a word or two."""
    titles = [one for tag in ("intitule", "item-titel") for one in root.iter(tag)]
    stated = [" ".join("".join(_without_notes(one)).split()) for one in (*titles, *root.iter("titel"))]
    long = (one for one in stated if len(one.split()) >= _SHORT)
    return next(long, stated[0] if stated else "")


def _without_notes(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != "noot":
            yield from _without_notes(child)
        yield child.tail or ""


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _file(meta: dict[str, str]) -> str:
    """Return the name of the publication in the address of its metadata, such as gmb-2024-12345."""
    return meta.get("overheidop.externmetadatarecord", "").removesuffix("/metadata.xml").rpartition("/")[2]


def _day(root: Element) -> str:
    """Return the day in the head of a paper or of a meeting, if it is given as one."""
    for around in root.iter():
        if around.tag in {"datumtekst", "vergaderdatum"}:
            for one in around.iter():
                if day := plain_date(one.get("isodatum", "")):
                    return day
    return ""


def _paper(root: Element) -> str:
    """Return the number of a parliamentary paper, which its head gives in parts."""
    said = {one.get("inhoud", ""): _words(one) for one in root.iter("tekstregel")}
    session = said.get("vergaderjaar", "").lower().removeprefix("vergaderjaar").strip()
    file = " ".join(_words(one) for one in [*root.iter("dossiernummer")][:1])
    numbers = [*root.iter("ondernummer")]
    if not session or not file or not numbers:
        return ""
    upper = numbers[0].get("kamer") == "1" or said.get("kameraanduiding", "").startswith("Eerste")
    sub = _words(numbers[0])
    number = f"Kamerstukken {'I' if upper else 'II'} {session}, {file}, {'' if upper else 'nr. '}{sub}"
    return number if recognise(number) else ""


def _words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())
