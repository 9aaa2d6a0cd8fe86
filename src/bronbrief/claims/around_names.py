"""What stands around a word and says whether it is a name."""

import re

from bronbrief.claims.lexicon import may_be_surname

# A noun for one person or thing has an article before such a verb: "de bakker zegt", "Bakker zegt".
_ACTS = re.compile(
    r"\s+(?:(?:antwoord|belooft?|benadrukt?|diend?|eist?|heef|krijg|leg|meld|noem|pleit|reageer|reken|schrijf|spreek"
    r"|stel|stem|steun|twijfel|verklaar|verwijs|vind|vraag|vrees|waarschuw|zeg|zie)t|wil|is|beloofde|benadrukte|diende"
    r"|eiste|had|kreeg|legde|meldde|noemde|pleitte|reageerde|rekende|schreef|sprak|stelde|stemde|steunde|twijfelde"
    r"|verklaarde|verwees|vond|vroeg|vreesde|waarschuwde|wilde|zag|zei|was|antwoordde)\b"
)
# "Van Hamme (Groen)".
_BEHIND_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-Þ][\w’'-]*\s\($")
# "Variant A.", "bijlage B." end with a letter, and a sentence seldom begins with a surname like these.
_LABELLED = re.compile(
    r"\b(?:variant|bijlage|optie|onderdeel|punt|lijn|groep|deel|kolom|klasse|categorie|sub|onder|plan|scenario|model"
    r"|type|fase|letter|artikel|annex|option|part|group|class|type)\s+$",
    re.IGNORECASE,
)
_STARTS = frozenset(
    {
        *("De", "Het", "Een", "Dat", "Dit", "Die", "Deze", "Er", "Hij", "Zij", "We", "Wij", "Daarna", "Ook"),
        *("Maar", "En", "Of", "In", "Op", "Bij", "Als", "Wie", "Wat", "Dan", "Daar", "Hier", "Toch", "Na"),
        *("The", "A", "This", "That", "These", "It", "He", "She", "They", "But", "And", "In", "On", "At"),
    }
)
_WINDOW, _REACH = 12, 40


def is_somebody(text: str, match: re.Match[str], lang: str) -> bool:
    """Tell whether a word with which a sentence or a parenthesis begins is a name, by what is around it."""
    if text[match.end() : match.end() + 1] == ")":
        return bool(_BEHIND_NAME.search(text, max(0, match.start() - _REACH), match.start()))
    return may_be_surname(match[0].lower(), lang) and bool(_ACTS.match(text, match.end()))


def is_label(text: str, start: int, following: str) -> bool:
    """Tell whether a letter at an offset is a label, with which a sentence ends; else it is an initial."""
    return following in _STARTS or bool(_LABELLED.search(text, max(0, start - _WINDOW), start))
