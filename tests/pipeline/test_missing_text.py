"""A record without its text: that is said once, at the record, and not as an unknown source as well."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check
from support.workspaces import BRIEF, SPEC, write_minimal_workspace


@pytest.mark.parametrize("names", [(), (BRIEF,)])
def test_source_without_text_is_not_called_unknown(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Whether all briefs are checked or one, the record is named, and nothing that follows from it."""
    root = write_minimal_workspace(tmp_path / "workspace")
    spec = SPEC.replace("![[geen-reden]]", "![[geen-reden]]\n\n      Zie ook [@havenkrant-2023, al. 2].")
    (root / f"briefs/{BRIEF}.yaml").write_text(spec, encoding="utf-8")
    (root / "seeds/havenkrant-2023.txt").unlink()

    found = check(Workspace(root), names).diagnostics

    assert [one.code for one in found] == ["record-without-source"]
