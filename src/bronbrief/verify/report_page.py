"""What a verification found as one web page: headings, tables with headers, nothing said by colour."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.verify.proofs import BriefProof, QuotationProof, Standing, Verification, standing
from bronbrief.verify.report_text import label_of, mark, verdict

STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; }
.frame { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; margin: .25rem 0; }
.verdict { font-size: 1.25rem; font-weight: bold; }
"""


def page(verifications: Sequence[Verification], lang: str) -> str:
    """Write the page, whole: it needs no network and no script."""
    said = {"lang": i18n.spoken(lang), **i18n.words("verification", lang)}
    body = [f"<h1>{said['title']}</h1>", f'<p class="verdict">{escape(verdict(verifications, lang))}</p>']
    for one in verifications:
        body += _verification(one, said)
    body += [f"<p>{escape(line)}</p>" for line in said["limits"].splitlines()]
    head = (
        f'<!DOCTYPE html>\n<html lang="{said["lang"]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{said['title']}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
    return head + "\n".join(body) + "\n</main>\n</body>\n</html>\n"


def _verification(one: Verification, said: Mapping[str, str]) -> Iterator[str]:
    yield f"<h2>{escape(one.path)}</h2>"
    if one.checked is not None:
        listed = said["listed"].format(count=one.checked)
        yield f"<p>{mark(Standing.PROVEN, said)}: {escape(listed)}</p>"
    yield from _diagnostics(one.general, said)
    for brief in one.briefs:
        yield from _brief(brief, said)


def _brief(brief: BriefProof, said: Mapping[str, str]) -> Iterator[str]:
    title = escape(brief.title)
    yield f"<h3>{title}</h3>"
    names = brief.files or (brief.path,)
    files = ", ".join(f"{one} ({said['unchanged']})" if one in brief.unchanged else one for one in names)
    yield f"<p>{said['files']}: {escape(files)}</p>"
    yield from _diagnostics(brief.diagnostics, said)
    heads = "".join(
        f'<th scope="col">{said[name]}</th>'
        for name in ("quotation", "outcome", "words", "source", "remarks")
    )
    yield f'<div class="frame" role="region" tabindex="0" aria-label="{title}">'
    yield f"<table><caption>{title}</caption><thead><tr>{heads}</tr></thead><tbody>"
    yield from (_row(quotation, said) for quotation in brief.quotations)
    yield "</tbody></table></div>"


def _row(quotation: QuotationProof, said: Mapping[str, str]) -> str:
    cells = (
        mark(quotation.standing, said),
        f"<q>{escape(quotation.words)}</q>",
        escape(f"{quotation.source}, {quotation.locator}"),
        "".join(_remark(finding, said) for finding in quotation.diagnostics),
    )
    name = escape(label_of(quotation, said))
    return f'<tr><th scope="row">{name}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _diagnostics(findings: Sequence[Diagnostic], said: Mapping[str, str]) -> Iterator[str]:
    if findings:
        items = (f"<li>{mark(standing((one,)), said)}: {_remark(one, said)}</li>" for one in findings)
        yield f"<ul>{''.join(items)}</ul>"


def _remark(finding: Diagnostic, said: Mapping[str, str]) -> str:
    detail = f"<pre>{escape(finding.detail)}</pre>" if finding.detail else ""
    lang = said["lang"]
    return f"<div>{escape(headline(finding, lang))}{detail} {escape(hint(finding, lang))}</div>"
