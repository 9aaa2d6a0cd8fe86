"""What an author, a source or a label says is text, wherever it lands: HTML, CSS, JSON, XMP, PDF."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
import tinyhtml5

from bronbrief.brief.markdown import parse
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from support.pictures import png
from support.workspaces import RECORD, SOURCE_ID, write_minimal_workspace

EVIL = "\"'><script>alert(1)</script></style></title>]]><?x ?>&lt;b&gt; {{ 7*7 }} {% raw %} \\) /JS (x) %s"
"""Ends attributes, elements, sections, strings and templates, all of which a value might stand in."""
TITLE = "Titel \"';}*{color:red}\\ </style><script>x</script> ]]> & <b> {{ 7*7 }} \\)"
QUOTE = "In 2024 zei hij: <img src=x onerror=alert(1)> {{ 7*7 }} </script> ]]> ![[geen]] [@geen] &amp; einde."
ALLOWED_SCRIPT = "application/ld+json"
XHTML = "{http://www.w3.org/1999/xhtml}"


def spec() -> str:
    """Return a spec with something hostile in every text; JSON is YAML."""
    value = {
        "title": TITLE,
        "subtitle": EVIL,
        "template": "raadsinformatiebrief",
        "lang": "nl-NL",
        "date": "2026-11-21",
        "version": '"><b',
        "for": EVIL,
        "author": EVIL,
        "summary": EVIL,
        "keywords": [EVIL, "a, b", "</rdf:li>"],
        "house": {"name": EVIL},
        "key_messages": [f"Boodschap. {EVIL.replace('<', '&lt;')} [@zin]"],
        "excerpts": {"zin": {"source": SOURCE_ID, "quote": QUOTE, "emphasis": ["onerror=alert(1)"]}},
        "sections": [
            {
                "heading": EVIL,
                "body": "Zie:\n\n![[zin]]",
                "timeline": [{"date": "2024", "event": "Iets. [@zin]", "cite": ["zin"]}],
                "comparison": {
                    "caption": EVIL,
                    "columns": [EVIL],
                    "rows": [{"actor": EVIL, "group": EVIL, "cells": ["–"]}],
                },
                "figure": {"image": "beeld.png", "alt": f"Een vlak {EVIL}", "credit": EVIL},
            }
        ],
    }
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Build a brief of which every text is hostile, and return its files by ending."""
    root = write_minimal_workspace(tmp_path_factory.mktemp("injection") / "workspace")
    source = f"Kop\n\n{QUOTE}\n".encode()
    record = RECORD.format(sha256=hashlib.sha256(source).hexdigest())
    record = record.replace("publisher: Havenkrant", f"publisher: {json.dumps(EVIL)}")
    record = record.replace("title: Veerdienst vaart voorlopig door", f"title: {json.dumps(TITLE)}")
    (root / "seeds" / f"{SOURCE_ID}.txt").write_bytes(source)
    (root / "seeds" / f"{SOURCE_ID}.yaml").write_text(record, encoding="utf-8")
    (root / "beeld.png").write_bytes(png(1, 1))
    labels = root / "templates" / "_labels"
    labels.mkdir()
    (labels / "nl-NL.yaml").write_text(
        f"sources: {json.dumps(EVIL)}\npage_of: '\"}}}} {{page}} \\'\n", "utf-8"
    )
    (root / "briefs" / "veerdienst.yaml").write_text(spec(), encoding="utf-8")
    report = build(Workspace(root), ["veerdienst"])
    folder = root / "build" / "veerdienst"
    assert folder.is_dir(), [(one.code, dict(one.params)) for one in report.briefs[0].diagnostics]
    files = {path.name.partition(".")[2]: path.read_bytes() for path in folder.iterdir()}
    return files | {"index": (root / "build" / "index.html").read_bytes()}


def elements(page: bytes) -> list[Any]:
    """Return the elements of a page as a browser sees them."""
    return list(tinyhtml5.parse(page.decode()).iter())


@pytest.mark.parametrize("file", ["html", "index"])
def test_no_value_becomes_an_element_or_a_script(outputs: Mapping[str, bytes], file: str) -> None:
    """A browser finds no script but the metadata, no handler, no refused address and no forged element."""
    for element in elements(outputs[file]):
        name = str(element.tag).removeprefix(XHTML)
        assert name not in {"iframe", "object", "embed", "form", "input", "b", "base", "link"}
        if name == "script":
            assert element.get("type") == ALLOWED_SCRIPT
        for attribute, value in element.attrib.items():
            assert not attribute.startswith("on")
            assert not value.strip().lower().startswith(("javascript:", "vbscript:", "file:"))


