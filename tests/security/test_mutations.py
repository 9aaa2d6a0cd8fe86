"""Whatever becomes of a spec, a record or a source, checking it ends in findings with a place and words."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bronbrief.core.diagnostics import HEADLINE_LIMIT, Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.pipeline.run import check
from bronbrief.reporting import terminal
from support.tools import ROOT, sized
from support.workspaces import SOURCE_ID

ROUNDS = sized(200, 15)
SCRAPS = (
    *(
        "",
        "~",
        "[]",
        "{}",
        "- a",
        "!!python/object/apply:os.system [id]",
        "&a x",
        "*a",
        "<<: *a",
        "'",
        '"',
        "|",
        ">",
    ),
    *(
        "\t",
        "%",
        "@x",
        "`",
        "?",
        ": b",
        "nee",
        "1e999",
        "-1",
        "2026-02-30",
        "0000-00-00",
        "2021~",
        "../../etc/passwd",
    ),
    *(
        "\u202e",
        "\u200b",
        "\ufdd00\ufdd1",
        "\ufffe",
        "\x85",
        "\u2028",
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\U000e0041",
    ),
    *(
        "e" + "\u0301" * 50,
        "{{ 7*7 }}",
        "</script>",
        "]]>",
        "<img src=x>",
        "[x](javascript:alert(1))",
        "👨‍👩‍👧",
        "ß",
        "ﬁ",
    ),
    *(
        "![[",
        "![[x]]",
        "[@",
        "[@x]",
        "[@x, al. 3]",
        "[@x; @y]",
        "[@in-stand]",
        "![[geen-reden]]",
        "`" * 50,
        "[" * 50,
    ),
    *(
        "|a|b|\n|-|-|\n|c|",
        "####### x",
        "#",
        "\\",
        "%s",
        "{page}",
        "{0.__class__}",
        "{" * 50,
        "²",
        "½",
        "٣",
        "1.000,5",
    ),
    *(
        "[…]",
        "[…] […]",
        "a […]",
        "al. 0",
        "al. 999999999999999999999",
        "antwoord ²",
        "al. 1-3",
        "..",
        "2020-09-18/..",
    ),
)
KEYS = (
    *(
        "title",
        "template",
        "lang",
        "date",
        "for",
        "key_messages",
        "excerpts",
        "sections",
        "heading",
        "body",
        "timeline",
    ),
    *(
        "comparison",
        "questions",
        "figure",
        "source",
        "quote",
        "from",
        "to",
        "passage",
        "prefix",
        "across",
        "insert",
    ),
    *(
        "sic",
        "emphasis",
        "translation",
        "cite",
        "house",
        "council",
        "accept",
        "archive",
        "method",
        "keywords",
    ),
)
FILES = ("briefs/veerdienst.yaml", f"seeds/{SOURCE_ID}.yaml", f"seeds/{SOURCE_ID}.txt")


class TextLoader(yaml.SafeLoader):
    """Reads every scalar as text, as Bronbrief does."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's way to say none


def torn(text: str, chance: random.Random) -> str:
    """Return a text with lines lost, doubled, moved and indented anew, and scraps put in anywhere."""
    lines = text.split("\n")
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(lines))
        line, scrap = lines[at], chance.choice(SCRAPS)
        cut = chance.randrange(len(line) + 1)
        lines[at] = chance.choice(
            [
                "",
                line + "\n" + line,
                " " * chance.randrange(9) + line.lstrip(),
                f"{line.partition(':')[0]}: {scrap}",
                f"{line.partition(':')[0]}:\n    {scrap}",
                line[:cut] + scrap + line[cut:],
                line[:cut] + line[cut + 1 :],
                line[:cut]
                + chr(chance.choice([chance.randrange(32), chance.randrange(127, 65000)]))
                + line[cut:],
            ]
        )
    return "\n".join(lines).replace("\n", chance.choice(["\n"] * 9 + ["\r\n"]))


def rearranged(text: str, chance: random.Random) -> str:
    """Return a YAML text with values replaced, moved, doubled, renamed and removed; it stays YAML."""
    data = yaml.load(text, TextLoader)  # noqa: S506 - a subclass of the safe loader
    for _ in range(chance.randrange(1, 4)):
        holder, key = chance.choice(list(_steps(data)))
        value, scrap = holder[key], chance.choice(SCRAPS)
        new = chance.choice(
            [None, "", [], {}, [None], {"a": None}, scrap, [value], {scrap: value}, [value, value]]
        )
        if isinstance(value, str) and chance.random() < 0.6:
            cut = chance.randrange(len(value) + 1)
            new = chance.choice(
                [value[:cut] + scrap + value[cut:], value[cut:], value * 40, value.swapcase()]
            )
        holder[key] = new
        if isinstance(holder, dict) and chance.random() < 0.3:
            holder[chance.choice(KEYS)] = holder.pop(key)
    return json.dumps(data, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 1]))


