"""Mistakes in one brief: each gives one finding, those of a stage are told together, none causes more."""

import hashlib
import json
import struct
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace, packaged_templates
from bronbrief.pipeline.build import build_brief
from bronbrief.pipeline.job import Job, Result, joined
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import State
from bronbrief.pipeline.run import build, check
from support.tools import some

SPEC = "briefs/brug.yaml"
TEXTS = {
    "brug": """\
De brug over de Molenvaart gaat zes weken dicht. Het college wil geen tol heffen.

Fietsers houden een doorgang. Auto's rijden om via de ringweg.

De wethouder zegt dat de brug veilig is. De raad vindt dat de brug veilig is.
""",
    "krant": "De gemeente Molenvaart betaalt 40 000 euro.\n\nDe brug is van 1931, zegt wethouder Smit.\n",
}
RECORD = """\
title: Brug dicht voor onderhoud
title_basis: stated
publisher: Gemeente Molenvaart
author: Dienst Bruggen
date: 2026-01-10
date_basis: Staat onder de kop.
licence: CC0
url: https://example.org/bericht
kind: news
lang: nl
sha256: {sha256}
"""
# Fails for want of anything that a brief without mistakes has, and prints all that it has.
STRICT = """\
{% extends "_shared/base.html.j2" %}{% block masthead %}{{ super() }}
<img src="{{ images[brief.house.logo] }}">
{% for excerpt in brief.excerpts %}{{ excerpt.parts[0].text[0] }}{{ excerpt.locators[0].number }}{% endfor %}
{{ 1 // (brief.excerpts | length // 4) }}{{ 1 // (brief.quotations | length // 3) }}
{% for note in brief.notes %}{{ note.label[0] }}
{% if note.excerpt %}{{ 1 // (note.excerpt.text | length) }}{% endif %}{% endfor %}
{% for source in brief.sources %}
{{ source.record.author.upper() }}{{ source.record.licence[0] }}{{ source.record.date[:4] | int // 1 }}
{{ source.record.url.split(":")[1] }}{{ source.remarks[0] }}
{% endfor %}
{% for section in brief.sections %}{{ section.blocks[0].kind }}{% for block in section.blocks %}
{% if block.kind == "figure" %}{{ images[block.image][10] }}{{ block.media_type.split("/")[1] }}{% endif %}
{% if block.kind == "timeline" %}{% for moment in block.moments %}
{{ moment.citations[0].number }}{{ moment.quotation.excerpt.translation.text[0] }}
{% endfor %}{% endif %}
{% endfor %}{% endfor %}
{% endblock %}
"""
RAISES = STRICT.replace("{% endblock %}", "{{ brief.titel }}{% endblock %}")

Found = Counter[tuple[str, str, tuple[tuple[str, str], ...]]]
Plant = Callable[[Any], object]


