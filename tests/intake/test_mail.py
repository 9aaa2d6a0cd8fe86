"""Mails are read as a mail program shows them; headers are facts, attachments are named."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.intake.add import Request
from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.mail import read_mail
from bronbrief.intake.proposals import propose

PLAIN = "Geachte raad,\n\nHet college stemt in.\n"


def mail(plain: str = PLAIN, page: str = "", **headers: str) -> EmailMessage:
    """Make a mail with a plain text, and a page beside it if one is given."""
    message = EmailMessage()
    for name, value in (
        {"From": "Griffie Oostdam <griffie@example.nl>", "Subject": "Reactie op één motie"} | headers
    ).items():
        message[name.replace("_", "-")] = value
    message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def read(message: EmailMessage, changes: str = "") -> tuple[str, list[tuple[str, str]]]:
    """Return the text of a mail, and what is left out but for its headers."""
    answer = read_mail(message.as_bytes(), changes)
    assert answer.unaccounted == []
    out = answer.left_out
    return answer.text, [one for one in out if one[0] != "metadata"]


def test_a_mail_without_a_page_is_its_text() -> None:
    """Plain text stays as it is."""
    assert read(mail()) == (PLAIN, [])


def test_the_page_of_a_mail_is_read_and_a_differing_text_is_named() -> None:
    """A mail program shows the page; what the other version says otherwise is told."""
    same = "<p>Geachte raad,<p>Het college stemt in."
    assert read(mail(page=same)) == (PLAIN, [])
    other = "<p>Geachte raad,<p>Het college stemt <b>niet</b> in."
    assert read(mail(page=other)) == (PLAIN.replace("stemt", "stemt niet"), [("alternative", "- niet")])
    less = mail("Beste raad, niet dus.", page=same)
    assert read(less)[1] == [("alternative", "Beste raad, niet dus.")]


def test_addresses_of_links_are_no_difference() -> None:
    """Programs write the address of a link into the plain text."""
    page = '<p>Zie <a href="https://example.nl/a">de nota</a>.</p>'
    assert read(mail("Zie de nota <https://example.nl/a>.", page)) == ("Zie de nota.\n", [])


def test_hidden_and_struck_text_of_a_mail_is_as_of_a_page() -> None:
    """No wall is seen in a mail that speaks of cookies and passwords."""
    page = "<style>i{display:none}</style><p>Wachtwoord <i>niet </i>vergeten? <s>Nee</s> Ja.<nav>Menu</nav>"
    with pytest.raises(ExtractionError, match="document-two-versions"):
        read(mail("x", page))
    text, out = read(mail("x", page), "accept")
    assert text == "Wachtwoord vergeten? Ja.\n\nMenu\n"
    assert {("hidden", "niet"), ("struck", "Nee")} <= set(out)


def test_attachments_are_named_and_pictures_in_the_text_are_pictures() -> None:
    """Files, mails that were passed on, and pictures each have their reason."""
    message = mail("x", '<p>x</p><img src="cid:logo@x" alt="Wapen">')
    list(message.iter_parts())[1].add_related(b"GIF89a", "image", "gif", cid="<logo@x>")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="één bijlage.pdf")
    message.add_attachment(mail("binnen", Subject="Doorgestuurd"))
    assert read(message)[1] == [
        ("image", "Wapen"),
        ("attachment", "één bijlage.pdf"),
        ("attachment", "Doorgestuurd"),
    ]


def test_lines_that_flow_are_joined() -> None:
    """A soft break is none, a quotation and a signature stay apart (RFC 3676)."""
    raw = (
        b"From: a@example.nl\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
        b"De raad besluit \nniet.\n>> Eerder \n>> gezegd.\n Ingesprongen\n-- \nGriffie\n"
    )
    answer = read_mail(raw)
    assert answer.text == "De raad besluit niet.\n>> Eerder gezegd.\nIngesprongen\n--\nGriffie\n"
    assert answer.unaccounted == []


def test_headers_are_facts_with_their_basis() -> None:
    """Subject, sender and day are proposed; all headers that are shown are left out by name."""
    data = mail(To="raad@example.nl", Date="Tue, 12 Mar 2024 23:30:00 +0100").as_bytes()
    outcome = extract(data, "bericht.eml")
    assert outcome.value is not None
    known = propose({}, outcome.value, "bericht", ".eml")
    assert {key: known[key].value for key in ("title", "title_basis", "author", "date", "kind")} == {
        "title": "Reactie op één motie",
        "title_basis": "stated",
        "author": "Griffie Oostdam",
        "date": "2024-03-12",
        "kind": "letter",
    }
    assert known["date"].how == "document"
    told = [one.text for one in outcome.value.left_out]
    assert told[:2] == ["From: Griffie Oostdam <griffie@example.nl>", "To: raad@example.nl"]
    assert Request("x.eml").path.suffix == ".eml"


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (b"Subject: =?iso-8859-1?q?Besluit_=E9=E9n?=", "Besluit één"),
        ("Subject: Besluit één".encode(), "Besluit één"),
        (b"Subject: =?utf-8?b?QmVzbHVpdA==?=\n =?utf-8?q?_twee?=", "Besluit twee"),
        (b"Subject: =?geen-codering?q?Besluit?=", "=?geen-codering?q?Besluit?="),
    ],
)
def test_headers_are_decoded(header: bytes, title: str) -> None:
    """Encoded words, raw UTF-8 and folded lines read as people see them."""
    facts = read_mail(b"From: a@example.nl\n" + header + b"\n\ntekst\n").facts
    assert facts["title"] == title


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"geen koppen\n\ntekst", "document-unreadable"),
        (
            b"From: a@b.nl\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx",
            "document-locked",
        ),
        (b"From: a@b.nl\nContent-Type: multipart/mixed; boundary=x\n\n--x--\n", "document-without-text"),
    ],
)
def test_what_is_no_mail_with_a_text_is_a_finding(data: bytes, code: str) -> None:
    """No headers, encryption and emptiness each have their finding."""
    assert [one.code for one in extract(data, "x.eml").diagnostics if one.code != "document-left-out"] == [
        code
    ]


def test_nesting_without_end_is_a_finding() -> None:
    """A thousand parts in each other do not bring the reader down."""
    data = b"From: a@b.nl\n"
    for at in range(3000):
        data += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at)
    outcome = extract(data + b"\ntekst", "x.eml")
    assert outcome.value is None or "tekst" in outcome.value.text
    assert outcome.diagnostics or outcome.value


@pytest.mark.parametrize("name", ["x.msg", "x.MSG"])
def test_outlook_files_are_refused_with_what_converts_them(name: str) -> None:
    """The finding says how to get an .eml."""
    assert [one.code for one in extract(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name).diagnostics] == [
        "document-outlook"
    ]
    assert [one.code for one in extract(b"WARC/1.0", "x.warc").diagnostics] == ["document-web-archive"]


def test_a_mail_is_known_whatever_its_name() -> None:
    """A mail that was saved without an ending is read as one."""
    outcome = extract(mail().as_bytes(), "bericht")
    assert outcome.value is not None
    assert outcome.value.text == PLAIN


KINDS = ("mixed", "alternative", "related", "signed", "report")


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> EmailMessage:
    """Draw a mail of nested parts, each with a word of its own."""
    message = EmailMessage()
    if depth > 2 or draw(st.booleans()):
        word = f"α{draw(st.text('βγδεζηθ', min_size=3, max_size=6))}ω"
        kind = draw(st.sampled_from(["plain", "html", "pdf", "bijlage"]))
        if kind in {"plain", "html"}:
            message.set_content(f"<p>{word}</p>" if kind == "html" else word, subtype=kind)
        elif kind == "pdf":
            message.set_content(b"%PDF", "application", "pdf", filename=f"{word}.pdf")
        else:
            message.set_content(word, filename=f"{word}.txt", disposition="attachment")
        return message
    message["Content-Type"] = f"multipart/{draw(st.sampled_from(KINDS))}"
    message.set_payload([draw(trees(depth + 1)) for _ in range(draw(st.integers(1, 3)))])
    return message


@given(trees())
def test_every_part_is_in_the_text_or_named(message: EmailMessage) -> None:
    """However parts are nested: each word is in the text, left out, or said by the text as well."""
    message["From"] = "a@example.nl"
    answer = read_mail(message.as_bytes())
    assert answer.unaccounted == []
    told = answer.text + " ".join(text for _, text in answer.left_out)
    for part in message.walk():
        if not part.is_multipart():
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            word = content.decode().strip().removeprefix("<p>").removesuffix("</p>")
            assert (part.get_filename() or word) in told
