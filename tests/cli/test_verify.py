"""`bronbrief verify` as a reader of council papers meets it."""

import json
import shutil
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from support.browser import Browser
from support.published import published_small
from support.validators import nu
from support.workspaces import BRIEF, SOURCE_ID


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the small workspace, and stand outside any workspace."""
    (tmp_path / "elders").mkdir()
    monkeypatch.chdir(tmp_path / "elders")
    return Path(shutil.copytree(published_small(), tmp_path / "werk"))


def _pdf(work: Path) -> str:
    return str(work / "build" / BRIEF / f"{BRIEF}.pdf")


def test_a_proven_brief_ends_in_one_sentence(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a quotation, by the name that the page gives it; then the verdict, and what it does not say."""
    assert run(["verify", _pdf(work), "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert "  ✓ klopt  Citaat 1: “Wij zien geen reden om de dienst te staken” (Havenkrant, al. 2)\n" in out
    assert "  ✓ klopt  Noot 1: “De gemeente Oostdam houdt [sic] de veerdienst" in out
    assert "Alle 3 citaten staan zo in de bron.\n" in out
    assert "Dit bewijst niet wie de bestanden maakte" in out


def test_what_is_wrong_is_said_in_plain_words(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A forged page is shown beside what was recorded, and the exit code is 1."""
    page = work / "build" / BRIEF / f"{BRIEF}.html"
    page.write_bytes(page.read_bytes().replace(b"geen reden om", b"een reden om"))
    assert run(["verify", str(page), "--lang", "nl"]) == 1
    out = capsys.readouterr().out
    assert "✗ klopt niet  Citaat 1" in out
    assert "veerdienst.html geeft dit citaat anders dan is vastgelegd" in out
    assert "[-een-]" in out
    assert "{+geen+}" in out
    assert "Citaten: 3, waarvan 2 juist, 1 onjuist, 0 niet gecontroleerd." in out


@pytest.mark.ci
def test_sources_that_are_not_at_hand_count_only_when_strict(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the sources the exit code is 0, with --strict 1; --sources names where they are."""
    shutil.move(work / "seeds", work / "teksten")
    assert run(["verify", _pdf(work), "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert f"Bron {SOURCE_ID}.txt is niet bij de hand: niet gecontroleerd" in out
    assert "– niet gecontroleerd  Citaat 1" in out
    assert run(["verify", _pdf(work), "--strict"]) == 1
    assert run(["verify", _pdf(work), "--strict", "--sources", str(work / "teksten")]) == 0


def test_json_has_every_quotation(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs: how each quotation stands, and all findings."""
    assert run(["verify", _pdf(work), "--json", "--lang", "nl"]) == 0
    said = json.loads(capsys.readouterr().out)
    (verified,) = said["verified"]
    (brief,) = verified["briefs"]
    assert verified["standing"] == "proven"
    assert [one["standing"] for one in brief["quotations"]] == ["proven"] * 3
    assert brief["quotations"][0]["labels"]
    assert said["diagnostics"] == []


@pytest.mark.ci
def test_quiet_leaves_out_what_is_right(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --quiet only what is wrong is listed, and the verdict."""
    assert run(["verify", _pdf(work), "--quiet", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "✓" not in out
    assert out.endswith("All 3 quotations stand so in their sources.\n")


@pytest.mark.parametrize("arguments", [[], ["bestaat-niet.pdf"]])
def test_usage_is_exit_code_2(arguments: list[str]) -> None:
    """Nothing named, or a path that does not exist, is a mistake in the command."""
    assert run(["verify", *arguments]) == 2


def test_another_kind_of_file_is_exit_code_2(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that holds nothing to verify is said to be so."""
    assert run(["verify", str(work / "seeds" / f"{SOURCE_ID}.txt"), "--lang", "nl"]) == 2
    assert "verify-unknown-kind" in capsys.readouterr().out


@pytest.mark.ci
def test_nothing_is_written(work: Path) -> None:
    """Verifying changes no file and leaves none behind."""
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    assert run(["verify", _pdf(work), str(work / "build")]) == 0
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_is_valid_and_accessible(work: Path, tmp_path: Path, browser: Browser, lang: str) -> None:
    """The outcome as a web page passes the Nu checker and axe, with findings in it."""
    source = work / "seeds" / f"{SOURCE_ID}.txt"
    source.write_text(
        source.read_text(encoding="utf-8").replace("geen reden", "een <reden>"), encoding="utf-8"
    )
    path = tmp_path / "uitkomst.html"
    assert run(["verify", _pdf(work), "--html", str(path), "--lang", lang]) == 1
    html = path.read_text(encoding="utf-8")
    assert "een &lt;reden&gt;" in html
    assert nu([path]) == []
    assert browser.axe(path) == []
