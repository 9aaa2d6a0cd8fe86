"""Finished web pages altered in text, elements, attributes and style: each kind is named."""

import json
import re
from functools import cache

import pytest

from bronbrief.brief.labels import shipped_labels
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import read_evidence
from bronbrief.html.csp import policy
from bronbrief.verify.finished import read_finished
from bronbrief.verify.holding import Held, differing, hold
from bronbrief.verify.regenerated import regenerated
from bronbrief.verify.sources import Sourcing
from support.held import found_in
from support.published import published_small, published_workspace
from support.workspaces import BRIEF

ENGLISH, DUTCH = "dutch-flemish-responses", "coevorden-brest"


@cache
def _built(name: str) -> tuple[str, EvidenceRecord]:
    folder = (published_small() if name == BRIEF else published_workspace()) / "build" / name
    record = read_evidence((folder / f"{name}.evidence.jsonld").read_bytes(), "record").value
    assert record is not None
    return (folder / f"{name}.html").read_text(encoding="utf-8"), record


def _errors(page: str, name: str) -> set[str]:
    return {one.code for one in found_in(page.encode(), "a.html", _built(name)[1]) if one.is_error}


def _in_quotation(pattern: str, new: str) -> str:
    """Change the first block quotation of the small brief."""
    page = _built(BRIEF)[0]
    quotation = re.search(r"<blockquote.*?</blockquote>", page, re.DOTALL)
    assert quotation is not None
    changed = re.sub(pattern, new, quotation[0], count=1)
    assert changed != quotation[0]
    return page.replace(quotation[0], changed)


MARKUP = {
    "an element that shows nothing": (r"(<p>\w+)", r"\1<template> niet</template>"),
    "an element of forms": (r"(<p>\w+)", r"\1<input value=' niet'>"),
    "a menu of words": (r"(<p>\w+)", r"\1<select><option>niet</option></select>"),
    "details that are closed": (r"<p>(.*?)</p>", r"<details><p>\1</p></details>"),
    "a ruby above": (r"<p>(\w+)", r"<p><ruby>\1<rt>niet</rt></ruby>"),
    "stressed": (r"<p>(\w+)", r"<p><em>\1</em>"),
    "called added": (r"<p>(\w+)", r'<p><span class="insertion">\1</span>'),
    "a word broken in two": (r"<p>(\w)", r"<p>\1<br>"),
    "struck": (r"<p>(\w+)", r"<p><s>\1</s>"),
    "deleted": (r"<p>(\w+)", r"<p><del>\1</del>"),
    "raised": (r"<p>(\w+)", r"<p><sup>\1</sup>"),
    "small": (r"<p>(\w+)", r"<p><small>\1</small>"),
    "the other way round": (r"<p>(.*?)</p>", r"<p><bdo dir=rtl>\1</bdo></p>"),
    "direction": (r"<p>", r'<p dir="rtl">'),
    "hidden": (r"<p>", "<p hidden>"),
    "inert": (r"<p>", "<p inert>"),
    "editable": (r"<p>", "<p contenteditable>"),
    "another label": (r"<p>", '<p aria-label="Het is wel zo">'),
    "hidden from readers": (r"<p>", '<p aria-hidden="true">'),
    "a tip": (r"<p>", '<p title="Onwaar">'),
    "a role": (r"<p>", '<p role="img">'),
    "a style": (r"<p>", '<p style="color:#fff">'),
    "a class for screen readers": (r"<p>", '<p class="skip">'),
    "a comment": (r"(<p>\w+)", r"\1<!-- niet -->"),
    "a comment within a word": (r"<p>(\w)", r"<p>\1<!---->"),
    "a picture": (r"(<p>\w+)", r'\1<img alt="" src="data:image/png;base64,AAAA">'),
    "mathematics": (r"(<p>\w+)", r"\1<math><mi>niet</mi></math>"),
    "a drawing": (r"(<p>\w+)", r"\1<svg><text>niet</text></svg>"),
    "a custom element": (r"(<p>\w+)", r"\1<niet-wel>niet</niet-wel>"),
    "a link": (r"<p>(\w+)", r'<p><a href="https://elders.example">\1</a>'),
    "a slot": (r"<p>(\w+)", r"<p><slot>\1</slot>"),
    "an override of direction": (r"<p>", "<p>\u202e"),
    "an override by its number": (r"<p>", "<p>&#x202e;"),
    "an isolate the other way round": (r"<p>", "<p>\u2067"),
    "a stroke that combines": (r"<p>(\w)", "<p>\\1\u0336"),
    "a letter without width": (r"<p>(\w)", "<p>\\1\u200d"),
    "a letter of another script": ("e", "\u0435"),
    "a quotation within": (r"<p>(\w+)", r"<p><q>\1</q>"),
    "another language": ("<blockquote", '<blockquote lang="ru"'),
    "another language within": (r"<p>(\w+)", r'<p><span lang="ru">\1</span>'),
    "another name for who listens": ("<blockquote", '<blockquote aria-label="Het is wel zo"'),
    "another description for who listens": ("<blockquote", '<blockquote aria-describedby="method"'),
    "another part to play": ("<blockquote", '<blockquote role="note"'),
    "a tip on the whole": ("<blockquote", '<blockquote title="Onwaar"'),
    "another source to machines": ("<blockquote", '<blockquote cite="https://elders.example/"'),
}