def png() -> bytes:
    """Return an image of one pixel."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\0"))]
    body = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in [*chunks, (b"IEND", b"")]
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


def sound(template: str) -> Any:
    """Return a spec with every kind of block and no mistake."""
    translation = {"lang": "en", "text": "Cars take the ring road."}
    excerpts = {
        "dicht": {"source": "brug", "quote": "De brug over de Molenvaart gaat zes weken dicht."},
        "tol": {"source": "brug", "quote": "Het college wil geen tol heffen."},
        "veilig": {"source": "brug", "quote": "De raad vindt dat de brug veilig is."},
        "ringweg": {"source": "brug", "quote": "Auto's rijden om", "translation": translation},
        "kosten": {"source": "krant", "passage": "al. 1"},
    }
    moment = {"date": "2026-01-10", "event": "Bericht [@kosten].", "cite": ["ringweg"], "quote": "ringweg"}
    row = {"actor": "Raad", "cells": ["Veilig"], "cite": [["veilig"]]}
    figure = {"image": "beeld/brug.png", "alt": "De brug", "caption": "Zo [@veilig]."}
    return {
        "title": "De brug over de Molenvaart",
        "template": template,
        "lang": "nl-NL",
        "date": "2026-01-15",
        "for": "De gemeenteraad",
        "house": {"logo": {"image": "beeld/logo.png", "alt": "Wapen van het dorp"}},
        "advice": {"one_name": [["doorgang", "omleiding"]]},
        "key_messages": ["De brug gaat zes weken dicht [@dicht].", "Auto's rijden om [@ringweg]."],
        "excerpts": excerpts,
        "sections": [
            {"heading": "Aanleiding", "body": "Er staat:\n\n![[dicht]]\n\nTol komt er niet [@tol].\n"},
            {"heading": "Verloop", "timeline": [moment]},
            {"heading": "Oordeel", "comparison": {"columns": ["Staat"], "rows": [row]}},
            {"heading": "Kosten", "body": "De kosten zijn bekend [@kosten].\n"},
            {"heading": "Beeld", "figure": figure},
            {"heading": "Vragen", "questions": [{"question": "Hoe?", "answer": "Zo:\n\n![[ringweg]]\n"}]},
        ],
    }  # fmt: skip


def put(*path: str | int | None, value: object) -> Plant:
    """Return a mistake: another value at a path; text is added to text, for a path that ends in None."""

    def plant(spec: Any) -> None:
        *steps, last = path
        if last is None:
            *steps, last = steps
        for step in steps:
            spec = spec[step]
        spec[last] = f"{spec[last]}\n{value}\n" if path[-1] is None else value

    return plant


def add(section: int, text: str) -> Plant:
    """Return a mistake: another paragraph."""
    return put("sections", section, "body", None, value=text)


PLANTS: dict[str, Plant] = {
    "quote-drift": put("excerpts", "dicht", "quote", value="De brug over de Molenvaart gaat zes jaar dicht."),
    "quote-missing": put("excerpts", "tol", "quote", value="Er kwam in dat jaar niets van terecht."),
    "quote-ambiguous": put("excerpts", "veilig", "quote", value="de brug veilig is"),
    "source-unknown": put("excerpts", "elders", value={"source": "gehaktbal", "quote": "Dit staat er."}),
    "citation-unknown": add(0, "Meer is er niet [@nergens]."),
    "citation-misspelt": put("key_messages", 0, value="De brug gaat zes weken dicht [@dihct]."),
    "citation-malformed": add(0, "Meer is er niet [@Nergens te vinden]."),
    "citation-locator-unknown": add(0, "Meer is er niet [@brug, al. 99]."),
    "excerpt-unknown": put("sections", 1, "timeline", 0, "cite", value=["ringweg", "zoek"]),
    "excerpt-unused": put("excerpts", "los", value={"source": "krant", "quote": "De brug is van 1931"}),
    "glyph-missing": add(3, "Er ligt \u2603 op de brug."),
    "glyph-missing in a caption": put("sections", 4, "figure", "caption", value="Zo \u2603 [@veilig]."),
    "file-missing": put("sections", 4, "figure", "image", value="beeld/weg.png"),
    "file-missing for the logo": put("house", "logo", "image", value="beeld/ook-weg.png"),
    "heading-level-skipped": add(0, "##### Te diep"),
    "link-target-unknown": add(3, "Zie [elders](#deel-elders)."),
    "source-changed": lambda _: None,
    "claim-number": add(3, "Er kwamen 77 mensen [@kosten]."),
    "claim-date": put("key_messages", 1, value="Auto's rijden om sinds 3 mei 2019 [@ringweg]."),
    "claim-name": add(3, "Het geld komt van Jan Klaassen [@kosten]."),
    "claim-quotation": add(3, "Het heet “een koopje van niets” [@kosten]."),
    "two-names": put("sections", 5, "questions", 0, "question", value="Welke doorgang, welke omleiding?"),
    "template-undefined": put("template", value="kapot"),
}  # fmt: skip
CHANGED = "source-changed"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a workspace with two sources, two images and two templates."""
    for folder in ("briefs", "seeds", "beeld", "templates"):
        (tmp_path / folder).mkdir()
    for image in ("brug", "logo"):
        (tmp_path / f"beeld/{image}.png").write_bytes(png())
    manifest = "".join(
        f"{key}: {{nl-NL: Eigen, nl-BE: Eigen, en: Own}}\n" for key in ("title", "description")
    )
    for name, page in (("streng", STRICT), ("kapot", RAISES)):
        (tmp_path / "templates" / name).mkdir()
        (tmp_path / "templates" / name / "brief.html.j2").write_text(page, encoding="utf-8")
        (tmp_path / "templates" / name / "template.yaml").write_text(manifest, encoding="utf-8")
    return tmp_path


