"""Dates print in words of the brief's language, and never as more than is known."""

from pathlib import Path

import pytest

from bronbrief.brief.dates import edtf_text, long_date, machine_date
from bronbrief.core.edtf import is_edtf
from bronbrief.locale import i18n


@pytest.mark.parametrize(
    ("edtf", "dutch", "english"),
    [
        ("2000", "2000", "2000"),
        ("2024-03", "maart 2024", "March 2024"),
        ("2020-08-09", "9 augustus 2020", "9 August 2020"),
        ("2021~", "ca. 2021", "c. 2021"),
        ("2021-03~", "ca. maart 2021", "c. March 2021"),
        ("2021?", "mogelijk 2021", "possibly 2021"),
        ("2021%", "mogelijk ca. 2021", "possibly c. 2021"),
        ("2020-09-18/..", "op of na 18 september 2020", "on or after 18 September 2020"),
        ("2020-09/..", "in of na september 2020", "in or after September 2020"),
        ("../2020-09-18", "op of vóór 18 september 2020", "on or before 18 September 2020"),
        ("2020-09-18/", "vanaf 18 september 2020", "from 18 September 2020"),
        ("2020/2021", "2020–2021", "2020–2021"),
        ("2020/2020", "2020", "2020"),
        ("2020-03-05/2020-03-05", "5 maart 2020", "5 March 2020"),
        ("2020-08/2020-09", "augustus–september 2020", "August–September 2020"),
        ("2020-08-09/2020-08-10", "9–10 augustus 2020", "9–10 August 2020"),
        ("2020-08-09/2020-09-10", "9 augustus – 10 september 2020", "9 August – 10 September 2020"),
        ("2020-11/2021-02", "november 2020 – februari 2021", "November 2020 – February 2021"),
        ("2020-21", "voorjaar 2020", "spring 2020"),
        ("2020-24", "winter 2020", "winter 2020"),
        ("2020-33", "eerste kwartaal van 2020", "first quarter of 2020"),
        ("201X", "de jaren 2010", "the 2010s"),
        ("2024-XX", "2024", "2024"),
        ("202X/..", "in of na de jaren 2020", "in or after the 2020s"),
        ("../2020-03-XX", "in of vóór maart 2020", "in or before March 2020"),
    ],
)
def test_edtf_in_words(edtf: str, dutch: str, english: str) -> None:
    """Each form of EDTF has its words; about, perhaps, and before or after are said."""
    assert edtf_text(edtf, "nl-NL") == dutch
    assert edtf_text(edtf, "nl-BE") == dutch
    assert edtf_text(edtf, "en") == english


@pytest.mark.parametrize("text", ["onbekend", "2024-13", "2024-02-31", "../..", "", "Y12000"])
def test_what_has_no_words_stays(text: str) -> None:
    """Text that is no date, or has no plain words, comes back as it stands."""
    assert edtf_text(text, "nl-NL") == text


def test_long_date_has_the_month_in_words() -> None:
    """A brief's own date prints alike in both countries; English is British."""
    assert long_date("2026-11-21", "nl-NL") == "21 november 2026"
    assert long_date("2026-11-21", "nl-BE") == "21 november 2026"
    assert long_date("2026-11-21", "en") == "21 November 2026"


@pytest.mark.parametrize(
    ("edtf", "machine"), [("2000", "2000"), ("2024-03", "2024-03"), ("2021~", ""), ("2020/2021", "")]
)
def test_machine_date_is_certain(edtf: str, machine: str) -> None:
    """Only one certain date is given to machines."""
    assert machine_date(edtf) == machine


@pytest.mark.ci
def test_every_date_that_is_taken_has_words() -> None:
    """No code of EDTF prints as it stands, whatever two dates make an interval."""
    ends = [
        "2020-05",
        "2020-05-03",
        "2020~",
        "2020-05?",
        "2020-05-03%",
        "2020-21",
        "2020-XX-XX",
        "199X",
        "20XX",
    ]
    ends += ["2021", "2021-06-01", "2022-22", "202X", "2020-05-XX", "", ".."]
    for edtf in [*ends, *(f"{first}/{last}" for first in ends for last in ends)]:
        if is_edtf(edtf) and edtf != "2021":
            assert not {*edtf_text(edtf, "nl-NL")} & {"X", "/", "~", "?", "%"}, edtf


def test_the_dates_of_a_third_language_are_a_file(tmp_path: Path) -> None:
    """Months are those of CLDR, the words around them stand in the folder of the language."""
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "dates.toml").write_text('cldr = "de"\n23 = "Herbst {date}"\n', encoding="utf-8")
    with i18n.searching(tmp_path):
        assert long_date("2019-03-05", "de-DE") == "5. März 2019"
        assert edtf_text("2018-23", "de-DE") == "Herbst 2018"
        assert edtf_text("2018-05?", "de-DE") == "possibly Mai 2018"
