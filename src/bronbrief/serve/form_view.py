"""What the form shows of the text of a spec: fields, lists and sections, each with the path of its value."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from bronbrief.blocks import registry
from bronbrief.brief.head import HEAD
from bronbrief.brief.labels import shipped_labels
from bronbrief.brief.references import names_in
from bronbrief.core.diagnostics import Outcome, clip, has_errors
from bronbrief.core.places import Path
from bronbrief.core.workspace import SEEDS, Workspace
from bronbrief.core.yaml.values import Data, Positioned, read_yaml
from bronbrief.html.listing import list_templates, template_choices
from bronbrief.locale import i18n
from bronbrief.serve.form_edits import order_of, spec_model
from bronbrief.serve.form_shapes import first_field, is_chosen, is_list, names_excerpt, shape_at
from bronbrief.serve.form_values import accepting, words_of
from bronbrief.serve.spec_files import SPEC
from bronbrief.sources.catalogue import source_ids
from bronbrief.sources.model import RECORD
from bronbrief.sources.record import read_record
from bronbrief.spec.keys import paragraph_keys, value_at
from bronbrief.spec.load import shared_values
from bronbrief.spec.schema import Schema, json_schema

Shown = dict[str, Any]
_ELSEWHERE = {"kind": "elsewhere"}
"""What the form does not show: it is edited in the text."""
_BASICS = ("title", "subtitle", "template", "lang", "for", "author", "date", "version", "summary")
_ALWAYS = ("title", "subtitle", "template", "lang", "date")
_LONG = frozenset({("summary",), ("council", "follow_up")})
_BODY = "body"
_SHOWN = 50
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)


def form_of(workspace: Workspace, text: str, lang: str) -> Outcome[Shown]:
    """Return what the form shows of a text, in plain values; findings where the text cannot be read."""
    read = read_yaml(text.encode(), SPEC)
    if read.value is None or has_errors(read.diagnostics):
        return Outcome(None, read.diagnostics)
    return Outcome(_Form(workspace, read.value, lang).shown())


class _Form:
    """Describes a spec to the form, in one language."""

    def __init__(self, workspace: Workspace, read: Positioned, lang: str) -> None:
        self._workspace, self._read, self._lang = workspace, read, lang
        self._tag = i18n.say("language", "tag", lang)
        self._labels = shipped_labels(self._tag)
        self._said = i18n.words("form", lang)
        self._help = i18n.words("head_fields", lang)
        self._blocks = i18n.words("blocks", lang)
        self._shared = shared_values(workspace)
        self._templates = list_templates(workspace).value or {}
        self._schema: Schema = json_schema(self._templates, (), model=spec_model())
        self._running = frozenset(paragraph_keys(spec_model()))

    def shown(self) -> Shown:
        """Return all that the form shows."""
        basics, council = self._head_keys()
        form: Shown = {
            "basics": [self._field(path) for path in basics],
            "council": [self._field(path) for path in council],
            "messages": self._list(("key_messages",), "markdown"),
            "sections": self._sections(("sections",)),
            "accepted": [self._accepted(path) for path in accepting(self._read.value)],
            "excerpts": self._excerpts(),
        }
        self._place(form)
        return form

    def _place(self, part: object) -> None:
        """Say of each part from which line and column to which it stands in the text; a new one does not."""
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
            self._place(inner)
        if isinstance(part, dict) and (span := self._read.places.spans.get(part.get("path", ("?",)))):
            place = span.origin.place(span.key[0] if span.key else span.start, span.end)
            part["range"] = (place.line, place.column, place.end_line, place.end_column)

    def _head_keys(self) -> tuple[list[Path], list[Path]]:
        """Return the keys that the template prints in the head: of every brief, and for a council."""
        name = self._value(("template",)) or self._shared.get("template")
        chosen = self._templates.get(name) if isinstance(name, str) else None
        printed = HEAD if chosen is None or chosen.prints is None else chosen.prints
        basics = [key for key in _BASICS if key in printed or key in _ALWAYS]
        return [(key,) for key in basics], [tuple(key.split(".")) for key in printed if key not in _BASICS]

    def _field(self, path: Path, label: str = "") -> Shown:
        """Describe the field of a value: how it is given, and what it holds."""
        key, value = ".".join(map(str, path)), self._value(path)
        shape = self._shape(path)
        known = {"path": path, "label": label or self._label(key), "help": self._help.get(key, "")}
        if is_list(shape):
            return {**known, **self._list(path)}
        if "properties" in shape:
            return {**known, **self._group(path)}
        if value is not None and not isinstance(value, str):
            return {**known, **_ELSEWHERE}
        shared = value_at(self._shared, path)
        kind, text = self._kind(shape, path, value), (value or "").rstrip("\n")
        choices = self._choices(path, shape)
        hint = choices.get(shared, shared) if isinstance(shared, str) else ""
        return {**known, "kind": kind, "value": text, "shared": hint, "choices": list(choices.items())}

    def _choices(self, path: Path, shape: Schema) -> dict[str, str]:
        """Return what a field chooses from, in the words of the reader."""
        if path == ("template",):
            return template_choices(self._templates, self._lang)
        if names_excerpt(shape):
            return {name: f"{clip(words_of(one), _SHOWN)} ({name})" for name, one in self._quoted()}
        said = i18n.words("preview", self._lang) if path == ("lang",) else self._labels
        own = self._words_at(path).get("choices", {})
        return {one: own.get(one) or said.get(f"{path[-1]}_{one}", one) for one in shape.get("enum", ())}

    def _list(self, path: Path, of: str = "text") -> Shown:
        """Describe a list of texts, or of mappings of texts."""
        items, keys = self._value(path) or [], order_of((*path, 0), spec_model())
        if not isinstance(items, list):
            return {"path": path, **_ELSEWHERE}
        kind, first = ("groups", keys[0]) if keys else ("list", "")
        shown = self._group if keys else self._item
        found = [shown((*path, at)) for at in range(len(items))]
        names = self._columns(path)
        return {"path": path, "kind": kind, "of": of, "first": first, "items": found, "names": names}

    def _columns(self, path: Path) -> Data:
        """Return the heads of the columns, for what a row of a table has one of for each."""
        each = path[-3:-2] == ("rows",) and not names_excerpt(self._shape((*path, 0)))
        columns = self._value((*path[:-3], "columns")) if each else None
        return columns if isinstance(columns, list) else []

    def _item(self, path: Path) -> Shown:
        value, shape = self._value(path), self._shape(path)
        if is_list(shape):
            return self._list(path)
        if value is not None and not isinstance(value, str):
            return {"path": path, **_ELSEWHERE}
        known = {"path": path, "value": (value or "").rstrip("\n")}
        if is_chosen(shape):
            return {**known, "kind": "choice", "choices": list(self._choices(path, shape).items())}
        return {**known, "kind": "text"}

    def _group(self, path: Path) -> Shown:
        if not isinstance(self._value(path) or {}, dict):
            return {"path": path, **_ELSEWHERE}
        block = self._words_at(path)
        labels, helps = block.get("keys", {}), block.get("help", {})
        fields = [
            {
                **self._field((*path, key), labels.get(key) or self._said[f"key_{key}"]),
                "help": helps.get(key, ""),
            }
            for key in order_of(path, spec_model())
        ]
        return {"path": path, "kind": "group", "fields": fields}

    def _words_at(self, path: Path) -> Mapping[str, Any]:
        """Return the words of the block that a path leads into; none outside of blocks."""
        inner = path if path[0] == "sections" else ()
        return next((self._blocks[str(step)] for step in inner if step in self._blocks), {})

    def _sections(self, path: Path) -> Shown:
        """Describe the sections of a list in their order, each with its blocks and the sections within it."""
        items = self._value(path) or []
        if not isinstance(items, list):
            return {"path": path, **_ELSEWHERE}
        return {
            "path": path,
            "kind": "sections",
            "items": [self._section((*path, at)) for at in range(len(items))],
        }

    def _section(self, path: Path) -> Shown:
        section = self._value(path)
        if not isinstance(section, dict):
            return {"path": path, **_ELSEWHERE}
        blocks = {block.key: block.last for block in registry.BLOCKS}
        written = sorted((key for key in section if key in blocks), key=lambda key: blocks[key])
        if _BODY not in section:
            written.insert(0, _BODY)
        more = [key for key in blocks if key not in section and key not in self._running]
        role = section.get("role")
        inner = self._sections((*path, "sections")) if section.get("sections") else None
        return {
            "path": path,
            "kind": "section",
            "heading": self._field((*path, "heading"), self._said["heading"]),
            "role": self._labels.get(f"role_{role}", "") if role else "",
            "blocks": [self._block((*path, key)) for key in written],
            "more": [self._addable((*path, key)) for key in more],
            "sections": inner,
        }

    def _addable(self, path: Path) -> Shown:
        """Describe a block that a section does not have: what is added first, and where its first text is."""
        at = (*path, 0) if is_list(self._shape(path)) else path
        first = (*at, *first_field(self._schema, at))
        return {"path": path, "label": self._blocks[str(path[-1])]["name"], "add": at, "first": first}

    def _block(self, path: Path) -> Shown:
        key, value, shape = str(path[-1]), self._value(path), self._shape(path)
        known = {"path": path, "label": self._blocks[key]["name"]}
        if is_list(shape):
            return {**known, **self._list(path)}
        if "properties" in shape:
            return {**known, **self._group(path), "block": True}
        if key not in self._running or not (value is None or isinstance(value, str)):
            return {**known, **_ELSEWHERE}
        return {**known, "kind": "markdown", "value": (value or "").rstrip("\n")}

    def _accepted(self, owner: Path) -> Shown:
        """Describe what stands though no source has it: in the brief, in a section or in an excerpt."""
        if owner[:1] == ("excerpts",):
            label = i18n.say("form", "excerpt_named", self._lang, name=owner[1])
        else:
            numbers = ".".join(str(step + 1) for step in owner if isinstance(step, int))
            label = (
                i18n.say("form", "section", self._lang, number=numbers)
                if owner
                else self._said["accepted_all"]
            )
        return {**self._list((*owner, "accept")), "label": label}

    def _excerpts(self) -> list[Shown]:
        """Describe the excerpts, those of one source together, with how often each is used."""
        uses = Counter(names_in(self._read.value))
        found: list[Shown] = [
            {
                "path": ("excerpts", name),
                "name": name,
                "source": source,
                "words": words_of(one),
                "uses": uses[name],
            }
            for name, one in self._quoted()
            if isinstance(source := one.get("source"), str)
        ]
        titles = {one["source"]: self._title(one["source"]) for one in found}
        return [
            {"source": source, "title": title, "excerpts": [one for one in found if one["source"] == source]}
            for source, title in titles.items()
        ]

    def _quoted(self) -> list[tuple[str, Mapping[str, Data]]]:
        """Return the excerpts that are mappings, by name."""
        excerpts = self._value(("excerpts",))
        named = excerpts.items() if isinstance(excerpts, dict) else ()
        return [(name, one) for name, one in named if isinstance(one, dict)]

    def _title(self, source: str) -> str:
        known = source in source_ids(self._workspace)
        record = read_record(self._workspace, f"{SEEDS}/{source}{RECORD}").value if known else None
        return record.title if record else source

    def _value(self, path: Path) -> Data:
        return value_at(self._read.value, path)

    def _label(self, key: str) -> str:
        return self._said.get(f"key_{key}") or self._labels.get(key.replace(".", "_"), key)

    def _kind(self, shape: Schema, path: Path, value: str | None) -> str:
        """Return how a text is given: what is written otherwise than its kind asks is given as it stands."""
        if is_chosen(shape):
            return "choice"
        if path[-1] in self._running:
            return "markdown"
        if shape.get("type") == "boolean" and value in (None, "true", "false"):
            return "switch"
        if shape.get("format") == "date" and (not value or _DAY.fullmatch(value)):
            return "date"
        return (
            "long" if path in _LONG or path[-1] == "reason" or "\n" in (value or "").rstrip("\n") else "text"
        )

    def _shape(self, path: Path) -> Schema:
        return shape_at(self._schema, path)
