"""Specs that nobody wrote: every template, language and block, every way of selecting, every mark.

`write_workspace(root)` writes a whole workspace of sources and specs, and returns the names of the specs.
Seeds are fixed and the clock is never read: the same files every time.
"""

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from bronbrief.core.workspace import Workspace, packaged_templates
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Catalogue
from support.generated_excerpts import GeneratedExcerpts
from support.generated_sources import REGISTER_ENTRIES, write_sources

Data = dict[str, Any]
TEMPLATES = (
    *("raadsinformatiebrief", "tijdlijn", "vergelijking", "vraag-antwoord", "factsheet"),
    *("raadsvoorstel", "memo", "statenmededeling", "nota-gemeenteraad"),
)
OLD = TEMPLATES[:5]
"""The templates among which the special specs are shared out."""
ROLES = {
    "raadsvoorstel": (
        *("decision", "effect", "arguments", "counterarguments", "finance", "communication", "follow-up"),
    ),
    "statenmededeling": ("context", "follow-up"),
    "nota-gemeenteraad": ("context", "legal", "reasoning", "finance", "decision"),
}
COUNCIL = {
    "body": "Raadscommissie Bestuur",
    "meeting": "2026-12-08",
    "agenda_item": "7a",
    "annex": 2,
    "purpose": "discussion",
    "from": "Het dagelijks bestuur van het recreatieschap De Lange Vaart en Omstreken",
    "to": "De leden van de raad",
    "cc": ["Rekenkamer Oostrum", "Dorpsraad Ĳpelo"],
    "portfolio_holder": "wethouder Ĳpma",
    "subject": "Markt & brug",
    "file_number": "Z-2026-0412",
    "registration_number": "D-2026-1187",
    "our_reference": "BZ/2026/31",
    "your_reference": "R-2026-08",
    "decided": "2026-11-17",
    "sent": "2026-11-19",
    "settles": ["Motie 2026-14 <Warme banden>", "Toezegging 9"],
    "confidentiality": "vertrouwelijk",
    "confidentiality_ground": "Gemeentewet, artikel 87",
    "confidentiality_term": "tot de raad haar opheft",
    "contact": "Bureau Markten",
    "follow_up": "In het voorjaar volgt een voorstel.",
    "attachments": ["Kaart van de vaart", "Verslag van de avonden"],
    "signatories": [{"name": "A. de Wĳs", "role": "secretaris"}, {"name": "B. Ørsted"}],
}
"""What a paper of a council may say in its head and at its end, all of it."""
LANGUAGES = ("nl-NL", "nl-BE", "en")
VARIANTS = 3
IMAGES = ("png", "jpg", "webp", "svg")
LONG_WORD = "meervoudigepersoonlijkheidsstoornisbehandelingscentrumsubsidieverstrekkingsvoorwaarden"
ACCENTS = ("#7a1f3d", "#0b5d3b", "#333333", "#8a4b00", "#4b2e83")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="90" viewBox="0 0 240 90">'
    '<rect width="240" height="90" fill="#d5dde0"/><path d="M0 70 L80 20 L150 60 L240 10 V90 H0Z" '
    'fill="#1f4e5f"/></svg>'
)
SENTENCES = (
    "De raad besprak het onderwerp in drie vergaderingen en vroeg het college telkens om een toelichting.",
    "Verantwoordelijkheidsverdelingen tussen gemeente, provincie en waterschap bleven daarbij onbesproken.",
    "Wat volgt, is een overzicht van wat de bronnen wél vermelden; wat er níet staat, blijft onbekend.",
    "De bedragen lopen uiteen van 1,5 tot 22,75 miljoen euro (prijspeil 2023).",
    "Ook de inwoners kregen het woord: op 12 avonden, in 4 dorpen, met een ‘open’ microfoon.",
)
MARKUP = (
    "Een alinea met **vet**, *cursief*, `code` en een [verwijzing met **nadruk** naar het register]"
    "(https://raden.example/register?a=1&b=2), met aanhalingstekens ‘enkel’ en “dubbel”."
)
LISTS = """\
De lijst die volgt is genest:

- eerste punt, met een woord als verantwoordelijkheidsverdeling
    - daarbinnen een punt
        1. en daarin een genummerd punt
        2. en nog een
    - en een tweede punt
- tweede punt met [een koppeling](https://raden.example/)

1. eerst dit
2. dan dat
    - met een toevoeging
3. en ten slotte dit
"""
TABLE = """\
| Jaar | Uitgaven | Toelichting |
|:-----|---------:|-------------|
"""


