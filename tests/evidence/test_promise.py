"""The promise, on the five seeds: every altered quotation refused, every variant of form accepted.

Samples are drawn with a fixed seed, so each run tests the same thousands of quotations.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator

import pytest

from bronbrief.core.diagnostics import Outcome
from bronbrief.evidence.model import Excerpt, Verdict
from bronbrief.sources.model import Catalogue, Unit

Alter = Callable[[str, random.Random], str | None]
Samples = list[tuple[str, str]]
Prove = Callable[..., Outcome[dict[str, Excerpt]]]

LOOKALIKES = dict(zip("aeiocpxyABEHKMOPCT", "аеіосрхуАВЕНКМОРСТ", strict=True))
NEGATIONS = re.compile(r"\b(?:niet|geen|nog maar weinig|zonder|Zonder) ")
PER_SOURCE = 150


@pytest.fixture(scope="module")
def samples(seeds: Catalogue, prove: Prove) -> Samples:
    """Draw quotations of 4 to 40 words from every source; nearly all must be exact as they stand."""
    drawn: Samples = []
    for source in seeds.sources.values():
        chance = random.Random(source.id)  # noqa: S311
        long = [
            one for one in source.passages if len(one.text.split()) >= 6 and one.locator.unit is not Unit.LINE
        ]
        while len([name for name, _ in drawn if name == source.id]) < PER_SOURCE:
            words = list(re.finditer(r"\S+", chance.choice(long).text))
            text = words[0].string
            first = chance.randrange(len(words) - 4)
            last = min(first + chance.randrange(4, 40), len(words)) - 1
            drawn.append((source.id, text[words[first].start() : words[last].end()]))
    proven = _prove(prove, seeds, drawn)
    kept = [sample for number, sample in enumerate(drawn) if f"q{number}" in proven]
    assert len(kept) > 0.9 * len(drawn)
    return kept


def _prove(prove: Prove, catalogue: Catalogue, quotes: Samples) -> dict[str, Excerpt]:
    excerpts = {f"q{n}": {"source": source, "quote": quote} for n, (source, quote) in enumerate(quotes)}
    outcome = prove(catalogue, excerpts)
    assert outcome.value is not None
    refused = {found.params["id"] for found in outcome.diagnostics if found.is_error}
    assert refused == excerpts.keys() - outcome.value.keys()
    return outcome.value


def _stands(catalogue: Catalogue, source_id: str, quote: str) -> bool:
    """Tell, without the folds, whether an alteration happens to be a quotation of its source too."""
    pattern = re.compile(".*".join(re.escape(part) for part in quote.split(" […] ")))
    texts = (" ".join(one.text.split()) for one in catalogue.sources[source_id].passages)
    return any(pattern.search(text) for text in texts)


def drop_word(quote: str, chance: random.Random) -> str | None:
    """Leave out a word in the middle."""
    words = quote.split()
    at = chance.randrange(1, len(words) - 1)
    return " ".join(words[:at] + words[at + 1 :])


def repeat_word(quote: str, chance: random.Random) -> str | None:
    """Write a word twice."""
    words = quote.split()
    at = chance.randrange(len(words))
    return " ".join([*words[:at], words[at], *words[at:]])


def swap_words(quote: str, chance: random.Random) -> str | None:
    """Swap two neighbours."""
    words = quote.split()
    at = chance.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def remove_negation(quote: str, _: random.Random) -> str | None:
    """Take out a negation within the quotation."""
    match = NEGATIONS.search(quote, 1)
    return match and quote[: match.start()] + quote[match.end() :]


def add_negation(quote: str, chance: random.Random) -> str | None:
    """Put a negation in."""
    words = quote.split()
    words.insert(chance.randrange(1, len(words)), "niet")
    return " ".join(words)


def change_digit(quote: str, chance: random.Random) -> str | None:
    """Change one digit."""
    places = [match.start() for match in re.finditer(r"\d", quote)]
    if not places:
        return None
    at = chance.choice(places)
    return quote[:at] + str((int(quote[at]) + chance.randrange(1, 10)) % 10) + quote[at + 1 :]


def join_thousands(quote: str, _: random.Random) -> str | None:
    """Write 22 000 as 22000 or 22.000."""
    changed = re.sub(r"(\d) (\d{3})", r"\1\2", quote)
    return changed if changed != quote else None


def look_alike(quote: str, chance: random.Random) -> str | None:
    """Replace a letter by one of another script that looks the same."""
    places = [at for at, char in enumerate(quote) if char in LOOKALIKES]
    at = chance.choice(places)
    return quote[:at] + LOOKALIKES[quote[at]] + quote[at + 1 :]


def change_case(quote: str, chance: random.Random) -> str | None:
    """Turn a capital into a small letter, or the other way round."""
    at = chance.choice([at for at, char in enumerate(quote) if char.isalpha()])
    return quote[:at] + quote[at].swapcase() + quote[at + 1 :]


def change_letter(quote: str, chance: random.Random) -> str | None:
    """Replace a letter by another."""
    at = chance.choice([at for at, char in enumerate(quote) if char.isalpha()])
    return quote[:at] + ("q" if quote[at] != "q" else "w") + quote[at + 1 :]


def drop_accent(quote: str, _: random.Random) -> str | None:
    """Take the accents off."""
    bare = "".join(char for char in unicodedata.normalize("NFD", quote) if not unicodedata.combining(char))
    return bare if bare != quote else None


def change_punctuation(quote: str, chance: random.Random) -> str | None:
    """Replace or drop a mark within the quotation."""
    places = [match.start() for match in re.finditer(r"[.,:;?!](?=.)", quote)]
    if not places:
        return None
    at = chance.choice(places)
    return (
        quote[:at]
        + chance.choice([mark for mark in ("", ".", ",", ";") if mark != quote[at]])
        + quote[at + 1 :]
    )


def change_dash(quote: str, _: random.Random) -> str | None:
    """Turn a hyphen into a dash, or leave it out."""
    return quote.replace("-", "–", 1) if "-" in quote else None


def drop_hyphen(quote: str, _: random.Random) -> str | None:
    """Write a compound without its hyphen."""
    changed = re.sub(r"(?<=\w)-(?=\w)", "", quote, count=1)
    return changed if changed != quote else None


def split_word(quote: str, chance: random.Random) -> str | None:
    """Put a space within a word."""
    at = chance.choice([match.start() + 1 for match in re.finditer(r"\w\w", quote)])
    return quote[:at] + " " + quote[at:]


def close_up(quote: str, chance: random.Random) -> str | None:
    """Write two words as one."""
    space = chance.choice(list(re.finditer(" +", quote)))
    return quote[: space.start()] + quote[space.end() :]


def cut_word(quote: str, _: random.Random) -> str | None:
    """Stop within the last word, or begin within the first."""
    return quote[:-2] if quote[-3:].isalpha() else None


def zero_width(quote: str, chance: random.Random) -> str | None:
    """Hide a character that shows nothing."""
    at = chance.randrange(1, len(quote))
    return quote[:at] + chance.choice("\u200b\u200d\u2060\ufeff\u202e") + quote[at:]


def double_for_single(quote: str, _: random.Random) -> str | None:
    """Turn single quotation marks into double ones or the other way round."""
    changed = quote.translate(str.maketrans("\"'“”‘’", "'\"‘’“”"))
    return changed if changed != quote else None


def swap_halves(quote: str, _: random.Random) -> str | None:
    """Turn the two halves round, with nothing between."""
    words = quote.split()
    half = len(words) // 2
    return " ".join(words[half:] + words[:half])


def swap_parts(quote: str, _: random.Random) -> str | None:
    """Turn the two halves round, with a mark of omission between."""
    words = quote.split()
    half = len(words) // 2
    return f"{' '.join(words[half:])} […] {' '.join(words[:half])}" if len(words) >= 8 else None


def ellipsis(quote: str, chance: random.Random) -> str | None:
    """Leave out words with a mark that is not the one for omissions."""
    words = quote.split()
    at = chance.randrange(1, len(words) - 1)
    return " ".join([*words[:at], chance.choice(["…", "...", "(…)"]), *words[at + 1 :]])


def bracket(quote: str, chance: random.Random) -> str | None:
    """Add a word of one's own in brackets."""
    words = quote.split()
    words.insert(chance.randrange(1, len(words)), chance.choice(["[sic]", "[de gemeente]"]))
    return " ".join(words)


