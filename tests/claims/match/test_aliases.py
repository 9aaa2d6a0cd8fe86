"""Places and what is named after them."""

import pytest

from bronbrief.claims.match.aliases import adjective_stems, place_stems


@pytest.mark.parametrize(
    ("place", "named"),
    [
        *(("halle", "halse"), ("nijmegen", "nijmeegse"), ("roeselare", "roeselaarse"), ("gouda", "goudse")),
        *(("leiemeersen", "leiemeerse"), ("pajottenland", "pajotse"), ("antwerpen", "antwerpenaar")),
        *(("hengelo", "hengelose"), ("amsterdam", "amsterdammers"), ("zulte", "zultse"), ("leiden", "leids")),
    ],
)
def test_a_place_and_what_is_named_after_it_share_a_stem(place: str, named: str) -> None:
    """Spelling doubles letters and drops endings; what is left is the same."""
    assert place_stems(place) & adjective_stems(named)


@pytest.mark.parametrize(
    ("place", "named"), [("halle", "hasseltse"), ("gent", "genkse"), ("putten", "putte"), ("assen", "asse")]
)
def test_other_places_do_not(place: str, named: str) -> None:
    """A place that is spelled nearly so is another one."""
    assert not place_stems(place) & adjective_stems(named)
