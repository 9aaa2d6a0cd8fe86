"""Metadata for council information systems."""

import json
from dataclasses import replace

import pytest

from bronbrief.dossier.diwoo import diwoo_record
from bronbrief.dossier.ori import LIMITS, CouncilDocument, flemish_fragment, ori_json, shortened
from bronbrief.dossier.rules import Organisation
from bronbrief.spec.council import DocumentType
from bronbrief.spec.types import LANGUAGES

GM0109 = "https://identifier.overheid.nl/tooi/id/gemeente/gm0109"
DOCUMENT = CouncilDocument(
    title="Coevorden en Brest",
    file_name="2026-12-08 Coevorden & Brest - bijlage 2.pdf",
    document_type=DocumentType.NOTICE,
    lang="nl-NL",
    version="1.0",
    date="2026-11-21",
    identifier="urn:uuid:0f5b1a52-4ce8-5b1c-8d2e-5a4f2f3c9d10",
    size=48211,
)


def test_what_nobody_filled_is_left_out() -> None:
    """A field without a value is absent, not empty."""
    fields = json.loads(ori_json(DOCUMENT)[0])

    assert fields["identificatie"] == DOCUMENT.identifier
    assert fields["informatieobjecttype"] == "mededeling"
    assert fields["wooInformatiecategorie"] == "c_db4862c3"
    assert not {"portefeuillehouder", "inhoudLink", "organisatie"} & fields.keys()


def test_a_paper_from_outside_has_the_category_of_papers_from_outside() -> None:
    """Woo article 3.3 tells what a council received from what it deals with."""
    fields = json.loads(ori_json(replace(DOCUMENT, document_type=DocumentType.RECEIVED))[0])

    assert fields["wooInformatiecategorie"] == "c_8c840238"


def test_what_is_not_public_has_no_category_of_public_papers() -> None:
    """A draft or a confidential paper is not among those that must be published."""
    assert "wooInformatiecategorie" not in json.loads(ori_json(replace(DOCUMENT, public=False))[0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_of_every_brief_is_named(lang: str) -> None:
    """No language that a brief may have drops out of what is told of its paper."""
    document = replace(DOCUMENT, lang=lang)
    assert len(json.loads(ori_json(document)[0])["taal"]) == 3
    assert b"authority/language/" in diwoo_record(document)


def test_the_link_and_the_organisation_are_told_where_they_are_known() -> None:
    """A link leads to the file, and the organisation goes by its code."""
    organisation = Organisation(name="Gemeente Coevorden", identifier=GM0109)
    known = replace(DOCUMENT, url="https://raad.example/a.pdf", organisation=organisation)
    fields = json.loads(ori_json(known)[0])

    assert fields["inhoudLink"] == "https://raad.example/a.pdf"
    assert fields["organisatie"] == {"gemeente": "gm0109", "naam": "Gemeente Coevorden"}
    assert fields["bronorganisatie"] == "Gemeente Coevorden"


def test_every_field_keeps_within_its_limit_and_what_was_cut_is_named() -> None:
    """The ORI model refuses longer values; they are cut at a word."""
    long = replace(
        DOCUMENT, title="een lange titel " * 20, author="x" * 219, portfolio_holder="wethouder Å " * 20
    )
    data, cut = ori_json(replace(long, version="1.0é"))
    fields = json.loads(data)

    assert cut == ("titel", "auteur", "portefeuillehouder")
    assert all(len(fields[name]) <= limit for name, limit in LIMITS.items())
    assert fields["titel"].endswith(("lange…", "titel…", "een…"))
    assert fields["versie"].isascii()
    assert ori_json(DOCUMENT)[1] == ()


@pytest.mark.parametrize(
    ("text", "cut"), [("kort", "kort"), ("twee woorden", "twee…"), ("woordwoord", "woordwoo…")]
)
def test_a_text_is_cut_at_a_word(text: str, cut: str) -> None:
    """An ellipsis says that there was more."""
    assert shortened(text, 9) == cut


def test_the_flemish_fragment_is_a_document_and_not_a_decision() -> None:
    """A brief is an annex in Flanders; its file name is the text of the link."""
    fragment = flemish_fragment(DOCUMENT).decode()

    assert 'typeof="foaf:Document"' in fragment
    assert "Besluit" not in fragment
    assert ">2026-12-08 Coevorden &amp; Brest - bijlage 2.pdf</a>" in fragment
    assert 'href="2026-12-08%20Coevorden%20%26%20Brest%20-%20bijlage%202.pdf"' in fragment


def test_the_flemish_fragment_types_its_dates_and_tells_format_and_size() -> None:
    """A machine reads a date as a date and a size as a number."""
    fragment = flemish_fragment(replace(DOCUMENT, published="2026-12-01")).decode()

    assert '<meta property="dct:date" datatype="xsd:date" content="2026-11-21">' in fragment
    assert '<meta property="dct:issued" datatype="xsd:date" content="2026-12-01">' in fragment
    assert '<meta property="dct:format" content="application/pdf">' in fragment
    assert '<meta property="nfo:fileSize" datatype="xsd:integer" content="48211">' in fragment
