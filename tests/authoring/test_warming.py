"""Making ready: once, and never in the way."""

from importlib.resources import files

import pytest

from bronbrief.authoring import warming
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport
from bronbrief.pipeline.run import check


def test_the_example_is_checked_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes along as an example is there, has nothing wrong with it, and comes as far as its page."""
    done: list[BuildReport] = []
    shown: list[object] = []

    def noted(workspace: Workspace, *, options: Options) -> BuildReport:
        done.append(check(workspace, options=Options(shows=lambda *page: shown.append(page))))
        assert options.shows is not None
        return done[-1]

    monkeypatch.setattr(warming, "check", noted)
    warming.warm_pages()
    assert [(brief.name, brief.diagnostics) for brief in done[0].briefs] == [("voorbeeld", ())]
    assert len(shown) == 1
    assert not (files("bronbrief.authoring") / "example" / "build").is_dir()


def test_what_fails_in_making_ready_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong shows at the first brief, where it can be told."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(warming, "check", broken)
    warming.warm_pages()
