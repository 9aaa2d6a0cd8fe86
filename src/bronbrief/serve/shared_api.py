"""The addresses of what the archive asks of every brief: a file is shown as it would become, then written."""

from collections.abc import Callable

from pydantic import Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bronbrief.core.workspace import Workspace
from bronbrief.serve.archive_fields import APPRAISALS, drafted, written
from bronbrief.serve.findings import as_data
from bronbrief.serve.write_api import Body, read_body
from bronbrief.spec.paths import DEFAULTS


class _Given(Body):
    given: dict[str, str]
    sha256: str = Field("", max_length=64)
    text: str | None = None


class ArchiveApi:
    """Answers what the page of dossiers asks of `briefs/_defaults.yaml`."""

    def __init__(self, workspace: Workspace, language: Callable[[Request], str]) -> None:
        self._root, self._language = workspace.root, language

    def routes(self) -> list[Route]:
        """Return the routes of this address."""
        return [
            Route("/archive", self.draft, methods=["POST"]),
            Route("/archive", self.save, methods=["PUT"]),
        ]

    async def draft(self, request: Request) -> Response:
        """Answer with the file as it would be with what is given: fields, what changes, what is wrong."""
        asked = _Given.model_validate_json(await read_body(request))
        workspace = Workspace(self._root)
        now = drafted(workspace, asked.given, asked.text)
        findings = as_data(now.findings, workspace, self._language(request))
        shown = {"path": DEFAULTS, "text": now.text, "sha256": now.sha256, "fields": dict(now.fields)}
        return JSONResponse({**shown, "diff": now.diff, "appraisals": list(APPRAISALS), "findings": findings})

    async def save(self, request: Request) -> Response:
        """Write the file; 422 where it would not read, or changed meanwhile: then it is looked at again."""
        asked = _Given.model_validate_json(await read_body(request))
        workspace = Workspace(self._root)
        done = written(workspace, asked.given, asked.sha256, asked.text)
        if done.value is not None:
            return JSONResponse({"sha256": done.value})
        findings = as_data(done.diagnostics, workspace, self._language(request))
        return JSONResponse({"findings": findings}, 422)
