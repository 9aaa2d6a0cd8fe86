"""Briefs whose sources lack a fact or have an odd one, for tests of what is printed beside a quotation."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from bronbrief.core.workspace import Workspace
from support.workspaces import RECORD, SOURCE, SOURCE_ID, SPEC, write_minimal_workspace

DATES = (
    "2021",
    "2021-05",
    "2021-05-09",
    "2021~",
    "2021-05?",
    "2021%",
    "2021-21",
    "201X",
    "19XX",
    "2021-XX",
    "2021-05-XX",
    "2020-09-18/..",
    "../2021",
    "2021-05/2021-08",
    "2021-05-03/2021-05-07",
    "2020-12-30/2021-01-02",
    "Y17000000",
)
"""Dates in EDTF, a few of each form."""

URL, AUTHOR = "https://example.nl/a", "J. de Vries"

FACTS: Mapping[str, tuple[str, Mapping[str, str | None]]] = {
    "alles": ("nl-NL", {"url": URL, "author": AUTHOR}),
    "zonder-datum": ("nl-NL", {"date": None}),
    "zonder-uitgever": ("en", {"publisher": None, "author": AUTHOR}),
    "zonder-iets": ("en", {"publisher": None, "date": None}),
    "maand": ("nl-BE", {"date": "2021-05", "publisher": "Omroep 2 “Zee & Haven”"}),
    "ongeveer": ("en", {"date": "2021~", "url": URL}),
    "weglating": ("nl-NL", {"date": "2021-05-02/2021-05-09"}),
}
"""For each brief its language, and what its source says otherwise than is usual; None leaves a fact out."""

CUT = "![[kosten]]"
KOSTEN = """\
  kosten:
    source: havenkrant-2023
    quote: zegt de wethouder. […] 1,5 miljoen euro
    sic: [zegt]
sections:
"""


def write_workspace(root: Path) -> Workspace:
    """Write a brief and a source of its own for each of FACTS; one of them quotes with marks alone."""
    write_minimal_workspace(root)
    for path in (*root.glob("briefs/*"), *root.glob("seeds/*")):
        path.unlink()
    for number, (name, (lang, change)) in enumerate(FACTS.items()):
        source = SOURCE.replace("Oostdam", f"Oostdam {number}").encode()
        (root / "seeds" / f"{name}.txt").write_bytes(source)
        record = RECORD.format(sha256=hashlib.sha256(source).hexdigest())
        (root / "seeds" / f"{name}.yaml").write_text(_changed(record, change), encoding="utf-8")
        spec = _marked(SPEC) if name == "weglating" else SPEC
        spec = spec.replace("Oostdam", f"Oostdam {number}").replace("nl-NL", lang)
        (root / "briefs" / f"{name}.yaml").write_text(spec.replace(SOURCE_ID, name), encoding="utf-8")
    return Workspace(root)


def _changed(record: str, change: Mapping[str, str | None]) -> str:
    lines = [line for line in record.splitlines() if line.partition(":")[0] not in change]
    lines += [f"{key}: {value}" for key, value in change.items() if value is not None]
    if change.get("date", "") is None:
        lines = [line for line in lines if not line.startswith("date_basis")]
    return "\n".join(lines) + "\n"


def _marked(spec: str) -> str:
    """Let a spec quote nothing but with an omission and [sic]."""
    head, _, tail = spec.partition("  in-stand:\n")
    tail = tail.partition("sections:\n")[2].replace("![[geen-reden]]", CUT)
    return head.replace("[@in-stand]", "[@kosten]") + KOSTEN + tail
