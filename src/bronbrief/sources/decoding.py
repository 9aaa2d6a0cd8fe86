"""From the bytes of a source to its text: strict UTF-8, with a warning for what the eye does not see."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, Related, report
from bronbrief.core.hidden import hidden_in, name_of

# What UTF-8 looks like once it was read as Windows-1252: the letter of a first byte, and as many others as it
# announces. Only the first bytes of Western letters, marks and emoji: "CAFÉ»" could be read so as well.
_CONTINUING = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "\x81\x8d\x8f\x90\x9d")
_MANGLED = re.compile(f"[ÂÃ][{_CONTINUING}]|â[{_CONTINUING}]{{2}}|ð[{_CONTINUING}]{{3}}")
_REPLACEMENT = "\ufffd"
_RETURN = re.compile(r"\r(?!\n)")
_RELATED_LIMIT = 4


def decode_source(data: bytes, file: str) -> Outcome[str]:
    """Decode a source, without a byte order mark; line ends stay as they are.

    An invalid byte is an error at its place, and there is no text. Hidden characters are warnings, one for
    each character however often it stands there.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8-sig")
        byte = f"0x{error.object[error.start]:02X}"
        place = place_of(before, len(before), file)
        return Outcome(
            None, (report("source-not-utf8", place, byte=byte, line=place.line, column=place.column),)
        )
    if not text:
        return Outcome(None, (report("source-empty", Place(file)),))
    return Outcome(text, _look_over(text, file))


def place_of(text: str, offset: int, file: str, length: int = 1) -> Place:
    """Return the place of `length` characters on one line; LF, CRLF and CR end a line."""
    before = text[:offset]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    column = offset - max(before.rfind("\n"), before.rfind("\r"))
    return Place(file, line, column, line, column + length)


def _hidden(text: str, file: str) -> tuple[Diagnostic, ...]:
    first: dict[str, list[int]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    for at in hidden_in(text):
        character = text[at]
        counts[character] += 1
        if len(first[character]) <= _RELATED_LIMIT:
            first[character].append(at)
    return tuple(_warn(text, file, name, first[name], counts[name]) for name in first if counts[name])


def _look_over(text: str, file: str) -> tuple[Diagnostic, ...]:
    """Warn of what befell the text before it came here, and of hidden characters."""
    return (*_replaced(text, file), *_returns(text, file), *_garbled(text, file))


def _replaced(text: str, file: str) -> Iterator[Diagnostic]:
    spots = [(found.start(), "U+FFFD") for found in re.finditer(_REPLACEMENT, text)]
    if spots:
        place, related = _places(text, file, spots)
        yield report("source-replacement-character", place, related=related, path=file, count=len(spots))


def _returns(text: str, file: str) -> Iterator[Diagnostic]:
    alone = len(_RETURN.findall(text))
    if alone:
        yield report("source-carriage-returns", Place(file), path=file, count=alone)


def _garbled(text: str, file: str) -> tuple[Diagnostic, ...]:
    garbled = [match for match in _MANGLED.finditer(text) if _unmangled(match[0])]
    if not garbled:
        return _hidden(text, file)
    rest = _MANGLED.sub(lambda match: " " * len(match[0]) if _unmangled(match[0]) else match[0], text)
    found = garbled[0][0]
    place, related = _places(text, file, [(match.start(), match[0]) for match in garbled], len(found))
    told = report(
        "source-mangled-text",
        place,
        related=related,
        found=found,
        meant=_unmangled(found),
        count=len(garbled),
    )
    return (told, *_hidden(rest, file))


def _places(
    text: str, file: str, spots: Sequence[tuple[int, str]], length: int = 1
) -> tuple[Place, tuple[Related, ...]]:
    """Return the place of the first spot, and the next few, each an offset and what stands there."""
    related = tuple(
        Related(place_of(text, at, file), "character-too", {"character": shown})
        for at, shown in spots[1 : _RELATED_LIMIT + 1]
    )
    return place_of(text, spots[0][0], file, length), related


def _unmangled(text: str) -> str:
    """Return the characters that these were before they were read in the wrong encoding, if any."""
    try:
        data = b"".join(char.encode("latin-1" if char <= "\xff" else "cp1252") for char in text)
        return data.decode()
    except UnicodeError:
        return ""


def _warn(text: str, file: str, character: str, places: list[int], count: int) -> Diagnostic:
    code, name = name_of(character)
    place, related = _places(text, file, [(at, code) for at in places])
    return report("source-hidden-character", place, related=related, point=code, name=name, count=count)
