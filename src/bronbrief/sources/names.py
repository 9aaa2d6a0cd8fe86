"""Names in `seeds/`: what may be an id, what a title or file name becomes, what is an original."""

import re
import unicodedata
from pathlib import PurePosixPath

ID_LENGTH = 80
TEXT, RECORD, ORIGINAL = ".txt", ".yaml", ".original"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ĳ": "ij", "œ": "oe"})


def is_source_id(name: str) -> bool:
    """Tell whether a name may be an id: small letters without accents and digits, joined by hyphens."""
    return len(name) <= ID_LENGTH and _ID.fullmatch(name) is not None


def is_original(path: str) -> bool:
    """Tell whether a file is a document kept as received beside the text taken from it."""
    return PurePosixPath(path).stem.endswith(ORIGINAL)


def slug(text: str, length: int = ID_LENGTH) -> str:
    """Turn any text into an id of at most `length` characters, cut between words; may come out empty."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char)))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > length:
            break
        kept = longer
    return kept or "".join(words)[:length]
