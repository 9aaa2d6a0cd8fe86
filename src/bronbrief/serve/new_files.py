"""New briefs and new sources, made in the browser by what `bronbrief new` and `bronbrief add` call."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import PurePath
from tempfile import TemporaryDirectory

from bronbrief.authoring.editing import save
from bronbrief.authoring.new_spec import NewSpec, check_name, write_spec
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report, unwritable
from bronbrief.core.digests import sha256_of
from bronbrief.core.meant_dates import meant_date, meant_day
from bronbrief.core.workspace import SEEDS, SOURCE_LIMIT, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.patching import Put, patch
from bronbrief.core.yaml.values import read_yaml
from bronbrief.core.yaml.writing import scalar
from bronbrief.html.templates import load_template, template_names
from bronbrief.intake.add import Intake, Request, check_fact, take_in
from bronbrief.intake.dates import first_date
from bronbrief.intake.replace import replace_source
from bronbrief.sources.catalogue import source_ids
from bronbrief.sources.model import RECORD, TEXT, slug
from bronbrief.spec.types import LANGUAGES

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COMMENT = re.compile(r"^(\w+):.*?  # (.+)$", re.MULTILINE)
_LENGTH = 200
ASKED = frozenset({"title", "title_basis", "publisher", "author", "date", "url", "kind", "lang"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the author tells of a new brief; the name of its file is made of the title."""

    title: str
    template: str
    lang: str
    audience: str
    date: str


def new_brief(workspace: Workspace, told: Told) -> Outcome[str]:
    """Write a new spec that passes `check`, and return the name of the brief.

    It has no sample quotation: that shows how one is typed, and here it would be left over, as an error.
    """
    wrong = tuple(_wrong(workspace, told))
    loaded = None if wrong else load_template(workspace, told.template)
    if loaded is None or loaded.value is None:
        return Outcome(None, wrong or (loaded.diagnostics if loaded else ()))
    name = _free_name(workspace, told.title)
    written = write_spec(
        workspace,
        NewSpec(name, told.template, told.lang, told.title, told.audience, told.date),
        loaded.value.manifest,
        sample=False,
    )
    return Outcome(name if written.value else None, written.diagnostics)


def _wrong(workspace: Workspace, told: Told) -> list[Diagnostic]:
    found = []
    if told.template not in template_names(workspace):
        known = ", ".join(template_names(workspace))
        found.append(report("brief-value", value=told.template, option="template", known=known))
    if told.lang not in LANGUAGES:
        found.append(report("brief-value", value=told.lang, option="lang", known=", ".join(LANGUAGES)))
    for option, text in (("title", told.title), ("for", told.audience)):
        if not text.strip() or len(text) > _LENGTH or not text.isprintable():
            found.append(report("brief-value", value=text[:40], option=option, known=f"1–{_LENGTH}"))
    if not _DAY.fullmatch(told.date):
        example = meant_day(told.date) or "2026-11-21"
        found.append(report("spec-not-a-date", key="date", value=told.date, example=example))
    return found


def _free_name(workspace: Workspace, title: str) -> str:
    base = slug(title, 60) or "brief"
    name, number = base, 2
    while check_name(workspace, name).value is None and number < 1000:  # noqa: PLR2004
        name, number = f"{base}-{number}", number + 1
    return name


def add_source(
    workspace: Workspace, name: str, data: bytes, lang: str, chosen: Mapping[str, str]
) -> Outcome[Intake]:
    """Take a document in that the author dropped; its name gives the source its id.

    `chosen` may say which `changes` are taken over. Where a source has that id already, its `twin` says what
    the document is: "newer", a version of that source that replaces it, or "other", with an id of its own.
    """
    plain = PurePath(name.replace("\\", "/")).name
    if not plain or plain.startswith(".") or "\0" in plain:
        return Outcome(None, (report("source-id", id=plain, suggestion="bron-1"),))
    with TemporaryDirectory(prefix="bronbrief-") as folder:
        document = PurePath(folder) / plain
        try:
            with open(document, "wb") as stream:  # noqa: PTH123
                stream.write(data)
        except OSError as error:
            return Outcome(None, (unwritable(plain, error),))
        base = slug(document.stem)
        request = Request(str(document), lang=lang, changes=chosen.get("changes", ""))
        twin = chosen.get("twin")
        if twin == "newer":
            return replace_source(workspace, replace(request, source_id=base))
        if twin == "other":
            request = replace(request, source_id=_free_id(workspace, base))
        return take_in(workspace, request)


def _free_id(workspace: Workspace, base: str) -> str:
    taken = source_ids(workspace)
    return next(one for number in count(2) if (one := f"{base}-{number}") not in taken)


def give_facts(workspace: Workspace, source_id: str, facts: Mapping[str, str], seen: str) -> Outcome[str]:
    """Write what the author knows of a source into its record, if that still has the SHA-256 `seen`.

    A comment that said what was in doubt goes with the answer. A date in words is written as records have it.
    Facts that a record cannot hold are findings.
    """
    path = f"{SEEDS}/{source_id}{RECORD}"
    asked = facts.keys() - ASKED
    if asked or source_id not in source_ids(workspace):
        return Outcome(None, (report("source-id", id=source_id, suggestion="bron-1"),))
    date = facts.get("date", "")
    if date and check_fact("date", date) and (meant := meant_date(date)):
        facts = {**facts, "date": meant}
    wrong = tuple(found for key, value in facts.items() if value and (found := check_fact(key, value)))
    if wrong:
        return Outcome(None, wrong)
    try:
        text = workspace.read(path, SPEC_LIMIT).decode()
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except UnicodeDecodeError:
        return Outcome(None, (report("edit-not-exact", Place(path)),))
    patched = patch(text, path, *(Put((key,), value or None) for key, value in facts.items()))
    if patched.value is None:
        return Outcome(None, patched.diagnostics)
    answered = [f"{key}: {scalar(value)}" for key, value in facts.items() if value]
    lines = patched.value.split("\n")
    kept = (next((one for one in answered if line.startswith(f"{one}  # ")), line) for line in lines)
    return save(workspace, path, "\n".join(kept).encode(), seen)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a record says that an author may know, what its comments say is in doubt, and its SHA-256.

    `date` is the first one in the text, as written and as recorded; empty if there is none or it is known.
    """

    said: Mapping[str, str]
    doubts: Mapping[str, str]
    date: tuple[str, ...]
    sha256: str


def facts_of(workspace: Workspace, source_id: str) -> Facts | None:
    """Return what a record says that an author may know; None where it cannot be read."""
    if source_id not in source_ids(workspace):
        return None
    path = f"{SEEDS}/{source_id}{RECORD}"
    try:
        data = workspace.read(path, SPEC_LIMIT)
        text = workspace.read(f"{SEEDS}/{source_id}{TEXT}", SOURCE_LIMIT).decode(errors="replace")
    except FileProblemError:
        return None
    read = read_yaml(data, path).value
    if read is None:
        return None
    said = {key: value for key in ASKED if isinstance(value := read.value.get(key) or "", str)}
    doubts = {found[1]: found[2] for found in _COMMENT.finditer(data.decode()) if found[1] in ASKED}
    found = None if said.get("date") else first_date(text)
    return Facts(said, doubts, found[1:] if found else (), sha256_of(data))
