"""The address of the form: a text comes from the editor, and goes back to it edited; nothing is written."""

from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bronbrief.core.workspace import Workspace
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.form_edits import FormEdit, edited
from bronbrief.serve.form_view import form_of
from bronbrief.serve.spec_files import SpecFiles
from bronbrief.serve.write_api import Body, read_body

MOST_EDITS = 500
_Step = Annotated[int, Field(ge=0)] | Annotated[str, Field(max_length=200)]


class _Edit(Body):
    kind: Literal["put", "insert", "remove", "move"]
    path: Annotated[tuple[_Step, ...], Field(min_length=1, max_length=20)]
    value: str = ""
    to: int = Field(0, ge=0)


class _Form(Body):
    text: str
    sha256: str = Field(max_length=64)
    edits: list[_Edit] = Field([], max_length=MOST_EDITS)


class FormApi:
    """Answers what the form asks."""

    def __init__(self, workspace: Workspace, files: SpecFiles, language: Callable[[Request], str]) -> None:
        self._root, self._files, self._language = workspace.root, files, language

    def routes(self) -> list[Route]:
        """Return the routes of this address."""
        return [Route("/briefs/{name}/form", self.form, methods=["POST"])]

    async def form(self, request: Request) -> Response:
        """Answer with a text with edits made, and what the form shows of it; 422 where one cannot be made.

        Where the file no longer has the SHA-256 that the text started from, what stands there comes along.
        """
        asked = _Form.model_validate_json(await read_body(request))
        there = self._files.read(request.path_params["name"])
        if there is None:
            raise HTTPException(404)
        workspace, lang = Workspace(self._root), self._language(request)
        done = edited(asked.text, (FormEdit(one.kind, one.path, one.value, one.to) for one in asked.edits))
        shown = form_of(workspace, asked.text if done.value is None else done.value, lang)
        answer = {
            "text": done.value,
            "form": shown.value,
            "findings": as_data((*done.diagnostics, *shown.diagnostics), workspace, lang),
            "theirs": {"text": there.text, "sha256": there.sha256} if there.sha256 != asked.sha256 else None,
        }
        return JSONResponse(answer, 422 if done.value is None else 200)
