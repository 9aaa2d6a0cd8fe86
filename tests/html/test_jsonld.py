"""What a brief tells machines about itself."""

import json

from bronbrief.html.jsonld import report_data, script_text
from support.sample_brief import brief


def test_a_brief_is_a_report_with_its_quotations_and_sources() -> None:
    """Every quotation is a part, with its own words, and leads to a source that is cited."""
    data = json.loads(script_text(report_data(brief(), None)))
    assert (data["@type"], data["inLanguage"], data["datePublished"]) == ("Report", "nl-NL", "2026-11-21")
    sources = {source["@id"] for source in data["citation"]}
    assert len(data["hasPart"]) == 5
    for part in data["hasPart"]:
        assert part["@type"] == "Quotation"
        assert part["isBasedOn"]["@id"] in sources
    assert data["hasPart"][2]["text"].startswith(
        "Vlaanderen is geen voorstander van economische sancties […] en"
    )


def test_only_plain_dates_are_given_as_dates() -> None:
    """An approximate or open date is left out: schema.org has no way to say so."""
    dates = [source.get("datePublished") for source in report_data(brief(), None)["citation"]]  # type: ignore[attr-defined]
    assert dates == ["2024-03", None, None]


def test_facts_that_nobody_gave_are_left_out() -> None:
    """No key stands for what the author did not fill in."""
    data = report_data(brief(subtitle=None, summary=None, author=None, audience=None, keywords=()), None)
    assert not {"alternativeHeadline", "abstract", "author", "audience", "keywords"} & set(data)


def test_no_text_can_leave_the_script_element() -> None:
    """A title that ends the element or opens a comment is written so that HTML sees neither."""
    title = "</script><script>alert(1)</script><!-- \u2028 & ]]>"
    text = script_text(report_data(brief(title=title), None))
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["name"] == title
