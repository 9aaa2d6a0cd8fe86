"""A template's account of itself is read strictly."""

import pytest

from bronbrief.html.manifest import read_manifest

GOOD = "title: {nl-NL: Lijst, en: List}\ndescription: {nl-NL: Een lijst}\nneeds: [for, timeline]\npages: 2\n"


def test_a_manifest_is_read_whole() -> None:
    """Titles, descriptions, needs and pages come through, with a fallback for other languages."""
    manifest = read_manifest(GOOD.encode(), "t.yaml").value
    assert manifest is not None
    assert (manifest.title("en"), manifest.title("nl-BE")) == ("List", "Lijst")
    assert manifest.description("en") == "Een lijst"
    assert (manifest.needs, manifest.pages) == (("for", "timeline"), 2)


@pytest.mark.parametrize(
    ("written", "instead", "code", "line", "suggestion"),
    [
        ("needs:", "need:", "template-key", 3, "needs"),
        ("timeline", "timelin", "template-need", 3, "timeline"),
        ("pages: 2", "roles: [argument]", "template-need", 4, "arguments"),
        ("pages: 2", "promises: [cell]", "template-need", 4, "cells"),
        ("pages: 2", "prints: [council.form]", "template-need", 4, "council.from"),
        ("en: List", "fr: Liste", "template-language", 1, "nl-NL"),
        ("pages: 2", "pages: twee", "template-value", 4, ""),
        ("pages: 2", "pages: 0", "template-value", 4, ""),
        ("pages: 2", "pages: 1000", "template-value", 4, ""),
        pytest.param("pages: 2", f"pages: {'9' * 5000}", "template-value", 4, "", id="endless"),
        ("needs: [for, timeline]", "needs: for", "template-value", 3, ""),
        ("title: {nl-NL: Lijst, en: List}", "title: Lijst", "template-value", 1, ""),
        ("en: List", "en: [List]", "template-value", 1, ""),
    ],
)
def test_a_mistake_in_a_manifest_is_pointed_at(
    written: str, instead: str, code: str, line: int, suggestion: str
) -> None:
    """Every mistake leaves no manifest, and a finding at its line with what was meant."""
    outcome = read_manifest(GOOD.replace(written, instead).encode(), "t.yaml")
    assert outcome.value is None
    finding = outcome.diagnostics[0]
    assert finding.code == code
    assert finding.place is not None
    assert finding.place.line == line
    assert finding.params.get("known", "").startswith(suggestion)


def test_all_mistakes_come_in_one_run() -> None:
    """A manifest with three mistakes gives three findings."""
    text = "title: {nl-NL: Lijst}\ndescription: {}\nneeds: [niets]\npagina: 2\n"
    codes = [finding.code for finding in read_manifest(text.encode(), "t.yaml").diagnostics]
    assert sorted(codes) == ["template-key", "template-need", "template-value"]