class Writer:
    """Writes one spec: hands out excerpts under new names, and notes them."""

    def __init__(self, name: str, catalogue: Catalogue, seed: int, template: str, lang: str) -> None:
        self.generated = GeneratedExcerpts(catalogue, seed)
        self.chance = self.generated.chance
        self.excerpts: Data = {}
        self.spec: Data = {
            "title": f"Proefbrief {name}: wat de bronnen zeggen over {seed} besluiten",
            "template": template,
            "lang": lang,
            "date": "2026-11-21",
            "version": "1.0",
            "for": "Gemeenteraad van Oostrum",
            "author": "Griffie",
            "summary": "Een brief om mee te proberen.",
            "keywords": ["proef", "markt & brug"],
            "key_messages": [
                f"Het eerste kernpunt, met **nadruk** en een vindplaats. {self.cite()}",
                f"Het tweede kernpunt rust op twee plaatsen tegelijk. {self.cite(2)}",
            ],
            "sections": [],
        }

    def new(self, data: Data | None = None) -> str:
        """Define an excerpt, and return its name."""
        name = f"citaat-{len(self.excerpts) + 1}"
        self.excerpts[name] = data or self.generated.excerpt()
        return name

    def cite(self, count: int = 1) -> str:
        """Write a citation of new excerpts."""
        return f"[{'; '.join(f'@{self.new()}' for _ in range(count))}]"

    def prose(self, sentences: int = 3) -> str:
        """Write a paragraph."""
        return " ".join(self.chance.choice(SENTENCES) for _ in range(sentences))

    def section(self, heading: str, **blocks: Any) -> Data:
        """Add a section at the top."""
        made = {"heading": heading, **blocks}
        self.spec["sections"].append(made)
        return made

    def body(self) -> str:
        """Write running text with quotations set off and in the line, and citations of all kinds."""
        first = next(iter(self.excerpts))
        return "\n\n".join(
            (
                f"{self.prose()} {self.cite()}",
                f"![[{self.new()}]]",
                f"{self.prose(1)} Er staat ook: ![[{self.new()}]] en meer [@{first}; @{self.new()}].",
                f"{MARKUP} [@register-2024, al. {self.chance.randrange(1, REGISTER_ENTRIES)}]",
                f"![[{self.new()}]]",
            )
        )

    def timeline(self, moments: int) -> list[Data]:
        """Write moments with dates of every kind, some contested, some with a quotation."""
        dates = ("19{:02}", "20{:02}-03", "20{:02}-08-09", "20{:02}~", "20{:02}-09-18/..", "20{:02}/2099")
        made = []
        for number in range(moments):
            moment: Data = {
                "date": dates[number % len(dates)].format(number % 60 + 10),
                "event": f"{self.prose(1)} Dit is moment {number + 1}.",
                "cite": [self.new()],
            }
            if number % 4 == 1:
                moment["contested"] = f"De bronnen verschillen hier. {self.cite()}"
            if number % 5 == 2:
                moment["quote"] = self.new()
            made.append(moment)
        return made

    def comparison(self, columns: int, rows: int, *, grouped: bool = True) -> Data:
        """Write a table; some cells are empty."""
        heads = (
            "Officieel contact",
            "Subsidieverstrekking",
            "Steun",
            "Toezicht op naleving",
            "Geld",
            "Overig",
        )
        made = []
        for number in range(rows):
            cells = [
                "–" if (number + at) % 5 == 3 else f"geval *{number}* van {heads[at].lower()}"
                for at in range(columns)
            ]
            row: Data = {"actor": f"Gemeente nummer {number + 1}", "cells": cells}
            if grouped:
                row["group"] = ("Nederland", "België", "Elders")[3 * number // rows]
            if number % 3 == 0:
                row["cite"] = [[] if cell == "–" else [self.new()] for cell in cells[:2]]
            made.append(row)
        return {
            "caption": f"Wie deed wat, in {columns} kolommen",
            "columns": list(heads[:columns]),
            "rows": made,
        }

    def questions(self, count: int) -> list[Data]:
        """Write questions with answers of several paragraphs."""
        return [
            {
                "question": f"Wat zeggen de bronnen over punt *{number + 1}*, en waarom?",
                "answer": f"{self.prose(1)} {self.cite()}\n\n![[{self.new()}]]\n\n{self.prose(1)}",
            }
            for number in range(count)
        ]

    def figure(self, kind: str) -> Data:
        """Write a figure with an image of a kind."""
        return {
            "image": f"briefs/images/kaart.{kind}",
            "alt": f"Kaart van de vier dorpen langs de vaart, versie {kind}.",
            "caption": "De dorpen langs de *vaart*.",
            "credit": "Gemeentearchief, CC BY 4.0",
        }

    def paper(self) -> None:
        """Give a council's paper all that its head and its end may say, and the sections that it expects."""
        self.spec["council"] = dict(COUNCIL)
        self.spec["fields"] = [{"label": "Programma", "value": "Veilig & leefbaar"}]
        for role in ROLES.get(self.spec["template"], ()):
            if role.endswith("arguments"):
                inner = {"heading": self.prose(1)[:60], "body": f"{self.prose(1)} {self.cite()}"}
                self.section(role.capitalize(), role=role, sections=[inner, dict(inner, heading="Nog een")])
            else:
                text = f"1. {self.prose(1)}\n2. {self.prose(1)}" if role == "decision" else self.prose()
                self.section(role.capitalize(), role=role, body=text)

    def suit(self) -> None:
        """Give the template the block that it needs, if no section has it yet."""
        needs: Mapping[str, tuple[str, Callable[[], Any]]] = {
            "tijdlijn": ("timeline", lambda: self.timeline(3)),
            "vergelijking": ("comparison", lambda: self.comparison(3, 4)),
            "vraag-antwoord": ("questions", lambda: self.questions(2)),
        }
        key, make = needs.get(self.spec["template"], ("body", self.body))
        if not any(key in section for section in self.spec["sections"]):
            self.section("Wat de vorm vraagt", **{key: make()})

    def done(self) -> Data:
        """Return the spec."""
        self.suit()
        return self.spec | {"excerpts": self.excerpts}


def _mixed(writer: Writer) -> None:
    """Fill a spec with blocks of every kind, in chance order and number."""
    chance = writer.chance
    if writer.spec["template"] not in OLD:
        writer.paper()
    pieces: list[Callable[[], Data]] = [
        lambda: {"body": writer.body()},
        lambda: {"timeline": writer.timeline(chance.randrange(2, 7))},
        lambda: {"comparison": writer.comparison(chance.randrange(1, 7), chance.randrange(2, 9))},
        lambda: {"questions": writer.questions(chance.randrange(1, 4))},
        lambda: {"figure": writer.figure(chance.choice(IMAGES)), "closing": writer.prose()},
        lambda: {"body": LISTS, "closing": writer.body()},
    ]
    for number, piece in enumerate(chance.sample(pieces, chance.randrange(3, 7))):
        made = writer.section(f"Onderdeel {number + 1}", **piece())
        if chance.random() < 0.3:
            made["sections"] = [{"heading": f"Nader over {number + 1}", "body": writer.body()}]


def _lists(writer: Writer) -> None:
    points = "\n".join(f"- punt {number}: {writer.prose(1)}" for number in range(60))
    steps = "\n".join(f"{number}. stap {number}, {writer.prose(1)}" for number in range(1, 50))
    writer.section("Lange lijsten", body=f"{LISTS}\n\nEn dan:\n\n{points}\n\nDaarna:\n\n{steps}")


def _table(writer: Writer) -> None:
    rows = "".join(f"| {1900 + at} | {at},50 | {writer.prose(1)} |\n" for at in range(110))
    writer.section("Cijfers", body=f"Zie de tabel.\n\n{TABLE}{rows}\n\nTot zover de tabel. {writer.cite()}")


def _many_notes(writer: Writer) -> None:
    entries = [f"[@register-2024, al. {number}]" for number in range(1, 161)]
    text = "\n\n".join(
        " ".join(f"Punt {at + step} staat vast. {entries[at + step]}" for step in range(4))
        for at in range(0, 160, 4)
    )
    writer.section("Honderdzestig noten", body=text)


def _long_quotations(writer: Writer) -> None:
    locators = [f"al. {number}" for number in range(1, 25)]
    whole = writer.new({"source": "toespraak-2017", "passage": locators})
    noted = writer.new({"source": "toespraak-2017", "passage": locators[3:9]})
    writer.section("De hele toespraak", body=f"Zij luidt:\n\n![[{whole}]]\n\nTot zover. [@{noted}]")


def _nested(writer: Writer) -> None:
    quoted = writer.new({"source": "oostrum-markt-2021", "passage": ["al. 2", "al. 5"]})
    text = (
        f"Binnen een zin: ![[{writer.new({'source': 'altenfurt-treffen-2023', 'passage': 'al. 2'})}]].\n\n"
        f"![[{quoted}]]\n\n- in een lijst: ![[{writer.new()}]]\n- en nog een {writer.cite()}"
    )
    writer.section("Aanhalingen in aanhalingen", body=text)


def _long_words(writer: Writer) -> None:
    writer.spec["title"] = f"Over {LONG_WORD} en wat daar volgens de raad van {LONG_WORD[:40]} uit volgt"
    writer.spec["subtitle"] = f"Een ondertitel met {LONG_WORD}"
    writer.spec["house"] = {"name": "Gemeenschappelijke regeling " + LONG_WORD[:45]}
    writer.section(f"Kop met {LONG_WORD}", body=f"{LONG_WORD} {LONG_WORD}. {writer.cite()}\n\n- {LONG_WORD}")
    table = writer.comparison(3, 3)
    table["rows"][0]["actor"] = LONG_WORD
    table["rows"][1]["cells"][0] = LONG_WORD
    writer.section("Tabel", comparison=table)


def _many_messages(writer: Writer) -> None:
    writer.spec["key_messages"] += [f"{writer.prose(2)} {writer.cite()}" for _ in range(12)]
    writer.section("Kort", body="Meer is er niet.")


def _bare(writer: Writer) -> None:
    for key in ("author", "summary", "keywords", "version"):
        del writer.spec[key]
    writer.section("Het enige", body=f"Eén zin. {writer.cite()}")


def _deep(writer: Writer) -> None:
    inner: Data = {"heading": "Vierde laag", "body": f"Tekst.\n\n###### Zesde graad\n\nSlot. {writer.cite()}"}
    for heading in ("Derde laag", "Tweede laag"):
        inner = {"heading": heading, "body": writer.body(), "sections": [inner], "closing": writer.prose(1)}
    writer.section(
        "Eerste laag", body=f"{writer.prose()}\n\n### Tussenkop\n\n{writer.prose()}", sections=[inner]
    )


def _letters(writer: Writer) -> None:
    writer.spec["title"] = "Ĳsselmonde, Œuvre & Ærø: “letters” ‘van’ overal"
    writer.spec["subtitle"] = "Łódź, İzmir, Þingvellir, Großräschen, Ķekava – ½ % · € 1,5 × 10²"
    writer.section(
        "Ĳdele tekens", body=f"Zuidĳk, Reykjavík, Şırnak, Żywiec; 20 °C, ±3 ‰, § 4, № 5. {writer.cite()}"
    )


def _house(writer: Writer) -> None:
    accent = ACCENTS[writer.chance.randrange(len(ACCENTS))]
    logo = {"image": "templates/logo.svg", "alt": "Gemeente Oostrum"}
    fonts = {"text": "atkinson-hyperlegible", "display": "ibm-plex-serif"}
    writer.spec["house"] = {
        "name": "Gemeente Oostrum",
        "accent": accent,
        "ink": "#22223b",
        "logo": logo,
        "fonts": fonts,
    }
    known = ("body", "meeting", "agenda_item", "annex", "file_number", "portfolio_holder")
    writer.spec["council"] = {key: COUNCIL[key] for key in known} | {"confidentiality": "openbaar"}
    _mixed(writer)


def _page_ends(writer: Writer) -> None:
    """Move notes, quotations and headings over the page end, a line at a time."""
    for number in range(12):
        text = f"{writer.prose(2 + number % 4)} {writer.cite()}\n\n![[{writer.new()}]]\n\n{writer.prose(1)}"
        writer.section(f"Kop {number + 1} op een willekeurige hoogte", body=text)


def _images(writer: Writer) -> None:
    for kind in IMAGES:
        writer.section(f"Beeld in {kind}", figure=writer.figure(kind), closing=writer.prose())
    plain = {"image": "briefs/images/kaart.png", "alt": "Kaart zonder bijschrift."}
    writer.section("Beeld zonder bijschrift", figure=plain)


def _moments(writer: Writer) -> None:
    writer.section("Zestig momenten", timeline=writer.timeline(60))


def _questions(writer: Writer) -> None:
    writer.section("Veertig vragen", questions=writer.questions(40))


def _columns(writer: Writer, columns: int) -> None:
    table = writer.comparison(columns, 40, grouped=columns % 2 == 0)
    writer.section("Veertig rijen", comparison=table)


def _charts(writer: Writer) -> None:
    """Draw all that a chart can hold: signs, gaps, long labels, four series, dates that are no years."""
    name = "Gemeenschappelijke regeling openbaar lichaam voor de langste namen van het land"
    columns = ["Eerste", "Tweede", "Derde", "Vierde"]
    amount = "1,250.5" if writer.spec["lang"].startswith("en") else "1.250,5"
    for form, labels in (("bars", ["Kort", name]), ("lines", ["2019", "2020-03", "2023-12-31"])):
        rows = [{"label": label, "values": [amount, "-3", "–", "0"]} for label in labels]
        for unit in ("%", "€ miljoen"):
            chart = {"form": form, "caption": "Alles", "unit": unit, "columns": columns, "rows": rows}
            writer.section(f"Als {form} in {unit}", body=writer.prose(1), chart=chart)
    rows = [{"label": "Nul", "values": ["0"]}]
    single = {"caption": f"Eén staaf {writer.cite()}", "columns": ["Aantal"], "rows": rows}
    writer.section("Eén", chart=single)


SPECIAL: Mapping[str, Callable[[Writer], None]] = {
    "lijsten": _lists,
    "tabel": _table,
    "noten": _many_notes,
    "toespraak": _long_quotations,
    "genest": _nested,
    "lange-woorden": _long_words,
    "kernpunten": _many_messages,
    "kaal": _bare,
    "diep": _deep,
    "letters": _letters,
    "huisstijl": _house,
    "paginaslot": _page_ends,
    "beelden": _images,
    "momenten": _moments,
    "vragen": _questions,
    **{f"kolommen-{columns}": partial(_columns, columns=columns) for columns in range(2, 7)},
    "diagrammen": _charts,
}


def specs(catalogue: Catalogue) -> dict[str, Data]:
    """Make every spec, by name."""
    made: dict[str, tuple[Callable[[Writer], None], Writer]] = {}
    for at, (template, lang, variant) in enumerate(
        (template, lang, variant)
        for template in TEMPLATES
        for lang in LANGUAGES
        for variant in range(1, VARIANTS + 1)
    ):
        name = f"{template}-{lang.lower()}-{variant}"
        made[name] = (_mixed, Writer(name, catalogue, 100 + at, template, lang))
    for at, (name, fill) in enumerate(SPECIAL.items()):
        template, lang = OLD[at % len(OLD)], LANGUAGES[at % len(LANGUAGES)]
        made[name] = (fill, Writer(name, catalogue, 500 + at, template, lang))
    for fill, writer in made.values():
        fill(writer)
    return {name: writer.done() for name, (_, writer) in made.items()}


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines under a bar, as people do."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Write a value out wherever it stands: specs know no aliases."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def write_workspace(root: Path) -> tuple[str, ...]:
    """Write a workspace of sources, images and specs below `root`; return the names of the specs."""
    images = root / "briefs" / "images"
    for folder in (images, root / "templates", root / "build"):
        folder.mkdir(parents=True)
    write_sources(root)
    picture = Image.linear_gradient("L").resize((240, 90)).convert("RGB")
    for kind, name in (("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")):
        picture.save(images / f"kaart.{name}", kind)
    for file in (images / "kaart.svg", root / "templates" / "logo.svg"):
        file.write_text(SVG, encoding="utf-8")
    _let_factsheets_be_long(root)
    catalogue = load_catalogue(Workspace(root)).value
    assert catalogue is not None
    made = specs(catalogue)
    for name, spec in made.items():
        text = yaml.dump(spec, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)
        (root / "briefs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tuple(made)


def _let_factsheets_be_long(root: Path) -> None:
    """Give the workspace the factsheet without its limit of two pages, which no generated text keeps to."""
    folder = shutil.copytree(packaged_templates() / "factsheet", root / "templates" / "factsheet")
    manifest = folder / "template.yaml"
    kept = [line for line in manifest.read_text(encoding="utf-8").splitlines() if line != "pages: 2"]
    manifest.write_text("\n".join(kept) + "\n", encoding="utf-8")
