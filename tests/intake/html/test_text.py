"""`intake/html/text.py`: the text of a page is what a browser shows of it, and the rest is named."""

from dataclasses import dataclass

import pytest

from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import EXTRACTORS, ExtractionError


@dataclass(frozen=True)
class Taken:
    """What an extractor took: the text, what was left out with its reason, and the choices."""

    text: str
    out: list[tuple[str, str]]
    choices: dict[str, str]
    facts: dict[str, str]


def read(body: str, changes: str = "", head: str = "") -> Taken:
    """Take in a page with this body."""
    page = f"<!doctype html><html lang=nl><head><title>T</title>{head}</head><body>{body}</body></html>"
    return taken(page.encode(), ".html", changes)


def taken(data: bytes, suffix: str, changes: str = "") -> Taken:
    """Take in a document, of which nothing may be lost and to which nothing may be added."""
    answer = EXTRACTORS[suffix](data, changes)
    assert answer.unaccounted == []
    return Taken(answer.text, answer.left_out, answer.choices, answer.facts)


def refusal(page: str, changes: str = "") -> ExtractionError:
    """Return why a page is refused."""
    with pytest.raises(ExtractionError) as refused:
        read(page, changes)
    return refused.value


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<ol start=4><li>p<li>q</ol>", ["4. p", "5. q"]),
        ("<ol reversed><li>p<li>q<li>r</ol>", ["3. p", "2. q", "1. r"]),
        ("<ol reversed start=9><li>p<li>q</ol>", ["9. p", "8. q"]),
        ("<ol><li>p<li value=8>q<li>r</ol>", ["1. p", "8. q", "9. r"]),
        ("<ol type=a start=26><li>p<li>q</ol>", ["z. p", "aa. q"]),
        ("<ol type=A><li>p</ol>", ["A. p"]),
        ("<ol type=i start=8><li>p<li>q</ol>", ["viii. p", "ix. q"]),
        ("<ol type=I start=1994><li>p</ol>", ["MCMXCIV. p"]),
        ("<ol type=a start=0><li>p<li>q</ol>", ["0. p", "a. q"]),
        ("<ol type=i start=-2><li>p</ol>", ["-2. p"]),
        ("<ol style='list-style: lower-alpha'><li>p</ol>", ["a. p"]),
        ("<ol style='list-style-type:none'><li>p</ol>", ["p"]),
        ("<ol><li type=A>p<li>q</ol>", ["A. p", "2. q"]),
        ("<ol start=x><li>p</ol>", ["1. p"]),
        ("<ul><li>p</ul>", ["- p"]),
        ("<ol><li>p<ol type=a><li>q<li>r</ol><li>s</ol>", ["1. p", "a. q", "b. r", "2. s"]),
        ("<ol><li><ol type=a><li>q</ol></ol>", ["1. a. q"]),
        ("<ol><li>p<li style='display:none'>x<li>r</ol>", ["1. p", "2. r"]),
        ("<ol><li>p<li style='visibility:hidden'>x<li>r</ol>", ["1. p", "3. r"]),
        ("<ol start=2><li><h3>kop</h3>p</ol>", ["### 2. kop", "p"]),
    ],
)
def test_items_have_the_numbers_that_a_browser_shows(written: str, shown: list[str]) -> None:
    """Start, direction, value and kind of number count, those of style sheets too."""
    assert read(written).text.strip().split("\n\n") == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Zij zei <q>kom <q>nu</q></q>.", "Zij zei “kom ‘nu’”."),
        ("3 · 10<sup>4</sup> inwoners", "3 · 10⁴ inwoners"),
        ("10<sup>−2</sup> en x<sup>n+1</sup>", "10⁻² en xⁿ⁺¹"),
        ("de 19<sup>e</sup> eeuw, de 1<sup>ste</sup>", "de 19e eeuw, de 1ste"),
        ("CO<sub>2</sub> en 10<sub>2</sub>", "CO2 en 10₂"),
        ("7<sup>1</sup>/<sub>2</sub> uur", "7¹/₂ uur"),
        ("4<sup>1,5</sup> keer", "4^1,5 keer"),
        ("stand 88<sup>12</sup>", "stand 88¹²"),
        ("gemeen&shy;te<wbr>raad\u200b", "gemeenteraad"),
        (
            "<math><msup><mn>10</mn><mn>6</mn></msup><mo>≥</mo><mfrac><mn>3</mn><mn>4</mn></mfrac></math>",
            "10⁶≥3/4",
        ),
        ("2<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math>", "2 1/3"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("<ruby>漢<rt>kan</rt></ruby>", "漢(kan)"),
        ("<svg><text>Figuur 2</text><title>t</title></svg>", "Figuur 2"),
        ("<span aria-hidden=true>wel te zien</span>", "wel te zien"),
        ("<details><summary>Meer</summary> weten</details>", "Meer\n\nweten"),
        ("<dl><dt>Jaar<dd>2019</dl>", "Jaar\n\n2019"),
        ("<pre>een\n  twee</pre>", "een\ntwee"),
        ("<b style='display:flex'><i>50</i><i>000</i></b>", "50 000"),
        ("<i style='display:block'>een</i><i style='display:block'>twee</i>", "een\n\ntwee"),
        ("| kantlijn |", "| kantlijn |"),
        ("<p hidden style='display:block'>toch te zien", "toch te zien"),
    ],
)
def test_words_and_figures_stand_as_they_are_shown(written: str, shown: str) -> None:
    """Quotation marks, raised figures, formulas and glosses come out as a reader sees them."""
    assert read(written).text == f"{shown}\n"


