"""Values are held against the model until it takes what is left of them, and places move along."""

import pytest
from pydantic import BaseModel

from bronbrief.core.places import Path
from bronbrief.core.yaml.values import Data, read_yaml
from bronbrief.spec import cures
from bronbrief.spec.errors import FINDINGS_LIMIT, meant_for
from bronbrief.spec.model import BriefSpec
from bronbrief.spec.validate import Validated, validate

HEAD = "title: Veer\ntemplate: tijdlijn\nlang: nl-NL\ndate: 2026-11-21\n"


def _validate(text: str) -> Validated[BriefSpec]:
    read = read_yaml(text.encode(), "briefs/x.yaml").value
    assert read is not None
    return validate(BriefSpec, read)


def _codes(checked: Validated[BriefSpec]) -> list[str]:
    return [one.code for one in checked.diagnostics]


def _lines(checked: Validated[BriefSpec], *paths: Path) -> list[int]:
    return [checked.draft.places.value(path).line for path in paths]


def test_values_behind_a_refused_item_keep_their_places() -> None:
    """When an item of a list goes, those behind it move up, with their places and with what went of them."""
    checked = _validate(HEAD + "sections:\n  - niets\n  - body: b\n  - heading: h\n    bogus: x\n")
    assert checked.value is not None
    assert [section.heading for section in checked.value.sections] == ["…", "h"]
    assert _lines(checked, ("sections", 0, "body"), ("sections", 1, "heading")) == [7, 8]
    assert checked.draft.left_out.paths == {
        ("sections",),
        ("sections", 0, "heading"),
        ("sections", 1, "bogus"),
    }


def test_what_stands_below_a_misspelt_key_is_held_against_the_model_as_well() -> None:
    """Mistakes below a misspelt key come in the same run, each at its own place."""
    checked = _validate(HEAD + "secties:\n  - kop: h\n    timelien:\n      - date: x\n        evnt: e\n")
    assert _codes(checked) == [*("spec-misspelt-key",) * 3, "spec-not-edtf", "spec-misspelt-key"]
    assert checked.value is not None
    assert checked.value.sections[0].timeline is not None
    assert _lines(checked, ("sections", 0, "timeline", 0, "event")) == [9]


def test_a_wrong_guess_is_dropped_without_a_word() -> None:
    """Where a misspelt key holds what its namesake could not, the key is the only mistake reported."""
    checked = _validate(HEAD + "summery: {a: b}\nsections: [{heading: h, body: b}]\n")
    assert _codes(checked) == ["spec-misspelt-key"]
    assert checked.value is not None
    assert checked.value.summary is None


def test_a_misspelt_key_beside_the_right_one_is_left_out() -> None:
    """The key that is spelt right wins."""
    checked = _validate(HEAD + "titel: Pont\nsections: [{heading: h, body: b}]\n")
    assert _codes(checked) == ["spec-misspelt-key"]
    assert checked.value is not None
    assert checked.value.title == "Veer"


def test_a_text_in_the_place_of_a_list_is_read_as_its_only_item() -> None:
    """What the text cites is then looked at, at the text's own place."""
    checked = _validate(HEAD + "key_messages: Zie [@a].\nsections: [{heading: h, body: b}]\n")
    assert _codes(checked) == ["spec-list-not-text"]
    assert checked.value is not None
    assert checked.value.key_messages == ["Zie [@a]."]
    assert checked.draft.places.within(("key_messages", 0), 5, 7).column == 20


def test_a_list_that_loses_all_its_items_is_not_called_empty() -> None:
    """What follows from taking something out is not reported."""
    checked = _validate(HEAD + "sections: [een, twee]\n")
    assert _codes(checked) == ["spec-keys-not-text"] * 2
    assert checked.value is not None


def test_an_excerpt_that_cannot_be_read_keeps_its_name() -> None:
    """Citations of it must not be called unknown; a name that is none becomes one."""
    read: Data = "excerpts:\n  a: tekst\n  b: {quote: q}\n  C d: {source: s, quote: q}\n"
    checked = _validate(f"{HEAD}{read}sections: [{{heading: h, body: b}}]\n")
    assert checked.value is not None
    assert list(checked.value.excerpts) == ["a", "b", "c-d"]
    assert checked.draft.left_out.within(("excerpts", "a"))
    assert checked.draft.left_out.within(("excerpts", "b", "source"))
    assert not checked.draft.left_out.within(("excerpts", "c-d"))


def test_near_names_are_sought_for_as_many_keys_as_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of unknown keys the first are looked up; the rest goes, and is known to be missing."""
    asked: list[Path] = []

    def count(path: Path, top: type[BaseModel]) -> str | None:
        asked.append(path)
        return meant_for(path, top)

    monkeypatch.setattr(cures, "meant_for", count)
    keys = "".join(f"sleutel{number}: x\n" for number in range(3 * FINDINGS_LIMIT))
    checked = _validate(HEAD + keys + "sections: [{heading: h, body: b}]\n")

    assert checked.value is not None
    assert len(checked.diagnostics) == FINDINGS_LIMIT + 1
    assert len(asked) == FINDINGS_LIMIT
    assert len(checked.draft.left_out.paths) == 3 * FINDINGS_LIMIT
    assert checked.draft.left_out.weighs
