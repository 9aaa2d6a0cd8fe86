"""What a template says of itself in `template.yaml`: its title, what it is for and what it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bronbrief.blocks import registry
from bronbrief.brief.head import PRINTABLE
from bronbrief.core.diagnostics import Diagnostic, Outcome, report
from bronbrief.core.near import nearest_first
from bronbrief.core.yaml.values import Positioned, read_yaml
from bronbrief.spec.types import LANGUAGES, ROLES

FIELDS = ("author", "council", "excerpts", "for", "key_messages", "method", "subtitle", "summary")
PAGE_LIMIT = 999
PROMISES = ("cells", "answers", "key_messages")
KEYS = ("title", "description", "needs", "roles", "promises", "prints", "pages")


@dataclass(frozen=True, slots=True)
class Manifest:
    """A template's account of itself.

    `titles` and `descriptions` are by language; `needs` names fields and blocks of a spec, `roles` what its
    sections should be, and `promises` what has its evidence. `prints` are the keys of the head and the end
    that it prints, in its order; None for all. `pages` is the largest number of pages, or None.
    """

    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    needs: tuple[str, ...] = ()
    pages: int | None = None
    roles: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    prints: tuple[str, ...] | None = None

    def title(self, lang: str) -> str:
        """Return the kind of document in a language, the first that is given if that one is not."""
        return self.titles.get(lang) or next(iter(self.titles.values()))

    def description(self, lang: str) -> str:
        """Return what the template is for, in a language or in the first that is given."""
        return self.descriptions.get(lang) or next(iter(self.descriptions.values()))


@lru_cache(maxsize=64)
def read_manifest(data: bytes, file: str) -> Outcome[Manifest]:
    """Read a template's manifest; unknown keys, languages and needs are refused."""
    read = read_yaml(data, file)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    reader = _Reader(read.value)
    # What closes a section is no reason to choose a template.
    blocks = sorted(block.key for block in registry.BLOCKS if not block.last)
    manifest = Manifest(
        reader.by_language("title"),
        reader.by_language("description"),
        reader.names("needs", (*FIELDS, *blocks)),
        reader.pages(),
        reader.names("roles", ROLES),
        reader.names("promises", PROMISES),
        reader.names("prints", PRINTABLE) if "prints" in read.value.value else None,
    )
    findings = (*read.diagnostics, *reader.unknown(), *reader.diagnostics)
    return Outcome(None if any(finding.is_error for finding in findings) else manifest, findings)


class _Reader:
    """Reads the manifest's values one by one and gathers what is wrong with them."""

    def __init__(self, read: Positioned) -> None:
        self.value = read.value
        self.places = read.places
        self.diagnostics: list[Diagnostic] = []

    def unknown(self) -> list[Diagnostic]:
        """Report the keys that a manifest does not have."""
        return [
            report("template-key", self.places.key((key,)), key=key, known=nearest_first(key, KEYS))
            for key in self.value
            if key not in KEYS
        ]

    def by_language(self, key: str) -> dict[str, str]:
        """Read a text for each language; at least one is required."""
        value = self.value.get(key)
        if not isinstance(value, dict) or not value:
            self._wrong(key, "a text for each language")
            return {}
        for lang, text in value.items():
            if lang not in LANGUAGES:
                self.diagnostics.append(
                    report(
                        "template-language",
                        self.places.key((key, lang)),
                        lang=lang,
                        known=", ".join(LANGUAGES),
                    )
                )
            elif not isinstance(text, str):
                self._wrong(key, "a text for each language", lang)
        return {lang: text for lang, text in value.items() if isinstance(text, str)}

    def names(self, key: str, possible: tuple[str, ...]) -> tuple[str, ...]:
        """Read a list of names, each of them one that is possible."""
        value = self.value.get(key, [])
        if not isinstance(value, list):
            self._wrong(key, "a list of names")
            return ()
        for at, name in enumerate(value):
            if name not in possible:
                known = nearest_first(str(name), possible)
                place = self.places.value((key, at))
                self.diagnostics.append(report("template-need", place, key=key, need=name, known=known))
        return tuple(name for name in value if isinstance(name, str))

    def pages(self) -> int | None:
        """Read the largest number of pages."""
        value = self.value.get("pages")
        if value is None and "pages" not in self.value:
            return None
        digits = value if isinstance(value, str) and value.isascii() and value.isdigit() else ""
        if 0 < len(digits) <= len(str(PAGE_LIMIT)) and int(digits):
            return int(digits)
        self._wrong("pages", "a number of pages, such as 2")
        return None

    def _wrong(self, key: str, expected: str, *path: str) -> None:
        self.diagnostics.append(
            report("template-value", self.places.value((key, *path)), key=key, expected=expected)
        )
