"""The facts of a new record: what the author says, what the document states, and what is proposed."""

import re
from collections.abc import Mapping
from importlib.resources import files

from bronbrief.core.tables import read_table
from bronbrief.intake.dates import first_date
from bronbrief.intake.extraction import Extracted
from bronbrief.intake.left_out import one_line
from bronbrief.intake.record import Known
from bronbrief.sources.decoding import place_of
from bronbrief.sources.facts import KINDS, is_date, is_day, is_language, is_url, language_tag
from bronbrief.sources.identifiers import recognise
from bronbrief.sources.model import Unit
from bronbrief.sources.passages import split_passages

_TITLE_LENGTH = 200
_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|naamloos|document\s*\d*\Z|titel|title\Z|\S+\.\w{2,4}\Z)",
    re.IGNORECASE,
)
_RUNS_ON = (",", ":", ";", ".", "?", "!")
_FREQUENT = {
    lang: frozenset(words.split())
    for lang, words in read_table(files("bronbrief.intake") / "frequent_words.toml").items()
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000
_HEAD, _OPENS = 1500, 600
# What a document calls itself at the begin of a line near its head.
_NAMED_KINDS = {
    "question-for-explanation": r"^\W*vraag om uitleg\b",
    "written-question": r"^\W*(?:antwoord op )?schriftelijke vra(?:ag|gen)\b",
    "oral-question": r"^\W*mondelinge vra(?:ag|gen)\b",
    "motion": r"^\W*(?:(?:gewijzigde )?motie (?:van|vreemd)\b|motie$)",
    "press-release": r"^\W*(?:persbericht|perscommuniqué|press release)$",
    "judgment": r"^\W*ECLI:",
}
_SHARE = 0.05
_LEAD = 2.0
# The official number that a document states of itself: at its foot on every page, or as what opens it.
_FOOT = re.compile(
    r"^[ \t]*((?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[-–]\d{4}, \d\d ?\d{3}[^\n]{0,40}?)"
    r"(?:[ \t]{2,}\d+)?[ \t]*$",
    re.MULTILINE,
)
_CASE = re.compile(r"^\W*(?:ECLI:\s)?(ECLI:[A-Z]{2}:[A-Z0-9.:]+)\s*$", re.MULTILINE)
_PAPER = re.compile(r"^\W*((?:stuk )?\d+ \(\d{4}-\d{4}\) ?[-–] ?Nr\. ?\d+)\b", re.MULTILINE | re.IGNORECASE)
_QUESTION = re.compile(
    r"^\W*((?:schriftelijke vraag|vraag om uitleg) (?:nr\. ?)?\d+ \(\d{4}-\d{4}\))",
    re.MULTILINE | re.IGNORECASE,
)


def propose(given: Mapping[str, str], extracted: Extracted, stem: str, suffix: str) -> dict[str, Known]:
    """Put together what the author gave, then what the document states; what is guessed says so.

    `stem` and `suffix` are those of the document's name. A date is never guessed: the first one in the text,
    and the day on which the file was made, only stand in the comment.
    """
    said, text = extracted.facts, extracted.text
    facts = {key: Known(value) for key, value in given.items()}
    facts |= _title(given.get("title", ""), said, text, stem)
    for key in ("publisher", "author"):
        if said.get(key):
            facts.setdefault(key, Known(one_line(said[key]), "document"))
    if is_url(said.get("url", "")):
        facts.setdefault("url", Known(said["url"], "document"))
    if is_day(said.get("retrieved", "")):
        facts.setdefault("retrieved", Known(said["retrieved"], "document"))
    if number := said.get("identifier") or _stated_number(text):
        facts.setdefault("identifier", Known(one_line(number), "document"))
    facts.setdefault("date", _date(said, text))
    facts.setdefault("kind", Known(_kind(extracted, suffix), "guessed"))
    facts.setdefault("lang", _language(said.get("lang", ""), text))
    return facts


def _title(given: str, said: Mapping[str, str], text: str, stem: str) -> dict[str, Known]:
    """Return a title and on what basis it is known: stated only where the document itself has it."""
    if given:
        return {"title": Known(given), "title_basis": _basis(stated=_has(text, given))}
    own = one_line(said.get("title", ""))
    if own and len(own) <= _TITLE_LENGTH and not _NO_TITLE.match(own):
        stated = _has(text, own) or said.get("title_basis") == "stated"
        return {
            "title": Known(own, "document" if stated else "property"),
            "title_basis": _basis(stated=stated),
        }
    first = split_passages(text)[:1]
    heading = one_line(first[0].text.lstrip("# ")) if first and first[0].locator.unit is Unit.HEADING else ""
    if heading and len(heading) <= _TITLE_LENGTH and not first_date(heading):
        marked = text[first[0].origin_start :].startswith("#")
        return {"title": Known(heading, "heading"), "title_basis": _basis(stated=marked)}
    line = _first_line(text)
    name = one_line(stem.replace("_", " ").replace("-", " ")).capitalize()
    title = Known(line, "heading") if line else Known(name, "file name")
    return {"title": title, "title_basis": _basis(stated=False)}


def _basis(*, stated: bool) -> Known:
    return Known("stated") if stated else Known("supplied", "basis")


def _has(text: str, title: str) -> bool:
    """Tell whether a text has a title, whatever its capitals and line breaks."""
    return f" {_plain(title)} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _first_line(text: str) -> str:
    """Return the first line where it may be a title: short, no date, and no sentence that goes on below."""
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    at = next((at for at, line in enumerate(lines) if line), 0)
    line, below = (lines[at], lines[at + 1 : at + 2]) if lines else ("", [])
    goes_on = bool(below and below[0] and below[0][:1].islower())
    fits = 0 < len(line) <= _TITLE_LENGTH and not line.endswith(_RUNS_ON) and not goes_on
    return one_line(line) if fits and below and not first_date(line) else ""


def _date(said: Mapping[str, str], text: str) -> Known:
    if is_date(said.get("date", "")):
        return Known(said["date"], "document")
    if is_date(said.get("discussed", "")):
        return Known(said["discussed"], "discussed")
    found, made = first_date(text), said.get("made", "")
    how = " and ".join(filter(None, ("date in text" if found else "", "made" if is_date(made) else "")))
    values = {"made": made}
    if found:
        at, words, date = found
        values |= {"line": str(place_of(text, at, "").line), "words": words, "date": date}
    return Known("", how or "missing", values)


def _kind(extracted: Extracted, suffix: str) -> str:
    units = {passage.locator.unit for passage in split_passages(extracted.text)}
    genre, said = (extracted.facts.get(key, "") for key in ("genre", "kind"))
    if said in KINDS:
        return said
    if "News" in genre:
        return "news"
    for kind, words in _NAMED_KINDS.items():
        if re.search(words, extracted.text[:_HEAD], re.MULTILINE | re.IGNORECASE):
            return kind
    if {Unit.QUESTION, Unit.ANSWER} <= units:
        return "written-question"
    if genre == "EmailMessage" or re.search(r"^(?:Geachte|Beste|Dear)\b", extracted.text, re.MULTILINE):
        return "letter"
    return "web" if suffix in {".html", ".htm", ".xhtml", ".mhtml", ".mht"} else "report"


def _language(stated: str, text: str) -> Known:
    """Return the language that the document states, that its words are in, or the one assumed."""
    tag, found = language_tag(stated), _language_of(text)
    primary = tag.partition("-")[0]
    for candidate in (tag, primary):
        if is_language(candidate) and found in {"", primary}:
            return Known(candidate, "document")
    return Known(found, "language") if found else Known("nl", "assumed")


def _language_of(text: str) -> str:
    """Return the language that a text of some length is plainly in, of those whose words are known, or ""."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    counts = {lang: sum(word in known for word in words) for lang, known in _FREQUENT.items()}
    best, second = sorted(counts, key=lambda lang: -counts[lang])[:2]
    plain = (
        counts[best] >= _SHARE * len(words) and counts[best] >= _LEAD * counts[second] and counts[best] > 1
    )
    return best if plain else ""


def _stated_number(text: str) -> str:
    """Return the number that a document states as its own; nothing where it states none, or several.

    A document names others too: only the line at the foot of its pages, and what opens it, are its own.
    """
    feet = {" ".join(found.split()) for found in _FOOT.findall(text)}
    heads = [found[1] for form in (_CASE, _PAPER, _QUESTION) if (found := form.search(text[:_OPENS]))]
    own = [*feet, *heads]
    return own[0] if len(own) == 1 and recognise(own[0]) else ""
