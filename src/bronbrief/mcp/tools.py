"""The tools: each calls what the command of its name calls. Their words: `locale/LANG/assistants.toml`."""

import datetime as dt
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Annotated, ParamSpec, TypeVar

from pydantic import BaseModel, Field

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.dossier.described import verify_described
from bronbrief.dossier.make import bundle
from bronbrief.dossier.request import Asked, Request
from bronbrief.mcp import reading, writing
from bronbrief.mcp.answers import (
    Added,
    BriefText,
    Found,
    Passages,
    Proof,
    RefusedError,
    Saved,
    Schema,
    Sources,
    Templates,
    granted,
)
from bronbrief.pipeline.executor import failure
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport, State, as_data
from bronbrief.pipeline.run import build, check
from bronbrief.reporting import manual
from bronbrief.reporting.json import FORMAT, diagnostics_as_data
from bronbrief.reporting.shapes import (
    BuildShape,
    DossierFilesShape,
    DossierShape,
    ExplanationShape,
    VerificationShape,
)
from bronbrief.verify import report_json

P = ParamSpec("P")
T = TypeVar("T")

Name = Annotated[str, Field(max_length=200)]
Names = Annotated[list[Name], Field(max_length=200)]
Words = Annotated[str, Field(max_length=2000)]
Spec = Annotated[str, Field(max_length=SPEC_LIMIT)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
Limit = Annotated[int, Field(ge=1, le=100)]


class Edit(BaseModel):
    """Words of a spec that stand there once, and what comes in their place."""

    old: Annotated[str, Field(min_length=1, max_length=SPEC_LIMIT)]
    new: Spec


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools for one workspace: those that read, and those that write in it, one at a time."""

    workspace: Workspace
    lang: str
    workers: Executor
    options: Options = field(default_factory=Options)
    _alone: Lock = field(default_factory=Lock)

    @property
    def readers(self) -> tuple[Callable[..., object], ...]:
        """Return the tools that change nothing but what is kept to be quick."""
        return (
            *(self.list_sources, self.read_source, self.find, self.prove, self.read_brief, self.check),
            *(self.explain, self.list_templates, self.schema, self.verify),
        )

    @property
    def writers(self) -> tuple[Callable[..., object], ...]:
        """Return the tools that write."""
        return self.add_source, self.save_brief, self.build, self.dossier

    def list_sources(self, first: Number = 0, limit: Limit = 20) -> Sources:
        """List the sources."""
        return self._ask(reading.list_sources, self._here, first, limit)

    def read_source(
        self, source: Name, first: Number = 0, character: Number = 0, limit: Limit = 40
    ) -> Passages:
        """Read passages of a source."""
        return self._ask(reading.read_source, self._here, source, first, character, limit)

    def find(self, text: Words, source: Name = "", limit: Limit = 10) -> Found:
        """Search the sources."""
        return self._ask(reading.find, self._here, text, source, limit)

    def prove(self, source: Name, quotation: Words, prefix: Words = "", suffix: Words = "") -> Proof:
        """Prove a quotation."""
        return self._ask(reading.prove, self._here, source, quotation, prefix, suffix)

    def read_brief(self, brief: Name) -> BriefText:
        """Read a spec."""
        return writing.read_brief(self.workspace, brief)

    def check(self, briefs: Names = []) -> BuildShape:  # noqa: B006 - never changed
        """Check briefs."""
        with self._alone:
            return as_data(self._judged(briefs), self.lang)

    def explain(self, code: Name) -> ExplanationShape:
        """Explain a code."""
        return manual.as_data(granted(manual.asked_code(code)), self.lang)

    def list_templates(self) -> Templates:
        """List the templates."""
        return self._ask(reading.list_templates, self._here)

    def schema(self) -> Schema:
        """Return the schema of specs."""
        return self._ask(reading.schema, self._here)

    def verify(self, path: Name) -> VerificationShape:
        """Verify finished files."""
        try:
            real = self.workspace.resolve(path)
            stands = real.is_file() or real.is_dir()
        except (FileProblemError, OSError, ValueError) as problem:
            raise RefusedError((report("path-outside-workspace", path=path),)) from problem
        if not stands or real == self.workspace.resolve("."):
            raise RefusedError((report("file-missing", path=path),))
        done = verify_described(real, self.workspace)
        return report_json.as_data([replace(done, path=path)], self.lang)

    def add_source(self, file: Name, id: Name = "") -> Added:  # noqa: A002 - as the option is called
        """Take in a document."""
        with self._alone:
            taken = writing.take_from_inbox(self._fresh, file, id, self.lang)
        intake = granted(taken)
        source, to_do = intake.source, intake.to_do
        return {
            "format": FORMAT,
            "id": source.id,
            "files": list(intake.paths),
            "passages": len(source.passages),
            "words": source.word_count,
            "to_do": [f"{intake.record_path}:{one.line} {one.key} ({one.reason})" for one in to_do],
            "diagnostics": diagnostics_as_data(taken.diagnostics, self.lang),
        }

    def save_brief(
        self,
        brief: Name,
        started_from: Annotated[str, Field(pattern=r"^([0-9A-Fa-f]{64})?$")] = "",
        text: Spec = "",
        edits: Annotated[list[Edit], Field(max_length=100)] = [],  # noqa: B006 - never changed
    ) -> Saved:
        """Save a spec."""
        with self._alone:
            workspace = self._fresh
            if edits and not text:
                stands = writing.read_brief(workspace, brief)
                pairs = [(one.old, one.new) for one in edits]
                text = writing.edited(stands["text"], pairs, stands["path"])
            read = self._sound(text.encode(), writing.standing(workspace, brief), brief)
            path, digest = writing.write_brief(workspace, brief, text, started_from)
            done = self._judged([path])
        told = () if read.made_with else (report("made-with-missing", Place(path)),)
        return {
            "format": FORMAT,
            "path": path,
            "sha256": digest,
            "state": str(next((one.state for one in done.briefs), "failed")),
            "diagnostics": diagnostics_as_data((*done.diagnostics, *told), self.lang),
        }

    def build(self, briefs: Names = []) -> BuildShape:  # noqa: B006 - never changed
        """Build briefs."""
        with self._alone:
            judged = self._judged(briefs)
            failed = [one for one in judged.briefs if one.state is State.FAILED]
            sound = [one.path for one in judged.briefs if one.state is not State.FAILED]
            built = build(self._fresh, sound, self._how) if sound else BuildReport()
        both = (*judged.general, *built.general)
        return as_data(BuildReport((*failed, *built.briefs), both, built.files), self.lang)

    def dossier(
        self,
        briefs: Annotated[list[Name], Field(min_length=1, max_length=50)],
        meeting: dt.date | None = None,
        item: Name = "",
        combined: bool = False,  # noqa: FBT001, FBT002 - an argument by name
    ) -> DossierShape:
        """Make a dossier."""
        asked = Request(tuple(map(Asked, briefs)), meeting, item or None, combined=combined)
        with self._alone:
            judged = self._judged(briefs)
            if judged.exit_code:
                raise RefusedError(judged.diagnostics)
            done = bundle(self._fresh, asked, None, self._how)
        made: DossierFilesShape | None = None
        if done.folder is not None and done.archive is not None:
            folder, archive = (str(self.workspace.relative(one)) for one in (done.folder, done.archive))
            made = {"folder": folder, "zip": archive, "files": list(done.files)}
        return {
            "format": FORMAT,
            "dossier": made,
            "diagnostics": diagnostics_as_data(done.diagnostics, self.lang),
        }

    def source_text(self, source: str) -> str:
        """Return a source as plain text."""
        return self._ask(reading.source_text, self._here, source)

    def _judged(self, briefs: Sequence[str]) -> BuildReport:
        """Check briefs; to an assistant, what nothing cited bears out is an error and not a question."""
        return check(self._fresh, briefs, self._how).strict("claims")

    def _sound(self, data: bytes, stands: bytes, brief: str) -> writing.Parsed:
        """Read what is to be saved; refuse what is no YAML, and what accepts more than what stands there."""
        path = writing.path_of(self.workspace, brief)
        read, before = (self._ask(writing.parsed, one, path) for one in (data, stands or b"title: -"))
        parsed = granted(read)
        added = parsed.accepted - (before.value.accepted if before.value else frozenset())
        if added:
            raise RefusedError(
                tuple(report("accept-by-person", Place(path), text=one) for one, _ in sorted(added))
            )
        return parsed

    @property
    def _here(self) -> reading.Here:
        return reading.Here(str(self.workspace.root), self.lang)

    @property
    def _fresh(self) -> Workspace:
        """Return the workspace as nobody has read it yet: it may have changed since."""
        return Workspace(self.workspace.root)

    @property
    def _how(self) -> Options:
        return replace(self.options, folder=self.workspace.root, workers=self.workers)

    def _ask(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Have a function called in a worker; whatever befalls it there is a finding."""
        try:
            return self.workers.submit(function, *args, **kwargs).result()
        except RefusedError:
            raise
        except Exception as error:
            raise RefusedError((failure(function.__name__, error, self.options),)) from error


def refused(found: tuple[Diagnostic, ...], lang: str) -> dict[str, object]:
    """Return what is answered where something cannot be done."""
    return {"format": FORMAT, "diagnostics": diagnostics_as_data(found, lang)}
