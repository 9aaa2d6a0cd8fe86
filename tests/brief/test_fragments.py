"""Addresses with text fragments, as browsers read them (WICG, URL Fragment Text Directives)."""

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from bronbrief.brief.fragments import fragment_url


def test_short_text_is_given_whole() -> None:
    """A few words are given whole; hyphens and commas, which mean something there, are encoded."""
    assert fragment_url("https://krant.nl/1", ["Wit-Rusland, nu"]) == (
        "https://krant.nl/1#:~:text=Wit%2DRusland%2C%20nu"
    )


def test_long_text_is_given_by_its_ends() -> None:
    """Of a long text only the first and last five words stand in the address."""
    text = " ".join(f"woord{number}" for number in range(30))

    assert fragment_url("https://krant.nl/1", [text]).endswith(
        "text=woord0%20woord1%20woord2%20woord3%20woord4,woord25%20woord26%20woord27%20woord28%20woord29"
    )


def test_parts_have_a_directive_each() -> None:
    """The parts around an omission are found one by one; a fragment that was there stays."""
    assert (
        fragment_url("https://krant.nl/1#kop", ["een", "twee"])
        == "https://krant.nl/1#kop:~:text=een&text=twee"
    )
    assert fragment_url("https://krant.nl/1", []) == "https://krant.nl/1"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_directive_holds_the_words(text: str) -> None:
    """Decoded, a directive begins and ends as the text does, and holds no character of its grammar."""
    url = fragment_url("https://krant.nl/1", [text])
    if not text.strip():
        assert url == "https://krant.nl/1"
        return
    directive = url.partition("text=")[2]
    start, _, end = directive.partition(",")
    flat = " ".join(text.split())

    assert not set(directive) & set("-& #<>\"'")
    assert flat.startswith(unquote(start))
    assert flat.endswith(unquote(end or start))
