"""`intake/word/conservation.py`: no letter of a document is lost, doubled or invented."""

import io
import re
import zipfile
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from bronbrief.intake.extraction import extract
from bronbrief.intake.word import story
from bronbrief.intake.word.conservation import unaccounted
from bronbrief.intake.word.document import read_word
from bronbrief.intake.word.reading import Setting
from support.documents import para, run, word
from support.tools import sized
from support.word_documents import Made, documents

_WORD = re.compile(r"q[a-j]{3,}z", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """Return the words that the generator made, in order."""
    return [one.lower() for one in _WORD.findall(text)]


def all_words(data: bytes) -> set[str]:
    """Read the words of every part of a package by a plain walk."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    roots = [ET.fromstring(part) for part in parts]  # noqa: S314 - our own
    return {word for root in roots for one in root.iter() for word in words_of(one.text or "")}


@given(documents())
@settings(deadline=None, max_examples=sized(300, 60))
def test_every_word_is_in_the_text_or_left_out_once(made: Made) -> None:
    """Held against a walk of the package: seen words are in the text, once and in order, the others named."""
    for changes, seen in (("accept", made.accepted), ("reject", made.rejected)):
        answer = read_word(made.data, changes)
        left = answer["left_out"]
        assert isinstance(left, list)
        in_text = words_of(str(answer["text"]))
        named = [word for one in left for word in words_of(one["text"])]
        assert Counter([*in_text, *named]) == Counter(all_words(made.data))
        assert set(in_text) == {word for word, shown in seen.items() if shown}
        running = [word for word in in_text if word in made.running]
        assert running == [word for word in made.running if word in running]
        assert answer["unaccounted"] == []


def test_a_reader_that_loses_something_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second count names what the first reading has neither taken in nor left out."""
    data = word(para("De brug gaat ") + f"<w:sdt><w:sdtContent>{para('niet dicht')}</w:sdtContent></w:sdt>")
    real = story.Story._read

    def losing(self: story.Story, container: ET.Element, setting: Setting) -> None:
        if container.tag != "w:sdt":
            real(self, container, setting)

    monkeypatch.setattr(story.Story, "_read", losing)
    assert read_word(data)["unaccounted"] == ["niet dicht"]


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (["De norm is 3"], []),
        (["De norm ", "is 3"], []),
        (["DE NORM IS ³"], []),
        (["De norm is"], ["3"]),
        (["De norm is 33"], ["+ 3"]),
        (["De norm is 3\u00ad \u200b"], []),
    ],
)
def test_letters_are_counted_whatever_their_form(kept: list[str], expected: list[str]) -> None:
    """Case, raised figures and white space count for nothing; a figure too few or too many does."""
    data = word(para("De norm", run(" is "), run("3")))
    assert unaccounted(data, "word/document.xml", kept, [], []) == expected


def test_a_part_that_nobody_reads_is_found_out() -> None:
    """A part that the document refers to under an unknown relation is counted all the same."""
    data = word(para("a"), parts={"word/header7.xml": para("kop")})
    data = _renamed(data, b"relationships/header", b"relationships/zijkant")
    assert read_word(data)["unaccounted"] == ["kop"]
    (finding,) = extract(data, "x.docx").diagnostics
    assert (finding.code, finding.detail) == ("document-unaccounted", "kop")


def _renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(written, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name).replace(old, new))
    return written.getvalue()
