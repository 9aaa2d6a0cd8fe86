"""A template of a stranger makes no page that runs, loads, sends or leads where no page of ours may."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pikepdf
import pytest

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.html.finishing import Medium
from bronbrief.html.pages import print_page, screen_page
from bronbrief.html.templates import load_template
from bronbrief.locale.diagnostics import headline
from bronbrief.pipeline.run import build
from bronbrief.verify.allowed_page import foreign
from bronbrief.verify.web_page import parse
from support.browser import Browser
from support.pictures import large_photo
from support.sample_brief import brief, write_assets
from support.typesetting import attempt, page

MANIFEST = "title: {nl-NL: Eigen}\ndescription: {nl-NL: Een eigen sjabloon}\n"
BEFORE = """\
<!DOCTYPE html>
<html lang="{{ brief.lang }}">
<head>
<meta charset="utf-8">
<title>{{ brief.title }}</title>
<style>{{ style }}</style>
</head>
<body><h1>{{ brief.title }}</h1>
"""
AFTER = "\n</body>\n</html>\n"
LINE = 9
HOST = "http://127.0.0.1:9"

RUNNING = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC='x.js'></SCRIPT>",
    "<script type='application/ld+json' src='x.js'></script>",
    "<script type='module' type='application/ld+json'>x</script>",
    "<script type='application/ld+json'><!--<script></script>",
    "<img src='data:image/png;base64,AA==' alt='' onerror='alert(1)'>",
    "<p ONCLICK=alert(1)>x</p>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<svg onload=alert(1)></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a><animate attributeName=href values=javascript:alert(1) /></a></svg>",
    "<svg><foreignObject><body></body></foreignObject></svg>",
    f"<svg><use href='{HOST}/x.svg#a'></use></svg>",
    "<math><maction xlink:href='javascript:alert(1)'>x</maction></math>",
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>",
    "<object data='x.swf'></object>",
    "<embed src='x.swf'>",
    "<template shadowrootmode=open><p>x</p></template>",
    "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
    "<p title='<!--' --><script>alert(1)</script>'>x</p>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<title><p title='</title><script>alert(1)</script>'></title>",
    "<style><!--</style ><script>alert(1)</script>--></style>",
    "<textarea><p title='</textarea><script>alert(1)</script>'></textarea>",
    "<xmp><p title='</xmp><script>alert(1)</script>'></xmp>",
    "<plaintext>",
    "<p/onclick=alert(1)>x</p>",
    "<p\vonclick=alert(1)>x</p>",
]
REACHING = [
    f"<meta http-equiv='refresh' content='0;url={HOST}/'>",
    f"<META HTTP-EQUIV=Refresh CONTENT='0;url={HOST}/'>",
    "<meta http-equiv='set-cookie' content='a=b'>",
    "<meta charset='iso-2022-jp'>",
    f"<link rel='preconnect' href='{HOST}'>",
    f"<link rel='dns-prefetch' href='{HOST}'>",
    f"<link rel='stylesheet' href='{HOST}/x.css'>",
    "<link rel='attachment' href='file:///etc/hostname'>",
    f"<base href='{HOST}/'>",
    f"<img src='{HOST}/x.png' alt=''>",
    "<img src='//127.0.0.1/x.png' alt=''>",
    "<img src='x.png' alt=''>",
    "<img src='file:///etc/hostname' alt=''>",
    "<img src='data:text/html,x' alt=''>",
    f"<img src='data:image/png;base64,AA==' srcset='{HOST}/x.png 2x' alt=''>",
    f"<picture><source srcset='{HOST}/x.png'></picture>",
    f"<video poster='{HOST}/x.png'></video>",
    f"<audio src='{HOST}/x.mp3'></audio>",
    f"<table background='{HOST}/x.png'></table>",
    f"<form action='{HOST}'><input name=a></form>",
    f"<button formaction='{HOST}'>x</button>",
    f"<frameset><frame src='{HOST}'></frameset>",
    f"<a href='https://example.org/' ping='{HOST}'>x</a>",
    f"<p style='background:url({HOST}/x.png)'>x</p>",
    f"<style>@import '{HOST}/x.css';</style>",
]
LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java&#x09;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#106;avascript:alert(1)",
    "\x01javascript:alert(1)",
    " \n javascript:alert(1)",
    "java&colon;script:alert(1)",
    "javascript&colon;alert(1)",
    "vbscript:x",
    "data:text/html;base64,PHNjcmlwdD4=",
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    "//example.org/x",
    "\\\\server\\share",
    "/etc/passwd",
    "../../x.html",
    "x.html",
    "blob:x",
    "ms-word:ofe|u|https://example.org/x.docx",
    "search-ms:query=x",
    "",
]
STYLES = [
    f"p{{background:url({HOST}/x.png)}}",
    f"p{{background:URL( '{HOST}/x.png' )}}",
    f"p{{background:u\\72l({HOST}/x.png)}}",
    f"p{{background:url(/**/'{HOST}/x.png')}}",
    f"@import url({HOST}/x.css);",
    f"@\\69mport '{HOST}/x.css';",
    f"@font-face{{font-family:x;src:url({HOST}/x.woff2)}}",
    f"p{{background:image-set('{HOST}/x.png' 1x)}}",
    f"p{{--a:'{HOST}/x.png';background:-webkit-image-set(var(--a) 1x)}}",
    f"p{{background:src('{HOST}/x.png')}}",
    f"@media screen{{p{{background:calc(url({HOST}/x))}}}}",
    f"@page{{@top-left{{content:url({HOST}/x.png)}}}}",
    "p{background:url(file:///etc/hostname)}",
    "p{background:url(data:text/html,x)}",
    "p{background:url(x.png)}",
]
HARMLESS = """\
<!-- een opmerking -->
<nav><ul><li><a href="#main" title='a > b'>x</a>
<li><a href=https://example.org/?a=1&amp;b=2 rel="noopener">y</a></ul></nav>
<p style="color:red" data-x="1" aria-label="x"><a href="mailto:a@example.org">m</a>
<a href="tel:+31201234567">t</a></p>
<img src="{{ images['assets/brest.svg'] }}" alt=""><br/><table><tr><td colspan=2>1 &lt; 2</table>
"""


def own(root: Path, inside: str, style: str = "") -> Workspace:
    """Make a workspace with a template that does not extend the base."""
    folder = root / "templates" / "eigen"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "template.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "brief.html.j2").write_text(BEFORE + inside + AFTER, encoding="utf-8", newline="")
    for medium in ("screen", "print"):
        (folder / f"{medium}.css").write_text(f"h1 {{ color: red }}\n{style}\n", encoding="utf-8")
    write_assets(root)
    return Workspace(root)


def made(workspace: Workspace, medium: Medium) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Make a page of the sample brief with the workspace's own template."""
    template = load_template(workspace, "eigen").value
    assert template is not None
    make = screen_page if medium == "screen" else print_page
    done = make(brief(template="eigen"), template, workspace)
    return (done.value.html if done.value else None), done.diagnostics


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("inside", [*RUNNING, *REACHING])
def test_what_runs_or_reaches_out_makes_no_page(inside: str, medium: Medium, tmp_path: Path) -> None:
    """Scripts, handlers, requests and markup that browsers mend are errors at their line, in both media."""
    html, findings = made(own(tmp_path, inside), medium)
    assert html is None
    assert {one.code for one in findings} == {"page-forbidden"}
    assert findings[0].place is not None
    assert (findings[0].place.file, findings[0].place.line) == ("templates/eigen/brief.html.j2", LINE)


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("address", LINKS)
def test_a_link_leads_only_where_a_spec_may(address: str, medium: Medium, tmp_path: Path) -> None:
    """An address with another scheme, however it is disguised, or of a file makes no page."""
    html, findings = made(own(tmp_path, f'<p><a href="{address}">x</a></p>'), medium)
    assert html is None
    assert [one.code for one in findings] == ["page-forbidden"]
    assert headline(findings[0], "nl").startswith("Dit mag niet in een pagina staan: <a href=")


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("style", STYLES)
def test_a_style_sheet_loads_nothing(style: str, medium: Medium, tmp_path: Path) -> None:
    """An address in a style sheet, in whatever spelling, is an error at the line of that sheet."""
    html, findings = made(own(tmp_path, "<p>x</p>", style), medium)
    assert html is None
    assert {one.code for one in findings} == {"page-forbidden"}
    assert findings[0].place is not None
    assert (findings[0].place.file, findings[0].place.line) == (f"templates/eigen/{medium}.css", 2)


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_number_that_no_parser_takes_is_refused(medium: Medium, tmp_path: Path) -> None:
    """Thousands of digits in a row are an error where they stand, in a sheet or an attribute."""
    declaration = f"z-index: {'7' * 5000}"
    for inside, style in (
        ("<p>x</p>", f"p {{ {declaration} }}"),
        (f"<p style='{declaration}'>x</p>", ""),
        (f"<table><tr><td colspan='{'7' * 5000}'>x</td></tr></table>", ""),
        (f"<ol start='{'7' * 5000}'><li>x</li></ol>", ""),
    ):
        html, findings = made(own(tmp_path, inside, style), medium)
        assert html is None
        assert {one.code for one in findings} == {"page-forbidden"}


