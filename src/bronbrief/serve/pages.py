"""The pages beside that of the briefs: dossiers, proof, and the help that explains each finding."""

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bronbrief.core.diagnostics import codes
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import words
from bronbrief.reporting import manual
from bronbrief.serve.site import PAGES, app_page

_CODE, _FIELD = re.compile(r"`([^`]*)`"), re.compile(r"\{\w+\}")


class Pages:
    """Answers with these pages, and with the explanation of one finding."""

    def __init__(self, language: Callable[[Request], str], *, writes: bool) -> None:
        self._language, self._writes = language, writes

    def routes(self) -> list[Route]:
        """Return the routes of these addresses."""
        return [*(Route(f"/{name}", self.page) for name in PAGES), Route("/explain/{code}", self.explain)]

    def page(self, request: Request) -> Response:
        """Answer with a page; the one of help holds every finding, so that the browser can search it."""
        name, lang = request.url.path.removeprefix("/"), self._language(request)
        content = "\n".join((*_areas(lang), *explanations(lang))) if name == "help" else ""
        page = app_page(name, lang, writes=self._writes, content=content)
        return HTMLResponse(page, headers={"Vary": "Accept-Language"})

    def explain(self, request: Request) -> Response:
        """Answer with what a finding means, its cause and its cure."""
        code = request.path_params["code"]
        if code not in codes():
            raise HTTPException(404)
        return JSONResponse(manual.as_data(code, self._language(request)))


def explanations(lang: str) -> Iterator[str]:
    """Yield the explanation of every finding as markup, by area, in the order of the manual."""
    said = i18n.words("diagnostics", lang)
    for area, members in groupby(codes(), lambda code: codes()[code].area):
        title = i18n.say(f"diagnostics/{area}", "title", lang)
        yield f'<section class="area"><h2 id="area-{area}" tabindex="-1">{escape(title)}</h2>'
        for code in sorted(members):
            text, severity = words(code, lang), codes()[code].severity
            yield (
                f'<article class="explained {severity}" id="{code}" tabindex="-1">'
                f'<h3>{_marked(_FIELD.sub("…", text.headline))}</h3><p class="code"><span class="severity">'
                f"{escape(said[severity])}</span> <code>{code}</code></p>"
                f"<h4>{escape(said['cause'])}</h4><p>{_marked(text.cause)}</p>"
                f"<h4>{escape(said['cure'])}</h4><p>{_marked(text.cure)}</p></article>"
            )
        yield "</section>"


def _areas(lang: str) -> Iterator[str]:
    """Yield the ways to the areas as markup."""
    yield f'<nav class="areas" aria-label="{escape(i18n.say("help_page", "areas", lang))}">'
    for area in dict.fromkeys(code.area for code in codes().values()):
        yield f'<a href="#area-{area}">{escape(i18n.say(f"diagnostics/{area}", "title", lang))}</a>'
    yield "</nav>"


def _marked(text: str) -> str:
    """Return a text as markup; what stands between backticks is code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))
