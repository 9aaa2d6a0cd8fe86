"""What a finished file says of itself beside its text: title, language, date, who made it, what it is about.

Pages say it to browsers, search engines and who shares them; a PDF to viewers, screen readers and archives.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from bronbrief.brief.model import Brief
from bronbrief.verify.quotations import plain
from bronbrief.verify.web_page import data_in

About = Mapping[str, tuple[str, ...]]
"""What is said, each time that it is, by what it is about: title, lang, date, author, description."""

_META = {
    "author": "author",
    "description": "description",
    "og:title": "title",
    "og:description": "description",
    "og:locale": "lang",
    "dct:language": "lang",
    "dct:date": "date",
}
_DATA = {
    "name": "title",
    "inLanguage": "lang",
    "datePublished": "date",
    "author": "author",
    "abstract": "description",
}
_CLAIMS = {
    "dc:title": "title",
    "dc:language": "lang",
    "xmp:CreateDate": "date",
    "dc:creator": "author",
    "dc:description": "description",
}


def about_page(root: Element) -> About:
    """Return what a page says of itself in its head."""
    titles = ["".join(one.itertext()) for one in root.iter("title")] or [""]
    said = [("lang", root.get("lang", "")), *(("title", one) for one in titles)]
    for one in root.iter("meta"):
        name = _META.get(one.get("name") or one.get("property") or "")
        said += [(name, one.get("content", ""))] if name else []
    data = _report(root)
    said += [(name, str(data[key])) for key, name in _DATA.items() if isinstance(data.get(key), str)]
    return _together(said)


def about_pdf(claims: Mapping[str, str], lang: str) -> About:
    """Return what a PDF says of itself: its metadata, and the language of its text."""
    return _together(
        [("lang", lang), *((name, claims[key]) for key, name in _CLAIMS.items() if key in claims)]
    )


def differing_about(said: About, wanted: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what a file says of itself otherwise than wanted: about what, the words, and those wanted.

    A file may leave out what it likes but its title.
    """
    for name, text in wanted.items():
        missing = ("",) if name == "title" else ()
        yield from ((name, other, plain(text)) for other in said.get(name, missing) if other != plain(text))


def about_brief(brief: Brief) -> Mapping[str, str]:
    """Return what the page of a brief must say of itself, where it says anything."""
    return {
        "title": brief.title,
        "lang": brief.lang,
        "date": brief.date,
        "author": brief.author or "",
        "description": brief.summary or brief.subtitle or "",
    }


def _together(said: list[tuple[str, str]]) -> About:
    names = dict.fromkeys(name for name, _ in said)
    return {
        name: tuple(dict.fromkeys(_value(one, text) for one, text in said if one == name)) for name in names
    }


def _value(name: str, text: str) -> str:
    if name == "lang":
        return text.replace("_", "-")
    return text.partition("T")[0] if name == "date" else plain(text)


def _report(root: Element) -> Mapping[str, object]:
    """Return what a page tells search engines of itself as a whole (schema.org)."""
    return next((one for one in data_in(root) if isinstance(one, dict)), {})
