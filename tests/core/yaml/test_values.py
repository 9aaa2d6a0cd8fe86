"""YAML is read strictly, every value knows its place, and nothing that a file holds can raise."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bronbrief.core.diagnostics import Place
from bronbrief.core.yaml import values as positions
from bronbrief.core.yaml.values import DEPTH_LIMIT, NODE_LIMIT, Positioned, read_yaml
from bronbrief.locale.diagnostics import headline
from support.tools import sized

FILE = "briefs/x.yaml"


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    loader = yaml.SafeLoader if request.param == "python" else getattr(yaml, "CSafeLoader", None)
    if loader is None:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(positions, "_LOADER", loader)


def _read(text: str | bytes) -> Positioned:
    outcome = read_yaml(text.encode() if isinstance(text, str) else text, FILE)
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    return outcome.value


def _found(text: str | bytes) -> list[tuple[str, int, int]]:
    data = text.encode() if isinstance(text, str) else text
    diagnostics = read_yaml(data, FILE).diagnostics
    assert all(one.place is not None and one.place.file == FILE for one in diagnostics)
    return [(one.code, one.place.line, one.place.column) for one in diagnostics if one.place]


def test_every_scalar_is_text_and_an_empty_value_is_none() -> None:
    """Words and numbers to which YAML 1.1 gives a type stay as typed; quoted emptiness is text."""
    text = (
        "a: nee\nb: on\nc: 1.0\nd: 2026-11-21\ne: ~\nf: null\ng:\nh: ''\ni: 0x1F\nj: [yes, 1_000]\n2024: k\n"
    )
    assert _read(text).value == {
        "a": "nee",
        "b": "on",
        "c": "1.0",
        "d": "2026-11-21",
        "e": "~",
        "f": "null",
        "g": None,
        "h": "",
        "i": "0x1F",
        "j": ["yes", "1_000"],
        "2024": "k",
    }


def test_values_and_keys_have_their_own_places() -> None:
    """A place is as narrow as the value or the key, in blocks and in brackets."""
    read = _read('title: Brest\nlist:\n  - één\n  - {a: "x y", b: z}\nempty:\nlast: 1\n')
    assert read.places.value(("title",)) == Place(FILE, 1, 8, 1, 13)
    assert read.places.key(("title",)) == Place(FILE, 1, 1, 1, 6)
    assert read.places.value(("list", 0)) == Place(FILE, 3, 5, 3, 8)
    assert read.places.value(("list", 1, "a")) == Place(FILE, 4, 9, 4, 14)
    assert read.places.key(("list", 1, "b")) == Place(FILE, 4, 16, 4, 17)
    assert read.places.value(("list",)) == Place(FILE, 3, 3, 4, 21)
    assert read.places.value(("empty",)) == Place(FILE, 5, 1, 5, 6)
    assert read.places.after_key(("title",)) == ": Brest"


def test_a_missing_path_gives_its_nearest_parent() -> None:
    """What is not there is reported at the key of the mapping that lacks it, or at its first line."""
    read = _read("# c\ntitle: x\nhouse:\n  name: y\nrows:\n  - a: b\n    c: d\n")
    assert read.places.value(("house", "logo", "alt")) == Place(FILE, 3, 1, 3, 6)
    assert read.places.value(("rows", 0, "z")) == Place(FILE, 6, 5, 6, 9)
    assert read.places.value(("nothing",)) == Place(FILE, 2, 1, 2, 9)


def test_columns_count_characters_after_a_mark_and_beyond_the_basic_plane() -> None:
    """A byte order mark, accents and emoji shift no column: one character is one column."""
    read = _read(b"\xef\xbb\xbf" + "é😀: ë\r\nb: c\r\n".encode())
    assert read.places.value(("é😀",)) == Place(FILE, 1, 5, 1, 6)
    assert read.places.value(("b",)) == Place(FILE, 2, 4, 2, 5)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: Deel: het\n", "yaml-colon-in-value", 1, 4),
        ('a: "x\nb: y\n', "yaml-unclosed-quote", 1, 4),
        ('a: "x\nb: "y"\n', "yaml-unclosed-quote", 1, 4),
        ("a:b\nc: d\n", "yaml-colon-space", 1, 2),
        ("a: b\nsections\n", "yaml-colon-missing", 2, 1),
        ('a: "x" y\n', "yaml-text-after-quote", 1, 8),
        ("a: 'it's'\n", "yaml-text-after-quote", 1, 8),
        ("a: [x](y)\n", "yaml-text-after-bracket", 1, 7),
        ("a: [1, 2\nb: 3\n", "yaml-unclosed-bracket", 1, 4),
        ("a: {b: 1\n", "yaml-unclosed-bracket", 1, 4),
        ("a:\n  b: 1\n c: 2\n", "yaml-indent-line", 3, 1),
        ("a:\n  b: 1\n    c: 2\n", "yaml-indent-line", 3, 1),
        ("a:\n\tb: 1\n", "yaml-tab", 2, 1),
        ("a: @x\n", "yaml-special-character", 1, 4),
        ("a: `x`\n", "yaml-special-character", 1, 4),
        ("a: **vet** woord\n", "yaml-special-character", 1, 4),
        ("a: - b\n", "yaml-list-on-line", 1, 4),
        ('a: "\\q"\n', "yaml-escape", 1, 5),
        ("a: *b\n", "yaml-alias", 1, 4),
        ("a: &b c\n", "yaml-anchor", 1, 4),
        ("a: !!python/object:os.system c\n", "yaml-tag", 1, 4),
        ("<<: {a: 1}\n", "yaml-merge-key", 1, 1),
        ("? [a]\n: b\n", "yaml-key-not-text", 1, 3),
        ("'': b\n", "yaml-key-not-text", 1, 1),
        ("a: 1\n---\nb: 1\n", "yaml-several-documents", 2, 1),
        ("", "yaml-empty", 1, 1),
        ("# alleen commentaar\n", "yaml-empty", 1, 1),
        ("- a\n- b\n", "yaml-not-a-mapping", 1, 1),
        ("tekst\n", "yaml-not-a-mapping", 1, 1),
        ("a: x\x01\n", "yaml-control-character", 1, 5),
        ("a: x\u2028y\n", "yaml-control-character", 1, 5),
        ('a: "\\x00"\n', "yaml-control-character", 1, 4),
        (b"a: b\nc: caf\xe9\n", "yaml-not-utf8", 2, 7),
        (b"\xff\xfea\x00", "yaml-not-utf8", 1, 1),
    ],
)
def test_each_mistake_has_its_own_finding_at_its_place(
    text: str | bytes, code: str, line: int, column: int
) -> None:
    """The mistakes that people make in YAML are named, where they made them."""
    assert _found(text)[:1] == [(code, line, column)]


def test_no_headline_speaks_as_the_parser_does() -> None:
    """The parser's own words do not reach a reader."""
    (finding,) = read_yaml(b"title: Deel: het begin\n", FILE).diagnostics
    assert headline(finding) == "A colon stands inside a value without quotation marks"
    assert headline(finding, "nl") == "Er staat een dubbele punt in een waarde zonder aanhalingstekens"


