"""RTF as tokens: braces, control words and symbols, characters by their bytes (RTF 1.9.1, “RTF Syntax”)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\(?:'([0-9a-fA-F]{2})|([A-Za-z]{1,32})(-?\d{1,10})? ?|([^A-Za-z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: a brace, a control word or symbol with its number, or bytes of text."""

    word: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token("{"), Token("}")


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a document; what `bin` carries is passed over."""
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        code, word, number, symbol, brace, text = found.groups()
        if text is not None:
            yield Token(data=text)
        elif code is not None:
            yield Token("'", data=bytes([int(code, 16)]))
        elif word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                at += max(0, value or 0)
            yield Token(word.decode("ascii"), value)
        elif brace is not None:
            yield OPEN if brace == b"{" else CLOSE
        elif symbol is not None:
            yield Token("par" if symbol in b"\r\n" else symbol.decode("latin-1"))
