"""Texts of our own to quote from: minutes, letters and reports in Dutch and English, made by a seed."""

import random

_WHO = [
    "het college",
    "de raad",
    "de wethouder",
    "het waterschap",
    "de commissie",
    "de burgemeester",
    "the council",
    "the board",
]
_DOES = [
    "wil",
    "kan",
    "zal",
    "mag",
    "moet",
    "heeft besloten",
    "verwacht",
    "intends",
    "expects",
    "decided",
]
_NOT = [
    "niet ",
    "geen ",
    "nooit ",
    "not ",
    "",
]
_WHAT = [
    "de brug over de Lange Vliet sluiten",
    "het veer ‘De Hoop’ in stand houden",
    "café ’t Veer verkopen",
    "de bijdrage van 1.250.000 euro verhogen",
    "12,5 procent van de begroting besteden",
    "the ferry to the island close",
    "de co-financiering van Noord-Holland aanvragen",
    "drie à vier bomen kappen",
    "the “old” harbour to sell",
    "de ﬁnanciële gevolgen melden",
    "het besluit van 4 maart 2024 intrekken",
    "25 van de 40 woningen bouwen",
]
_WHY = [
    "omdat de kosten stijgen",
    "tenzij de provincie betaalt",
    "volgens het rapport uit 2019",
    "mits de raad instemt",
    "zodra het kan",
    "although the costs rise",
    "zegt een woordvoerder",
    "ondanks 37 bezwaren",
    "bij de coöperatie",
    "en dat is ‘geen probleem’",
    "naar verluidt",
    "zonder overleg met Coördinatie & Beheer",
]
_ENDS = (". ", ". ", ". ", "; ", "! ")


def sources(count: int, seed: int) -> dict[str, str]:
    """Return texts by name: of each, running paragraphs, and a shape of lines as files have them."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    return {f"tekst-{number:02}": _shaped(_paragraphs(chance), number, chance) for number in range(count)}


def _paragraphs(chance: random.Random) -> list[str]:
    return ["".join(_sentence(chance) for _ in range(chance.randint(2, 5))).strip() for _ in range(30)]


def _sentence(chance: random.Random) -> str:
    pick = chance.choice
    words = (
        f"{pick(_WHO)} {pick(_DOES)} {pick(_NOT)}{pick(_WHAT)}, {pick(_WHY)} (nr. {chance.randint(2, 9999)})"
    )
    return words[:1].upper() + words[1:] + pick(_ENDS)


def _shaped(paragraphs: list[str], number: int, chance: random.Random) -> str:
    """Write paragraphs as files have them: on one line, hard-wrapped, with CRLF, with no-break spaces."""
    shape = number % 4
    if shape == 1:
        paragraphs = [_wrapped(one, 60 + chance.randint(0, 20)) for one in paragraphs]
    if shape == 2:
        paragraphs = [one.replace(" euro", "\u00a0euro").replace("nr. ", "nr.\u00a0") for one in paragraphs]
    text = "\n\n".join(paragraphs) + "\n"
    return text.replace("\n", "\r\n") if shape == 3 else text


def _wrapped(text: str, width: int) -> str:
    lines, line = list[str](), ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
