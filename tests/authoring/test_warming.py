"""Making ready: with the example, which is in order, and never in the way."""

from importlib.resources import files

import pytest

from bronbrief.authoring import warming
from bronbrief.pipeline.job import Job, Result
from bronbrief.pipeline.worker import make_brief


def test_the_example_is_made_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes along as an example is there, says no more than that it is one, and comes to its PDF."""
    done: list[Result] = []

    def noted(job: Job) -> Result:
        done.append(make_brief(job))
        return done[-1]

    monkeypatch.setattr(warming, "make_brief", noted)
    warming.warm()
    warming.warm("pdf", "html")
    assert {one.code for result in done for one in result.diagnostics} == {"unedited"}
    assert [len(result.files) for result in done] == [0, 3]
    assert not (files("bronbrief.authoring") / "example" / "build").is_dir()