def test_a_duplicate_key_shows_both_places_and_the_first_counts() -> None:
    """The second of two equal keys is refused and the first shown beside it."""
    outcome = read_yaml(b"a: 1\nb: 2\na: [3, 4]\n", FILE)
    (finding,) = outcome.diagnostics
    assert finding.code == "yaml-duplicate-key"
    assert finding.place == Place(FILE, 3, 1, 3, 2)
    assert [related.place for related in finding.related] == [Place(FILE, 1, 1, 1, 2)]
    assert outcome.value is not None
    assert outcome.value.value == {"a": "1", "b": "2"}


def test_all_refusals_of_a_readable_file_come_at_once() -> None:
    """Tags, anchors and duplicates do not hide each other."""
    codes = [code for code, _, _ in _found("a: !x 1\nb: &y 2\nb: 3\n<<: {c: d}\n")]
    assert codes == ["yaml-tag", "yaml-anchor", "yaml-duplicate-key", "yaml-merge-key"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_is_limited(opening: str) -> None:
    """A file of nothing but opening brackets is refused at the limit, not at the end of the stack."""
    text = "a: " + opening * 200_000 if opening != "- " else "a:\n  " + opening * 200_000
    ((code, _, _),) = _found(text)
    assert code == "yaml-too-deep"
    assert _read("a: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1))


@pytest.mark.ci
def test_the_number_of_values_is_limited() -> None:
    """A file with more values than any brief needs is refused."""
    ((code, _, _),) = _found("a: [" + "x," * (NODE_LIMIT + 1) + "]")
    assert code == "yaml-too-many-values"


def test_an_alias_bomb_is_refused_at_its_first_reference() -> None:
    """The classic bomb of nested aliases never expands."""
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    codes = [code for code, _, _ in _found("\n".join(lines))]
    assert codes[-1] == "yaml-alias"


def test_every_repeat_of_a_key_is_reported() -> None:
    """Every repeat of a key is a finding; of thirty thousand the first two hundred, and a word more."""
    assert len(_found("a: 1\n" * 150)) == 149
    codes = [code for code, _, _ in _found("a: 1\n" * 30_000)]
    assert set(codes[:-1]) == {"yaml-duplicate-key"}
    assert len(codes) == 202
    assert codes[-1] == "yaml-too-many-findings"


_YAMLISH = st.text(st.sampled_from("ab \n:-'\"\\[]{}#|>&*!%@`,?\t\r0é\u00a0nuxN\ufeff<=~😀"), max_size=80)


@settings(max_examples=sized(300, 75), deadline=None)
@given(_YAMLISH)
def test_no_text_raises(text: str) -> None:
    """Any text gives a value or a finding, and every place lies inside it."""
    outcome = read_yaml(text.encode(), FILE)
    assert outcome.value is not None or outcome.diagnostics
    for finding in outcome.diagnostics:
        assert finding.place is not None
        assert finding.place.line >= 1
        assert finding.place.column >= 1
    if outcome.value is not None:
        for path in outcome.value.places.spans:
            place = outcome.value.places.value(path)
            assert (place.line, place.column) <= (place.end_line, place.end_column)


@settings(max_examples=sized(300, 75), deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_raise(data: bytes) -> None:
    """Any bytes give a value or a finding."""
    outcome = read_yaml(data, FILE)
    assert outcome.value is not None or outcome.diagnostics
