"""Write text as a YAML scalar that this project's reader reads back as it was."""

import re
import unicodedata
from typing import TypeAlias

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
"""A value of a YAML file: every scalar is text, and an empty one None."""

_PLAIN_START = re.compile(r"[^\W_]|[(‘’“”]")
_UNSAFE = re.compile(r":(?:\s|\Z)|\s#|[\t\n]|\s\Z|,\s*\Z")
# What YAML calls printable, less the invisible line separators and byte order marks that editors hide.
FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SINGLE_SPACED = re.compile(r"\S+(?: \S+)*")
# What a reader of YAML 1.1 takes for something other than text, and what editors mark as such.
_SPECIAL = re.compile(r"(?:y|n|yes|no|true|false|on|off|null|[\d.:_+-]+(?:e[+-]?\d+)?)", re.IGNORECASE)


class Plain(str):
    """A number, a boolean or a date: text that stands in a file without quotation marks."""

    __slots__ = ()


def scalar(text: str) -> str:
    """Write text on one line: as it is where that is safe, else in double quotation marks."""
    plain = isinstance(text, Plain) or (
        _SINGLE_SPACED.fullmatch(text)
        and _PLAIN_START.match(text)
        and not _UNSAFE.search(text)
        and not _SPECIAL.fullmatch(text)
        and text.isprintable()
    )
    return text if plain else f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == " " or (unicodedata.category(char)[0] not in "CZ" and char.isprintable()):
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004


def in_flow(value: Data) -> str:
    """Write a value on one line, fit to stand between brackets or braces."""
    if isinstance(value, str):
        written = scalar(value)
        return f'"{written}"' if written == value and re.search(r"[,\[\]{}]", value) else written
    if isinstance(value, list):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{in_flow(key)}: {in_flow(one)}" for key, one in value.items()) + "}"
    return ""


def after_key(value: Data, indent: int) -> str:
    """Write what follows the colon of a key that stands at an indent: on its line, or on those below it."""
    if isinstance(value, str):
        return f" {literal(value, indent)}"
    if not value:
        return "" if value is None else f" {in_flow(value)}"
    return f"\n{' ' * (indent + 2)}{after_dash(value, indent)}"


def after_dash(value: Data, indent: int) -> str:
    """Write what follows the dash of an item that stands at an indent: keys begin two spaces deeper."""
    inner = indent + 2
    if isinstance(value, str):
        return literal(value, indent)
    if not value:
        return "" if value is None else in_flow(value)
    if isinstance(value, list):
        rows = [item(one, inner) for one in value]
    else:
        rows = [f"{scalar(key)}:{after_key(one, inner)}" for key, one in value.items()]
    return f"\n{' ' * inner}".join(rows)


def item(value: Data, indent: int) -> str:
    """Write an item of a list, with its dash, which stands at an indent."""
    written = after_dash(value, indent)
    return f"- {written}" if written else "-"


def literal(text: str, indent: int, depth: int = 2) -> str:
    """Write text of several lines below a | at a key or dash that stands at an indent, else on one line."""
    if (
        "\n" not in text
        or not text.strip()
        or text.endswith("\n\n")
        or "\r" in text
        or FORBIDDEN.search(text)
    ):
        return scalar(text)
    kept = "" if text.endswith("\n") else "-"
    deeper = str(depth) if text.lstrip("\n").startswith((" ", "\t")) else ""
    spaces = " " * (indent + depth)
    shown = [f"{spaces}{line}" if line else "" for line in text.removesuffix("\n").split("\n")]
    return "\n".join([f"|{deeper}{kept}", *shown])
