"""What is done in the form changes one value of the text, whoever wrote it, and leaves its comments."""

from collections.abc import Iterator
from pathlib import Path as FilePath
from random import Random
from typing import Any

import pytest

from bronbrief.core.places import Path
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import Data, read_yaml
from bronbrief.locale import i18n
from bronbrief.serve.form_edits import FormEdit, edited, spec_model
from bronbrief.serve.form_view import form_of
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.keys import key_names, model_at, value_at
from bronbrief.spec.types import LANGUAGES
from support.generated_sources import write_sources
from support.generated_specs import specs
from support.handwritten_yaml import COMMENT, Hand
from support.tools import sized
from support.workspaces import SPEC

WRITTEN = SPEC.replace("title:", "# Zo heet hij\ntitle:").replace(
    "excerpts:", "# Wat wij aanhalen\nexcerpts:"
)


def after(*edits: FormEdit, text: str = WRITTEN) -> str:
    """Return a text with edits made."""
    done = edited(text, edits)
    assert done.value is not None, done.diagnostics
    return done.value


def values(text: str) -> dict[str, Data]:
    """Return the values of a text."""
    read = read_yaml(text.encode(), "briefs/x.yaml")
    assert read.value is not None
    return read.value.value


@pytest.mark.parametrize(
    ("edits", "old", "new"),
    [
        (
            [FormEdit("put", ("title",), "De veerdienst: hoe nu?")],
            "De veerdienst over de Lange Vliet",
            '"De veerdienst: hoe nu?"',
        ),
        (
            [FormEdit("put", ("subtitle",), "Stand van zaken")],
            "Vliet\n",
            "Vliet\nsubtitle: Stand van zaken\n",
        ),
        ([FormEdit("put", ("author",), "Griffie")], "Oostdam\n", "Oostdam\nauthor: Griffie\n"),
        ([FormEdit("put", ("for",), "")], "for: Gemeenteraad van Oostdam\n", ""),
        ([FormEdit("put", ("template",), "tijdlijn")], "raadsinformatiebrief", "tijdlijn"),
        ([FormEdit("put", ("template",), "")], "template: raadsinformatiebrief\n", ""),
        (
            [FormEdit("put", ("key_messages", 0), "Kort.")],
            "De veerdienst vaart in 2024 door. [@in-stand]",
            "Kort.",
        ),
        ([FormEdit("insert", ("key_messages", 1), "Twee")], "[@in-stand]\n", "[@in-stand]\n  - Twee\n"),
        ([FormEdit("put", ("sections", 0, "heading"), "Wat nu")], "heading: Besluit", "heading: Wat nu"),
        (
            [FormEdit("put", ("sections", 0, "closing"), "Een.\n\nTwee.")],
            "![[geen-reden]]\n",
            "![[geen-reden]]\n    closing: |\n      Een.\n\n      Twee.\n",
        ),
        (
            [FormEdit("insert", ("sections", 0), "Eerst"), FormEdit("put", ("sections", 0, "body"), "Zo.")],
            "sections:\n",
            "sections:\n  - heading: Eerst\n    body: Zo.\n",
        ),
        (
            [
                FormEdit("put", ("council", "contact"), "Griffie"),
                FormEdit("put", ("council", "body"), "Raad"),
            ],
            "![[geen-reden]]\n",
            "![[geen-reden]]\ncouncil:\n  body: Raad\n  contact: Griffie\n",
        ),
        (
            [
                FormEdit("insert", ("council", "signatories", 0)),
                FormEdit("put", ("council", "signatories", 0, "role"), "griffier"),
            ],
            "![[geen-reden]]\n",
            '![[geen-reden]]\ncouncil:\n  signatories:\n    - name: ""\n      role: griffier\n',
        ),
        ([FormEdit("put", ("council", "body"), "Raad"), FormEdit("put", ("council", "body"), " ")], "x", "x"),
        (
            [FormEdit("insert", ("excerpts", "in-stand", "accept", 0), "2024")],
            "to: in stand.\n",
            'to: in stand.\n    accept:\n      - text: "2024"\n        reason: ""\n',
        ),
        (
            [FormEdit("remove", ("key_messages", 0))],
            ":\n  - De veerdienst vaart in 2024 door. [@in-stand]\n",
            ": []\n",
        ),
    ],
)
def test_an_edit_is_as_small_as_it_can_be(edits: list[FormEdit], old: str, new: str) -> None:
    """New keys come in the order of the reference; what is emptied goes, with what it alone was in."""
    assert old == new or WRITTEN.count(old) == 1
    assert after(*edits) == WRITTEN.replace(old, new)