def test_a_raised_number_behind_a_year_is_a_call_to_a_note() -> None:
    """It can be no exponent; it is left out and said."""
    found = read("<p>In 2019<sup>7</sup> en in 1987<sup>8, 9</sup>, na 400<sup>2</sup>.")
    assert found.text == "In 2019 en in 1987, na 400².\n"
    assert found.out == [("note-call", "7"), ("note-call", "8, 9")]


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "hidden"),
        ("DISPLAY : none !important", "hidden"),
        ("visibility:hidden", "hidden"),
        ("visibility:collapse", "hidden"),
        ("opacity:0", "hidden"),
        ("opacity:0%", "hidden"),
        ("content-visibility:hidden", "hidden"),
        ("font-size:0", "too-small"),
        ("font-size:1px", "too-small"),
        ("font:0/0 serif", "too-small"),
        ("position:absolute;left:-9999px", "off-page"),
        ("position:fixed;top:-100vh", "off-page"),
        ("position:absolute;left:20000px", "off-page"),
        ("text-indent:-999em", "off-page"),
        ("margin-left:-2000px", "off-page"),
        ("transform:translateX(-5000px)", "off-page"),
        ("transform:scale(0)", "hidden"),
        ("position:absolute;clip:rect(0,0,0,0)", "hidden"),
        ("position:absolute;clip:rect(1px 1px 1px 1px)", "hidden"),
        ("clip-path:inset(50%)", "hidden"),
        ("clip-path:circle(0)", "hidden"),
        ("clip-path:inset(0 0 100% 0)", "hidden"),
        ("clip-path:polygon(0 0, 0 0, 0 0)", "hidden"),
        ("transform:scale(1, 0)", "hidden"),
        ("transform:rotateY(90deg)", "hidden"),
        ("scale:0", "hidden"),
        ("filter:opacity(0)", "hidden"),
        ("font-size:.01em", "too-small"),
        ("margin:0 0 0 -9999px", "off-page"),
        ("position:absolute;inset:0 auto auto -9999px", "off-page"),
        ("translate:-9999px", "off-page"),
        ("height:0;overflow-y:hidden", "hidden"),
        ("height:0;overflow:hidden", "hidden"),
        ("width:1px;height:1px;overflow:hidden", "hidden"),
        ("max-height:0px;overflow:hidden", "hidden"),
        ("color:transparent", "invisible"),
        ("color:rgba(0,0,0,0)", "invisible"),
        ("color:#fff", "white"),
        ("color:#123456;background:#123456", "white"),
        ("-webkit-text-fill-color:transparent;color:#000", "invisible"),
        ("-webkit-text-fill-color:#fff", "white"),
        ("--kleur:#fff;color:var(--kleur)", "white"),
        ("--toon:var(--weg);--weg:none;display:var(--toon)", "hidden"),
        ("display:var(--nergens, none)", "hidden"),
        ("max-height:0em;overflow:hidden", "hidden"),
        ("block-size:0;overflow:clip", "hidden"),
        ("zoom:1%", "too-small"),
        ("letter-spacing:-1em", "too-small"),
    ],
)
@pytest.mark.parametrize("way", ["attribute", "sheet"])
def test_what_no_reader_sees_is_left_out_and_said(style: str, reason: str, way: str) -> None:
    """However it is hidden, by a style attribute or a sheet in the page, and whatever is within."""
    given = f'style="{style}"' if way == "attribute" else 'class="a b"'
    head = "" if way == "attribute" else f"<style>/* x */ @media screen {{ main .b {{ {style} }} }}</style>"
    found = read(f"<main><p>Het mag <i {given}>volstrekt <b>niet</b></i> door.</p></main>", head=head)
    assert found.text == "Het mag door.\n"
    assert found.out == [(reason, "volstrekt niet")]