DOUBLING = "".join(f"--stap-{n}: var(--stap-{n + 1}) var(--stap-{n + 1});" for n in range(20))
DEEP = "".join(f"--stap-{n}: var(--stap-{n + 1});" for n in range(200))


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("declarations", [DOUBLING, DEEP, "--stap-0: calc(1px + var(--stap-0, 2px))"])
def test_custom_properties_that_unfold_too_far_are_refused(
    declarations: str, medium: Medium, tmp_path: Path
) -> None:
    """Twenty that double, a chain of hundreds and a circle are errors at the first, in a sheet or a page."""
    html, findings = made(
        own(tmp_path, "<p>x</p>", f"@media all {{ p {{ color: red; {declarations} }} }}"), medium
    )
    assert html is None
    assert {one.code for one in findings} == {"page-forbidden"}
    place = findings[0].place
    assert place is not None
    assert (place.file, place.line) == (f"templates/eigen/{medium}.css", 2)
    half = declarations.find(";", len(declarations) // 2) + 1
    inside = f"<div style='{declarations[half:]}'><p style='{declarations[:half]}'>x</p></div>"
    html, findings = made(own(tmp_path, inside), medium)
    assert html is None
    assert {one.place and one.place.file for one in findings} == {"templates/eigen/brief.html.j2"}


@pytest.mark.parametrize(
    "inside",
    [
        "{{ '<scr' | safe }}{{ 'ipt>alert(1)</script>' | safe }}",
        "<{{ 'img' }} {{ 'on' ~ 'error' }}=alert(1)>",
        "<p>{{ style }}</p>",
        "<!-- {{ style }} -->",
        "<!-- <style> --><p title='</style>--><a href=javascript:alert(1)>x</a>'>x</p>",
        "<style>p{}</STYLE><p title='</style><a href=javascript:alert(1)>x</a>'>x</p>",
        "<a href='{{ images['assets/brest.svg'] }}'>x</a>",
    ],
)
def test_what_values_put_together_is_inspected_too(inside: str, tmp_path: Path) -> None:
    """It is the finished page that counts, and what the typesetter makes of it, not the template's text."""
    html, findings = made(own(tmp_path, inside), "print")
    assert html is None
    assert {one.code for one in findings} == {"page-forbidden"}
    assert findings[0].place is not None
    assert findings[0].place.file == "templates/eigen/brief.html.j2"


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_what_does_no_harm_is_taken(medium: Medium, tmp_path: Path) -> None:
    """Ordinary markup, in any of HTML's spellings, with links and the brief's own images, makes a page."""
    style = "p { background: url(#a) } q::before { content: '\\201C' } /* url(x) */"
    style += ":root { --a: 1px; --b: var(--a) var(--a) } p { margin: var(--b, var(--a)) }"
    html, findings = made(own(tmp_path, HARMLESS, style), medium)
    assert findings == ()
    assert html is not None
    assert 'src="data:image/svg+xml;base64,' in html
    assert "bronbrief:image" not in html


@pytest.mark.parametrize(
    "opening",
    [
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">',
        "<!doctype html><!-- x --><HTML><HEAD><meta charset=utf-8>",
        "<!DOCTYPE html><html><head>",
        "<!DOCTYPE html><html>",
        "<!DOCTYPE html>",
        "",
    ],
)
def test_every_page_has_one_policy_before_all_else(opening: str, tmp_path: Path) -> None:
    """Whatever a template says of its head, the policy stands in it, once, after the encoding alone."""
    workspace = own(tmp_path, "")
    page = f"{opening}<title>x</title><style>{{{{ style }}}}</style><p>x</p>"
    (tmp_path / "templates" / "eigen" / "brief.html.j2").write_text(page, encoding="utf-8")
    html, findings = made(workspace, "screen")
    assert findings == ()
    assert html is not None
    head, _, rest = html.partition("<title>")
    assert head.count("<meta") == 2
    assert head.lower().index("charset") < head.index('http-equiv="Content-Security-Policy"')
    assert "http-equiv" not in rest


def test_a_policy_of_the_templates_own_is_refused(tmp_path: Path) -> None:
    """A second policy, which a template of before may have, is an error at its line."""
    meta = '<meta http-equiv="Content-Security-Policy" content="default-src *">'
    html, findings = made(own(tmp_path, meta), "screen")
    assert html is None
    assert [(one.code, one.place and one.place.line) for one in findings] == [("page-forbidden", LINE)]


def test_a_page_full_of_faults_is_told_in_short(tmp_path: Path) -> None:
    """Of thousands of things that a page may not hold the first twenty are told."""
    scripts = "{% for i in range(5000) %}<script a{{ i }}></script>{% endfor %}"
    html, findings = made(own(tmp_path, scripts, "p{background:url(x)}" * 5000), "screen")
    assert html is None
    assert len(findings) == 20


def test_nothing_is_published_of_a_page_that_runs(workspace: Path) -> None:
    """A build with such a template ends in errors, for screen and print, and writes no file."""
    own(workspace, "<p>x</p>\n<script>alert(1)</script>\n<a href='javascript:alert(1)'>x</a>")
    spec = workspace / "briefs" / "veerdienst.yaml"
    spec.write_text(spec.read_text("utf-8").replace("raadsinformatiebrief", "eigen"), encoding="utf-8")
    report = build(Workspace(workspace), ["veerdienst"])
    found = {one.params["what"] for one in report.briefs[0].diagnostics if one.code == "page-forbidden"}
    assert found == {"<script>", '<a href="javascript:alert(1)">'}
    assert not (workspace / "build" / "veerdienst").exists()


def test_the_pdf_holds_no_other_link_either(tmp_path: Path) -> None:
    """A link that reaches the typesetter by another way than the page's inspection is refused there."""
    for link in ("href='javascript:alert(1)'", "href='file:///etc/passwd'", "rel=attachment href='data:,x'"):
        done = attempt(page(f"<p><a {link}>x</a></p>"), tmp_path)
        assert done.value is None
        assert "pdf-link-refused" in [one.code for one in done.diagnostics]
    style = "p{-weasy-link:url(javascript:x);link:url(javascript:x)}a{-weasy-link:attr(data-x)}"
    done = attempt(page("<p><a href='https://example.org/' data-x='javascript:x'>x</a></p>", style), tmp_path)
    assert done.value is not None
    with pikepdf.open(io.BytesIO(done.value)) as pdf:
        links = [one.A.URI for one in pdf.pages[0].Annots]
    assert [str(link) for link in links] == ["https://example.org/"]


@pytest.mark.parametrize("inside", [*RUNNING, *REACHING])
def test_verifying_a_page_sees_the_same(inside: str) -> None:
    """What no page may hold is named when a finished page is read, too."""
    text = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><p>x</p>{inside}"
    named = list(foreign(text, parse(text)))
    assert [one for one in named if one != "Content-Security-Policy"]


@pytest.mark.ci
def test_a_photograph_of_twelve_megabytes_is_printed(workspace: Path) -> None:
    """An image counts for no budget of a template: a camera's own file makes both files of a brief."""
    photo = large_photo(12_000_000)
    (workspace / "foto.jpg").write_bytes(photo)
    spec = workspace / "briefs" / "veerdienst.yaml"
    with spec.open("a", encoding="utf-8") as file:
        file.write("    figure:\n      image: foto.jpg\n      alt: De veerpont\n")
    report = build(Workspace(workspace), ["veerdienst"])
    assert [one.code for one in report.briefs[0].diagnostics if one.is_error] == []
    folder = workspace / "build" / "veerdienst"
    assert (folder / "veerdienst.html").stat().st_size > len(photo)
    assert (folder / "veerdienst.pdf").is_file()


def test_images_without_number_are_still_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that repeats an image until no machine could hold the page is stopped."""
    monkeypatch.setattr("bronbrief.html.finishing.LONGEST", 1_000_000)
    image = "{% for i in range(9000) %}<img src=\"{{ images['assets/brest.svg'] }}\" alt=''>{% endfor %}"
    html, findings = made(own(tmp_path, image), "screen")
    assert html is None
    assert [one.code for one in findings] == ["template-endless"]


@contextmanager
def canary() -> Iterator[tuple[str, list[str]]]:
    """Serve on this machine's own address for as long as the block lasts; give it, and what was asked."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_in_a_browser_the_policy_holds_by_itself(tmp_path: Path, browser: Browser) -> None:
    """What would slip through the inspection neither runs nor asks for anything; without it, it does."""
    html, _ = made(own(tmp_path, "<p>x</p>"), "screen")
    assert html is not None
    head, _, rest = html.partition("<meta http-equiv")
    bare = head + rest.partition(">")[2]
    with canary() as (host, asked):
        slipped = (
            f"<script>document.title = 'ran'</script><script src='{host}/js'></script>"
            f"<img src='{host}/img' onerror=\"document.title = 'ran'\"><style>@import '{host}/css';</style>"
            f"<link rel=stylesheet href='{host}/sheet'><iframe src='{host}/frame'></iframe>"
            f"<object data='{host}/object'></object><p style='background:url({host}/style)'>x</p>"
        )
        titles = []
        for name, text in (("with", html), ("without", bare)):
            path = tmp_path / f"{name}.html"
            path.write_text(text.replace("</body>", f"{slipped}</body>"), encoding="utf-8")
            with browser.visit(path.as_uri()) as opened:
                opened.wait_for_timeout(500)
                titles.append(opened.title() == "ran")
            if name == "with":
                assert asked == []
    assert titles == [False, True]
    assert {"/img", "/js", "/frame"} <= set(asked)