def write(root: Path, template: str, *planted: str) -> None:
    """Write the sources, and the spec with these mistakes."""
    for name, text in TEXTS.items():
        (root / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
        seen = text + ("." if CHANGED in planted and name == "krant" else "")
        record = RECORD.format(sha256=hashlib.sha256(seen.encode()).hexdigest())
        (root / f"seeds/{name}.yaml").write_text(record, encoding="utf-8")
    spec = sound(template)
    for name in planted:
        PLANTS[name](spec)
    if "elders" in spec["excerpts"]:
        spec["key_messages"].append("Elders [@elders].")
    (root / SPEC).write_text(json.dumps(spec, ensure_ascii=False, indent=1), encoding="utf-8")


def diagnostics(root: Path, template: str, *planted: str) -> Found:
    """Return what is found beside these mistakes.

    Lines are left out, as one mistake moves those of another, and so are the names that there are to choose.
    """
    write(root, template, *planted)
    (brief,) = check(Workspace(root), (), Options(force=True)).briefs
    return Counter(
        (one.code, one.place.file if one.place else "", tuple(sorted(one.params.items() - _choice(one))))
        for one in brief.diagnostics
    )


def _choice(finding: Diagnostic) -> set[tuple[str, str]]:
    return {(key, value) for key, value in finding.params.items() if key == "known"}


FIRST = ("quote-", "source-", "citation-", "excerpt-", "file-", "heading-")
"""What is found before the pages are filled: in evidence, and in what the author wrote."""
REFERENCES = ("citation-", "excerpt-unknown")
"""What cannot be followed; only without it is known which excerpts are not used."""


def test_each_mistake_gives_one_finding(root: Path) -> None:
    """One mistake is one finding, and two of the first stage are two; nothing else comes of them."""
    assert diagnostics(root, "streng") == Counter()
    alone = {name: diagnostics(root, "streng", name) for name in PLANTS}
    for name, found in alone.items():
        assert [code for code, _, _ in found.elements()] == [name.split()[0]], found
    for one, other in some([*combinations(PLANTS, 2)], 5):
        both = diagnostics(root, "streng", one, other)
        assert both <= alone[one] + alone[other], (one, other)
        early = [name for name in (one, other) if name.startswith(FIRST)]
        if one.startswith(REFERENCES) or other.startswith(REFERENCES):
            early = [name for name in early if name != "excerpt-unused"]
        assert sum((alone[name] for name in early), Counter()) <= both, (one, other)
        assert both, (one, other)


@pytest.mark.parametrize("template", ["streng", "raadsinformatiebrief"])
def test_all_mistakes_of_the_first_stage_are_found_together(root: Path, template: str) -> None:
    """In a brief with every mistake there is, all that the first stage looks at are found in one run."""
    early = [name for name in PLANTS if name.startswith(FIRST) and name != "excerpt-unused"]
    alone = [diagnostics(root, template, name) for name in early]

    assert diagnostics(root, template, *PLANTS) == sum(alone, Counter())


@pytest.mark.ci
def test_nothing_is_made_of_a_brief_with_errors(root: Path) -> None:
    """Of a brief with errors nothing is set, shown or published."""
    heard: list[Result] = []
    options = Options(formats=("html",), hears=heard.append)
    stopped = 0
    for name in PLANTS:
        write(root, "raadsinformatiebrief" if name != "template-undefined" else "kapot", name)
        result = build_brief(Job(str(root), SPEC, ("html",), shows=True))
        if not result.failed or result.shown is not None:
            continue
        stopped += 1
        assert (result.files, result.digest) == ({}, ""), name
        assert [brief.state for brief in build(Workspace(root), ["brug"], options).briefs] == [State.FAILED]
        assert not (root / "build/brug").exists(), name
    assert stopped > len(PLANTS) // 2
    assert [one for one in heard if one.shown] == []

    write(root, "streng")
    assert build(Workspace(root), ["brug"], options).diagnostics == ()
    assert [one for one in heard if one.shown] == heard[-1:]


def apart(root: Path) -> tuple[Result, Result | None]:
    """Take a brief down its road whole, and reviewed beside its build."""
    whole = Job(str(root), SPEC, ("pdf", "html"))
    reviewed = build_brief(replace(whole, formats=(), shows=True))
    return build_brief(whole), joined(reviewed, build_brief(replace(whole, reviews=False)))


OWN_WORDS = [name for name in PLANTS if name.startswith("claim-")]


@pytest.mark.ci
@pytest.mark.parametrize("template", ["raadsinformatiebrief", "kapot"])
def test_a_review_beside_a_build_comes_to_what_the_whole_does(root: Path, template: str) -> None:
    """The same files, findings and inputs; or nothing, where the whole would not have gone so far.

    What is wrong with the author's own words sets no PDF a second time.
    """
    joins = 0
    for name in (None, *PLANTS):
        write(root, template, *([name] if name else []))
        whole, both = apart(root)
        if both is None:
            assert whole.failed, name
            assert template == "kapot" or name not in OWN_WORDS, name
            continue
        joins += 1
        assert both == whole, name
    assert joins > len(PLANTS) // 2


@pytest.mark.every(2)
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_review_reads_back_the_pages_of_both_media(root: Path, medium: str) -> None:
    """What hides a quotation is found by a review; a build without one finds it in the PDF alone."""
    write(root, "raadsinformatiebrief")
    style = f"_shared/{medium}.css"
    (root / "templates/_shared").mkdir()
    shipped = (packaged_templates() / style).read_text(encoding="utf-8")
    (root / "templates" / style).write_text(f"{shipped}blockquote {{ display: none }}\n", encoding="utf-8")
    job = Job(str(root), SPEC, ("pdf", "html"))
    found = {
        reviews: any(
            one.code.startswith("readback-") for one in build_brief(replace(job, reviews=reviews)).diagnostics
        )
        for reviews in (True, False)
    }
    assert found == {True: True, False: medium == "print"}


@pytest.mark.parametrize("path", [SPEC, "seeds/krant.txt"])
def test_a_review_of_other_files_is_not_joined(root: Path, path: str) -> None:
    """A file that changes between review and build leaves nothing that may be published."""
    write(root, "raadsinformatiebrief")
    job = Job(str(root), SPEC, ("pdf", "html"))
    reviewed = build_brief(replace(job, formats=(), shows=True))
    with (root / path).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert joined(reviewed, build_brief(replace(job, reviews=False))) is None