@pytest.mark.every(8)
@pytest.mark.parametrize("kind", MARKUP)
def test_markup_in_a_quotation_is_named(kind: str) -> None:
    """In a quotation stand its words, and little else: what may show, hide or say others is an error."""
    assert _errors(_in_quotation(*MARKUP[kind]), BRIEF)


STYLES = {
    "words after": "blockquote p::after{content:' niet'}",
    "words from an attribute": "blockquote::before{content:attr(class)}",
    "hidden": "blockquote p{display:none}",
    "hidden in one look": "@media (prefers-color-scheme:dark){blockquote{display:none}}",
    "unseen for a moment": "blockquote p:hover{opacity:0}",
    "white": "blockquote{color:#fff}",
    "clipped": "blockquote{clip-path:inset(100%)}",
    "the notes": ".note{visibility:hidden}",
    "the attribution": ".attribution{font-size:0}",
    "data shown": "script{display:block}",
    "title shown": "head,title{display:block}",
    "capitals": "blockquote{text-transform:uppercase}",
    "an image of words": "blockquote{background:url(data:image/png;base64,AAAA)}",
    "a cover": "main::after{content:'';position:fixed;inset:0;background:#fff}",
    "a head that covers": "header{position:fixed;inset:0;background:#fff}",
    "a skip link that covers": ".skip{width:100vw;height:100vh;top:0}",
    "something behind the head": "header::after{content:'';position:absolute;inset:0;background:#fff}",
    "a white first line": "blockquote p::first-line{color:#fff}",
    "a line raised through words": "blockquote{text-decoration:underline;text-underline-offset:-.3em}",
    "a line that covers words": "blockquote{text-decoration:underline 2em}",
    "another typeface": "blockquote{font-family:Wingdings}",
    "reversed": "blockquote p{direction:rtl;unicode-bidi:bidi-override}",
    "unseen when selected": "::selection{color:#fff;background:#fff}",
    "unseen where a link led": "::target-text{color:#fff;background:#fff}",
    "words of a pseudo-element to come": "blockquote::column{content:'niet'}",
    "a head that sticks over words": "h2{position:sticky;top:0;background:#fff}",
    "a shadow of what stands above": "h2{box-shadow:0 200px #fff}",
    "an outline of what stands above": "h2{outline:400px solid #fff}",
    "what stands above moved down": "h2{position:relative;top:300px;background:#fff}",
    "hidden in a container": "@container (width>1px){blockquote{display:none}}",
    "hidden in a scope": "@scope (main){blockquote{display:none}}",
    "a mixed colour": "blockquote{color:color-mix(in srgb,white 99%,black)}",
    "a colour made of another": "blockquote{color:rgb(from white r g b)}",
    "a colour by a condition": "blockquote{color:if(else:white)}",
    "a colour of the system": "blockquote{color:Canvas}",
    "another order of days and words": ".moment{display:grid}.moment>:first-child,h2{order:3}",
    "marks of the browser": "q{quotes:initial}",
    "a heading cut off": "h2{block-size:3px;overflow:hidden}",
    "marks around what nobody said": "h1::before,.facts dd::before{content:'“'}",
    "a ground of the same colour": "blockquote{background:currentcolor}",
}


@pytest.mark.every(8)
@pytest.mark.parametrize("kind", STYLES)
def test_a_style_with_a_policy_of_its_own_is_judged(kind: str) -> None:
    """A style sheet is judged by what it does, though the policy and the record were made to fit it."""
    page, _ = _built(BRIEF)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    other = style[1] + "\n" + STYLES[kind]
    forged = page.replace(style[1], other).replace(_escaped(policy(style[1])), _escaped(policy(other)))
    assert _escaped(policy(other)) in forged
    assert "verify-foreign" in _errors(forged, BRIEF)