@pytest.mark.parametrize(
    ("path", "typed", "written"),
    [
        (("council", "concept"), "true", "  concept: true\n"),
        (("council", "annex"), "3", "  annex: 3\n"),
        (("archive", "retention", "years"), "20 jaar: later", '    years: "20 jaar: later"\n'),
        (("excerpts", "in-stand", "across"), "true", "    across: true\n"),
        (("date",), "2026-12-08", "date: 2026-12-08\n"),
        (("date",), "2026-12: later", 'date: "2026-12: later"\n'),
        (("version",), "2.0", 'version: "2.0"\n'),
        (("council", "agenda_item"), "7", '  agenda_item: "7"\n'),
        (("council", "subject"), "true", '  subject: "true"\n'),
    ],
)
def test_a_value_has_the_type_that_the_schema_says(path: Path, typed: str, written: str) -> None:
    """Numbers, booleans and dates are no texts to any reader of YAML, and texts are nothing else."""
    assert written in after(FormEdit("put", path, typed))


@pytest.mark.parametrize("typed", ["Een.", "Een.\n", "Een.\n\nTwee.\n\n\n", "Een.  "])
def test_a_text_ends_as_it_did(typed: str) -> None:
    """The form shows no line break at the end, and takes none away."""
    body = value_at(values(after(FormEdit("put", ("sections", 0, "body"), typed))), ("sections", 0, "body"))
    assert body == typed.rstrip() + "\n"


def test_what_is_there_already_changes_nothing() -> None:
    """Typing what stands there leaves the text as it is, to the last character."""
    text = WRITTEN.replace("\n", "\r\n").replace("heading: Besluit", "heading:   'Besluit'")
    same = [FormEdit("put", ("sections", 0, "heading"), "Besluit"), FormEdit("put", ("subtitle",), "")]
    assert after(*same, text=text) == text


def test_all_edits_are_made_or_none() -> None:
    """A text is not left half edited."""
    done = edited(WRITTEN, [FormEdit("put", ("title",), "Nieuw"), FormEdit("remove", ("nergens",))])
    assert done.value is None
    assert [one.code for one in done.diagnostics] == ["edit-not-exact"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("title: 'open\n", "yaml-unclosed-quote"), ("title: &een Hallo\n", "yaml-anchor"), ("", "yaml-empty")],
)
def test_a_text_that_cannot_be_read_says_why(workspace: FilePath, text: str, code: str) -> None:
    """It has no form, and no edit is made in it."""
    assert [one.code for one in form_of(Workspace(workspace), text, "nl").diagnostics] == [code]
    assert [one.code for one in edited(text, [FormEdit("put", ("title",), "x")]).diagnostics] == [code]


def shown(workspace: FilePath, text: str) -> dict[str, Any]:
    """Return what the form shows of a text."""
    form = form_of(Workspace(workspace), text, "nl").value
    assert form is not None
    return form


def test_the_head_is_what_the_template_prints(workspace: FilePath) -> None:
    """A factsheet has no letter head; a value for all briefs is told of, not taken over."""
    (workspace / "briefs/_defaults.yaml").write_text("author: Bureau Water\n", encoding="utf-8")
    letter, sheet = (
        shown(workspace, SPEC.replace("raadsinformatiebrief", name)) for name in ("memo", "factsheet")
    )
    keys = [[".".join(one["path"]) for one in form["council"]] for form in (letter, sheet)]
    assert "council.from" in keys[0]
    assert "council.from" not in keys[1]
    assert "council.meeting" in keys[1]
    author = next(one for one in letter["basics"] if one["path"] == ("author",))
    assert (author["value"], author["shared"]) == ("", "Bureau Water")


