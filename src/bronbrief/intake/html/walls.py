"""Pages that are not the document: a wall of cookies, a page to log in, a shell that scripts would fill."""

import re
from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from bronbrief.intake.extractors import ExtractionError

_WALL_LENGTH, _LOGIN_LENGTH, _SHELL_LENGTH = 4000, 1200, 300
_WALL_SHARE, _ASSENT_WORDS = 0.6, 6
_ASSENT = re.compile(
    r"\b(?:akkoord|accept|agree|toestaan|allow|toestemming geven|alles toe|consent|ja, ik wil|j'accepte)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"\b(?:cookie|track|privacy|partner|advertenti|advertis|gepersonaliseerd|personali[sz]ed|consent|toestemming"
    r"|gegevens|adverteerder|akkoord|accept|agree)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:inloggen|aanmelden|log ?in|sign ?in|wachtwoord|password|inlognaam)\b", re.IGNORECASE
)
_SCRIPTS = re.compile(r"java ?script", re.IGNORECASE)
_ROOTS = frozenset(
    ["root", "app", "__next", "__nuxt", "svelte", "gatsby-focus-wrapper", "main-app", "react-root"]
)


def refuse_walls(root: Element, blocks: Sequence[str], unseen: Mapping[Element, str]) -> None:
    """Raise ExtractionError where the page that was saved is not the one that the reader meant to save."""
    size = sum(map(len, blocks))
    if size <= _SHELL_LENGTH and _is_shell(root, blocks):
        raise ExtractionError("document-empty-shell")
    if size <= _LOGIN_LENGTH and _asks_to_log_in(root, blocks, unseen):
        raise ExtractionError("document-login-page")
    if size <= _WALL_LENGTH and _is_cookie_wall(root, blocks):
        raise ExtractionError("document-cookie-wall")


def _is_shell(root: Element, blocks: Sequence[str]) -> bool:
    scripts = any(one.get("src") or "".join(one.itertext()).strip() for one in root.iter("script"))
    waiting = any(_SCRIPTS.search("".join(one.itertext())) for one in root.iter("noscript"))
    told = any(_SCRIPTS.search(block) for block in blocks)
    empty = any(one.get("id") in _ROOTS and not "".join(one.itertext()).strip() for one in root.iter("div"))
    words = re.search(r"\w", " ".join(blocks))
    return (told and (scripts or waiting)) or (scripts and empty) or (waiting and not words)


def _asks_to_log_in(root: Element, blocks: Sequence[str], unseen: Mapping[Element, str]) -> bool:
    """Tell whether a page has a field for a password that is seen, or a head and a field to log in."""
    fields = {one: one.get("type", "text").lower() for one in root.iter("input")}
    heads = bool(blocks) and _LOGIN.search(blocks[0]) is not None
    asks = any(kind in {"email", "text", "password"} for kind in fields.values())
    return (heads and asks) or any(fields[one] == "password" and one not in unseen for one in fields)


def _is_cookie_wall(root: Element, blocks: Sequence[str]) -> bool:
    """Tell whether most of the text is on cookies and the like, and something short asks to agree."""
    buttons = [" ".join("".join(one.itertext()).split()) for tag in ("button", "a") for one in root.iter(tag)]
    buttons += [one.get("value", "") for one in root.iter("input")]
    asked = any(
        len(one.split()) <= _ASSENT_WORDS and _ASSENT.search(one)
        for one in (*buttons, *(block.lstrip("#- ") for block in blocks))
    )
    about = sum(len(block) for block in blocks if _TRACKING.search(block))
    kinds = {found.casefold() for block in blocks for found in _TRACKING.findall(block)}
    return asked and len(kinds) > 1 and about >= _WALL_SHARE * sum(map(len, blocks))
