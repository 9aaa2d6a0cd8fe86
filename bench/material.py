"""What is measured: workspaces of any number of briefs, a long brief, and sources of any size."""

import hashlib
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)


def shipped() -> list[Path]:
    """Return the specs that ship with the project, in alphabetical order."""
    return sorted(path for path in (ROOT / "briefs").glob("*.yaml") if not path.name.startswith("_"))


def make_workspace(folder: Path, briefs: int) -> Path:
    """Make a workspace of so many briefs: the shipped ones in turn, each with a title of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("briefs", "build"):
        (folder / name).mkdir(parents=True)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "briefs" / "_defaults.yaml", folder / "briefs")
    texts = [path.read_text(encoding="utf-8") for path in shipped()]
    for number in range(briefs):
        text = texts[number % len(texts)]
        title = TITLE.search(text)
        if title is None:
            raise ValueError("a shipped spec without a title")
        # Of small letters: a number or a name would be a claim that no source carries.
        words = f"{title[1].strip().strip(chr(34))}, {_letters(number)}"
        text = text.replace(title[0], f'title: "{words}"', 1)
        (folder / "briefs" / f"brief-{number + 1:05}.yaml").write_text(text, encoding="utf-8")
    return folder


def _letters(number: int) -> str:
    """Count in letters: a, b, … z, ba, bb, and so on."""
    rest, last = divmod(number, 26)
    return (_letters(rest) if rest else "") + chr(ord("a") + last)


def make_long_brief(folder: Path, sections: int) -> Path:
    """Make a workspace of one brief with so many sections of quotations: about a page each."""
    make_workspace(folder, 0)
    text = shipped()[1].read_text(encoding="utf-8")
    head, _, tail = text.partition("\nsections:\n")
    part, mark, rest = tail.partition("\nmethod:")
    body = "\n".join(
        re.sub(r"(?m)^(  - heading: .*)$", rf"\g<1>, {_letters(number)}", part) for number in range(sections)
    )
    (folder / "briefs" / "lang.yaml").write_text(f"{head}\nsections:\n{body}{mark}{rest}", encoding="utf-8")
    return folder


def write_source(folder: Path, name: str, text: str) -> None:
    """Write a source and its record."""
    data = text.encode()
    (folder / "seeds" / f"{name}.txt").write_bytes(data)
    record = (
        f"title: {name}\ntitle_basis: stated\nkind: report\nlang: nl\n"
        f"sha256: {hashlib.sha256(data).hexdigest()}\n"
    )
    (folder / "seeds" / f"{name}.yaml").write_text(record, encoding="utf-8")
