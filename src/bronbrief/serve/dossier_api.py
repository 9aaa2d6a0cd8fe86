"""The addresses of the page that makes dossiers: the files that ask for them, edits, and what was made."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import DOSSIERS, FileProblemError, Workspace, is_folder
from bronbrief.dossier.guide import GUIDE
from bronbrief.dossier.make import bundle
from bronbrief.dossier.report import DossierReport
from bronbrief.dossier.request import read_request, source_date
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport
from bronbrief.serve.brief_store import OUTPUT_LIMIT
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.dossier_files import (
    EMPTY,
    Action,
    asks,
    changed,
    dossier_files,
    draft,
    may_write,
    new_path,
)
from bronbrief.serve.guard import BRIEF_POLICY
from bronbrief.serve.preview import Preview
from bronbrief.serve.text_files import read_text, save_text
from bronbrief.serve.write_api import read_body

_PDF, _PAGE, _ZIP, _OTHER = "application/pdf", "text/html", "application/zip", "application/octet-stream"
_SHOWN = {".pdf": _PDF, ".html": _PAGE}


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Edit(_Body):
    path: str
    text: str
    name: str = Field("", max_length=300)
    action: Action | None = None


class _Text(_Body):
    path: str
    text: str
    sha256: str = Field(max_length=64)


class _Make(_Body):
    path: str
    sha256: str = Field(max_length=64)


class DossierApi:
    """Answers what the page of dossiers asks. Paths are looked up among those that exist, or can be made."""

    def __init__(self, preview: Preview, language: Callable[[Request], str]) -> None:
        self._preview, self._language = preview, language

    def routes(self, *, writes: bool) -> list[Route]:
        """Return the routes of these addresses; without `writes` those that show what was made."""
        reading = [
            Route("/dossiers", self.listing),
            Route("/dossiers/made/{name}.zip", self.archive),
            Route("/dossiers/made/{name}/{file}", self.file),
        ]
        writing = [
            Route("/dossiers/text", self.text),
            Route("/dossiers/draft", self.draft, methods=["POST"]),
            Route("/dossiers/text", self.save, methods=["PUT"]),
            Route("/dossiers/make", self.make, methods=["POST"]),
        ]
        return [*reading, *writing] if writes else reading

    def listing(self, _: Request) -> Response:
        """Answer with the files that ask for a dossier, the briefs that can go in, and what was made."""
        workspace = self._workspace
        known = self._preview.store.all()
        briefs = [
            {
                "name": one.name,
                "title": one.title,
                "lang": one.lang,
                "known": one.known,
                "built": one.built > 0,
            }
            for one in known
        ]
        made = [made_dossier(workspace, name) for name in made_names(workspace)]
        return JSONResponse(
            {"files": dossier_files(workspace), "briefs": briefs, "made": made, "empty": EMPTY}
        )

    def text(self, request: Request) -> Response:
        """Answer with the text of such a file and its SHA-256."""
        path = request.query_params.get("path", "")
        found = read_text(self._workspace, path) if path in dossier_files(self._workspace) else None
        if found is None:
            raise HTTPException(404)
        return JSONResponse({"path": path, "text": found.text, "sha256": found.sha256})

    async def draft(self, request: Request) -> Response:
        """Answer with a text as the reader has changed it, and what it would change in its file."""
        asked = _Edit.model_validate_json(await read_body(request))
        workspace, text = self._workspace, asked.text
        if asked.path and asked.path not in dossier_files(workspace) and not may_write(workspace, asked.path):
            raise HTTPException(404)
        if asked.action is not None:
            done = changed(asked.path or "dossier.yaml", text, asked.action)
            if done.value is None:
                return self._refused(request, done.diagnostics, 422)
            text = done.value
        path = asked.path or (new_path(workspace, {}, asked.name) if asked.name else "")
        now = draft(workspace, path, text)
        findings = as_data(now.diagnostics, workspace, self._language(request))
        shown = {"path": now.path, "text": now.text, "said": now.said, "was": now.was, "diff": now.diff}
        return JSONResponse({**shown, "findings": findings})

    async def save(self, request: Request) -> Response:
        """Write a text; 409 with what stands there where the file changed meanwhile."""
        asked = _Text.model_validate_json(await read_body(request))
        workspace = self._workspace
        there = read_text(workspace, asked.path) if asked.path in dossier_files(workspace) else None
        if there is None and (asked.sha256 or not may_write(workspace, asked.path)):
            raise HTTPException(404)
        if not asks(asked.text):  # it would be none of these files any more
            return self._refused(request, draft(workspace, asked.path, asked.text).diagnostics, 422)
        saved = save_text(workspace, asked.path, asked.text, asked.sha256)
        if saved.value is not None:
            return JSONResponse({"path": asked.path, "sha256": saved.value.sha256})
        now = read_text(workspace, asked.path)
        said = {"text": now.text, "sha256": now.sha256} if now else {}
        return self._refused(request, saved.diagnostics, 409 if now else 422, **said)

    async def make(self, request: Request) -> Response:
        """Make the dossier that a file asks for, if the file is still the one that the reader saw."""
        asked = _Make.model_validate_json(await read_body(request))
        there = read_text(self._workspace, asked.path)
        if there is None or asked.path not in dossier_files(self._workspace):
            raise HTTPException(404)
        if there.sha256 != asked.sha256:
            return self._refused(request, (), 409, text=there.text, sha256=there.sha256)
        done = await self._preview.calls.do(self._make, asked.path)
        findings = as_data(done.diagnostics, self._workspace, self._language(request))
        made = made_dossier(self._workspace, done.folder.name) if done.folder else None
        return JSONResponse({"made": made, "findings": findings})

    def _make(self, path: str) -> DossierReport:
        workspace = self._workspace
        read = read_request(workspace, path)
        if read.value is None:
            return DossierReport(BuildReport(general=read.diagnostics))
        asked = replace(read.value, made=read.value.made or source_date())
        with self._preview.calls.workers() as workers:
            return bundle(workspace, asked, None, Options(folder=workspace.root, workers=workers))

    def archive(self, request: Request) -> Response:
        """Answer with the ZIP file of a dossier."""
        name = request.path_params["name"]
        return self._output(f"{name}.zip", _ZIP) if self._is_made(name) else self._absent()

    def file(self, request: Request) -> Response:
        """Answer with a file of a dossier; a PDF or page is shown, no script of it runs."""
        name, file = request.path_params["name"], request.path_params["file"]
        if not self._is_made(name) or file not in made_dossier(self._workspace, name)["files"]:
            return self._absent()
        return self._output(f"{name}/{file}", _SHOWN.get(PurePosixPath(file).suffix, _OTHER))

    def _output(self, path: str, media_type: str) -> Response:
        try:
            data = self._workspace.read(f"{DOSSIERS}/{path}", OUTPUT_LIMIT)
        except FileProblemError:
            return self._absent()
        if media_type == _PAGE:
            headers = {"Content-Security-Policy": BRIEF_POLICY}
        elif media_type == _PDF:
            headers = {}
        else:
            saved = quote(PurePosixPath(path).name)
            headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{saved}"}
        return Response(data, media_type=media_type, headers=headers)

    def _is_made(self, name: str) -> bool:
        return name in made_names(self._workspace)

    def _absent(self) -> Response:
        raise HTTPException(404)

    @property
    def _workspace(self) -> Workspace:
        return Workspace(self._preview.workspace.root)

    def _refused(
        self, request: Request, found: tuple[Diagnostic, ...], status: int, **said: str
    ) -> JSONResponse:
        findings = as_data(found, self._workspace, self._language(request))
        return JSONResponse({"findings": findings, **said}, status)


def made_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of the dossiers that were made, those of a later meeting first."""
    archives = (PurePosixPath(path).stem for path in workspace.names(DOSSIERS, ".zip"))
    return tuple(
        sorted((one for one in archives if is_folder(workspace.root / DOSSIERS / one)), reverse=True)
    )


def made_dossier(workspace: Workspace, name: str) -> dict[str, Any]:
    """Return what there is of a dossier: its files, the guide for who checks it, and its papers as PDF."""
    files = [PurePosixPath(path).name for path in workspace.names(f"{DOSSIERS}/{name}", "")]
    papers = list(_papers(files))
    guide = next((one for one in files if one == f"{GUIDE}.html"), "")
    return {"name": name, "path": f"{DOSSIERS}/{name}", "files": files, "guide": guide, "papers": papers}


def _papers(files: list[str]) -> Iterator[str]:
    return (one for one in files if one.endswith(".pdf") and one != f"{GUIDE}.pdf")