@pytest.mark.parametrize(
    "given",
    [
        "<p style='opacity:.8'>",
        "<p style='color:#fff;background:#036'>",
        "<p style='color:#fff;background:var(--blauw)'>",
        "<p style='color:#fff;background:url(x.png)'>",
        "<p style='position:absolute;left:-20px'>",
        "<p style='margin-left:-100%'>",
        "<p style='font-size:.9em'>",
        "<p style='height:40px;overflow:hidden'>",
        "<p class=druk>",
        "<p class=smal>",
        "<p class=wint>",
        "<p style='text-indent:2em'>",
        "<div style='visibility:hidden'><p style='visibility:visible'>",
        "<div style='font-size:0'><p style='font-size:16px'>",
    ],
)
def test_what_a_reader_sees_stays(given: str) -> None:
    """Styles that hide nothing, that hold in print or on small screens, or that another one turns."""
    sheet = (
        "<style media=print>.druk{display:none}</style><style>@media print{.druk{display:none}}"
        "@media (max-width:600px){.smal{display:none}} .wint{display:none} p.wint{display:block} {{ kapot"
        "</style>"
    )
    found = read(f"{given}Te zien.", head=sheet)
    assert (found.text, found.out) == ("Te zien.\n", [])


def test_words_of_a_style_sheet_are_named() -> None:
    """A page may show a word that it does not hold; marks and icons are no words."""
    sheet = "<style>.x::after{content:' niet'} .y::before{content:'\\2192'} .z::before{content:'€'}</style>"
    found = read("<p class=x>Het gaat door.<p class=y>Meer.<p class=z>5.", head=sheet)
    assert found.out == [("unsupported", "niet"), ("unsupported", "€")]


def test_what_stands_in_attributes_and_fields_is_named() -> None:
    """A picture and what stands in a field are no text of the page."""
    found = read(
        "<main><p>"
        + "Een gewone alinea met woorden. " * 4
        + "<img src=x alt='De brug'><img src=y alt=''></p><form><input name=a value='5 mei'>"
        "<input type=hidden value=geheim><select><option>Ja<option>Nee</select>"
        "<button>Stuur</button></form></main>"
    )
    assert found.out == [("form", "Ja NeeStuur"), ("image", "De brug")]


TRACKED = "Wij en 300 partners gebruiken cookies om advertenties te tonen en u te volgen."
PROSE = "De raad stelt het besluit van het college over de haven vast, met twee moties. "


@pytest.mark.parametrize(
    "wrapped",
    [
        "<form action=x><input type=hidden name=v value=abc>{}<button>Zoek</button></form>",
        "<nav>{}</nav>",
        "<aside>{}</aside>",
        "<header>{}</header>",
        "<footer>{}</footer>",
        "<div class=cookie-notice-page>{}</div>",
        "<div role=complementary>{}</div>",
        "<dialog open>{}</dialog>",
        "<textarea>{}</textarea>",
        "<button>{}</button>",
        "<main>Kort.</main><div>{}</div>",
        "<article>Kort.</article><div>{}</div>",
    ],
)
def test_no_more_than_a_third_goes_for_a_tag_or_class(wrapped: str) -> None:
    """What holds the text of the page is its text, whatever it is called."""
    assert PROSE.strip() in read(wrapped.format(PROSE * 3)).text


def test_what_a_page_shows_of_another_and_ticks_are_named() -> None:
    """A page within the page is not read, and a tick in a box is no text."""
    found = read(f"<p>{PROSE}<input type=checkbox checked><input type=radio><iframe src=kaart.html></iframe>")
    assert sorted(found.out) == [("form", "☐"), ("form", "☑"), ("unsupported", "kaart.html")]