def _escaped(text: str) -> str:
    return text.replace("'", "&#39;")


OWN_WORDS = {
    "words before a heading": "h2::before{content:'Onjuist: '}",
    "words that are counted": "h2::before{counter-increment:x;content:counter(x) ' onjuist'}",
    "words of numbers": "@counter-style x{system:cyclic;symbols:'niet'}h2::before{content:counter(y,x)}",
    "words from an attribute": "h2::after{content:attr(id)}",
    "words as a picture": "h2{background:url(data:image/png;base64,AAAA)}",
    "words on paper": "@media print{h2::after{content:' niet'}}",
    "words in the margin of paper": "@page{@top-center{content:'Ingetrokken'}}",
    "a title that is hidden": "h1{display:none}",
    "a title without size": "h1{font-size:0}",
    "a title without colour": "h1{color:#fff}",
    "a title cut off": "h1{clip-path:inset(50%)}",
    "a title that fades": "@keyframes x{to{opacity:0}}h1{animation:x 1s forwards}",
    "letters without a fill": "h2{-webkit-text-fill-color:transparent}",
    "lines without height": "h2{line-height:0}",
}


@pytest.mark.every(6)
@pytest.mark.parametrize("kind", OWN_WORDS)
def test_a_style_that_touches_the_words_of_the_author_is_not_checked(kind: str) -> None:
    """A house style may do much around quotations: what can add words there, or hide some, is told."""
    page, record = _built(BRIEF)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    other = style[1] + "\n" + OWN_WORDS[kind]
    forged = page.replace(style[1], other).replace(_escaped(policy(style[1])), _escaped(policy(other)))
    assert {one.code for one in found_in(forged.encode(), "a.html", record)} >= {"verify-style-unknown"}


BESIDE = {
    "another description to search engines": (r'(<meta property="og:title" content=")[^"]*', r"\1Onwaar"),
    "another maker": ("</head>", '<meta name="author" content="Kremlin"></head>'),
    "other data": (r'("name":")[^"]*', r"\1Onwaar"),
    "a date in data": (r'("datePublished":")[^"]*', r"\g<1>2011-01-01"),
    "data on something else": (
        "</head>",
        '<script type="application/ld+json">{"@type":"Quotation","text":"Onwaar"}</script></head>',
    ),
    "a heading by another name": ("<h2", '<h2 aria-label="Onwaar"'),
    "a part that is called otherwise": ("<section", '<section aria-roledescription="onware bewering"'),
    "a part that is read elsewhere": ("<section", '<section aria-owns="method"'),
    "a tip": ("<h2", '<h2 title="Onwaar"'),
    "another value to machines": ("<h2", '<h2 property="schema:text" content="Onwaar"'),
    "another date to machines": (r'<time datetime="[^"]*"', '<time datetime="1999-01-01"'),
    "words where words are said again": ("<section", '<nav class="outline">Onwaar is dit.</nav><section'),
}


@pytest.mark.parametrize("kind", BESIDE)
def test_words_beside_the_text_are_not_checked(kind: str) -> None:
    """What a page tells screen readers and search engines says again what its text says; else it is named."""
    page, record = _built(BRIEF)
    forged = re.sub(*BESIDE[kind], page, count=1)
    assert forged != page
    assert {one.code for one in found_in(forged.encode(), "a.html", record)} >= {"verify-furniture"}


@pytest.mark.parametrize(
    "words",
    [r"Tijdlijn van de stedenband[^\"]*", r'(?<=name="author" content=")Bronbrief', r'(?<="author":")\w+'],
)
def test_another_description_or_author_than_in_the_pdf_is_named(words: str) -> None:
    """What a page says that it is about and whose it is, where no page shows it, its PDF says too."""
    folder = published_workspace() / "build" / DUTCH
    page, record = _built(DUTCH)
    forged = re.sub(words, "Onwaar", page)
    assert forged != page
    held = Held()
    for data, path in ((forged.encode(), "a.html"), ((folder / f"{DUTCH}.pdf").read_bytes(), "a.pdf")):
        read = read_finished(data, path).value
        assert read is not None
        hold(read, record, regenerated(record, shipped_labels(record.lang), Sourcing()), held)
    assert "verify-page-differs" in {one.code for one in differing(held, record, shipped_labels(record.lang))}


