"""House styles as someone might write them: some rules for any part of a page, made from a seed."""

import random

from bronbrief.core.workspace import Workspace
from bronbrief.verify.proofs import Standing
from bronbrief.verify.verify import verify

SELECTORS = """
    body | h1 | h2 | h3 | header | .kind | .facts | .facts dt | .logo | .lead | p | ul | li |
    .section | .quotation-block | .quotation-number | blockquote | blockquote p | .quotation | q |
    .attribution | .translation | .apparatus | .note | table | th | td | figure | figcaption | a
""".split("|")
DECLARATIONS = """
    margin-left:40pt | margin-left:-14mm | margin-top:-20pt | margin:0 | padding:6pt |
    padding-left:3em | float:right | float:left;width:40% | width:60% | max-width:90mm |
    text-align:center | columns:2 | text-indent:2em | text-indent:-9mm | position:relative;left:12mm |
    position:absolute;right:0;top:0 | background:#eef | background:#003366;color:#fff |
    border:1pt solid #c00 | border-radius:6pt | border-left:4pt solid #c00 |
    border-radius:30pt;border:2pt solid | box-shadow:2pt 2pt #999 | font-size:6pt | font-size:18pt |
    font-weight:700 | line-height:.8 | line-height:2 | letter-spacing:.1em |
    text-transform:uppercase | text-decoration:underline | text-decoration:line-through | color:#777 |
    display:block | display:inline | display:flex | display:inline-block | display:list-item |
    list-style:square | list-style:none | list-style-position:inside | break-before:page |
    break-inside:avoid | bookmark-level:none | bookmark-level:4 | opacity:.6 |
    overflow:hidden;max-height:20mm | transform:rotate(2deg) | vertical-align:super |
    white-space:nowrap | white-space:pre | word-spacing:.4em | hyphens:none
""".split("|")
BESIDE = (
    "h2::before{content:'§ '}",
    "li::marker{content:'→ '}",
    ".kind::after{content:' (gemeente)'}",
    "blockquote::before{content:'';display:block;border-top:1pt solid}",
    "@page{margin:12mm}",
    "@page :first{margin-top:60mm}",
    ".note::before{content:'* '}",
    "table{border-collapse:collapse}td,th{border:1pt solid #999}",
)


def house_style(seed: int) -> str:
    """Return a style sheet of one to four rules."""
    chance = random.Random(seed)  # noqa: S311
    rules = []
    for _ in range(chance.randint(1, 3)):
        declared = ";".join(chance.sample(DECLARATIONS, chance.randint(1, 2)))
        rules.append(f"{chance.choice(SELECTORS).strip()}{{{declared.strip()}}}")
    return "\n".join([*rules, *chance.sample(BESIDE, chance.randint(0, 1))])


def wrong_of(workspace: Workspace) -> list[str]:
    """Return the published files that a reader's proof calls wrong."""
    files = [path for path in workspace.build.rglob("*") if path.suffix in (".pdf", ".html")]
    return [path.name for path in files if verify(path, workspace).standing is Standing.WRONG]
