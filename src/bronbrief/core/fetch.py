"""The one door to the network: a question to one address, and its answer, within limits.

Nothing but `dossier --timestamp` goes through it. No redirect is followed, no other scheme than http and
https is spoken, no cookie or password is sent.
"""

import time
import urllib.request
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit

ANSWER_LIMIT = 64 * 1024
SECONDS = 20.0
_CHUNK = 4096
_SCHEMES = frozenset({"http", "https"})


class FetchError(Exception):
    """There is no answer, or not one within the limits; `args` say why."""


def post(url: str, data: bytes, kind: str, answer_kind: str) -> bytes:
    """Send bytes of a media type to an address, and return the answer, of another media type.

    Raises FetchError where nobody answers, for a status other than 200, another media type, more than 64 KiB
    and more than twenty seconds in all.
    """
    if urlsplit(url).scheme not in _SCHEMES:
        raise FetchError("http, https")
    until = time.monotonic() + SECONDS
    request = urllib.request.Request(  # noqa: S310 - the scheme is one of two
        url, data=data, headers={"Content-Type": kind, "Accept": answer_kind, "User-Agent": "bronbrief"}
    )
    answer = b""
    try:
        with _opener().open(request, timeout=SECONDS) as response:
            if response.status != 200 or response.headers.get_content_type() != answer_kind:  # noqa: PLR2004
                raise FetchError(f"{response.status} {response.headers.get_content_type()}")
            while chunk := response.read1(_CHUNK):
                answer += chunk
                if len(answer) > ANSWER_LIMIT or time.monotonic() > until:
                    raise FetchError(f"> {ANSWER_LIMIT} bytes, > {SECONDS:g} s")
    except HTTPError as error:
        error.close()
        raise FetchError(f"{error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise FetchError(str(getattr(error, "reason", error))) from error
    return answer


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that knows the proxy of this machine, and neither redirects nor other schemes."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener
