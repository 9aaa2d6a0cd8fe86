"""`authoring/server`: what the preview refuses, asked over a socket as an attacker would."""

import json
import socket
from hashlib import sha256
from pathlib import Path

import pytest

from bronbrief.core.loopback import Listening, entry_url, listen
from support.asking import ask, ours
from support.browser import Browser
from support.serving import Serving, serving
from support.workspaces import BRIEF, SOURCE_ID, write_minimal_workspace


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:{port}",
        "0.0.0.0:{port}",
        "",
    ],
)
def test_names_that_are_not_ours_are_refused(preview: Serving, host: str) -> None:
    """A page that lets its own name point to this machine (DNS rebinding) gets nothing."""
    assert ask(preview, "/sources", Host=host.format(port=preview.port))[0] in {400, 421}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_loopback_names_with_our_port_are_answered(preview: Serving, host: str) -> None:
    """The preview answers under the names of this machine's own address."""
    assert ask(preview, "/sources", Host=f"{host}:{preview.port}")[0] == 200


def test_a_second_origin_does_not_hide_behind_the_first(preview: Serving) -> None:
    """Every Origin that a request carries must be our own, not only the one that is read first."""
    ours = f"http://127.0.0.1:{preview.port}"
    asked = f"GET /sources HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nConnection: close\r\n"
    with socket.create_connection(("127.0.0.1", preview.port), timeout=60) as connection:
        connection.sendall(f"{asked}Origin: {ours}\r\nOrigin: http://evil.example\r\n\r\n".encode())
        assert b" 403 " in connection.makefile("rb").readline()


def test_the_head_of_the_stream_ends(preview: Serving) -> None:
    """HEAD of what never ends is answered at once, and nobody counts as looking (RFC 9110, 9.3.2)."""
    asked = f"HEAD /events HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\nConnection: close\r\n"
    asked += f"Cookie: bronbrief-{preview.port}={preview.token}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        connection.sendall(asked.encode())
        assert b"text/event-stream" in connection.makefile("rb").read()


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"]
)
def test_other_origins_are_refused(preview: Serving, origin: str) -> None:
    """A script of another page may not read sources, whatever it says."""
    assert ask(preview, "/sources", Origin=origin.format(port=preview.port))[0] == 403


def test_what_the_browser_says_of_a_request_counts(preview: Serving) -> None:
    """A request that the browser calls cross-site is refused, but for a link to the front page."""
    assert ask(preview, "/sources", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")[0] == 403
    followed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert ask(preview, "/", **followed)[0] == 200
    assert ask(preview, f"/briefs/{BRIEF}/page.html", **followed)[0] == 403
    assert ask(preview, "/", **(followed | {"Sec_Fetch_Dest": "iframe"}))[0] == 403


@pytest.mark.parametrize("method", ["DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_what_the_app_does_not_do_is_refused(preview: Serving, method: str) -> None:
    """Nothing is deleted, and no other origin is told what it may send."""
    assert ask(preview, "/sources", method, **ours(preview))[0] == 405


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Origin": ""}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Sec_Fetch_Site": "none"}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content_Type": "multipart/form-data; boundary=x"}, 415),
        ({"Content_Type": ""}, 415),
        ({"Cookie": ""}, 403),
        ({"Host": "evil.example"}, 421),
    ],
)
def test_only_a_script_of_our_own_page_writes(preview: Serving, changed: dict[str, str], status: int) -> None:
    """A form or a script of another page writes nothing, nor does who lacks the token."""
    before = preview.spec.read_bytes()
    sent = json.dumps({"text": "title: x", "sha256": sha256(before).hexdigest()}).encode()
    headers = ours(preview) | changed
    for path in (
        *(f"/briefs/{BRIEF}/text", f"/briefs/{BRIEF}/form", "/briefs"),
        *("/sources?name=x.txt", "/sources/havenkrant-2023/facts", "/sources/havenkrant-2023/removal"),
        *("/dossiers/text", "/dossiers/draft", "/dossiers/make", "/verify?files=[]", "/shared/archive"),
    ):
        for method in ("PUT", "POST"):
            assert ask(preview, path, method, sent, **headers)[0] == status
    assert preview.spec.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["..%2f..%2fx", "%2e%2e", "_defaults", "x%00", "C:%5cx", "briefs%2fveerdienst", "veerdienst.yaml"]
)
def test_only_specs_that_are_there_are_written(preview: Serving, name: str) -> None:
    """A name is looked up among the briefs; none becomes part of a path."""
    sent = json.dumps({"text": "title: x", "sha256": ""}).encode()
    assert ask(preview, f"/briefs/{name}/text", "PUT", sent, **ours(preview))[0] == 404


@pytest.mark.parametrize(
    "sent", [b"", b"{", b"[]", b'{"text": 1, "sha256": ""}', b'{"text": "x"}', b"[" * 99999]
)
def test_other_shapes_are_refused(preview: Serving, sent: bytes) -> None:
    """What the app does not send is a bad request, and no mistake of ours."""
    assert ask(preview, f"/briefs/{BRIEF}/text", "PUT", sent, **ours(preview))[0] == 400


@pytest.mark.parametrize(
    "edit",
    [
        {"kind": "write", "path": ["title"]},
        {"kind": "put", "path": []},
        {"kind": "put", "path": ["title"], "value": 1},
        {"kind": "insert", "path": ["sections", -1]},
        {"kind": "put", "path": ["a"] * 99},
    ],
)
def test_other_edits_of_the_form_are_refused(preview: Serving, edit: dict[str, object]) -> None:
    """The form has four kinds of edit, each of a text at a path; none of them writes a file."""
    before = preview.spec.read_bytes()
    for edits, status in (([edit], 400), ([{"kind": "put", "path": ["title"], "value": "x"}], 200)):
        sent = json.dumps({"text": before.decode(), "sha256": "", "edits": edits}).encode()
        assert ask(preview, f"/briefs/{BRIEF}/form", "POST", sent, **ours(preview))[0] == status
        assert ask(preview, "/briefs/_defaults/form", "POST", sent, **ours(preview))[0] in {400, 404}
    assert preview.spec.read_bytes() == before


def test_a_text_without_end_is_refused(preview: Serving) -> None:
    """A request that is larger than any spec is not read to its end."""
    sent = b'{"text": "' + b"x" * 20_000_000
    assert ask(preview, f"/briefs/{BRIEF}/text", "PUT", sent, **ours(preview))[0] == 413


def test_read_only_writes_nothing(tmp_path: Path) -> None:
    """Without an editor there is no address that takes anything but questions."""
    with serving(write_minimal_workspace(tmp_path / "workspace"), options=["--read-only"]) as preview:
        for method in ("POST", "PUT"):
            texts = (f"/briefs/{BRIEF}/text", f"/briefs/{BRIEF}/form")
            removal = f"/sources/{SOURCE_ID}/removal"
            for path in (*texts, removal, "/dossiers/text", "/dossiers/make", "/shared/archive", "/verify/"):
                assert ask(preview, path, method, b"{}", **ours(preview))[0] == 405
        for path in (f"/briefs/{BRIEF}/text", removal):
            assert ask(preview, path, **ours(preview))[0] == 404
        assert b'data-writes="false"' in ask(preview, "/")[2]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/index.html",
        "/static/",
        "/static",
        "/briefs/",
        "/briefs/..%2f..%2fseeds/page.html",
        "/briefs/../../etc/passwd",
        "/briefs/%2e%2e/%2e%2e.pdf",
        f"/briefs/{BRIEF}/..%2f..%2findex.pdf",
        f"/briefs/{BRIEF}/anders.pdf",
        "/briefs/_defaults/page.html",
        f"/briefs/{BRIEF}/pages",
        "/static/vendor/pdf.min.mjs",
        "/sources/..%2fbriefs%2fveerdienst",
        "/sources/%2fetc%2fpasswd",
        "/sources/niet-daar",
        "/sources/havenkrant-2023/excerpt?first=0&start=0&last=99&end=1",
        "/sources/havenkrant-2023/excerpt?first=-1&start=0&last=0&end=1",
        "/sources/havenkrant-2023/excerpt?first=0",
        "/seeds/havenkrant-2023.txt",
        "/dossiers/text?path=briefs/veerdienst.yaml",
        "/dossiers/text?path=../workspace/briefs/veerdienst.yaml",
        "/dossiers/text?path=/etc/passwd",
        "/dossiers/made/..%2f..%2fveerdienst.zip",
        "/dossiers/made/../x",
        "/dossiers/made/%2e%2e/veerdienst",
        "/explain/..%2fx",
        "/pyproject.toml",
        "/%00",
    ],
)
def test_nothing_else_is_served(preview: Serving, path: str) -> None:
    """Paths that climb, folders, files of the workspace and numbers out of range are not found."""
    status, _, body = ask(preview, path)
    assert status == 404
    assert b"root:" not in body
    assert b"import" not in body


def test_every_answer_carries_the_policy(preview: Serving) -> None:
    """The app runs only its own scripts; the page of a brief runs none and stays in its frame."""
    _, app, body = ask(preview, "/")
    assert "script-src 'self'" in app["content-security-policy"]
    assert "unsafe" not in app["content-security-policy"]
    assert "frame-ancestors 'none'" in app["content-security-policy"]
    assert b"<style" not in body
    _, refused, _ = ask(preview, "/niets")
    for headers in (app, refused):
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers


def test_scripts_start_the_reader_of_pdfs_and_nothing_else(browser: Browser, preview: Serving) -> None:
    """No script makes a policy of its own, evaluates text, or starts another worker than that one."""
    with browser.visit(preview.entry) as page:
        tried = page.evaluate(
            """async () => {
                await import("/static/pdf_file.js");
                const attempts = {
                    again: () => trustedTypes.createPolicy("pdf-worker", {createScriptURL: name => name}),
                    other: () => trustedTypes.createPolicy("other", {createScriptURL: name => name}),
                    text: () => new Worker("/static/pdf.worker.min.mjs"),
                    evaluated: () => new Function("return 1")(),
                };
                return Object.entries(attempts).filter(([, attempt]) => {
                    try { attempt(); return true; } catch { return false; }
                }).map(([name]) => name);
            }"""
        )
    assert tried == []


def test_it_listens_on_this_machine_alone(preview: Serving) -> None:
    """Other addresses of the machine are closed: only loopback listens."""
    listening = listen(0)
    assert listening.value is not None
    try:
        names = {one.getsockname()[0] for one in listening.value.sockets}
        assert names <= {"127.0.0.1", "::1"}
    finally:
        for one in listening.value.sockets:
            one.close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing; tells the address that this machine has outside
        outside = probe.getsockname()[0]
    if not outside.startswith("127."):
        with pytest.raises(OSError, match=r"."), socket.create_connection((outside, preview.port), timeout=5):
            pass


def test_a_taken_port_is_a_finding_with_the_next_free_one(preview: Serving) -> None:
    """Where another preview runs already, the message names a port that can be had."""
    taken = next(filter(None, (_listen_on_the_port_offered(preview) for _ in range(5))), None)
    assert taken, "not one of the ports that were named can be had"
    for one in taken.sockets:
        one.close()


def _listen_on_the_port_offered(preview: Serving) -> Listening | None:
    """Take the port that is named in place of the preview's; None where another program was quicker."""
    refused = listen(preview.port)
    assert refused.value is None
    (finding,) = refused.diagnostics
    assert finding.code == "port-taken"
    return listen(int(finding.params["free"])).value


def test_without_the_token_nobody_gets_in(preview: Serving) -> None:
    """Another user of this machine gets a page that says how to get in, and nothing of the workspace."""
    for path in (
        "/",
        "/sources",
        f"/briefs/{BRIEF}/page.html",
        "/static/app.css",
        "/?token=geraden",
        "/events",
    ):
        for cookie in ("x=y", f"bronbrief-{preview.port}=geraden", f"bronbrief-{preview.port}="):
            status, headers, body = ask(preview, path, Cookie=cookie)
            assert status == 403
            assert b"bronbrief serve" in body
            assert preview.token.encode() not in body
            assert "set-cookie" not in headers
            assert "script-src 'self'" in headers["content-security-policy"]


def test_the_address_that_is_printed_lets_its_reader_in(preview: Serving) -> None:
    """The token moves from the address into a cookie that no script reads and no other site sends."""
    status, headers, _ = ask(preview, f"/?brief={BRIEF}&token={preview.token}", Cookie="x=y")
    assert (status, headers["location"]) == (303, f"/?brief={BRIEF}")
    cookie = headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert ask(preview, "/sources", Cookie=headers["set-cookie"].partition(";")[0])[0] == 200


def test_each_start_has_a_token_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A token cannot be guessed, and is worth nothing after the preview has ended."""
    monkeypatch.delenv("BRONBRIEF_TOKEN", raising=False)
    tokens = {Listening(0, ()).token for _ in range(5)}
    assert len(tokens) == 5
    assert min(map(len, tokens)) > 40


def test_there_is_an_end_to_the_connections(preview: Serving) -> None:
    """Who opens connection upon connection is refused at last, and the preview goes on after."""
    held = [socket.create_connection(("127.0.0.1", preview.port), timeout=10) for _ in range(110)]
    try:
        assert ask(preview, "/sources")[0] == 503
    finally:
        for one in held:
            one.close()
    assert any(ask(preview, "/sources")[0] == 200 for _ in range(100))


@pytest.mark.ci
def test_a_ticket_lets_in_once(preview: Serving) -> None:
    """Who sees with what a browser was started comes too late; the cookie is that of the token."""
    path = "/" + entry_url(preview.port, preview.token).partition("/?")[2].join(["?", ""])
    status, headers, _ = ask(preview, path, Cookie="")
    assert (status, headers["location"]) == (303, "/")
    assert preview.token in headers["set-cookie"]
    assert ask(preview, path, Cookie="")[0] == 403
    assert ask(preview, "/?ticket=x.y", Cookie="")[0] == 403
    assert ask(preview, path.replace("/?", "/sources?"), Cookie="")[0] == 403