def test_small_parts_within_a_large_form_are_still_told_apart() -> None:
    """A page that is one form has menus and buttons too."""
    menu = "<nav><a href=a>Thuis</a> <a href=b>Contact</a></nav>"
    found = read(f"<form><input name=q>{menu}<p>{PROSE * 3}</p><button>Zoek</button></form>")
    assert found.text.strip() == (PROSE * 3).strip()
    assert found.out == [("navigation", "Thuis Contact"), ("form", "Zoek")]


def test_a_heading_that_is_a_button_is_a_heading() -> None:
    """Pages fold their parts up under buttons."""
    assert read(f"<h2><button>Wat kost dat</button></h2><p>{PROSE}").text.startswith("## Wat kost dat\n")


def test_two_versions_are_refused_until_the_author_chooses() -> None:
    """Deleted and struck words are shown; with the choice, the other version is left out and said."""
    page = "<p>Het plan <del>vervalt</del> <ins>gaat door</ins>, <s>zonder</s> met geld.<p>Meer."
    (finding,) = extract(page.encode(), "x.html").diagnostics
    assert finding.code == "document-two-versions"
    assert finding.detail == "Het plan [-vervalt-] {+gaat door+}, [-zonder-] met geld."
    new, old = read(page, "accept"), read(page, "reject")
    assert new.text == "Het plan gaat door, met geld.\n\nMeer.\n"
    assert new.out == [("deleted", "vervalt"), ("struck", "zonder")]
    assert old.text == "Het plan vervalt , zonder met geld.\n\nMeer.\n"
    assert old.out == [("inserted", "gaat door")]
    assert (new.choices, old.choices) == ({"changes": "accepted"}, {"changes": "rejected"})


@pytest.mark.parametrize(
    "struck", ["<strike>{}</strike>", "<span style='text-decoration: line-through'>{}</span>"]
)
def test_struck_text_alone_is_two_versions_too(struck: str) -> None:
    """A line through words says that they no longer hold."""
    assert refusal(f"<p>Dat kost {struck.format('vijf')} zes ton.").code == "document-two-versions"


def test_what_is_only_new_is_one_version() -> None:
    """Inserted words without any that went are read as they stand."""
    found = read("<p>Het plan gaat <ins>wel</ins> door.")
    assert (found.text, found.choices) == ("Het plan gaat wel door.\n", {})


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (
            f"<main><h1>Keus</h1><p>{TRACKED}</p><p>Of kies privacy.</p><button>Akkoord</button></main>",
            "document-cookie-wall",
        ),
        (
            "<h1>We value your privacy</h1><p>Our partners store cookies and your data.<p>I agree</p>",
            "document-cookie-wall",
        ),
        (
            "<h1>Welkom</h1><form>Naam <input> Woord <input type=password><button>Verder</button></form>",
            "document-login-page",
        ),
        ("<h1>Inloggen</h1><p>Vul uw adres in.<input type=email>", "document-login-page"),
        ("<div id=root></div><script src=a.js></script>", "document-empty-shell"),
        (
            "<noscript>Zet JavaScript aan om deze site te zien.</noscript><div></div><script>x</script>",
            "document-empty-shell",
        ),
        (
            "<p>You need to enable JavaScript to run this app.</p><script src=a.js></script>",
            "document-empty-shell",
        ),
    ],
)
def test_a_page_that_is_not_the_document_is_refused_by_name(page: str, code: str) -> None:
    """A wall of cookies, a page to log in and an empty shell are no sources."""
    assert refusal(page).code == code


@pytest.mark.parametrize(
    "page",
    [
        "<p>De raad stemt in.</p><script src=a.js></script>",
        f"<h1>Cookies bij de gemeente</h1><p>{TRACKED} De raad is tegen.</p><p>De motie is aangenomen.</p>",
        f"<p>{PROSE * 20}</p><form><input type=password></form>",
        "<p>De wethouder: “JavaScript is voor de website niet nodig.”</p>",
    ],
)
def test_a_page_about_such_things_is_a_document(page: str) -> None:
    """The words alone refuse nothing."""
    assert read(page).text


