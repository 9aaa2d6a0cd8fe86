"""The content security policy of a page that needs nothing but itself (W3C CSP Level 3)."""

import base64
import hashlib
import re

from markupsafe import Markup

from bronbrief.html.markup import ATTRIBUTES, DOCTYPE, GAP

_OPENING = re.compile(
    rf"(?:{GAP}{DOCTYPE})?+(?:{GAP}<html{ATTRIBUTES}>)?+(?:{GAP}<head{ATTRIBUTES}>)?+", re.IGNORECASE
)
_CHARSET = re.compile(rf"{GAP}<meta[ \t\n\f\r]++charset=(?:\"utf-8\"|'utf-8'|utf-8) ?/?>", re.IGNORECASE)


def policy(style: str) -> str:
    """Return a policy that admits this one style sheet, embedded fonts and images, and nothing else.

    `style` is the exact text between the style tags; another text, or any script, is refused.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def with_policy(page: str, style: str) -> str:
    """Put the policy into a page, first in its head but for the encoding, which is put in where it lacks.

    A page that opens no head gets one: a parser makes it for the first `meta`.
    """
    opening = _OPENING.match(page)
    at = opening.end() if opening else 0
    charset = _CHARSET.match(page, at)
    encoding = "" if charset else '\n<meta charset="utf-8">'
    at = charset.end() if charset else at
    rule = Markup('\n<meta http-equiv="Content-Security-Policy" content="{}">').format(policy(style))
    return f"{page[:at]}{encoding}{rule}{page[at:]}"
