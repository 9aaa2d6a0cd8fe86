"""Tracked changes and struck text: the author chooses which of the two texts holds, never the program."""

import pytest

from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.word.document import read_word
from support.documents import para, run, word


def versions(body: str) -> tuple[str, str]:
    """Return both texts of a document, which is refused without a choice; all letters are accounted for."""
    data = word(body)
    with pytest.raises(ExtractionError, match="document-two-versions"):
        read_word(data)
    found = []
    for choice, kept in (("accept", "accepted"), ("reject", "rejected")):
        answer = read_word(data, choice)
        assert (answer.unaccounted, answer.choices) == ([], {"changes": kept})
        found.append(answer.text.rstrip("\n"))
    return found[0], found[1]


def ins(inside: str) -> str:
    """Make an insertion."""
    return f"<w:ins>{inside}</w:ins>"


def gone(text: str) -> str:
    """Make a deletion."""
    return f"<w:del><w:r><w:delText xml:space='preserve'>{text}</w:delText></w:r></w:del>"


MARK = "<w:rPr><w:{}/></w:rPr>"
BEFORE_HIDDEN = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (para("Wij doen het ", ins(run("niet ")), "."), "Wij doen het niet .", "Wij doen het ."),
        (para("op ", gone("1 mei"), ins(run("1 juni"))), "op 1 juni", "op 1 mei"),
        (para("geen ", run("steun", "<w:strike/>"), run(" hulp", "<w:dstrike/>")), "geen", "geen steun hulp"),
        (para("a", ins(gone("kort bestaan"))) + para(ins(run("b"))), "a\n\nb", "a"),
        (para("een", properties=MARK.format("del")) + para("twee"), "eentwee", "een\n\ntwee"),
        (para("een", properties=MARK.format("ins")) + para("twee"), "een\n\ntwee", "eentwee"),
        (para("<w:moveFrom>" + run("zin") + "</w:moveFrom>") + para("x")
         + para("<w:moveTo>" + run("zin") + "</w:moveTo>"), "x\n\nzin", "zin\n\nx"),
        (para(run("niet", BEFORE_HIDDEN), " dus"), "niet dus", "dus"),
        (para("a") + ins(para("b")), "a\n\nb", "a"),
        (para(f"<w:hyperlink>{ins(run('de link'))}</w:hyperlink>", "."), "de link.", "."),
    ],
)  # fmt: skip
def test_each_version_is_whole(body: str, accepted: str, rejected: str) -> None:
    """Words, ends of paragraphs, moves, strikes and looks are in one version or the other."""
    assert versions(body) == (accepted, rejected)


def test_rows_and_cells_follow_the_choice() -> None:
    """A row or a cell that was inserted or deleted is in one version only."""
    cells = "".join(f"<w:tc>{para(one)}</w:tc>" for one in "ab")
    rows = f"<w:tr><w:trPr><w:ins/></w:trPr>{cells}</w:tr>"
    rows += f"<w:tr><w:trPr><w:del/></w:trPr>{cells.replace('a', 'c')}</w:tr>"
    last = f"<w:tr>{cells}<w:tc><w:tcPr><w:cellIns/></w:tcPr>{para('nieuw')}</w:tc></w:tr>"
    assert versions(f"<w:tbl>{rows}{last}</w:tbl>") == ("a | b\n\na | b | nieuw", "c | b\n\na | b")


def test_a_change_of_form_asks_for_no_choice() -> None:
    """Bold letters and comments make no other text, and no choice is recorded."""
    body = para(run("vet", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"))
    answer = read_word(word(body), "reject")
    assert (answer.text, answer.choices) == ("vet\n", {})


def test_the_finding_shows_what_differs_and_names_both_choices() -> None:
    """Who has to choose sees each place, with words around it."""
    body = para("Het college sluit het zwembad ", gone("niet "), ins(run("wel ")), "op 1 mei.")
    outcome = extract(word(body), "besluit.docx")
    (finding,) = outcome.diagnostics
    assert (outcome.value, finding.code) == (None, "document-two-versions")
    assert finding.detail == "Het college sluit het zwembad [-niet-] {+wel+} op 1 mei."


def test_what_was_left_out_by_choice_is_told() -> None:
    """The other version stands among what was left out."""
    data = word(para("op ", gone("1 mei"), ins(run("1 juni")), run(" (oud)", "<w:strike/>")))
    accepted = extract(data, "x.docx", "accept").value
    rejected = extract(data, "x.docx", "reject").value
    assert accepted is not None
    assert rejected is not None
    assert [(one.reason, one.text) for one in accepted.left_out] == [
        ("deleted", "1 mei"),
        ("struck", "(oud)"),
    ]
    assert [(one.reason, one.text) for one in rejected.left_out] == [("inserted", "1 juni")]
    assert rejected.choices == {"changes": "rejected"}