def test_words_for_the_ear_go_where_a_sheet_elsewhere_may_hide_them() -> None:
    """Without a sheet the page shows them."""
    body = f"<p>{PROSE}<span class=sr-only>opent in een nieuw venster</span>"
    assert "nieuw venster" in read(body).text
    found = read(body, head="<link rel=stylesheet href=x.css>")
    assert found.out == [("hidden", "opent in een nieuw venster")]


def test_markdown_keeps_its_numbers_notes_and_front_matter() -> None:
    """An item has the number that is printed, a note stands at the end, and its call is left out."""
    text = (
        "---\ntitel: Nota\n---\n3. derde\n4. vierde\n\nZie hier.[^b] En `[^b]` <p hidden>weg</p>\n\n"
        "[^b]: Bron\n[^los]: Ook deze.\n    Nog een regel.\n"
    )
    found = taken(text.encode(), ".md")
    assert found.text == (
        "3. derde\n\n4. vierde\n\nZie hier. En [^b]\n\n1. Bron\n\n2. Ook deze. Nog een regel.\n"
    )
    assert found.facts["title"] == "Nota"
    assert found.out == [("metadata", "titel: Nota"), ("note-call", "1"), ("hidden", "weg")]


def test_struck_words_in_markdown_are_a_choice() -> None:
    """Two tildes strike words out."""
    with pytest.raises(ExtractionError, match="document-two-versions"):
        taken(b"Het is ~~niet~~ zo.", ".md")
    assert taken(b"Het is ~~niet~~ zo.", ".md", "accept").out == [("struck", "niet")]


@pytest.mark.parametrize(
    "sheet",
    [
        "p{.weg{display:none}}",
        "p{& > .weg{display:none}}",
        "main,p{color:#000;.ander,.weg{visibility:hidden}}",
        "p{@media screen{.weg{display:none}}}",
        "@media screen{p{.weg{display:none}}}",
        ":root{--zicht:none} .weg{display:var(--zicht)}",
    ],
)
def test_rules_within_rules_and_properties_of_a_page_hide_too(sheet: str) -> None:
    """A sheet may nest its rules and keep its values elsewhere."""
    found = read("<p>De raad is <b class=weg>niet</b> akkoord.", head=f"<style>{sheet}</style>")
    assert (found.text, found.out) == ("De raad is akkoord.\n", [("hidden", "niet")])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p style='text-transform:uppercase'>niet <b>akkoord</b> straße", "NIET AKKOORD STRASSE"),
        ("<p style='text-transform:lowercase'>De NAVO", "de navo"),
        ("<p style='text-transform:capitalize'>de gemeente ’s-Gravenhage", "De Gemeente ’S-Gravenhage"),
        ("<p style='text-transform:uppercase'>a <b style='text-transform:none'>b</b> c", "A b C"),
        ("<p>Er is <bdo dir=rtl>teinw</bdo> hoor", "Er is \u202eteinw\u202c hoor"),
        ("<p><span style='unicode-bidi:bidi-override;direction:rtl'>ja</span>", "\u202eja\u202c"),
        ("<p><input type=radio>Voor<input type=radio>Tegen", "Voor Tegen"),
    ],
)
def test_a_page_is_read_in_the_letters_that_it_shows(written: str, shown: str) -> None:
    """Capitals by style, words that are turned round and fields between words come out as they are seen."""
    found = read(written)
    assert found.text == f"{shown}\n"
    assert {reason for reason, _ in found.out} <= {"form"}


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("li::marker{content:'Geen '}", "Geen"),
        ("ul{list-style-type:'Niet: '}", "Niet: "),
        ("@counter-style lid{system:cyclic;symbols:'lid'} ul{list-style:lid}", "lid"),
        ("ul{list-style-type:lower-greek}", "lower-greek"),
    ],
)
def test_words_before_the_items_of_a_list_are_named(sheet: str, told: str) -> None:
    """What stands there and is neither a number known here nor a bullet is told."""
    assert read("<ul><li>punt</ul>", head=f"<style>{sheet}</style>").out == [("unsupported", told)]


def test_bullets_and_numbers_that_are_known_are_not_told() -> None:
    """A circle says nothing."""
    sheet = "<style>ul{list-style:circle inside} ol{list-style:lower-roman} li::marker{color:red}</style>"
    assert read("<ul><li>a</ul><ol><li>b</ol>", head=sheet).out == []