def test_metadata_for_search_engines_holds_the_texts_unchanged(outputs: Mapping[str, bytes]) -> None:
    """The JSON-LD of the page reads as JSON and says what the author wrote."""
    (data,) = [one.text for one in elements(outputs["html"]) if one.get("type") == ALLOWED_SCRIPT]
    known = json.loads(data)
    assert known["name"] == TITLE
    assert known["publisher"]["name"] == EVIL
    assert known["hasPart"][0]["text"] == QUOTE


def test_title_stands_once_as_title(outputs: Mapping[str, bytes]) -> None:
    """The title of the page is the title, character by character."""
    (title,) = [one for one in elements(outputs["html"]) if str(one.tag) == f"{XHTML}title"]
    assert title.text == TITLE


def test_templates_do_not_run_what_values_say(outputs: Mapping[str, bytes]) -> None:
    """Jinja syntax in a value is text: nothing is computed from it."""
    text = "".join(tinyhtml5.parse(outputs["html"].decode()).itertext())
    assert "{{ 7*7 }}" in text
    assert "{% raw %}" in text
    assert " 49 " not in text


def test_metadata_of_the_pdf_holds_the_texts_unchanged(outputs: Mapping[str, bytes], tmp_path: Path) -> None:
    """XMP and the information dictionary say what the author wrote, and no more."""
    path = tmp_path / "brief.pdf"
    path.write_bytes(outputs["pdf"])
    with pikepdf.open(path) as pdf:
        packet = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314 - our own packet
        names = {str(name) for name in pdf.Root.keys()}  # noqa: SIM118 - a PDF's dictionary
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    items = [one.text for one in packet.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")]
    assert items.count(TITLE) == 1
    assert items.count("</rdf:li>") == 1
    assert info["/Title"] == TITLE
    assert info["/Author"] == EVIL
    assert not names & {"/OpenAction", "/AA", "/AcroForm", "/JavaScript"}


def test_pdf_holds_no_action_but_links(outputs: Mapping[str, bytes], tmp_path: Path) -> None:
    """No string of a brief becomes a script, a launch or an attachment."""
    path = tmp_path / "brief.pdf"
    path.write_bytes(outputs["pdf"])
    with pikepdf.open(path) as pdf:
        assert not pdf.attachments
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" not in item:
                assert str(item.S) not in {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR"}


def test_evidence_holds_the_quotation_unchanged(outputs: Mapping[str, bytes]) -> None:
    """The record of the evidence says what the source says."""
    assert QUOTE in json.dumps(json.loads(outputs["evidence.jsonld"]), ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#x09;script:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](\x01javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//example.org/x)",
        "<javascript:alert(1)>",
        "[x](<javascript:alert(1)>)",
        '[x](http://a.nl "onmouseover=alert(1)")',
        '[x](http://a.nl" onmouseover="alert(1))',
        "![x](javascript:alert(1))",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "`<script>`",
        "    <script>alert(1)</script>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "a **<b onclick=x>** c",
        "\x02wzxhzdk:0\x03 klzzwxh:0000",
        "\ufdd00\ufdd1 \ufdd20\ufdd1",
        "[x]: javascript:alert(1)\n\n[x]",
        "# a {: onclick=alert(1) }",
    ],
)
def test_markdown_gives_nothing_that_runs(text: str) -> None:
    """Whatever the author writes, the sanitised text holds no script, no handler and no forged quotation."""
    parsed = parse(text, 2)
    page = "".join(piece for piece in parsed.pieces if isinstance(piece, str))
    assert not parsed.references or parsed.references[0].literal in text
    for element in tinyhtml5.parse(f"<!DOCTYPE html><body>{page}").iter():
        assert str(element.tag).removeprefix(XHTML) not in {"script", "img", "svg", "style", "math", "iframe"}
        assert not any(name.startswith("on") for name in element.attrib)
        href = element.get("href", "#").lower()
        assert href.startswith(("http://", "https://", "mailto:", "#")) or parsed.faults
        assert not href.strip("\x00\x01 \t").startswith(("javascript", "data", "vbscript", "file"))
