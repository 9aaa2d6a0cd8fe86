"""`intake/word/bindings.py`: of a control that shows a value of the package, what Word shows is read."""

from xml.sax.saxutils import escape

import pytest

from bronbrief.intake.word.document import read_word
from support.documents import CORE, para, run, word

STORE = "{0A1B2C3D-0000-4000-8000-00000000000A}"
SPACE = "urn:example:besluit"
PROPERTIES = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    f'ds:itemID="{STORE.lower()}"/>'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{KIND}" Target="itemProps1.xml"/></Relationships>'
)
BOUND = f"xmlns:b='{SPACE}'"


def parts(inside: str) -> dict[str, bytes | str]:
    """Return the parts of a package that keep values, all below one element."""
    return {
        "customXml/item1.xml": f'<besluit xmlns="{SPACE}">{inside}</besluit>'.encode(),
        "customXml/itemProps1.xml": PROPERTIES.encode(),
        "customXml/_rels/item1.xml.rels": RELATION.encode(),
    }


def control(
    content: str, xpath: str = "/b:besluit[1]/b:kern[1]", kind: str = "<w:text/>", store: str = STORE
) -> str:
    """Make a content control that is bound to a value."""
    binding = f'<w:dataBinding w:prefixMappings="{BOUND}" w:xpath="{xpath}" w:storeItemID="{store}"/>'
    return f"<w:sdt><w:sdtPr>{binding}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def read(body: str, kept: dict[str, bytes | str]) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of a document, and what was left out of it; all of its letters are accounted for."""
    answer = read_word(word(body, parts=kept))
    assert answer.unaccounted == []
    return answer.text.strip(), answer.left_out


def test_the_value_that_word_shows_is_read_and_the_other_is_named() -> None:
    """A control shows the value of the package when a document is opened, whatever was saved in it."""
    body = para("De raad stemt ", control(run("wel ") + run("in")), " met het plan.")
    assert read(body, parts("<kern>niet in</kern>")) == (
        "De raad stemt niet in met het plan.",
        [("alternative", "wel in")],
    )


@pytest.mark.parametrize(
    ("wrapped", "shown"),
    [
        (control(para("Het zwembad blijft open.")), "Het zwembad gaat dicht."),
        (control(para("Het zwembad", "<w:r><w:br/></w:r>", "blijft open.")), "Het zwembad gaat dicht."),
        (
            f"<w:tbl><w:tr>{control('<w:tc>' + para('Het zwembad blijft open.') + '</w:tc>')}</w:tr></w:tbl>",
            "Het zwembad gaat dicht.",
        ),
        (para(control("")), "Het zwembad gaat dicht."),
    ],
)
def test_a_control_around_paragraphs_or_cells_is_bound_as_well(wrapped: str, shown: str) -> None:
    """Wherever a control stands, its value takes the place of all that was saved in it."""
    assert read(wrapped, parts("<kern>Het zwembad gaat dicht.</kern>"))[0] == shown


@pytest.mark.parametrize(
    ("inside", "xpath", "store"),
    [
        ("<kern>stemt in</kern>", "/b:besluit[1]/b:kern[1]", STORE),
        ("<kern> stemt  in\n</kern>", "/b:besluit/b:kern", STORE),
        ("<kern>stemt niet in</kern>", "/b:besluit/b:kern[2]", STORE),
        ("<kern>stemt niet in</kern>", "/b:besluit[1]/b:elders[1]", STORE),
        ("<kern>stemt niet in</kern>", "/c:besluit[1]/c:kern[1]", STORE),
        ("<kern>stemt niet in</kern>", "/b:besluit[1]/b:kern[1]", "{FFFFFFFF-0000-4000-8000-00000000000A}"),
        ("<kern><deel>stemt niet in</deel></kern>", "/b:besluit[1]/b:kern[1]", STORE),
    ],
)
def test_a_binding_that_says_the_same_or_leads_nowhere_changes_nothing(
    inside: str, xpath: str, store: str
) -> None:
    """Where the value is the same, or Word finds none, what was saved in the control shows."""
    assert read(para(control(run("stemt in"), xpath, store=store)), parts(inside)) == ("stemt in", [])


