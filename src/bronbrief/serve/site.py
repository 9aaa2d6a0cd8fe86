"""The app's own pages and files, which come with the package, in the language that the browser asks for."""

import json
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from string import Template
from types import MappingProxyType

from bronbrief.locale import i18n

DEFAULT_LANGUAGE = "nl"
PAGES = ("dossier", "verify", "help")
_TYPES = {".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".svg": "image/svg+xml"}
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def preferred_language(accepted: str) -> str:
    """Return the language that the Accept-Language header (RFC 9110, 12.5.4) prefers; else Dutch."""
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        tag, _, parameter = part.strip().partition(";")
        lang = tag.strip().lower().split("-")[0]
        name, _, value = parameter.strip().partition("=")
        try:
            weight = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            weight = 0.0
        if lang in i18n.languages():
            weights[lang] = max(weight, weights.get(lang, 0.0))
    return max(weights, key=lambda lang: weights[lang]) if any(weights.values()) else DEFAULT_LANGUAGE


def front_page(lang: str, *, writes: bool) -> str:
    """Return the page of the app in a language, with its words for the scripts."""
    words = {**i18n.words("preview", lang), **i18n.words("form", lang)}
    return _page("index.html", "briefs", words, lang, writes=writes)


def app_page(name: str, lang: str, *, writes: bool, content: str) -> str:
    """Return a page beside that of the briefs: "dossier", "verify" or "help"; `content` is markup of ours."""
    words = {**i18n.words("preview", lang), **i18n.words(f"{name}_page", lang)}
    body = _filled(f"{name}.html", words, content=content)
    return _page("page.html", name, words, lang, writes=writes, body=body)


def _page(  # noqa: PLR0913 - what a page is made of
    file: str, name: str, words: Mapping[str, str], lang: str, *, writes: bool, body: str = ""
) -> str:
    marks = {f"at_{one}": ' aria-current="page"' if one == name else "" for one in ("briefs", *PAGES)}
    data = json.dumps(dict(words), ensure_ascii=False).translate(_UNSAFE)
    markup = {"words": data, "writes": str(writes).lower(), "lang": lang, "script": name, "body": body}
    return _filled(file, words, nav=_filled("nav.html", words, **marks), **markup)


def _filled(file: str, words: Mapping[str, str], /, **markup: str) -> str:
    escaped = {name: escape(word) for name, word in words.items()}
    return Template(_read(file).decode()).substitute({**escaped, **markup})


def locked_page(lang: str) -> str:
    """Return what is shown to who comes without the token: how to get in."""
    title, text = (escape(i18n.say("views", f"serve.{key}", lang)) for key in ("locked", "unlock"))
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1><p>{text}</p></body></html>\n"
    )


def static_files() -> Mapping[str, tuple[str, bytes]]:
    """Return the styles and scripts by name, each with its media type; nothing else is served as a file."""
    folder = files(__package__) / "static"
    found = {
        entry.name: (media_type, entry.read_bytes())
        for entry in (*folder.iterdir(), *(folder / "vendor").iterdir())
        if (media_type := _TYPES.get(f".{entry.name.rpartition('.')[2]}"))
    }
    return MappingProxyType(found)


def _read(name: str) -> bytes:
    return (files(__package__) / "static" / name).read_bytes()