def test_templates_are_chosen_by_what_they_are_for(workspace: FilePath) -> None:
    """All of the workspace are there, its own too, with title and purpose; so is the one for all briefs."""
    own = workspace / "templates" / "wijkbrief"
    own.mkdir()
    (own / "template.yaml").write_text(
        "title: {nl-NL: Wijkbrief}\ndescription: {nl-NL: Wat er in de wijk speelt.}\n", encoding="utf-8"
    )
    (workspace / "briefs/_defaults.yaml").write_text("template: wijkbrief\n", encoding="utf-8")
    form = shown(workspace, SPEC.replace("template: raadsinformatiebrief\n", ""))
    field = next(one for one in form["basics"] if one["path"] == ("template",))
    assert dict(field["choices"])["wijkbrief"] == "Wijkbrief – Wat er in de wijk speelt."
    assert dict(field["choices"])["tijdlijn"].startswith("Tijdlijn – ")
    assert (field["kind"], field["value"]) == ("choice", "")
    assert field["shared"] == "Wijkbrief – Wat er in de wijk speelt."


def test_what_has_another_shape_is_left_to_the_text(workspace: FilePath) -> None:
    """It is named with its line, and the rest is shown all the same."""
    text = SPEC.replace("  - De veerdienst vaart", "  eerst: De veerdienst vaart") + "    timeline: straks\n"
    form = shown(workspace, f"{text}council: straks\nfields: geen\n")
    assert (form["messages"]["kind"], form["messages"]["range"][0]) == ("elsewhere", 7)
    kinds = {one["label"]: one["kind"] for one in form["sections"]["items"][0]["blocks"]}
    assert kinds == {"Tekst": "markdown", "Tijdlijn": "elsewhere"}
    assert {one["value"] for one in form["council"] if one["kind"] == "text"} == {""}
    assert edited(f"{text}council: straks\n", [FormEdit("put", ("council", "body"), "Raad")]).value is None


def test_a_timeline_is_made_and_taken_away(workspace: FilePath) -> None:
    """A section can get each block that is a list; its fields are filled in, and without moments it goes."""
    path: Path = ("sections", 0, "timeline")
    (more,) = (one for one in shown(workspace, SPEC)["sections"]["items"][0]["more"] if one["path"] == path)
    assert (more["label"], more["add"], more["first"]) == ("Tijdlijn", (*path, 0), (*path, 0, "date"))
    made = after(
        FormEdit("insert", (*path, 0)),
        FormEdit("put", (*path, 0, "date"), "2024-03"),
        FormEdit("put", (*path, 0, "event"), "De veerdienst vaart."),
        FormEdit("insert", (*path, 0, "cite", 0), "in-stand"),
    )
    moment = {"date": "2024-03", "event": "De veerdienst vaart.", "cite": ["in-stand"]}
    assert value_at(values(made), path) == [moment]
    fields = shown(workspace, made)["sections"]["items"][0]["blocks"][1]["items"][0]["fields"]
    kinds = {one["path"][-1]: one["kind"] for one in fields}
    assert kinds == {
        "date": "text",
        "event": "markdown",
        "cite": "list",
        "quote": "choice",
        "contested": "markdown",
    }
    choices = dict(next(one["choices"] for one in fields if one["path"][-1] == "quote"))
    assert choices["in-stand"] == "De gemeente Oostdam houdt … in stand. (in-stand)"
    assert after(FormEdit("remove", (*path, 0)), text=made) == WRITTEN


TABLES: list[tuple[str, Path, Data]] = [
    ("comparison", ("columns", 0), {"columns": [""], "rows": [{"actor": "", "cells": [""]}]}),
    ("chart", ("caption",), {"caption": "", "columns": [""], "rows": [{"label": "", "values": [""]}]}),
    ("figure", ("image",), {"image": "", "alt": ""}),
]


@pytest.mark.parametrize(("key", "first", "begins"), TABLES)
def test_a_block_that_is_a_mapping_is_made_and_taken_away(
    workspace: FilePath, key: str, first: Path, begins: Data
) -> None:
    """It begins with all that it must have, the reader in its first field; each value has one, and words."""
    path: Path = ("sections", 0, key)
    (more,) = (one for one in shown(workspace, SPEC)["sections"]["items"][0]["more"] if one["path"] == path)
    assert (more["add"], more["first"]) == (path, (*path, *first))
    made = after(FormEdit("insert", path))
    assert value_at(values(made), path) == begins
    assert after(FormEdit("insert", path), text=made) == made
    block = shown(workspace, made)["sections"]["items"][0]["blocks"][1]
    assert (block["kind"], block["block"]) == ("group", True)
    model = model_at(spec_model(), path)
    assert model is not None
    assert [one["path"][-1] for one in block["fields"]] == list(key_names(model))
    assert not [one for one in block["fields"] if one["kind"] == "elsewhere"]
    assert after(FormEdit("remove", path), text=made) == WRITTEN


