"""The reference of records for people: a Markdown page a language, made from the model that reads them.

`python -m bronbrief.authoring.record_reference DIR` writes `record-reference.md` and the other languages'.
"""

import sys
from pathlib import Path

from bronbrief.brief.citations import PRINTED_KINDS
from bronbrief.brief.identifiers import written
from bronbrief.brief.labels import shipped_labels
from bronbrief.locale import i18n
from bronbrief.sources.facts import REASONS
from bronbrief.sources.identifiers import recognise
from bronbrief.sources.record import FIELDS

# One of each form that is known, as people write it.
_NUMBERS = (
    "Tweede Kamer, vergaderjaar 2021–2022, 35 925 V, nr. 33",
    "Kamerstukken I 2008/09, 31700 VI, D",
    "h-tk-20102011-108-5",
    "Aanhangsel Handelingen II 2014/15, 1241",
    "Staatsblad 2018 141",
    "Stcrt. 2021, nr. 12345",
    "Tractatenblad 2019, 12",
    "gemeenteblad Heemstede 2020, nr. 79151",
    "Provinciaal blad van Overijssel 2021, 123",
    "Waterschapsblad van Rijnland 2021, 123",
    "ECLI:NL:HR:2019:2006",
    "ECLI:BE:GHCC:2021:ARR.023",
    "Stuk 1422 (2017-2018) – Nr. 1",
    "Parl.St. Kamer 2012-13, nr. 53-2429/001",
    "Hand. Vl.Parl. 2004-05, 16 maart 2005, 23",
    "Schriftelijke vraag 123 (2020-2021)",
    "Vraag om uitleg 1096 (2014-2015)",
    "Belgisch Staatsblad van 12 maart 2021",
)


def page_name(lang: str) -> str:
    """Return the name of the page in a language; the English one goes without."""
    return "record-reference.md" if lang == i18n.ENGLISH else f"record-reference.{lang}.md"


def record_reference(lang: str) -> str:
    """Write the page: each key with what it holds and whether it must be there, then the fixed values."""
    said = i18n.words("record_reference", lang)
    heads = [said["key"], said["needed"], said["holds"]]
    rows = [
        [f"`{key}`", said["yes"] if field.required else "", said["keys"][key]]
        for key, field in FIELDS.items()
    ]
    values = [
        [f"`{key}`", ", ".join(f"`{value}`" for value in field.allowed)]
        for key, field in FIELDS.items()
        if field.allowed
    ]
    parts = [f"# {said['title']}", said["intro"].strip(), _table(heads, rows)]
    parts += [f"## {said['values']}", _table([said["key"], said["allowed"]], values)]
    parts += [f"## {said['bases']}", said["bases_text"].strip()]
    parts += [f"## {said['kinds']}", _table(["`kind`", said["meant"], said["printed"]], _kinds(lang))]
    numbers = _table([said["written"], said["cited"]], _numbers(lang))
    parts += [f"## {said['numbers']}", said["numbers_text"].strip(), numbers]
    reasons = [[f"`{one}`", i18n.say("left_out", one, lang)] for one in REASONS]
    parts += [
        f"## {said['reasons']}",
        said["reasons_text"].strip(),
        _table(["`reason`", said["meant"]], reasons),
    ]
    return "\n\n".join(parts) + "\n"


def _numbers(lang: str) -> list[list[str]]:
    """Show of each number that is known how it is written, and how it prints."""
    tag = i18n.say("language", "tag", lang)
    labels = shipped_labels(tag)
    read = ((text, recognise(text)) for text in _NUMBERS)
    return [[text, written(known, labels, tag).plain] for text, known in read if known]


def _kinds(lang: str) -> list[list[str]]:
    """Say of each kind what it is for, and the word that a citation prints for it, if it prints one."""
    labels = shipped_labels(i18n.say("language", "tag", lang))
    said = i18n.words("record_reference", lang)
    printed = {kind: labels[f"source_kind_{kind.replace('-', '_')}"] for kind in FIELDS["kind"].allowed}
    return [
        [f"`{kind}`", said["kind"][kind], f"“{word}”" if kind in PRINTED_KINDS else "–"]
        for kind, word in printed.items()
    ]


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main(folder: str) -> None:
    """Write the page in each language to a folder."""
    for lang in i18n.languages():
        (Path(folder) / page_name(lang)).write_text(record_reference(lang), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
