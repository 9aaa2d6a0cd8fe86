"""The addresses that write, or prepare what is written: all that the app has beyond showing."""

from asyncio import to_thread
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bronbrief.authoring.excerpt_yaml import Selected
from bronbrief.authoring.removal import removal_of, remove_source
from bronbrief.brief.labels import shipped_labels
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import SPEC_LIMIT, Workspace
from bronbrief.html.listing import list_templates, template_choices
from bronbrief.intake.extraction import DOCUMENT_LIMIT
from bronbrief.locale import i18n
from bronbrief.pipeline.schema import workspace_schema
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.new_files import Told, add_source, facts_of, give_facts, new_brief
from bronbrief.serve.spec_files import Asked, SpecFiles
from bronbrief.sources.facts import KINDS
from bronbrief.spec.types import LANGUAGES

BODY_LIMIT = 4 * SPEC_LIMIT
"""Bytes of a request; JSON may write a character of a spec in six."""


class Body(BaseModel):
    """What the app sends, in that shape and no other."""

    model_config = ConfigDict(extra="forbid", strict=True)


class _Save(Body):
    text: str
    sha256: str = Field(max_length=64)


class _PutExcerpt(Body):
    text: str
    source: str
    sha256: str
    selected: tuple[int, int, int, int]
    cursor: int | None = Field(None, ge=0)
    instead: str = ""


class _NewBrief(Body):
    title: str
    template: str
    lang: str
    audience: str
    date: str


class _Facts(Body):
    facts: dict[str, str]
    sha256: str


class _Removal(Body):
    files: dict[str, str]