@pytest.mark.parametrize(
    ("inside", "xpath"),
    [
        ("<kern>oud</kern><kern>nieuw</kern>", "/b:besluit[1]/b:kern[2]"),
        ('<kern stand="nieuw"/>', "/b:besluit[1]/b:kern[1]/@stand"),
        ("<kern>nieuw</kern>", "/b:besluit/b:kern/text()"),
    ],
)
def test_paths_lead_to_elements_attributes_and_text(inside: str, xpath: str) -> None:
    """A path may count elements, and end in an attribute or a text."""
    assert read(para(control(run("oud"), xpath)), parts(inside))[0] == "nieuw"


def test_a_path_that_is_not_known_here_is_named() -> None:
    """What a path of another form leads to is not guessed: it is told that it could not be read."""
    xpath = "//*[local-name()=&apos;kern&apos;]"
    text, left = read(para(control(run("oud"), xpath)), parts("<kern>nieuw</kern>"))
    assert (text, [reason for reason, _ in left]) == ("oud", ["unsupported"])


CHOICES = '<w:dropDownList><w:listItem w:displayText="tegen" w:value="2"/></w:dropDownList>'
BOX = '<w14:checkbox><w14:checkedState w14:val="2611"/></w14:checkbox>'
DATE = '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{}"/></w:date>'


@pytest.mark.parametrize(
    ("saved", "kind", "kept", "shown"),
    [
        ("voor", CHOICES, "2", "tegen"),
        ("voor", CHOICES, "blanco", "blanco"),
        ("☐", BOX, "true", "☑"),
        ("☑", BOX, "0", "☐"),
        ("3 mei 2021", DATE.format("nl-NL"), "2022-08-09T00:00:00", "9 augustus 2022"),
        ("3 May 2021", DATE.format("en-GB"), "2022-08-09T00:00:00", "9 August 2022"),
        ("3 mei 2021", DATE.format("nl-NL"), "2021-05-03T00:00:00", "3 mei 2021"),
        ("3-5-2021", '<w:date><w:dateFormat w:val="EE"/></w:date>', "2022-08-09", "2022-08-09"),
        ("oud", "<w:showingPlcHdr/><w:text/>", "", "oud"),
        ("oud", "<w:text/>", "", ""),
    ],
)
def test_each_kind_of_control_shows_its_value_in_its_form(
    saved: str, kind: str, kept: str, shown: str
) -> None:
    """An entry of a list, a box, a date and an empty value show as Word shows them."""
    text, left = read(para(control(run(saved), kind=kind)), parts(f"<kern>{kept}</kern>"))
    assert text == shown
    assert left == ([("alternative", saved)] if saved != shown else [])


def test_a_value_that_is_a_document_gives_its_letters() -> None:
    """A control for rich text keeps a document as its value."""
    inner = f'<w:document xmlns:w="{{}}"><w:body>{para("Het plan ", run("vervalt."))}</w:body></w:document>'
    inner = inner.format("http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    text, left = read(para(control(run("Het plan gaat door."))), parts(f"<kern>{escape(inner)}</kern>"))
    assert (text, left) == ("Het plan vervalt.", [("alternative", "Het plan gaat door.")])


def test_properties_of_the_document_are_values_as_well() -> None:
    """A control may show the title or the company of the properties, and the cover page those of its own."""
    spaces = (
        "xmlns:b='http://purl.org/dc/elements/1.1/' "
        "xmlns:c='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
    )
    bound = control(
        run("Besluit over het pand"),
        "/c:coreProperties[1]/b:title[1]",
        store="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    )
    core = CORE.format(title="Afwijzing van het pand", author="Griffie").encode()
    text, left = read(para(bound.replace(BOUND, spaces)), {"docProps/core.xml": core})
    assert (text, left) == ("Afwijzing van het pand", [("alternative", "Besluit over het pand")])
