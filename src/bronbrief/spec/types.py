"""The kinds of value in a spec: text, identifiers, dates, colours, and how YAML's text becomes them.

Every scalar comes as text. What is more than text is read here, strictly: a boolean is true or false and
nothing else, a date is YYYY-MM-DD, a number is written in digits. Errors carry the code of a diagnostic.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Collection
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

PLACEHOLDER = "<…>"
"""Stands in forms that can be pasted, for what only the author can write."""
_UNFILLED = re.compile(r"\s*<(?=[^<>\n]*(?:…|\.{3}))[^<>\n]*+>\s*")
IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
COLOUR = r"^#[0-9a-fA-F]{6}$"
LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Z]{2})?$"
IDENTIFIER_LIMIT = 80
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_ENDING = re.compile(r"(?:\.original)?\.(?:txt|ya?ml|md|html?|pdf|docx)\Z", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)
_EDTF = re.compile(r"[0-9X./~?%\-TY]+", re.ASCII)


def as_identifier(text: str) -> str:
    """Write text as an identifier: small letters, digits and single hyphens; empty where none are left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(_WORD.findall(plain))[:IDENTIFIER_LIMIT].strip("-")


def file_stem(text: str) -> str:
    """Return the name that a path or the name of a file stands for: without its folder and its ending."""
    return _ENDING.sub("", text.rstrip("/").rpartition("/")[2])


def _pattern(pattern: str, code: str) -> AfterValidator:
    """Make a validator that refuses text without the pattern, under a diagnostic's code."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not compiled.fullmatch(_not_blank(value)):
            raise PydanticCustomError(code, "no match")
        return value

    return AfterValidator(check)


def one_of(known: Collection[str], code: str) -> BeforeValidator:
    """Make a validator that refuses what is none of some words, under a diagnostic's code."""

    def check(value: object) -> object:
        if value not in known:
            raise PydanticCustomError(code, "none of them")
        return value

    return BeforeValidator(check)


def _filled_in(value: str) -> str:
    if _UNFILLED.fullmatch(value):
        raise PydanticCustomError("spec-placeholder", "not filled in")
    return value


def _without_brackets(value: str) -> str:
    if not {"[", "]"}.isdisjoint(value):
        raise PydanticCustomError("spec-insertion-brackets", "brackets")
    return value


def _boolean(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("spec-not-boolean", "no boolean")


def _date(value: object) -> object:
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError("spec-no-such-date", "no such date") from error
    raise PydanticCustomError("spec-not-a-date", "no date")


def _number(value: object) -> object:
    if isinstance(value, int) or (isinstance(value, str) and _NUMBER.fullmatch(value)):
        return int(value)
    raise PydanticCustomError("spec-not-a-number", "no number")


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("spec-empty-text", "blank")
    return value


def _edtf(value: str) -> str:
    if not _EDTF.fullmatch(value):
        raise PydanticCustomError("spec-not-edtf", "no EDTF")
    return value


_Filled = AfterValidator(_filled_in)
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), _Filled]
Insertion = Annotated[Text, AfterValidator(_without_brackets)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), _Filled]
Version = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5), _Filled]
PARAGRAPHS = "paragraphs"
"""Marks the type of a text in which an empty line begins a paragraph."""
Markdown = Annotated[
    str, StringConstraints(min_length=1, max_length=100_000), AfterValidator(_not_blank), _Filled, PARAGRAPHS
]
Caption = Annotated[Text, PARAGRAPHS]
Identifier = Annotated[
    str,
    Field(max_length=IDENTIFIER_LIMIT, json_schema_extra={"pattern": IDENTIFIER}),
    _pattern(IDENTIFIER, "spec-not-an-identifier"),
]
Colour = Annotated[str, Field(json_schema_extra={"pattern": COLOUR}), _pattern(COLOUR, "spec-not-a-colour")]
LanguageTag = Annotated[
    str, Field(json_schema_extra={"pattern": LANGUAGE_TAG}), _pattern(LANGUAGE_TAG, "spec-not-a-language")
]
ADDRESS = r"https?://[^\s\"<>\\]+\.[^\s\"<>\\]+"
Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=500),
    Field(json_schema_extra={"pattern": ADDRESS}),
    _pattern(ADDRESS, "spec-not-an-address"),
]
MADE_WITH = r"^[^\W_]+(?:[ .,()/+&:-]+[^\W_]+)*[.)]?$"
"""The name of an assistant, which prints as it stands: no quotation marks, so that it says nobody's words."""
MadeWith = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=100),
    Field(json_schema_extra={"pattern": MADE_WITH}),
    _pattern(MADE_WITH, "spec-not-an-assistant"),
]
Edtf = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), AfterValidator(_edtf)]
Cover = Literal["colour", "plain"]
Language = Literal["nl-NL", "nl-BE", "en"]
LANGUAGES: tuple[str, ...] = get_args(Language)
Role = Literal[
    "decision", "context", "legal", "reasoning", "effect", "arguments", "counterarguments", "finance",
    "communication", "follow-up",
]  # fmt: skip
ROLES: tuple[str, ...] = get_args(Role)
OneOfRoles = Annotated[Role, one_of(ROLES, "spec-not-a-role")]
Initial = Annotated[Literal["lower", "upper"], one_of(("lower", "upper"), "spec-not-an-initial")]
Boolean = Annotated[bool, BeforeValidator(_boolean)]
Date = Annotated[dt.date, BeforeValidator(_date)]
Number = Annotated[int, Field(ge=1), BeforeValidator(_number)]
