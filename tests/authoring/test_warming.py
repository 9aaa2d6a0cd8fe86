"""Making ready: once, and never in the way."""

import pytest

from bronbrief.authoring import warming
from bronbrief.pipeline.context import Desk
from bronbrief.pipeline.road import Trip, review


def test_the_example_is_looked_over_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes along as an example is there, has nothing wrong with it, and comes as far as its page."""
    done: list[Trip] = []

    def looked(desk: Desk, trip: Trip) -> None:
        review(desk, trip)
        done.append(trip)

    monkeypatch.setattr(warming, "review", looked)
    warming.warm_pages()
    assert [(trip.name, trip.findings.found, trip.proof is None) for trip in done] == [
        ("voorbeeld", [], False)
    ]
    assert not (done[0].workspace.root / "build").exists()


def test_what_fails_in_making_ready_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong shows at the first brief, where it can be told."""

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(warming, "prove", broken)
    warming.warm_pages()
