"""The app's addresses: its own page, events, the pages of briefs, and sources; those that write are apart."""

from collections.abc import Callable
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from bronbrief.authoring.excerpt_yaml import Selected
from bronbrief.locale import i18n
from bronbrief.serve.brief_store import BriefState
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.dossier_api import DossierApi
from bronbrief.serve.events import stream
from bronbrief.serve.form_api import FormApi
from bronbrief.serve.guard import BRIEF_POLICY, Guard
from bronbrief.serve.pages import Pages
from bronbrief.serve.preview import Preview
from bronbrief.serve.shared_api import SharedApi
from bronbrief.serve.site import front_page, preferred_language, static_files
from bronbrief.serve.spec_files import SpecFiles
from bronbrief.serve.tasks import Quoted
from bronbrief.serve.verify_api import VerifyApi
from bronbrief.serve.write_api import HANDLERS, WriteApi

MOST_WORDS = 400


def make_app(
    preview: Preview,
    address: tuple[int, str],
    lang: str | None,
    ended: Callable[[], bool],
    *,
    writes: bool,
) -> ASGIApp:
    """Return the app for a preview at an address: its port and the token without which nobody gets in.

    `lang` is None where the browser chooses; `ended` ends all streams. Without `writes` nothing but GET and
    HEAD is answered, and the page has no editor.
    """
    endpoints = _Endpoints(preview, lang, ended, writes=writes)
    routes = [
        Route("/", endpoints.front),
        Route("/static/{file}", endpoints.static),
        Route("/events", endpoints.events),
        Route("/briefs/{name}/page.html", endpoints.html),
        Route("/briefs/{name}/quotations", endpoints.quotations),
        Route("/briefs/{name}/lines", endpoints.lines),
        Route("/briefs/{name}/{file}.pdf", endpoints.pdf),
        Route("/sources", endpoints.sources),
        Route("/sources/{id}", endpoints.source),
        Route("/sources/{id}/excerpt", endpoints.excerpt),
        Route("/search", endpoints.search),
        *Pages(endpoints.language, writes=writes).routes(),
        *DossierApi(preview, endpoints.language).routes(writes=writes),
        *VerifyApi(preview, endpoints.language).routes(),
    ]
    if writes:
        files = SpecFiles(preview.workspace, preview.sources)
        routes += WriteApi(preview.workspace, files, endpoints.language).routes()
        routes += SharedApi(preview.workspace, endpoints.language).routes()
        routes += FormApi(preview.workspace, files, endpoints.language).routes()
    app = Starlette(routes=routes, exception_handlers=HANDLERS)
    app.router.redirect_slashes = False
    return Guard(app, *address, lang, writes=writes)


class _Endpoints:
    """Answers requests. Names and ids are looked up among those that exist; none becomes part of a path."""

    def __init__(
        self, preview: Preview, lang: str | None, ended: Callable[[], bool], *, writes: bool
    ) -> None:
        self._preview, self._lang, self._ended, self._writes = preview, lang, ended, writes
        self._files = static_files()

    async def front(self, request: Request) -> Response:
        """Answer with the app's page."""
        return HTMLResponse(
            front_page(self.language(request), writes=self._writes), headers={"Vary": "Accept-Language"}
        )

    async def static(self, request: Request) -> Response:
        """Answer with one of the app's own files."""
        found = self._files.get(request.path_params["file"])
        if found is None:
            raise HTTPException(404)
        return Response(found[1], media_type=found[0], headers={"Cache-Control": "no-cache"})

    async def events(self, request: Request) -> Response:
        """Answer with a stream of events about all briefs, and one that is looked at."""
        if request.method == "HEAD":  # has no body to wait for
            return Response(media_type="text/event-stream")
        name = request.query_params.get("brief")
        name = name if name and self._preview.store.get(name) else None
        events = stream(self._preview, name, self.language(request), self._ended)
        return StreamingResponse(events, media_type="text/event-stream")

    async def html(self, request: Request) -> Response:
        """Answer with the web page of a brief, the last version in order, in which no script can run."""
        page = self._brief(request).html
        if page is None:
            raise HTTPException(404)
        return HTMLResponse(page.data, headers={"Content-Security-Policy": BRIEF_POLICY})

    def quotations(self, request: Request) -> Response:
        """Answer with the quotations of a brief and where they were cut from; null once it has gone."""
        brief = self._preview.store.get(request.path_params["name"])
        if brief is None:
            return JSONResponse(None)
        return JSONResponse(
            {
                "quotations": [_quoted(one) for one in brief.quotations],
                "sources": dict(brief.sources),
            }
        )

    def lines(self, request: Request) -> Response:
        """Answer with what a brief prints, each with its line and column in the spec; null if it has gone."""
        brief = self._preview.store.get(request.path_params["name"])
        return JSONResponse(brief and [(one.text, one.line, one.column) for one in brief.printed])

    def pdf(self, request: Request) -> Response:
        """Answer with the PDF itself, under the name that it has in `build/`."""
        if request.path_params["file"] != request.path_params["name"]:
            raise HTTPException(404)
        data = self._preview.store.pdf(self._brief(request).name)
        if data is None:
            raise HTTPException(404)
        return Response(data, media_type="application/pdf")

    def sources(self, request: Request) -> Response:
        """Answer with the list of sources."""
        return JSONResponse(self._preview.sources.listing(self.language(request)))

    def source(self, request: Request) -> Response:
        """Answer with a source: its title and its passages."""
        found = self._preview.sources.view(request.path_params["id"], self.language(request))
        if found is None:
            raise HTTPException(404)
        return JSONResponse(found)

    def excerpt(self, request: Request) -> Response:
        """Answer with the excerpt of a selection: from a character of a passage up to one of another."""
        try:
            numbers = [int(request.query_params[name]) for name in ("first", "start", "last", "end")]
            sha256 = request.query_params["sha256"]
        except (KeyError, ValueError):
            raise HTTPException(404) from None
        brief = self._preview.store.get(request.query_params.get("brief", ""))
        taken = tuple(one.id for one in brief.quotations) if brief else ()
        picked = self._preview.sources.pick(request.path_params["id"], Selected(*numbers), taken)
        if picked is None:
            raise HTTPException(404)
        if picked.sha256 != sha256:  # the page shows the source as it was
            raise HTTPException(409)
        selected = picked.selected
        return JSONResponse(
            {
                "selected": [selected.first, selected.start, selected.last, selected.end],
                "text": picked.text,
                "places": picked.places,
                "yaml": picked.yaml,
                "refusals": as_data(picked.refusals, self._preview.workspace, self.language(request)),
            }
        )

    def search(self, request: Request) -> Response:
        """Answer with the sources that are called by some words, and the passages that hold them."""
        text, lang = request.query_params.get("text", "")[:MOST_WORDS], self.language(request)
        sources = self._preview.sources
        return JSONResponse({"sources": sources.named(text, lang), **sources.find(text, lang)})

    def language(self, request: Request) -> str:
        """Return the language to answer in."""
        asked = request.query_params.get("lang", "")
        accepted = preferred_language(request.headers.get("accept-language", ""))
        return self._lang or (asked if asked in i18n.languages() else accepted)

    def _brief(self, request: Request) -> BriefState:
        brief = self._preview.store.get(request.path_params["name"])
        if brief is None:
            raise HTTPException(404)
        return brief


def _quoted(one: Quoted) -> dict[str, Any]:
    return {
        "id": one.id,
        "source": one.source,
        "locator": one.locator,
        "text": one.text,
        "anchors": one.anchors,
        "stretches": [(piece.passage, piece.start, piece.end) for piece in one.stretches],
    }
