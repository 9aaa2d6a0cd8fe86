"""Write text as a YAML scalar that this project's reader reads back as it was."""

import re
import unicodedata
from collections.abc import Mapping

_PLAIN_START = re.compile(r"[^\W_]|[(‘’“”]")
_UNSAFE = re.compile(r":(?:\s|\Z)|\s#|[\t\n]|\s\Z|,\s*\Z")
_SINGLE_SPACED = re.compile(r"\S+(?: \S+)*")
# What a reader of YAML 1.1 takes for something other than text, and what editors mark as such.
_SPECIAL = re.compile(r"(?:y|n|yes|no|true|false|on|off|null|[\d.:_+-]+(?:e[+-]?\d+)?)", re.IGNORECASE)


def scalar(text: str) -> str:
    """Write text on one line: as it is where that is safe, else in double quotation marks."""
    plain = (
        _SINGLE_SPACED.fullmatch(text)
        and _PLAIN_START.match(text)
        and not _UNSAFE.search(text)
        and not _SPECIAL.fullmatch(text)
        and text.isprintable()
    )
    return text if plain else f'"{"".join(map(_escaped, text))}"'


def flow_list(texts: list[str]) -> str:
    """Write a list of texts on one line."""
    return "[" + ", ".join(_in_flow(text) for text in texts) + "]"


def flow_map(texts: Mapping[str, str]) -> str:
    """Write a mapping of keys to texts on one line."""
    return "{" + ", ".join(f"{key}: {_in_flow(text)}" for key, text in texts.items()) + "}"


def comment(text: str, indent: str = "") -> str:
    """Write text as a comment on one line, without characters that could end the line."""
    flat = " ".join(text.split())
    return f"{indent}# {''.join(char if char.isprintable() else '?' for char in flat)}"


def _in_flow(text: str) -> str:
    written = scalar(text)
    return f'"{written}"' if written == text and re.search(r"[,\[\]{}]", text) else written


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == " " or (unicodedata.category(char)[0] not in "CZ" and char.isprintable()):
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004
