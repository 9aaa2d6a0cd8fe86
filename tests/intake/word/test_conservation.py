"""`intake/word/conservation.py`: no letter of a document is lost, doubled or invented."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from random import Random
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import ExtractionError
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
    """Read the words of every part of a package by a plain walk of what has letters."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    roots = [ET.fromstring(part) for part in parts]  # noqa: S314 - our own
    return {
        word
        for root in roots
        for one in root.iter()
        if one.tag.rpartition("}")[2] in {"t", "delText"}
        for word in words_of(one.text or "")
    }


@given(documents())
@settings(deadline=None, max_examples=sized(300, 60))
def test_every_word_is_in_the_text_or_left_out_once(made: Made) -> None:
    """Held against a walk of the package: seen words are in the text, once and in order, the others named."""
    for changes, seen in (("accept", made.accepted), ("reject", made.rejected)):
        answer = read_word(made.data, changes)
        left = answer.left_out
        in_text = words_of(answer.text)
        named = [word for _, said in left for word in words_of(said)]
        assert Counter([*in_text, *named]) == Counter(all_words(made.data))
        assert set(in_text) == {word for word, shown in seen.items() if shown}
        running = [word for word in in_text if word in made.running]
        assert running == [word for word in made.running if word in running]
        assert answer.unaccounted == []


@given(documents(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=sized(200, 40))
def test_nothing_is_lost_in_silence_from_a_damaged_document(made: Made, random: Random) -> None:
    """Elements moved, doubled, renamed: the document is refused, or what its text lacks is told."""
    data = _rewritten(made.data, lambda name, part: _damaged(part, random) if name in _DAMAGED else part)
    try:
        answer = read_word(data, "accept")
    except ExtractionError:
        return
    left = answer.left_out
    kept = Counter(words_of(" ".join([answer.text, *(said for _, said in left)])))
    assert answer.unaccounted or all_words(data) <= set(kept)


_DAMAGED = ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml")
_NAMES = (
    "ins",
    "del",
    "r",
    "p",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "fldChar",
    "pPr",
    "rPr",
    "numPr",
    "drawing",
    "body",
)
_VALUES = ("", "0", "-1", "x", "99999999999", "FFFFFF", "begin", "end")


def _damaged(part: bytes, random: Random) -> bytes:
    """Delete, double, move or rename elements, or spoil their attributes."""
    root = ET.fromstring(part)  # noqa: S314 - our own
    for _ in range(3):
        parents = [one for one in root.iter() if len(one)]
        if not parents:
            break
        parent = random.choice(parents)
        child = random.choice(list(parent))
        match random.randrange(4):
            case 0:
                parent.remove(child)
            case 1:
                random.choice(parents).append(deepcopy(child))
            case 2:
                child.tag = root.tag.rpartition("}")[0] + "}" + random.choice(_NAMES)
            case _:
                child.attrib.update({name: random.choice(_VALUES) for name in child.attrib})
    return ET.tostring(root)


def test_a_reader_that_loses_something_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second count names what the first reading has neither taken in nor left out."""
    data = word(para("De brug gaat ") + f"<w:sdt><w:sdtContent>{para('niet dicht')}</w:sdtContent></w:sdt>")
    real = story.Story._read

    def losing(self: story.Story, container: ET.Element, setting: Setting) -> None:
        if container.tag != "w:sdt":
            real(self, container, setting)

    monkeypatch.setattr(story.Story, "_read", losing)
    assert read_word(data).unaccounted == ["niet dicht"]


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
    data = _rewritten(data, lambda _, part: part.replace(b"relationships/header", b"relationships/zijkant"))
    assert read_word(data).unaccounted == ["kop"]
    (finding,) = extract(data, "x.docx").diagnostics
    assert (finding.code, finding.detail) == ("document-unaccounted", "kop")


def _rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(written, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, change(name, package.read(name)))
    return written.getvalue()
