"""Who speaks in minutes and reports: "De heer Smit (D66): …", "Minister-president Jan Jambon: …".

A speaker is named only by a form that is known, at the head of a paragraph or on a line above it, and where
the document does so throughout. Whatever else may open someone's turn ends the one before.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from bronbrief.sources.groups import Group
from bronbrief.sources.lines import End
from bronbrief.sources.model import Locator, Unit

_LEAST = 3
_SPEECH = 100  # characters: shorter without a full stop is a list of who was there
_REACH = 120
_PARTICLE = r"(?:van|von|de|den|der|ter|ten|te|tot|in|op|het|la|le|du|el|al|d'|'t|’t|'s|’s)"
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w.'’\-]*"
_NAME = rf"(?:(?:{_PARTICLE}|{_CAPITAL})\s+){{0,5}}{_CAPITAL}"
_PARTY = r"\s*\((?P<party>[^()]{1,60})\)"
_TITLE = (
    r"(?:de\s+heer|dhr\.?|meneer|mijnheer|mevrouw|mevr\.?|mw\.?|mr\.?|mrs\.?|ms\.?|miss|drs\.?|dr\.?|ir\.?|ing\.?"
    r"|prof\.?|jhr\.?|professor)"
)
_ROLE = (
    r"(?:(?:waarnemend|wnd\.?|plaatsvervangend|plv\.?|deputy|acting)\s+)?(?:vlaams\s+)?(?:vice-?)?"
    r"(?:voorzitter|wethouder|burgemeester|minister-president|minister|staatssecretaris|gedeputeerde|schepen"
    r"|commissaris(?:\s+van\s+de\s+koning)?|dijkgraaf|heemraad|griffier|gemeentesecretaris|secretaris"
    r"|fractievoorzitter|raadslid|gemeenteraadslid|statenlid|kamerlid|burgerlid|commissielid"
    r"|chair(?:man|woman|person)?|speaker|mayor|councillor|alderman|president|secretary\s+of\s+state|commissioner"
    r"|senator|clerk)"
)
_HEAD = re.compile(
    rf"(?:(?:de|the)\s+)?(?:(?P<role>{_ROLE})(?:\s+{_TITLE})?|{_TITLE}(?:\s+{_TITLE})*)"
    rf"(?:\s+(?P<name>(?-i:{_NAME})))?(?:{_PARTY})?(?:\s*:(?=\s)|\s*:?\Z)",
    re.IGNORECASE,
)
_MEMBER = re.compile(rf"(?P<name>{_NAME}){_PARTY}(?:\s*:(?=\s)|\s*:?\Z)")
_NAMELIKE = re.compile(rf"(?:{_NAME}|(?=[^\W\d_]*[^\W\d_a-z])[\w&]++)(?:\s*+\([^()]*\))?\s*+:(?=\s|\Z)")
_ASIDE = re.compile(r"\(.*\)[.\s]*|\[.*\][.\s]*|\*.*\*", re.DOTALL)
_NARRATED = re.compile(
    r"(?:De|Het|The|Er|Hierop|Hierna|Daarop|Vervolgens|Aldus)\s(?=[^.:]*\b(?:wordt|worden|werd|werden|is|are|was)\b)"
    r"[^.:]*\b(?:vergadering|zitting|beraadslaging|bespreking|voorstel|motie|moties|amendement|stemming|stemmen"
    r"|agendapunt|incident|meeting|motion|debate|vote|sitting|geschorst|gesloten|aangenomen|verworpen)\b"
)


def find_speakers(text: str, groups: Sequence[Group]) -> list[Locator | None]:
    """Return for each group who speaks, or None; empty where the document does not name its speakers."""
    said = [_read(text, group, below) for group, below in pairwise([*groups, None]) if group]
    if sum(one is not None for one in said) < _LEAST:
        return []
    names = _short_names([one for one in said if one])
    found: list[Locator | None] = []
    current: Locator | None = None
    for group, one in zip(groups, said, strict=True):
        if one:
            current = Locator(Unit.SPEAKER, 1, name=names[one])
        elif _ends(text, group):
            current = None
        aside = _ASIDE.fullmatch(text, group.start, group.end)
        found.append(current if group.unit is Unit.PARAGRAPH and not aside else None)
    return found


def opens_turn(text: str, group: Group) -> bool:
    """Tell whether a paragraph opens with a name, or what may be one, and a colon."""
    end = min(group.end, group.start + _REACH)
    return text.find(":", group.start, end) >= 0 and bool(
        _HEAD.match(text, group.start, end) or _NAMELIKE.match(text, group.start, end)
    )


def _read(text: str, group: Group, below: Group | None) -> tuple[str, str] | None:
    """Return how a speaker is named, in full, and the surname or the office.

    The name stands at the head of what is said, with a colon, or on a line of its own above it.
    """
    end = min(group.end, group.start + _REACH)
    if group.unit is Unit.PARAGRAPH:
        said = group.lines[-1].end_kind is End.STOP or group.end - group.start > _SPEECH
        named = said and text.find(":", group.start, end) >= 0
    else:
        named = group.unit is Unit.HEADING and below is not None and below.unit is Unit.PARAGRAPH
    found = (_MEMBER.match(text, group.start, end) or _HEAD.match(text, group.start, end)) if named else None
    if not found:
        return None
    full, parts = " ".join(found[0].rstrip(": ").split()), found.groupdict()
    if parts["name"]:
        return full, _surname(parts["name"])
    return (full, " ".join(parts["role"].lower().split())) if parts["role"] else None


def _surname(name: str) -> str:
    """Leave out given names and initials: "Jan Jambon", "Onno van Veldhuizen", "Van 't Hof"."""
    words = name.split()
    low = [at for at, word in enumerate(words) if re.fullmatch(_PARTICLE, word, re.IGNORECASE)]
    return " ".join(words[low[0] if low else -1 :])


def _short_names(said: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Name each speaker by surname or office alone, or in full where two would have the same name."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for whole, short in said:
        full[short.casefold()].add(whole.casefold())
    first = {short.casefold(): short for _, short in reversed(said)}
    return {
        (whole, short): first[short.casefold()] if len(full[short.casefold()]) == 1 else whole
        for whole, short in Counter(said)
    }


def _ends(text: str, group: Group) -> bool:
    narrated = _NARRATED.match(text, group.start, group.end)
    return group.unit is Unit.HEADING or bool(narrated) or opens_turn(text, group)
