"""The address that proves what a reader hands in: the bytes go to a private folder, and are gone after."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.renditions import RECORD, RENDITIONS
from bronbrief.core.temporary import temporary_folder
from bronbrief.core.workspace import MEBIBYTE, Workspace
from bronbrief.dossier.described import verify_described
from bronbrief.locale import i18n
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.guard import VERIFY
from bronbrief.serve.preview import Preview
from bronbrief.verify.proofs import BriefProof, QuotationProof, Verification
from bronbrief.verify.report_text import label_of, verdict

FILES_LIMIT, BYTES_LIMIT, NAME_LIMIT = 20, 256 * MEBIBYTE, 200
_BESIDE = (".txt", "sha256sums", ".tsr")
"""Endings of what only serves to prove something else."""


class VerifyApi:
    """Proves files as `bronbrief verify` does, in a child that is held to limits."""

    def __init__(self, preview: Preview, language: Callable[[Request], str]) -> None:
        self._root, self._calls, self._language = preview.workspace.root, preview.calls, language

    def routes(self) -> list[Route]:
        """Return the routes of these addresses."""
        return [Route(VERIFY, self.verify, methods=["POST"])]

    async def verify(self, request: Request) -> Response:
        """Take files in, one after another in the body, and answer with what is proven of them."""
        sizes = _asked(request.query_params.get("files", ""))
        with temporary_folder() as folder:
            await _keep(request, Path(folder), sizes)
            done = await self._calls.do(_verified, Path(folder), tuple(sizes), Workspace(self._root))
        return JSONResponse(self._data(done, self._language(request)))

    def _data(self, done: Sequence[Verification], lang: str) -> dict[str, Any]:
        said = i18n.words("verification", lang)
        return {
            "verdict": verdict(done, lang),
            "limits": said["limits"].strip().splitlines(),
            "verified": [self._one(one, lang) for one in done],
        }

    def _one(self, one: Verification, lang: str) -> dict[str, Any]:
        return {
            "name": one.path,
            "standing": one.standing,
            "listed": one.checked,
            "findings": self._diagnostics(one.general, lang),
            "briefs": [self._brief(brief, lang) for brief in one.briefs],
        }

    def _brief(self, brief: BriefProof, lang: str) -> dict[str, Any]:
        changed = {one.params.get("file") for one in brief.diagnostics if one.code == "verify-changed-since"}
        states = {name: "changed" if name in changed else "unchecked" for name in brief.files}
        states |= dict.fromkeys(brief.unchanged, "unchanged")
        return {
            "title": brief.title,
            "lang": brief.lang,
            "files": [{"name": name, "state": state} for name, state in states.items()],
            "findings": self._diagnostics(brief.diagnostics, lang),
            "quotations": [self._quotation(one, lang) for one in brief.quotations],
        }

    def _quotation(self, one: QuotationProof, lang: str) -> dict[str, Any]:
        return {
            "label": label_of(one, i18n.words("verification", lang)),
            "standing": one.standing,
            "exact": " […] ".join(one.exact) or one.words,
            "source": one.source,
            "locator": one.locator,
            "findings": self._diagnostics(one.diagnostics, lang),
        }

    def _diagnostics(self, found: Sequence[Diagnostic], lang: str) -> list[dict[str, Any]]:
        """Return findings without their places: those are in a folder that is gone."""
        return as_data((replace(one, place=None) for one in found), Workspace(self._root), lang)


def _asked(files: str) -> dict[str, int]:
    """Return the size of each file by the name that it is kept under."""
    sizes: dict[str, int] = {}
    with suppress(ValueError, TypeError):
        for name, size in json.loads(files):
            plain = _plain(str(name), len(sizes) + 1, sizes)
            sizes[plain] = int(size)
    if not sizes or len(sizes) > FILES_LIMIT or any(size < 0 for size in sizes.values()):
        raise HTTPException(400)
    if sum(sizes.values()) > BYTES_LIMIT:
        raise HTTPException(413)
    return sizes


def _plain(name: str, number: int, taken: dict[str, int]) -> str:
    """Return a name that names one file in a folder, the one given where it is such a name."""
    plain = PurePath(name.replace("\\", "/")).name
    odd = not plain.isprintable() or plain.startswith(".") or not 0 < len(plain.encode()) <= NAME_LIMIT
    if not odd and plain not in taken:
        return plain
    ending = next((one for one in (RECORD, *RENDITIONS, ".zip") if plain.lower().endswith(one)), "")
    return f"bestand-{number}{ending}"


async def _keep(request: Request, folder: Path, sizes: dict[str, int]) -> None:
    """Write what a request sends to files, as many bytes in each as was said."""
    total = sum(sizes.values())
    with TemporaryFile(dir=folder) as sent:
        async for piece in request.stream():
            sent.write(piece)
            if sent.tell() > total:
                raise HTTPException(400)
        if sent.tell() < total:
            raise HTTPException(400)
        sent.seek(0)
        for name, size in sizes.items():
            (folder / name).write_bytes(sent.read(size))


def _verified(folder: Path, names: Sequence[str], workspace: Workspace) -> list[Verification]:
    """Verify each file; one whose evidence record was handed in too is looked at with that."""
    return [verify_described(folder / name, workspace) for name in _alone(names)]


def _alone(names: Sequence[str]) -> Iterator[str]:
    records = {name.lower().removesuffix(RECORD) for name in names if name.lower().endswith(RECORD)}
    beside = {name for name in names if name.lower().endswith(_BESIDE)}
    for name in names:
        base = next((name.lower().removesuffix(one) for one in RENDITIONS if name.lower().endswith(one)), "")
        if base not in records and (name not in beside or len(beside) == len(names)):
            yield name