def test_a_cell_is_called_by_its_column_and_has_its_own_quotations(workspace: FilePath) -> None:
    """What a row has one of for each column bears its head; signs and excerpts are chosen, not typed."""
    path: Path = ("sections", 0, "comparison")
    row = (*path, "rows", 0)
    made = after(
        FormEdit("insert", path),
        FormEdit("put", (*path, "columns", 0), "Besluit"),
        FormEdit("insert", (*row, "cite", 0)),
        FormEdit("insert", (*row, "cite", 0, 0), "in-stand"),
        FormEdit("insert", (*row, "marks", 0), "does"),
    )
    assert value_at(values(made), row) == {
        "actor": "",
        "cells": [""],
        "cite": [["in-stand"]],
        "marks": ["does"],
    }
    fields = shown(workspace, made)["sections"]["items"][0]["blocks"][1]["fields"][2]["items"][0]["fields"]
    known = {one["path"][-1]: one for one in fields}
    assert [known[key]["names"] for key in ("cells", "cite", "marks")] == [["Besluit"]] * 3
    cited = known["cite"]["items"][0]
    assert (cited["kind"], cited["items"][0]["kind"], cited["names"]) == ("list", "choice", [])
    assert dict(known["marks"]["items"][0]["choices"])["does-not"] == "Doet dit niet of stopt ermee"


def test_a_row_has_a_cell_for_each_column() -> None:
    """A new row has as many as there are columns; a column that comes, moves or goes does so in each row."""
    path: Path = ("sections", 0, "comparison")
    columns, rows = (*path, "columns"), (*path, "rows")

    def cells(text: str) -> list[object]:
        return [value_at(values(text), (*rows, row, "cells")) for row in (0, 1)]

    made = after(
        FormEdit("insert", path),
        FormEdit("put", (*columns, 0), "Besluit"),
        FormEdit("put", (*rows, 0, "cells", 0), "Ja"),
        FormEdit("insert", (*rows, 0, "cite", 0)),
        FormEdit("insert", (*rows, 0, "cite", 0, 0), "in-stand"),
        FormEdit("insert", (*columns, 1)),
        FormEdit("insert", (*rows, 1)),
    )
    assert cells(made) == [["Ja", ""], ["", ""]]
    assert value_at(values(made), (*rows, 0, "cite")) == [["in-stand"], []]
    moved = after(FormEdit("move", (*columns, 1), to=0), text=made)
    assert cells(moved) == [["", "Ja"], ["", ""]]
    gone = after(FormEdit("remove", (*columns, 1)), text=made)
    assert cells(gone) == [["Ja"], [""]]
    assert value_at(values(gone), (*rows, 0, "cite")) == [["in-stand"]]


def test_the_language_of_a_brief_is_chosen(workspace: FilePath) -> None:
    """Each has its name in the words of the reader."""
    field = next(one for one in shown(workspace, SPEC)["basics"] if one["path"] == ("lang",))
    assert (field["kind"], field["value"]) == ("choice", "nl-NL")
    assert dict(field["choices"])["nl-BE"] == "Nederlands (Vlaanderen)"


def test_excerpts_are_shown_by_source_with_their_uses(workspace: FilePath) -> None:
    """What nothing refers to can be seen, and taken away."""
    (source,) = shown(workspace, SPEC.replace("![[geen-reden]]", "Niets."))["excerpts"]
    assert source["title"] == "Veerdienst vaart voorlopig door"
    assert [(one["name"], one["uses"]) for one in source["excerpts"]] == [("in-stand", 1), ("geen-reden", 0)]
    assert source["excerpts"][0]["words"] == "De gemeente Oostdam houdt … in stand."


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_field_has_words(lang: str) -> None:
    """A key of the head says what belongs in it, and each language of briefs has a name."""
    assert {f"lang_{tag}" for tag in LANGUAGES} <= i18n.words("preview", lang).keys()
    said = i18n.words("head_fields", lang)
    model = model_at(spec_model(), ("council",))
    assert model is not None
    unprinted = {"document_type", "embargo"}
    assert {f"council.{key}" for key in key_names(model) if key not in unprinted} <= said.keys()


