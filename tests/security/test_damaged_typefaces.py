"""A typeface in the user's cache that is damaged, or is another, never gets into a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.html import webfonts
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import build
from support.workspaces import BRIEF

SPOILS: dict[str, Callable[[list[bytes], int], bytes]] = {
    "cut short": lambda kept, at: kept[at][: len(kept[at]) // 2],
    "of no length": lambda _kept, _at: b"",
    "a byte turned": lambda kept, at: kept[at][:-9] + bytes([kept[at][-9] ^ 1]) + kept[at][-8:],
    "another's content": lambda kept, at: kept[at - 1],
}


@pytest.mark.ci
@pytest.mark.every(4)
@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
def test_a_damaged_typeface_is_made_anew(
    spoil: Callable[[list[bytes], int], bytes],
    workspace: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With every kept typeface damaged, pages have the same bytes as without any damage."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    page = workspace / "build" / BRIEF / f"{BRIEF}.html"
    forced = Options(("html",), force=True)
    webfonts._encoded.cache_clear()
    build(Workspace(workspace), options=forced)
    whole = page.read_bytes()
    files = sorted((tmp_path / "cache" / "bronbrief" / "fonts").iterdir())
    kept = [file.read_bytes() for file in files]
    assert len(kept) > 1
    for at, file in enumerate(files):
        file.write_bytes(spoil(kept, at))

    webfonts._encoded.cache_clear()
    build(Workspace(workspace), options=forced)
    assert page.read_bytes() == whole
    assert [file.read_bytes() for file in files] == kept
