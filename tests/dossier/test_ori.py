"""Metadata for council information systems."""

import json
from dataclasses import replace

from bronbrief.dossier.ori import (
    TITLE_LIMIT,
    CouncilDocument,
    DocumentType,
    flemish_fragment,
    ori_json,
)

DOCUMENT = CouncilDocument(
    title="Coevorden en Brest",
    file_name="2026-12-08 Coevorden & Brest - bijlage 2.pdf",
    document_type=DocumentType.NOTICE,
    lang="nl-NL",
    version="1.0",
    date="2026-11-21",
)


def test_what_nobody_filled_is_left_out() -> None:
    """A field without a value is absent, not empty."""
    fields = json.loads(ori_json(DOCUMENT))

    assert fields["informatieobjecttype"] == "mededeling"
    assert fields["wooInformatiecategorie"] == "c_db4862c3"
    assert "portefeuillehouder" not in fields


def test_a_title_has_at_most_200_characters() -> None:
    """The ORI model refuses longer titles."""
    fields = json.loads(ori_json(replace(DOCUMENT, title="a" * 300)))

    assert len(fields["titel"]) == TITLE_LIMIT


def test_the_flemish_fragment_is_a_document_and_not_a_decision() -> None:
    """A brief is an annex in Flanders; its file name is the text of the link."""
    fragment = flemish_fragment(DOCUMENT).decode()

    assert 'typeof="foaf:Document"' in fragment
    assert "Besluit" not in fragment
    assert ">2026-12-08 Coevorden &amp; Brest - bijlage 2.pdf</a>" in fragment
    assert 'href="2026-12-08%20Coevorden%20%26%20Brest%20-%20bijlage%202.pdf"' in fragment