AROUND = {
    "no policy": (r"<meta http-equiv=[^>]*>", ""),
    "a policy that lets all in": (
        r'(http-equiv="Content-Security-Policy" content=")[^"]*',
        r"\1default-src *",
    ),
    "a style sheet more": ("</head>", "<style>q{color:red}</style></head>"),
    "a style sheet from elsewhere": (
        "</head>",
        '<link rel="stylesheet" href="https://a.example/x.css"></head>',
    ),
    "a script": ("</body>", "<script>1</script></body>"),
    "a handler": ("<main", "<main onclick=1"),
    "another address for links": ("<head>", '<head><base href="https://a.example">'),
    "a page that goes elsewhere": ("<head>", '<head><meta http-equiv="refresh" content="0;url=x">'),
    "a frame": ("</main>", "<iframe srcdoc=x></iframe></main>"),
    "a dialogue": ("</main>", "<dialog open>niet</dialog></main>"),
    "data that quote otherwise": (r'("text":")', r"\1Niet "),
    "markup that is mended": ("</main>", "<p <b>niet</main>"),
    "a second place with the same name": ("<main", '<p id="citaat-1">Niet hier.</p><main'),
    "words kept from who listens": ("<section", '<p aria-hidden="true">Wel.</p><section'),
    "a sheet as wide as a street": (r"width=device-width", "width=99999"),
    "the rules of old browsers": ("<!DOCTYPE html>", ""),
    "a sign without a meaning": ("<main", "\0<main"),
    "a processing instruction": ("</main>", "<?niet?></main>"),
    "another language": (r'<html lang="[^"]*"', '<html lang="ru"'),
    "another title": (r"<title>[^<]*", "<title>De brug blijft dicht"),
    "no title": (r"<title>[^<]*</title>", ""),
    "another title for who shares it": (r'(og:title" content=")[^"]*', r"\1De brug blijft dicht"),
    "another title for search engines": (r'("@type":"Report","name":")[^"]*', r"\1Wat niet besloten is"),
    "another language for search engines": (r'("inLanguage":")[^"]*', r"\1fr"),
    "another region for who shares it": (r'(og:locale" content=")[^"]*', r"\1nl_BE"),
    "another day for search engines": (r'("datePublished":")[^"]*', r"\1" + "2019-04-03"),
    "words folded away": (r"<main([^>]*)>(.*)</main>", r"<main\1><details>\2</details></main>"),
    "an override in the text, by its number": ("</main>", "<p>&#x202e;Niet hier.</p></main>"),
}


@pytest.mark.every(8)
@pytest.mark.parametrize("kind", AROUND)
def test_what_a_page_may_not_hold_is_named(kind: str) -> None:
    """Whatever Bronbrief does not put into a page is an error, wherever it stands."""
    page, _ = _built(BRIEF)
    old, new = AROUND[kind]
    forged = re.sub(old, new, page, count=1, flags=re.DOTALL)
    assert forged != page
    assert _errors(forged, BRIEF)


def test_a_typeface_that_draws_other_letters_is_named() -> None:
    """A typeface in the page with other outlines than the installed one is an error."""
    page, _ = _built(BRIEF)
    faces = re.findall(r"base64,([A-Za-z0-9+/=]{1000,})", page)
    forged = page.replace(faces[0], faces[0][:-40] + faces[-1][-40:])
    assert "verify-foreign" in _errors(forged, BRIEF)