def _steps(data: Any) -> Any:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in list(items):
        yield data, key
        yield from _steps(value)


def judge(finding: Diagnostic, root: Path) -> None:
    """See that a finding has words in both languages and a place that exists."""
    for lang in ("en", "nl"):
        head = headline(finding, lang)
        assert 0 < len(head) <= HEADLINE_LIMIT, head
        assert "\n" not in head
        assert hint(finding, lang)
    place = finding.place
    assert place is not None, finding
    path = next(folder / place.file for folder in (root, ROOT) if (folder / place.file).exists())
    if place.line:
        lines = re.split(r"\r\n|\r|\n", path.read_bytes().decode("utf-8-sig", "replace"))
        assert 1 <= place.line <= (place.end_line or place.line) <= len(lines), finding
        assert 1 <= place.column <= len(lines[place.line - 1]) + 2, finding


@pytest.mark.every(2)
@pytest.mark.parametrize("change", [torn, rearranged])
@pytest.mark.parametrize("seed", [1, 2])
def test_no_change_to_a_file_breaks_anything(
    change: Callable[[str, random.Random], str], seed: int, workspace: Path
) -> None:
    """Hundreds of torn and rearranged files are checked without an exception; every finding can be shown."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice of changes
    before = {file: (workspace / file).read_bytes() for file in FILES}
    weights = (8, 2, 0 if change is rearranged else 2)
    for number in range(ROUNDS):
        (file,) = chance.choices(FILES, weights)
        changed = change(before[file].decode(), chance)
        (workspace / file).write_bytes(changed.encode("utf-8", "surrogatepass"))
        try:
            report = check(Workspace(workspace))
            found = [*report.general, *(one for brief in report.briefs for one in brief.diagnostics)]
            for one in found:
                judge(one, workspace)
            shown = terminal.render(found, Workspace(workspace), "nl" if number % 2 else "en")
        except Exception as error:
            raise AssertionError(f"round {number} of {seed}, {file}:\n{changed}") from error
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", shown)
        (workspace / file).write_bytes(before[file])


HUGE = {
    "brackets": "[" * 90_000,
    "images": "![[" * 30_000,
    "stars": "*" * 90_000,
    "quotes": "> " * 40_000,
    "rules": "* * *\n" * 9_000,
    "comments": "<!--" * 20_000,
    "cdata": "<![CDATA[" * 9_000,
    "spaces": "a" + " " * 90_000 + "b",
    "marks": "e" + "\u0301" * 90_000,
    "tokens": "\ufdd00\ufdd1" * 2_000,
    "headings": "# a\n\n" * 9_000,
    "unknown": "[@" + "a; @" * 9_000 + "a]",
    "entities": "&#" * 45_000,
    "links": "[a](b" * 18_000,
}


@pytest.mark.every(6)
@pytest.mark.parametrize("name", HUGE)
def test_no_text_keeps_the_reader_busy_for_ever(name: str, workspace: Path) -> None:
    """A hundred thousand characters made to be slow to read come to an end, shown in a page or two."""
    path = workspace / "briefs" / "veerdienst.yaml"
    body = "".join(f"      {line}\n" for line in HUGE[name].split("\n"))
    old = "      De wethouder ziet geen aanleiding om te stoppen.\n"
    path.write_text(path.read_text("utf-8").replace(old, body), encoding="utf-8")
    report = check(Workspace(workspace))
    for finding in report.briefs[0].diagnostics[:50]:
        judge(finding, workspace)


@pytest.mark.every(4)
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a: " + b"[" * 100_000, "yaml-too-deep"),
        (b"a:\n" + b"- " * 200_000 + b"x", "yaml-too-deep"),
        (b"".join(b" " * n + b"a:\n" for n in range(500)), "yaml-too-deep"),
        (b"".join(b"k%d: v\n" % n for n in range(40_000)), "yaml-too-many-findings"),
        (b"".join(b"k%d: &a%d x\n" % (n, n) for n in range(40_000)), "yaml-too-many-findings"),
        (b"a: b\n" * 100_000, "yaml-too-many-findings"),
        (b"a: [" + b"x," * 200_000 + b"]", "yaml-too-many-values"),
        (b"a" * (2 << 20), "file-too-large"),
        ("title: x\n".encode("utf-16"), "yaml-not-utf8"),
        (b"title: \0", "yaml-control-character"),
        (b"title: \xed\xa0\x80", "yaml-not-utf8"),
    ],
)
def test_a_spec_made_to_overwhelm_is_one_screen_of_findings(data: bytes, code: str, workspace: Path) -> None:
    """Depth, number and size have limits, and the findings about them can be read."""
    (workspace / "briefs" / "veerdienst.yaml").write_bytes(data)
    found = check(Workspace(workspace)).briefs[0].diagnostics
    assert code in {one.code for one in found}
    assert len(found) < 250
    assert len(terminal.render(found, Workspace(workspace), "en")) < 300_000
