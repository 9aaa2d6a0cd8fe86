"""The documents under judgement: the shipped briefs, and the generated ones, built once for all tests."""

import pytest

from support.generated_builds import Built, generated_briefs, shipped_briefs


@pytest.fixture(scope="session")
def generated() -> tuple[Built, ...]:
    """Return the generated briefs, built."""
    return generated_briefs()


@pytest.fixture(scope="session")
def shipped() -> tuple[Built, ...]:
    """Return the briefs of this repository, built."""
    return shipped_briefs()