@pytest.fixture(scope="module", name="briefs")
def _briefs(tmp_path_factory: pytest.TempPathFactory) -> tuple[FilePath, list[dict[str, Data]]]:
    root = tmp_path_factory.mktemp("briefs")
    write_sources(root)
    catalogue = load_catalogue(Workspace(root)).value
    assert catalogue is not None
    return root, [_as_text(one) for one in specs(catalogue).values()]


def _as_text(value: Any) -> Any:
    """Return values as YAML is read here: every scalar is text."""
    if isinstance(value, dict):
        return {key: _as_text(one) for key, one in value.items()}
    return [_as_text(one) for one in value] if isinstance(value, list) else str(value)


def paths(node: Any, kind: str) -> Iterator[Path]:
    """Yield the paths of what the form shows, of one kind: what has a value, or lists of items."""
    if isinstance(node, dict):
        if kind in node and isinstance(node.get("path"), tuple):
            yield node["path"]
        for one in node.values():
            yield from paths(one, kind)
    elif isinstance(node, list):
        for one in node:
            yield from paths(one, kind)


TYPED = (
    *("Kort", "Een: twee # drie", "Eén.\n\n- ‘twee’\n- [@x]", "  ingesprongen\nx", '"', "|"),
    *("a\u00a0b\nc", "nee", "#"),
)


@pytest.mark.every(40)
@pytest.mark.parametrize("seed", range(sized(400, 20)))
def test_any_field_of_any_brief_can_be_filled_in(
    briefs: tuple[FilePath, list[dict[str, Data]]], seed: int
) -> None:
    """In a spec of any hand, the value alone becomes what was typed, and every comment is still there."""
    root, made = briefs
    chance = Random(seed)  # noqa: S311
    text = Hand(chance.randrange).file(chance.choice(made))
    before, form = values(text), shown(root, text)
    fields = list(paths(form, "value"))
    filled = [one for one in fields if value_at(before, one)]
    for path in (*chance.sample(filled, 4), chance.choice(fields)):
        typed = chance.choice(TYPED)
        new = after(FormEdit("put", path, typed), text=text)
        held = value_at(values(new), path)
        assert isinstance(held, str)
        assert held.rstrip("\n") == typed.rstrip()
        assert sorted(COMMENT.findall(new)) == sorted(COMMENT.findall(text))
        assert without(values(new), path) == without(before, path)


@pytest.mark.every(40)
@pytest.mark.parametrize("seed", range(sized(400, 15)))
def test_any_list_of_any_brief_can_be_rearranged(
    briefs: tuple[FilePath, list[dict[str, Data]]], seed: int
) -> None:
    """What is added, moved and taken away again leaves all values and comments as they were."""
    root, made = briefs
    chance = Random(seed)  # noqa: S311
    text = Hand(chance.randrange).file(chance.choice(made))
    before, form = values(text), shown(root, text)
    owner = chance.choice([one for one in paths(form, "items") if value_at(before, one)])
    count = len(value_at(before, owner) or ())
    at, to = chance.randint(0, count), chance.randint(0, count)
    grown = after(FormEdit("insert", (*owner, at), "x"), FormEdit("move", (*owner, at), to=to), text=text)
    assert sorted(COMMENT.findall(grown)) == sorted(COMMENT.findall(text))
    assert values(after(FormEdit("remove", (*owner, to)), text=grown)) == before


def without(top: dict[str, Data], path: Path) -> Any:
    """Return values as they are without the one at a path, and without mappings that then hold nothing."""
    first, *rest = path
    if isinstance(first, int):
        node: Any = top
        kept = [*node]
        kept[first] = without(kept[first], tuple(rest)) if rest else None
        return kept
    inner = top.get(first)
    left: Any = without(inner, tuple(rest)) if rest and inner is not None else None  # type: ignore[arg-type]
    return {key: value for key, value in {**top, first: left}.items() if value}