ALTERATIONS: tuple[Alter, ...] = (
    drop_word,
    repeat_word,
    swap_words,
    remove_negation,
    add_negation,
    change_digit,
    join_thousands,
    look_alike,
    change_case,
    change_letter,
    drop_accent,
    change_punctuation,
    change_dash,
    drop_hyphen,
    split_word,
    close_up,
    cut_word,
    zero_width,
    double_for_single,
    swap_halves,
    swap_parts,
    ellipsis,
    bracket,
)


@pytest.mark.every(16)
@pytest.mark.parametrize("alter", ALTERATIONS, ids=lambda alter: alter.__name__)
def test_altered_quotations_are_refused(
    alter: Alter, samples: Samples, seeds: Catalogue, prove: Prove
) -> None:
    """No alteration of what a source says is ever accepted, and each refusal is an error about it."""
    chance = random.Random(alter.__name__)  # noqa: S311
    altered = [
        (source, changed)
        for source, quote in samples
        if (changed := alter(quote, chance)) and not _stands(seeds, source, changed)
    ]

    assert altered
    accepted = {name: one.text for name, one in _prove(prove, seeds, altered).items()}
    assert accepted == {}


def _joined(samples: Samples, link: str) -> Iterator[tuple[str, str]]:
    """Join the first half of each quotation to the second half of one from another source."""
    for number, (source, quote) in enumerate(samples):
        other, second = samples[(number + PER_SOURCE + 7) % len(samples)]
        head, tail = quote.split(), second.split()
        if other != source and len(tail) >= 8:
            yield source, " ".join(head[: len(head) // 2 + 1]) + link + " ".join(tail[len(tail) // 2 :])


@pytest.mark.every(4)
@pytest.mark.parametrize("link", [" ", " […] ", " [...] ", "\n\n"])
def test_joined_sources_are_refused(link: str, samples: Samples, seeds: Catalogue, prove: Prove) -> None:
    """Words of two sources never make one quotation, however they are joined."""
    joined = list(_joined(samples, link))

    assert len(joined) > PER_SOURCE
    assert _prove(prove, seeds, joined) == {}


def _spaces(*spaces: str) -> Alter:
    return lambda quote, chance: re.sub(" +", lambda _: chance.choice(spaces), quote)


VARIANTS: dict[str, Alter] = {
    "white space": _spaces(" ", "  ", "\t", " \t "),
    "line breaks": _spaces(" ", "\n", " \n", "\r\n", "\n  "),
    "empty lines": _spaces(" ", "\n\n", "\n \n"),
    "no-break spaces": _spaces("\u00a0", "\u202f", "\u2007", "\u2009", " "),
    "every kind of space": _spaces("\u00a0\n", "\u2003 ", "\u3000", "\f", "\u2028"),
    "curly marks": lambda quote, chance: "".join(
        chance.choice({'"': '“”„‟«»"', "'": "‘’‚‛‹›'"}.get(char, char)) for char in quote
    ),
    "straight marks": lambda quote, _: quote.translate(str.maketrans("“”„‘’‚", "\"\"\"'''")),
    "decomposed": lambda quote, _: unicodedata.normalize("NFD", quote),
    "ligatures": lambda quote, _: (
        quote.replace("fi", "ﬁ").replace("ff", "ﬀ").replace("ij", "ĳ").replace("st", "ﬆ")
    ),
    "soft hyphens": lambda quote, chance: re.sub(
        r"(?<=[a-z]{2})(?=[a-z]{2})", lambda _: chance.choice(["", "", "\u00ad", "\u00ad\n"]), quote
    ),
    "hyphens at line ends": lambda quote, chance: re.sub(
        r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: chance.choice(["", "", "-\n", "-\r\n  "]), quote
    ),
    "compounds at line ends": lambda quote, _: re.sub(r"(?<=\w)-(?=[A-Za-z])", "-\n", quote),
}


def _everything(quote: str, chance: random.Random) -> str:
    for name in ("curly marks", "ligatures", "decomposed", "every kind of space"):
        quote = VARIANTS[name](quote, chance) or quote
    return quote


@pytest.mark.every(6)
@pytest.mark.parametrize("name", [*VARIANTS, "all at once"])
def test_variants_of_form_are_accepted(name: str, samples: Samples, seeds: Catalogue, prove: Prove) -> None:
    """Form may differ in all that the folds allow; what prints is the source character for character."""
    vary = VARIANTS.get(name, _everything)
    chance = random.Random(name)  # noqa: S311
    varied = [(source, vary(quote, chance) or quote) for source, quote in samples]
    proven = _prove(prove, seeds, varied)

    assert len(proven) == len(samples)
    changed = 0
    for number, (source, quote) in enumerate(samples):
        excerpt = proven[f"q{number}"]
        assert excerpt.text == quote
        assert excerpt.source_id == source
        same = varied[number][1].strip() == quote
        assert (excerpt.verdict is Verdict.EXACT) == same
        changed += not same
    assert changed > 20
