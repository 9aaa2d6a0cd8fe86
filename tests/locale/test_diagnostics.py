"""The words of diagnostics: short headlines, hints that say what to do, alike in all languages."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import bronbrief
from bronbrief.core.diagnostics import CODES_FILE, HEADLINE_LIMIT, codes
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import words
from support.fields import fields

SAID = {
    lang: {
        code: words(code, lang)
        for code, known in codes().items()
        if code in i18n.words(f"diagnostics/{known.area}", lang)
    }
    for lang in i18n.languages()
}
HERE = Path(__file__).parent
VERBS = {lang: (HERE / f"verbs.{lang}.txt").read_text(encoding="utf-8").split() for lang in i18n.languages()}
SOURCE = Path(bronbrief.__file__).parent


@pytest.mark.parametrize("lang", SAID)
def test_headlines_are_short_and_plain(lang: str) -> None:
    """Filled with short words a headline fits 70 characters, begins with a capital and takes no full stop."""
    for code, said in SAID[lang].items():
        filled = said.headline.format_map(dict.fromkeys(fields(said.headline), "woord"))

        assert len(filled) <= HEADLINE_LIMIT, code
        assert not filled.endswith("."), code
        assert filled[0].isupper() or said.headline[0] in "{“", code


@pytest.mark.parametrize("lang", SAID)
def test_hints_begin_with_a_verb(lang: str) -> None:
    """A hint says what to do: it begins with a verb, and ends as a sentence or with something to copy."""
    for code, said in SAID[lang].items():
        assert said.hint.split()[0].strip(",") in VERBS[lang], code
        assert said.hint.rstrip("”)").endswith((".", "?", "`", "}")), code


@pytest.mark.parametrize("lang", SAID)
def test_causes_and_cures_are_paragraphs(lang: str) -> None:
    """Cause and cure are whole sentences without fields, for a reader who has no finding at hand."""
    for code, said in SAID[lang].items():
        for paragraph in (said.cause, said.cure):
            assert paragraph.endswith((".", "”", ")")), code
            assert "\n" not in paragraph, code


@pytest.mark.parametrize("lang", SAID)
def test_no_words_send_the_reader_to_a_page_that_the_app_lacks(lang: str) -> None:
    """What a finding says is enough: it names no page of docs/ and no reference, which a user has not got."""
    pages = "|".join(re.escape(page.name) for page in (SOURCE.parents[1] / "docs").glob("*.md"))
    elsewhere = re.compile(
        rf"\bdocs/|\b(?:{pages})\b|\b[Nn]aslag|\b[Rr]eference(?: of the spec| lists|,? and write)"
    )

    for code, said in SAID[lang].items():
        for text in (said.headline, said.hint, said.cause, said.cure):
            assert not elsewhere.search(text), code


def test_languages_show_the_same_values() -> None:
    """A value that one language shows is not kept from another."""
    for code in codes():
        said = [words(code, lang) for lang in i18n.languages()]

        assert len({frozenset(fields(one.headline) | fields(one.hint)) for one in said}) == 1, code
        assert len({frozenset(fields(one.headline)) for one in said}) == 1, code


def test_no_code_is_defined_twice() -> None:
    """Every code belongs to one area, and is written in kebab-case."""
    listed = [
        code for area in tomllib.loads(CODES_FILE.read_text(encoding="utf-8")).values() for code in area
    ]

    assert len(listed) == len(set(listed))
    assert all(code == code.lower() and "_" not in code and " " not in code for code in listed)


@pytest.mark.parametrize("lang", i18n.languages())
def test_every_code_has_words_and_all_words_have_a_code(lang: str) -> None:
    """The words of an area are those of its codes: a shipped language lacks none, and none is left over."""
    folder = SOURCE / "locale" / lang / "diagnostics"
    found = {
        (path.stem, code)
        for path in folder.glob("*.toml")
        for code, said in tomllib.loads(path.read_text(encoding="utf-8")).items()
        if isinstance(said, dict)
    }

    assert found == {(known.area, code) for code, known in codes().items()}


def test_every_code_is_found_by_something() -> None:
    """A code that nothing in the program names, whole or put together, is taken off the list."""
    named, made = set[str](), set[str]()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                made.add(
                    "".join(
                        str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "[a-z]+"
                        for part in node.values
                    )
                )
    patterns = [
        one for one in made if re.fullmatch(r"[a-z+\[\]-]*", one) and re.search(r"[a-z]{2}-|-[a-z]{2}", one)
    ]

    assert not [
        code for code in codes() if code not in named and not any(re.fullmatch(one, code) for one in patterns)
    ]
