"""Values are held against the model: misspelt keys are read as meant, unknown ones dropped, others stop."""

import pytest
from pydantic import BaseModel

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.places import Path
from bronbrief.core.yaml.values import read_yaml
from bronbrief.spec import unknown_keys, validate
from bronbrief.spec.block import Blocks
from bronbrief.spec.model import BriefSpec, brief_model
from bronbrief.spec.refusals import DIAGNOSTICS_LIMIT
from bronbrief.spec.types import as_identifier

HEAD = "title: Veer\ntemplate: tijdlijn\nlang: nl-NL\ndate: 2026-11-21\n"
SECTIONS = "sections: [{heading: h, body: b}]\n"


def _validate(text: str) -> validate.Validated[BriefSpec]:
    read = read_yaml(text.encode(), "briefs/x.yaml").value
    assert read is not None
    return validate.validate(brief_model(BLOCKS), read, BLOCKS)


def _codes(checked: validate.Validated[BriefSpec]) -> list[str]:
    return [one.code for one in checked.diagnostics]


def test_what_stands_below_a_misspelt_key_keeps_its_place() -> None:
    """Misspelt keys are read as those that were meant, at every level, with the places of what they hold."""
    checked = _validate(HEAD + "sections:\n  - kop: h\n    timelien:\n      - date: 2020\n        evnt: e\n")
    assert _codes(checked) == ["spec-misspelt-key"] * 3
    assert checked.value is not None
    assert [block.key for block, _ in checked.value.sections[0].written] == ["timeline"]
    assert checked.read.places.value(("sections", 0, "timeline", 0, "event")).line == 9


def test_mistakes_below_a_misspelt_key_come_in_the_same_run() -> None:
    """Once the key is read as meant, what it holds is held against the model, and stops."""
    checked = _validate(HEAD + "secties:\n  - heading: h\n    timeline: [{date: x, event: e}]\n")
    assert _codes(checked) == ["spec-misspelt-key", "spec-not-edtf"]
    assert checked.value is None


def test_a_misspelt_key_beside_the_right_one_is_dropped() -> None:
    """The key that is spelt right wins, and so does the first of two that were meant to be the same."""
    checked = _validate(HEAD + "titel: Pont\nondertitel: Een\nsubtitel: Twee\n" + SECTIONS)
    assert _codes(checked) == ["spec-misspelt-key"] * 3
    assert checked.value is not None
    assert (checked.value.title, checked.value.subtitle) == ("Veer", "Een")


def test_an_unknown_key_is_dropped_with_what_it_holds() -> None:
    """The rest is read as if it were not there, and it has no place."""
    checked = _validate(HEAD + "kleur: {a: [b]}\nsections: [{heading: h, bogus: x, body: b}]\n")
    assert _codes(checked) == ["spec-unknown-key"] * 2
    assert checked.value is not None
    assert not any("kleur" in path or "bogus" in path for path in checked.read.places.spans)


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("key_messages: Zie [@a].\n" + SECTIONS, ["spec-list-not-text"]),
        ("sections: [een, twee]\n", ["spec-keys-not-text"] * 2),
        ("excerpts:\n  C d: {source: s, quote: q}\n" + SECTIONS, ["spec-nearly-an-identifier"]),
        ("excerpts:\n  a: tekst\n  b: {quote: q}\n" + SECTIONS, ["spec-keys-not-text", "spec-missing-key"]),
        ("version: #1\n" + SECTIONS, ["spec-value-is-comment"]),
        ("method:\n  body: b\n" + SECTIONS, ["spec-text-with-colon"]),
        ("timeline: [{date: 2020, event: e}]\n" + SECTIONS, ["spec-key-elsewhere"]),
    ],
)
def test_any_other_refusal_leaves_no_value(lines: str, codes: list[str]) -> None:
    """All that was refused is reported, and nothing is put in its place."""
    checked = _validate(HEAD + lines)
    assert _codes(checked) == codes
    assert checked.value is None


def test_near_names_are_sought_for_as_many_keys_as_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of unknown keys the first are looked up, and it is said that there are more."""
    asked: list[Path] = []
    meant_for = unknown_keys.meant_for

    def count(path: Path, top: type[BaseModel], blocks: Blocks) -> str | None:
        asked.append(path)
        return meant_for(path, top, blocks)

    monkeypatch.setattr(unknown_keys, "meant_for", count)
    monkeypatch.setattr(validate, "meant_for", count)
    keys = "".join(f"sleutel{number}: x\n" for number in range(3 * DIAGNOSTICS_LIMIT))
    checked = _validate(HEAD + keys + SECTIONS)

    assert checked.value is None
    assert len(checked.diagnostics) == DIAGNOSTICS_LIMIT + 1
    assert len(asked) == DIAGNOSTICS_LIMIT


def test_text_becomes_an_identifier() -> None:
    """Capitals, accents and signs go; nothing is left of signs alone."""
    assert as_identifier("Één Brug_2") == "een-brug-2"
    assert as_identifier("…") == ""


@pytest.mark.parametrize("unseen", ["\u200b", "\u2060", "\u200e"])
def test_a_key_with_a_character_that_nobody_sees_is_told_of_that(unseen: str) -> None:
    """The cause is named, not the key that it looks like already; what it holds is read as meant."""
    checked = _validate(HEAD + SECTIONS + f"{unseen}subtitle: s\n")
    assert _codes(checked) == ["yaml-hidden-character"]
    assert checked.diagnostics[0].is_error
    assert checked.value is not None
    assert checked.value.subtitle == "s"
