"""What the fields of a record may say: one check a kind of fact."""

import re
from urllib.parse import urlsplit

from babel import Locale

from bronbrief.core.edtf import is_edtf

KINDS = tuple(
    """
    news press-release letter report advice web motion decision minutes law judgment
    written-question oral-question question-for-explanation parliamentary-question
    """.split()
)
CHANGES = ("accepted", "rejected")
RECOGNISED = ("true",)
GROUNDS = ("stated", "page address", "supplied")
REASONS = tuple(
    """
    note-call hidden deleted inserted struck covered white off-page invisible too-small layer-off
    actual-text image drawing header-footer navigation form comment annotation script metadata
    attachment alternative unsupported
    """.split()
)

_DATE_CHARACTERS = re.compile(r"[0-9X./~?%\-TYE:Z+]{4,40}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_COUNTRY = re.compile(r"[A-Z]{2}")
SHA256 = re.compile(r"[0-9a-fA-F]{64}")
COUNT = re.compile(r"[1-9]\d{0,8}", re.ASCII)
"""A number of things, at least one."""
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")


def is_date(value: str) -> bool:
    """Tell whether a text is a date in EDTF (Library of Congress), such as 2021-03~ or 2020-09-18/.. ."""
    return bool(_DATE_CHARACTERS.fullmatch(value)) and is_edtf(value)


def is_day(value: str) -> bool:
    """Tell whether a text is a day of the calendar, YYYY-MM-DD (ISO 8601)."""
    return len(value) == len("YYYY-MM-DD") and is_date(value)


def is_url(value: str) -> bool:
    """Tell whether a text is an address of a page: http or https, with a host and without a password."""
    try:
        parts = urlsplit(value)
        host, user = parts.hostname, parts.username
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and user is None and not _UNSAFE.search(value)


def is_language(value: str) -> bool:
    """Tell whether a text is a language tag (BCP 47): a language, with a country where that matters."""
    return bool(_LANGUAGE.fullmatch(value)) and value.partition("-")[0] in Locale("en").languages


def is_country(value: str) -> bool:
    """Tell whether a text is a country code of two letters (ISO 3166-1); EU counts."""
    return bool(_COUNTRY.fullmatch(value)) and value in Locale("en").territories


def language_tag(text: str) -> str:
    """Write what may be a language tag as BCP 47 has it: "nl-BE" for "NL_be"."""
    primary, _, region = text.replace("_", "-").partition("-")
    return f"{primary.lower()}-{region.upper()}" if region else primary.lower()
