"""The addresses of files that hold of all briefs: one is shown as it would become, then written."""

from collections.abc import Callable

from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bronbrief.core.workspace import Workspace
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.shared_fields import SHARED_FILES, SharedFile, drafted, written
from bronbrief.serve.write_api import Body, read_body


class _Given(Body):
    given: dict[str, str]
    sha256: str = Field("", max_length=64)
    text: str | None = None


class SharedApi:
    """Answers what the page of dossiers asks of the files that hold of all briefs."""

    def __init__(self, workspace: Workspace, language: Callable[[Request], str]) -> None:
        self._root, self._language = workspace.root, language

    def routes(self) -> list[Route]:
        """Return the routes of these addresses."""
        return [
            Route("/shared/{name}", self.draft, methods=["POST"]),
            Route("/shared/{name}", self.save, methods=["PUT"]),
        ]

    async def draft(self, request: Request) -> Response:
        """Answer with the file as it would be with what is given: fields, what changes, what is wrong."""
        file = _file(request)
        asked = _Given.model_validate_json(await read_body(request))
        workspace = Workspace(self._root)
        now = drafted(workspace, file, asked.given, asked.text)
        findings = as_data(now.diagnostics, workspace, self._language(request))
        shown = {"path": file.path, "text": now.text, "sha256": now.sha256, "diff": now.diff}
        fields = {"fields": dict(now.fields), "lines": dict(now.lines), "was": dict(now.was)}
        return JSONResponse({**shown, **fields, "findings": findings})

    async def save(self, request: Request) -> Response:
        """Write the file; 422 where it would not read, or changed meanwhile: then it is looked at again."""
        file = _file(request)
        asked = _Given.model_validate_json(await read_body(request))
        workspace = Workspace(self._root)
        done = written(workspace, file, asked.given, asked.sha256, asked.text)
        if done.value is not None:
            return JSONResponse({"sha256": done.value})
        findings = as_data(done.diagnostics, workspace, self._language(request))
        return JSONResponse({"findings": findings}, 422)


def _file(request: Request) -> SharedFile:
    file = SHARED_FILES.get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    return file