class WriteApi:
    """Answers what the editor asks; a text comes from the page, and goes back to it before it is written."""

    def __init__(self, workspace: Workspace, files: SpecFiles, language: Callable[[Request], str]) -> None:
        self._workspace, self._files, self._language = workspace, files, language

    def routes(self) -> list[Route]:
        """Return the routes of these addresses."""
        return [
            Route("/briefs/{name}/text", self.text),
            Route("/briefs/{name}/text", self.save, methods=["PUT"]),
            Route("/briefs/{name}/excerpts", self.excerpt, methods=["POST"]),
            Route("/schema", self.schema),
            Route("/new", self.offer),
            Route("/briefs", self.new_brief, methods=["POST"]),
            Route("/sources", self.add_source, methods=["POST"]),
            Route("/sources/{id}/facts", self.facts),
            Route("/sources/{id}/facts", self.give_facts, methods=["PUT"]),
            Route("/sources/{id}/removal", self.removal),
            Route("/sources/{id}/removal", self.remove, methods=["POST"]),
        ]

    def text(self, request: Request) -> Response:
        """Answer with the text of a spec and the SHA-256 of its file; null where there is none."""
        found = self._files.read(request.path_params["name"])
        if found is None:
            return JSONResponse(None)
        return JSONResponse({"path": found.path, "text": found.text, "sha256": found.sha256})

    async def save(self, request: Request) -> Response:
        """Write the text of a spec; 409 with what stands there where the file changed meanwhile."""
        asked = _Save.model_validate_json(await read_body(request))
        name = request.path_params["name"]
        if self._files.read(name) is None:
            raise HTTPException(404)
        saved = self._files.save(name, asked.text, asked.sha256)
        if saved.value is not None:
            return JSONResponse({"sha256": saved.value.sha256})
        there = self._files.read(name)
        said = {"text": there.text, "sha256": there.sha256} if there else {}
        return self._refused(request, saved.diagnostics, 409 if there else 404, **said)

    async def excerpt(self, request: Request) -> Response:
        """Answer with a text that has the excerpt of a selection; 409 where the source has changed."""
        asked = _PutExcerpt.model_validate_json(await read_body(request))
        wanted = Asked(asked.source, asked.sha256, Selected(*asked.selected), asked.cursor, asked.instead)
        placed = self._files.put_excerpt(asked.text, wanted)
        if placed is None:
            return self._refused(request, (), 409)
        if placed.value is None:
            return self._refused(request, placed.diagnostics, 422)
        done = placed.value
        return JSONResponse({"name": done.name, "text": done.text, "referred": done.referred})

    def schema(self, _: Request) -> Response:
        """Answer with the JSON schema of specs in this workspace."""
        return JSONResponse(workspace_schema(self._workspace))

    def offer(self, request: Request) -> Response:
        """Answer with what a new brief can be: templates, languages, and for whom briefs are here."""
        lang = i18n.say("language", "tag", self._language(request))
        said, labels = i18n.words("preview", self._language(request)), shipped_labels(lang)
        listed = list_templates(self._workspace).value or {}
        offered = {
            "templates": list(template_choices(listed, self._language(request)).items()),
            "languages": [(tag, said[f"lang_{tag}"]) for tag in LANGUAGES],
            "lang": lang,
            "kinds": [
                (kind, said.get(f"kind_{kind}", labels[f"source_kind_{kind.replace('-', '_')}"]))
                for kind in KINDS
            ],
        }
        return JSONResponse(offered)

    async def new_brief(self, request: Request) -> Response:
        """Write a new spec; answer with its name."""
        asked = _NewBrief.model_validate_json(await read_body(request))
        told = Told(asked.title.strip(), asked.template, asked.lang, asked.audience.strip(), asked.date)
        made = await to_thread(new_brief, Workspace(self._workspace.root), told)
        if made.value is None:
            return self._refused(request, made.diagnostics, 422)
        return JSONResponse({"name": made.value}, 201)

    async def add_source(self, request: Request) -> Response:
        """Take a document in that was dropped; answer with its id and what is left to say of it."""
        name = request.query_params.get("name", "")
        chosen = {key: request.query_params.get(key, "") for key in ("changes", "twin")}
        data = await read_body(request, DOCUMENT_LIMIT)
        lang = self._language(request)
        taken = await to_thread(add_source, Workspace(self._workspace.root), name, data, lang, chosen)
        if taken.value is None:
            return self._refused(request, taken.diagnostics, 422)
        findings = as_data(taken.diagnostics, self._workspace, lang)
        return JSONResponse({"id": taken.value.source.id, "findings": findings}, 201)

    def facts(self, request: Request) -> Response:
        """Answer with what the record of a source says of it, and the SHA-256 of the record."""
        found = facts_of(Workspace(self._workspace.root), request.path_params["id"])
        if found is None:
            raise HTTPException(404)
        doubts = {"doubts": dict(found.doubts), "date": found.date}
        return JSONResponse({"facts": dict(found.said), **doubts, "sha256": found.sha256})

    async def give_facts(self, request: Request) -> Response:
        """Write facts into a record."""
        asked = _Facts.model_validate_json(await read_body(request))
        source, workspace = request.path_params["id"], Workspace(self._workspace.root)
        given = give_facts(workspace, source, asked.facts, asked.sha256)
        if given.value is None:
            return self._refused(request, given.diagnostics, 422)
        return JSONResponse({"sha256": given.value})

    def removal(self, request: Request) -> Response:
        """Answer with what goes with a source: files with their SHA-256s, and the briefs that quote it."""
        found = removal_of(Workspace(self._workspace.root), request.path_params["id"])
        if found is None:
            raise HTTPException(404)
        return JSONResponse({"files": dict(found.files), "briefs": found.briefs})

    async def remove(self, request: Request) -> Response:
        """Remove a source whose files are still those that were shown."""
        asked = _Removal.model_validate_json(await read_body(request))
        source, workspace = request.path_params["id"], Workspace(self._workspace.root)
        gone = await to_thread(remove_source, workspace, source, asked.files)
        if gone.value is None:
            return self._refused(request, gone.diagnostics, 422)
        return JSONResponse({"gone": gone.value})

    def _refused(
        self, request: Request, found: tuple[Diagnostic, ...], status: int, **said: str
    ) -> JSONResponse:
        findings = as_data(found, self._workspace, self._language(request))
        return JSONResponse({"findings": findings, **said}, status)


async def read_body(request: Request, limit: int = BODY_LIMIT) -> bytes:
    """Return what a request sends, up to a size."""
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > limit:
            raise HTTPException(413)
    return bytes(data)


def bad_request(_: Request, __: Exception) -> Response:
    """Answer a body of another shape, or one whose sender went away."""
    return Response("Not what the app asks.\n", 400, media_type="text/plain")


HANDLERS: Any = {ValidationError: bad_request, ClientDisconnect: bad_request}
