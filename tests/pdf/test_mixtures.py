"""Documents that nobody wrote: pieces of every kind in chance order, judged by veraPDF in one run."""

import random
from pathlib import Path

import pytest

from support.tools import sized
from support.typesetting import attempt, page
from support.validators import verapdf

SENTENCE = "Een zin over verantwoordelijkheidsverdelingen en stedenbandovereenkomsten. "
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
    "RU5ErkJggg=="
)
STYLE = ".voet{float:footnote}code,pre{font-family:tekst}table{border-collapse:collapse}"
PIECES = (
    "<p>TEXT</p>",
    "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>",
    "<dl><dt>a</dt><dd>b</dd><div><dt>c</dt><dt>d</dt><dd>e</dd><dd>f</dd></div></dl>",
    "<blockquote lang=en>TEXT<blockquote><p>in</p></blockquote></blockquote>",
    "<p>Voet<span class=voet>De <a href='https://example.org/'>noot</a>. TEXT</span> na.</p>",
    "<figure><img src='IMAGE' alt='x'><figcaption>TEXT <a href='#k'>k</a></figcaption></figure>",
    "<figure><img src='IMAGE' alt='x'><img src='IMAGE' alt='y'><figcaption>twee</figcaption></figure>",
    "<figure><blockquote><p>q</p></blockquote><figcaption>bron</figcaption></figure>",
    "<figure><figcaption>boven</figcaption><table><tr><th>a<td>b</table></figure>",
    "<table><caption>c</caption><thead><tr><td><th>K<th>M<tfoot><tr><th>T<td>1<td>2<tbody><tr><th scope=rowgroup colspan=3>G<tbody>ROWS</table>",  # noqa: E501
    "<p><a href='https://example.org'><b>vet</b> <em>TEXT</em><img src='IMAGE' alt='beeld'></a></p>",
    "<p><q lang=fr>« un <q>deux</q> »</q> <abbr title=Uit>u</abbr> <code>x</code></p>",
    "<nav role=doc-toc><h2>I</h2><ol><li><a href='#k'>K <em>e</em></a> t<ol><li><a href='#k'>L</a></ol></ol></nav>",  # noqa: E501
    "<pre>regel een\n  regel twee</pre><address>a<br>b</address><hr>",
    "<details open><summary>s</summary><p>d</p></details><div lang=de><p>eins</p><p>zwei</p></div>",
    "<svg xmlns='http://www.w3.org/2000/svg' width=9 height=9><title>blok</title><rect width=9 height=9 /></svg>",  # noqa: E501
    "<div style='columns:2'><p>TEXT TEXT</p></div><p style='text-transform:uppercase'>straße TEXT</p>",
    "<div style='position:relative'><p style='position:absolute;right:0'>abs</p><p>rel</p></div>",
    "<p>spatie<b> </b>tussen <i>a</i><i>b</i>&shy;c</p>",
)


def mixture(seed: int) -> str:
    """Return a document of seven pieces; texts and tables are short or run over pages."""
    chance = random.Random(seed)  # noqa: S311 - the same documents every time
    body = "<h1 id=k>Kop</h1>"
    for piece in chance.sample(PIECES, 7):
        rows = "<tr><th scope=row>r<td>1<td>2" * chance.choice([2, 70])
        text = (SENTENCE * chance.choice([1, 3, 30])).strip()
        body += piece.replace("TEXT", text).replace("ROWS", rows).replace("IMAGE", PIXEL)
    return page(body, STYLE)


@pytest.mark.ci
def test_mixtures_meet_both_standards(tmp_path: Path) -> None:
    """VeraPDF finds nothing in documents of pieces in chance order, 24 of them in CI."""
    paths = []
    for seed in range(sized(24, 6)):
        done = attempt(mixture(seed))
        assert done.value, done.diagnostics
        paths.append(tmp_path / f"{seed:02}.pdf")
        paths[-1].write_bytes(done.value)
    assert not verapdf(paths)
