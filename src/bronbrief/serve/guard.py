"""What the preview answers, and to whom: only its own pages, at its own address, to who has its token.

A page on the internet can make a browser ask things of this machine, under its own origin or, when it lets
its own name point to 127.0.0.1 (DNS rebinding), under a name that is not ours. So the Host must be a
loopback name with our port, an Origin must be our own, and what the browser says of where a request comes
from (Fetch Metadata, W3C) must fit.

Another user of this machine is kept out by a token: it is in the address that the command prints, and a
cookie holds it from then on. A browser that we start ourselves gets a ticket, which lets in once: what a
program was started with, others can see.
"""

import hmac
from collections.abc import Iterator

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bronbrief.core.loopback import nonce_of
from bronbrief.serve.site import locked_page, preferred_language

SENT = frozenset({"application/json", "application/octet-stream"})
"""What the app sends: no form of any page can, and a script from elsewhere is asked for its origin first."""
VERIFY = "/verify"
"""The one address that takes a file with every preview, as it writes nothing in the workspace."""
NAMES = ("127.0.0.1", "localhost", "[::1]")
APP_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types pdf-worker"
)
"""For the app: its own scripts, and one program that a script may start: the reader of PDFs."""
BRIEF_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""For the web page of a brief, beside the stricter policy that it carries itself: no script, ever."""
_ALWAYS = {
    "Content-Security-Policy": APP_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Refuse requests that do not come from the preview's own pages, and send its headers with the rest."""

    def __init__(
        self, app: ASGIApp, port: int, token: str, lang: str | None = None, *, writes: bool = False
    ) -> None:
        """Let in who has the token; `lang` is None where the browser chooses."""
        self._app, self._token, self._lang, self._writes = app, token, lang, writes
        self._used: set[str] = set()
        self._cookie = f"bronbrief-{port}"  # browsers keep cookies by host, for all ports
        self._hosts = frozenset(_hosts(port))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with a refusal."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(scope["method"], Headers(scope=scope), scope["path"])
        refusal = PlainTextResponse(refused[1], refused[0]) if refused else self._entry(Request(scope))
        answer = refusal or self._app
        await answer(scope, receive, with_headers)

    def _entry(self, request: Request) -> Response | None:
        """Let in who shows the token, in the address or the cookie; None where nothing is to be said."""
        shown = request.query_params
        if request.url.path == "/" and (self._is_token(shown.get("token", "")) or self._admits(shown)):
            address = request.url.remove_query_params(["token", "ticket"])
            answer = RedirectResponse(f"/?{address.query}" if address.query else "/", 303)
            answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict")
            return answer
        if self._is_token(request.cookies.get(self._cookie, "")):
            return None
        lang = self._lang or preferred_language(request.headers.get("accept-language", ""))
        return HTMLResponse(locked_page(lang), 403)

    def _admits(self, shown: QueryParams) -> bool:
        """Tell whether a ticket is shown that nobody has used."""
        nonce = nonce_of(shown.get("ticket", ""), self._token)
        if nonce is None or nonce in self._used:
            return False
        self._used.add(nonce)
        return True

    def _is_token(self, shown: str) -> bool:
        return hmac.compare_digest(shown.encode(errors="replace"), self._token.encode())

    def _refusal(self, method: str, headers: Headers, path: str) -> tuple[int, str] | None:
        if headers.getlist("host") != [headers.get("host", "")] or headers["host"] not in self._hosts:
            return 421, "Not a name of this preview.\n"
        if method not in {"GET", "HEAD"}:
            return self._writing_refusal(method, headers, path)
        if not self._origins.issuperset(headers.getlist("origin")):
            return 403, "Not a page of this preview.\n"
        opened = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        if headers.get("sec-fetch-site", "none") not in {"same-origin", "none"} and not (
            opened and path == "/"
        ):
            return 403, "Not a page of this preview.\n"
        return None

    def _writing_refusal(self, method: str, headers: Headers, path: str) -> tuple[int, str] | None:
        """Refuse to write but for a script of our own page, as every browser of today names it.

        A form of another page sends no JSON, a script of one is asked for its origin first, and neither is
        given the cookie.
        """
        if method not in {"PUT", "POST"} or not (self._writes or path == VERIFY):
            return 405, "Nothing is written here.\n"
        ours = len(headers.getlist("origin")) == 1 and headers["origin"] in self._origins
        if not ours or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return 403, "Not a page of this preview.\n"
        if headers.get("content-type", "").partition(";")[0].strip() not in SENT:
            return 415, "Not what the app sends.\n"
        return None


def _hosts(port: int) -> Iterator[str]:
    for name in NAMES:
        yield f"{name}:{port}"
        if port == 80:  # noqa: PLR2004 - browsers leave out the port of HTTP itself
            yield name
