"""Requests to a running preview as they stand on the wire, of a browser or of an attacker."""

import http.client
from contextlib import suppress

from support.serving import Serving


def ask(
    preview: Serving, path: str, method: str = "GET", body: bytes = b"", /, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Send one request as it stands and return the status, the headers and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=60)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        cookie = f"bronbrief-{preview.port}={preview.token}"
        sent = {"Host": f"127.0.0.1:{preview.port}", "Cookie": cookie} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        for name, value in sent.items():
            if value:
                connection.putheader(name, value)
        if body:
            connection.putheader("Content-Length", str(len(body)))
        with suppress(BrokenPipeError, ConnectionResetError):  # who refuses does not read to the end
            connection.endheaders(body or None)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def ours(preview: Serving) -> dict[str, str]:
    """Return the headers that a browser sends for a script of our own page."""
    return {
        "Origin": f"http://127.0.0.1:{preview.port}",
        "Sec_Fetch_Site": "same-origin",
        "Content_Type": "application/json",
    }
