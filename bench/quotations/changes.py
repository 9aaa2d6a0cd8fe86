"""What is done to a quotation: alterations, which no checker may accept, and variants that change nothing."""

import random
import re
import unicodedata
from collections.abc import Callable, Mapping

Change = Callable[[str, random.Random], str]


def _sub(pattern: str, new: str) -> Change:
    return lambda text, _: re.sub(pattern, new, text, count=1)


def _at_word(change: Callable[[list[str], int], list[str]]) -> Change:
    def run(text: str, chance: random.Random) -> str:
        words = text.split(" ")
        at = chance.randrange(1, max(len(words) - 1, 2))
        return " ".join(change(words, at)) if len(words) > 3 else text

    return run


def _letter(text: str, chance: random.Random) -> str:
    places = [at for at, one in enumerate(text) if one.isalpha()]
    at = chance.choice(places)
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def _digit(text: str, chance: random.Random) -> str:
    places = [at for at, one in enumerate(text) if one.isdigit()]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]


def _case(text: str, chance: random.Random) -> str:
    places = [at for at, one in enumerate(text) if one.swapcase() != one and len(one.swapcase()) == 1]
    at = chance.choice(places)
    return text[:at] + text[at].swapcase() + text[at + 1 :]


def _bare(text: str, _: random.Random) -> str:
    at = next((at for at, one in enumerate(text) if unicodedata.normalize("NFD", one) != one), None)
    return text if at is None else text[:at] + unicodedata.normalize("NFD", text[at])[0] + text[at + 1 :]


ALTERED: Mapping[str, Change] = {
    "a negation lost": _sub(r"\b(?:niet|geen|nooit|not) ", ""),
    "a negation added": _at_word(lambda words, at: [*words[:at], "niet", *words[at:]]),
    "a word lost": _at_word(lambda words, at: [*words[:at], *words[at + 1 :]]),
    "a word doubled": _at_word(lambda words, at: [*words[:at], words[at], *words[at:]]),
    "words swapped": _at_word(
        lambda words, at: [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]]
    ),
    "another verb": _sub(r"\b(?:wil|kan|zal|mag|moet)\b", "zou"),
    "another actor": _sub(r"(?i)\b(?:college|raad|wethouder|council|board)\b", "minister"),
    "a condition lost": _sub(r", (?:tenzij|mits|naar verluidt|volgens)[^(]*", " "),
    "a letter": _letter,
    "a digit": _digit,
    "another case": _case,
    "an accent lost": _bare,
    "a comma lost": _sub(",", ""),
    "a full stop for a comma": _sub(r"(\d)\.(\d)", r"\1,\2"),
    "a comma for a full stop": _sub(r"(\d),(\d)", r"\1.\2"),
    "a question": _sub(r"[.!;]$", "?"),
    "a hyphen lost": _sub(r"(\w)-(\w)", r"\1\2"),
    "a bracket lost": _sub(r"\)", ""),
    "an ampersand": _sub("&", "en"),
    "a raised digit": _sub("2", "²"),
    "a letter of another script": _sub("e", "\u0435"),
    "cut off within a word": lambda text, _: text[:-3].rstrip() + text[-3:-2],
    "a number cut": _sub(r"\d(\d{2,})\)", r"\1)"),
    "an insertion without brackets": _at_word(
        lambda words, at: [*words[:at], "wel", "degelijk", *words[at:]]
    ),
    "an omission that is not one": _at_word(lambda words, at: [*words[:at], "[…]", "verzonnen", *words[at:]]),
}

HARMLESS: Mapping[str, Change] = {
    "as it stands": lambda text, _: text,
    "other line breaks": _at_word(lambda words, at: [*words[:at], f"\n{words[at]}", *words[at + 1 :]]),
    "two spaces": _at_word(lambda words, at: [*words[:at], f" {words[at]}", *words[at + 1 :]]),
    "no-break spaces": _sub(" ", "\u00a0"),
    "straight quotation marks": lambda text, _: text.translate(str.maketrans("‘’“”", "''\"\"")),
    "composed otherwise": lambda text, _: unicodedata.normalize("NFD", text),
    "ligatures taken apart": lambda text, _: text.replace("ﬁ", "fi"),
    "a soft hyphen": _sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2"),
}