FACTS = {
    "a translation turned round": (
        ENGLISH, "", r"Own translation</p>\s*<p[^>]*>The", "Own translation</p><p>No"
    ),
    "a label taken off": (ENGLISH, "", r'<p class="translation-label">Own translation</p>', ""),
    "another maker": (ENGLISH, "", r'(translation-label">)Own translation', r"\1Translation by the source"),
    "words behind a translation": (
        ENGLISH, "", r'(translation-label">.*?</p>\s*<p[^>]*>)(.*?)</p>', r"\1\2 Or so it is said.</p>"
    ),
    "another month": (DUTCH, "", r'(class="attribution"><a [^>]*>[^<]*)maart', r"\1mei"),
    "another paragraph": (DUTCH, "", r'(class="attribution"><a [^>]*>[^<]*al\.\s)\d', r"\g<1>9"),
    "no circa": (DUTCH, "", r"(class=\"attribution\"><a [^>]*>[^<]*)ca\.\s", r"\1"),
    "words behind an attribution": (DUTCH, "", r'(class="attribution">.*?</a>)', r"\1 (ingetrokken)"),
    "a link to elsewhere": (DUTCH, "", r'(class="attribution"><a href=")[^"]*', r"\1https://elders.example/"),
    "a note to elsewhere": (DUTCH, "", r'(class="note-source[^"]*" href=")[^"]*', r"\1https://elders.example/"),
    "another source in a note": (DUTCH, "", r'(class="note-source[^>]*>)B1', r"\1B2"),
    "words in a note": (DUTCH, "", r"(class=\"note-source.*?</a>)", r"\1 Vervallen."),
    "a note less": (DUTCH, "", r'<li class="note" id="noot-3".*?</li>', ""),
    "calls to another note": (DUTCH, "", r'(class="note-call"[^>]*href="#noot-)1"', r'\g<1>2"'),
    "another publisher in the list": (DUTCH, "", r"(</cite></a>, )RTV Drenthe", r"\1Omroep"),
    "a remark less": (DUTCH, "", r'<p class="remark">.*?</p>', ""),
    "another account": (DUTCH, "", r"(id=\"method\".*?<p>)", r"\1Geen citaat is teruggevonden. "),
    "no list of sources": (DUTCH, "", r'<section class="sources">.*?</section>', ""),
    "another date": (DUTCH, "", r"21 november(?=</span> 2026)", "22 november"),
    "another number": (DUTCH, "", r"Citaat 2", "Citaat 7"),
}  # fmt: skip


@pytest.mark.every(8)
@pytest.mark.parametrize("kind", FACTS)
def test_what_follows_from_the_record_is_compared_word_for_word(kind: str) -> None:
    """Attributions, notes, translations, sources and method are made anew: any other word is an error."""
    name, _, old, new = FACTS[kind]
    page, _ = _built(name)
    forged = re.sub(old, new, page, count=0 if kind == "another date" else 1, flags=re.DOTALL)
    assert forged != page
    assert _errors(forged, name), kind


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("date",), "2026-11-22"),
        (("language",), "en"),
        (("first", "items", 0, "verdict"), "folded"),
        (("notes", 0, "calls"), 7),
        (("setOff",), []),
        (("method",), ["Niets hiervan is waar."]),
        (("sources", 0, "publisher"), "Omroep"),
        (("labels",), {"own_translation": "officiële vertaling"}),
    ],
)
def test_a_record_that_was_changed_no_longer_fits_its_page(path: tuple[object, ...], value: object) -> None:
    """What a record says of numbers, facts and method shows in the page, which no longer agrees."""
    page, _ = _built(DUTCH)
    folder = published_workspace() / "build" / DUTCH
    record = json.loads((folder / f"{DUTCH}.evidence.jsonld").read_bytes())
    at = record
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    read = read_evidence(json.dumps(record).encode(), "record")
    if read.diagnostics or read.value is None:
        return
    found = found_in(page.encode(), "a.html", read.value)
    assert any(one.is_error for one in found) or path == ("labels",)


FOLDS = {
    "notes that cannot be unfolded": ("</style>", ".notes details::details-content{display:none}</style>"),
    "unfolded, but unseen": ("</style>", ".notes details::details-content{opacity:0}</style>"),
    "one note alone": (r'<li class="note"(.*?)>(.*?)</li>', r'<li class="note"\1><details>\2</details></li>'),
    "the text of the brief": (r'<div class="sections">(.*?)<div class="apparatus">',
                              r'<div><details>\1</details></div><div class="apparatus">'),
}  # fmt: skip


@pytest.mark.parametrize("kind", FOLDS)
def test_only_the_notes_are_folded_and_as_a_whole(kind: str) -> None:
    """A heading with all notes behind it is ours; whatever else is folded away, or stays so, is named."""
    page, _ = _built(DUTCH)
    assert not _errors(page, DUTCH)
    pattern, new = FOLDS[kind]
    altered = re.sub(pattern, new, page, count=1, flags=re.DOTALL)
    assert altered != page
    before, after = (re.search(r"<style>(.*?)</style>", one, re.DOTALL) for one in (page, altered))
    assert before is not None
    assert after is not None
    altered = altered.replace(_escaped(policy(before[1])), _escaped(policy(after[1])))
    assert "verify-foreign" in _errors(altered, DUTCH)
