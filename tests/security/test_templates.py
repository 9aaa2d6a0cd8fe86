"""A template of a stranger reads no file, runs no code and takes no more than a page can need."""

from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.html import sandbox
from bronbrief.html.filters import FUNCTIONS
from bronbrief.html.templates import load_template
from support.typesetting import attempt, page

MANIFEST = "title: {nl-NL: Eigen}\ndescription: {nl-NL: Een eigen sjabloon}\n"
DOUBLING = "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}DOUBLE{% endfor %}"


def fill(root: Path, page: str) -> tuple[str | None, list[Diagnostic]]:
    """Fill a template of the workspace with the functions that every template has."""
    folder = root / "templates" / "eigen"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "brief.html.j2").write_text(page, encoding="utf-8")
    template = load_template(Workspace(root), "eigen").value
    assert template is not None
    filled = template.fill({**FUNCTIONS, "labels": {"kind": "brief"}})
    return filled.value, list(filled.diagnostics)


@pytest.mark.parametrize(
    "page",
    [
        "{{ flow.__globals__ }}",
        "{{ flow.__code__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ joiner.__init__.__globals__ }}",
        "{{ namespace.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ self|attr('_TemplateReference__context') }}",
        "{{ ''|attr('__class__') }}",
        "{{ '{0.__class__}'.format(labels) }}",
        "{{ '{a.__class__}'.format_map({'a': 1}) }}",
        "{% set f = '{0.__class__}'.format %}{{ f(1) }}",
        "{{ ('{0.__class__}'|safe).format(1) }}",
        "{{ '%s'|format(labels.__class__) }}",
        "{{ labels.update({'a': 'b'}) }}",
        "{% set l = [] %}{{ l.append(1) }}",
        "{{ [].__class__.__base__.__subclasses__() }}",
        "{{ (1).__lshift__(9) }}",
        "{{ flow['__globals__'] }}",
    ],
)
def test_nothing_leads_out_of_the_sandbox(page: str, tmp_path: Path) -> None:
    """Whatever leads from a value to Python itself, or changes a value, is refused."""
    value, findings = fill(tmp_path, page)
    assert value is None
    assert [one.code for one in findings] == ["template-forbidden"]


@pytest.mark.parametrize(
    "page", ["{{ [1]|map(attribute='__class__')|list }}", "{{ [1]|map('attr', '__class__')|list }}"]
)
def test_filters_do_not_lead_out_either(page: str, tmp_path: Path) -> None:
    """An attribute that a template may not see is undefined to filters too."""
    value, _ = fill(tmp_path, page)
    assert value in ("[Undefined]", None)


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "tijdlijn/brief.html.j2",
        "_shared/../tijdlijn/brief.html.j2",
        "eigen/../../../seeds/x.txt",
        "_labels/nl-NL.yaml",
        "_shared//etc/passwd",
        "eigen/sub/x",
        "eigen/.verborgen",
        "eigen/",
        "eigen/x\0",
        "eigen\\\\brief.html.j2",
    ],
)
@pytest.mark.parametrize("statement", ["include", "extends", "import"])
def test_only_its_own_folder_and_the_shared_one_are_read(path: str, statement: str, tmp_path: Path) -> None:
    """A path to anywhere else, absolute or roundabout, is a file that is not there."""
    value, findings = fill(
        tmp_path, f"{{% {statement} '{path}' {'as x ' if statement == 'import' else ''}%}}"
    )
    assert value is None
    assert findings[0].code in ("template-file-missing", "template-failed")


@pytest.mark.parametrize(
    "page",
    [
        "{{ 'a' * 10**9 }}",
        "{{ [0] * 10**9 }}",
        "{{ 10**9999999 }}",
        "{{ 'a'|center(10**9) }}",
        "{{ 'a'.ljust(10**9) }}",
        "{{ 'a'.zfill(10**9) }}",
        "{{ '\\t'.expandtabs(10**9) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%*d' % (10**9, 1) }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ '{:{w}}'.format(1, w=10**9) }}",
        "{{ 'a\nb'|indent(10**9) }}",
        "{{ [1]|batch(10**9, 'x')|list }}",
        "{{ [1]|slice(10**8)|list }}",
        "{{ ('a' * 99999)|replace('a', 'b' * 99999) }}",
        "{{ ('a' * 99999).replace('a', 'b' * 99999) }}",
        "{{ range(99999)|join('b' * 99999) }}",
        DOUBLING.replace("DOUBLE", "{% set ns.x = ns.x ~ ns.x %}"),
        DOUBLING.replace("DOUBLE", "{% set ns.x = ns.x + ns.x %}"),
        "{% set ns = namespace(x=7) %}{% for i in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
        DOUBLING.replace("DOUBLE", "{% set x %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = x %}"),
        "{% for i in range(99999) %}" + "a" * 999 + "{% endfor %}",
        "{% for i in range(99999) %}{{ 'a' * 9999 }}{% endfor %}",
        "{% set x = 'a' * 9999 %}{% for i in range(99999) %}{{ x }}{% endfor %}",
        "{{ range(10**9)|list }}",
        "{{ (['a' * 3999999] * 700)|join|length }}",
        "{% set x = ['b' * 3000000, 'c' * 3000000] %}",
        "{{ ['a' * 3999999, 'a' * 3999999]|map('upper')|join }}",
        "{{ ''.join((['a' * 99999] * 99)|map('upper')) }}",
        "{{ '%(a)s' * 700000 % {'a': 'b' * 99999} }}",
        "{{ ('{0}' * 700000).format('b' * 99999) }}",
        "{{ ('a' * 99999).translate({97: 'b' * 99999}) }}",
        DOUBLING.replace("DOUBLE", "{% set ns.x = [ns.x, ns.x] %}"),
        DOUBLING.replace("DOUBLE", "{% set ns.x = (ns.x, ns.x) %}"),
        DOUBLING.replace("DOUBLE", "{% set ns.x = {'a': ns.x, 'b': ns.x} %}"),
        DOUBLING.replace("DOUBLE", "{% set ns.x = dict(a=ns.x, b=ns.x) %}"),
        DOUBLING.replace("DOUBLE", "{% set ns.x = [ns.x, ns.x]|list %}") + "{{ ns.x == ns.x }}",
    ],
)
def test_no_template_fills_the_memory(page: str, tmp_path: Path) -> None:
    """A value, a number or a page that grows beyond any need is refused before it exists."""
    value, findings = fill(tmp_path, page)
    assert value is None
    assert findings[0].code in ("template-forbidden", "template-endless", "template-failed")


@pytest.mark.parametrize(
    "page",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% set r = range(99999) %}{% for a in r %}{% for b in r if false %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% for a in range(99999) %}{{ range(99999)|map('string')|list|length }}{% endfor %}",
    ],
)
def test_no_template_runs_without_end(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that takes more time than any page needs is stopped, at its line."""
    monkeypatch.setattr(sandbox, "SECONDS", 0.3)
    value, findings = fill(tmp_path, page)
    assert value is None
    assert [one.code for one in findings] == ["template-endless"]
    assert findings[0].place is not None
    assert findings[0].place.line == 1


def test_a_template_that_includes_itself_twice_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Includes count as well: a tree of them never ends, though no branch is deep."""
    monkeypatch.setattr(sandbox, "SECONDS", 0.3)
    again = "{% include 'eigen/brief.html.j2' %}"
    page = f"{{% set n = (n|default(40)) - 1 %}}{{% if n %}}{again}{again}{{% endif %}}"
    value, findings = fill(tmp_path, page)
    assert value is None
    assert findings[0].code == "template-endless"


@pytest.mark.parametrize(
    "page",
    ["{{ [1, 2]|random }}", "{{ lipsum() }}", "{{ 'a'|wordwrap(1) }}", "{{ 'www.a'|urlize }}"],
)
def test_what_would_give_another_page_each_time_is_not_there(page: str, tmp_path: Path) -> None:
    """Chance has no place in a brief; neither have filters that take time without bound."""
    value, findings = fill(tmp_path, page)
    assert value is None
    assert findings[0].code in ("template-syntax", "template-undefined")


@pytest.mark.parametrize(
    "page",
    ["{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{% if 1 %}" * 2000, "{{" * 20000, "{{ '\\ud800' }}"],
)
def test_no_template_breaks_the_reader(page: str, tmp_path: Path) -> None:
    """Nesting beyond depth and text that is no text end in a finding."""
    value, findings = fill(tmp_path, page)
    assert value is None
    assert findings[0].code in ("template-failed", "template-syntax")


@pytest.mark.parametrize(
    "page",
    [
        "{{ flow }}",
        "{{ [flow] }}",
        "{{ {'a': (flow, 1)} }}",
        "{{ flow|string }}",
        "{{ flow|upper }}",
        "{{ flow|e }}",
        "{{ flow ~ 'a' }}",
        "{{ '%s' % flow }}",
        "{{ '%s'|format(flow) }}",
        "{{ '{}'.format(flow) }}",
        "{{ [flow, 1]|join(' ') }}",
        "{{ [1, 2]|map('string') }}",
        "{{ 'a'.upper }}",
        "{{ self }}",
        "{{ range }}",
        "{% macro m() %}{% endmacro %}{{ m }}",
        "{% for a in [1] %}{{ loop }}{% endfor %}",
        "{{ namespace(a=1) }}",
    ],
)
def test_what_has_no_form_as_text_is_not_printed(page: str, tmp_path: Path) -> None:
    """A function or an object would print where it lies in memory, which differs from run to run."""
    value, findings = fill(tmp_path, page)
    assert value is None
    assert [one.code for one in findings] == ["template-forbidden"]
    assert findings[0].place is not None
    assert findings[0].place.line == 1


def test_ordinary_pages_stay_within_the_budget(tmp_path: Path) -> None:
    """Loops over hundreds of items, joins, widths and replacements work as Jinja says."""
    page = (
        "{% for i in range(500) %}{{ '%04d' % i }}{{ 'a'|center(9) }}{% endfor %}"
        "{{ range(9)|join(', ') }}{{ 'a-b'|replace('-', '+') }}{{ '{:>5}'.format('x') }}"
        "{{ [1, 2]|map('string')|join('+') }}{{ none }}{{ [1, 'a', (2.5, none)] }}{{ '%s' % [1] }}"
        "{{ labels|dictsort|map(attribute=0)|join }}{{ [labels]|join(',', attribute='kind') }}"
        "{{ 2 ** 10 }}{{ 'a' * 3 }}"
    )
    value, findings = fill(tmp_path, page)
    assert findings == []
    assert value is not None
    assert value.endswith(
        "0, 1, 2, 3, 4, 5, 6, 7, 8a+b    x1+2None[1, &#39;a&#39;, (2.5, None)][1]kindbrief1024aaa"
    )


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<p>x</p>", "p" + ":not(p" * 400 + ")" * 400 + "{color:red}"),
        ("<p>x</p>", "p{width:calc(" + "(" * 3000 + "1px" + ")" * 3000 + ")}"),
        ("<div>" * 3000 + "x" + "</div>" * 3000, ""),
    ],
)
def test_nesting_without_end_is_a_finding(body: str, style: str, tmp_path: Path) -> None:
    """Styles and pages nested beyond what the typesetter can follow are reported, not crashed upon."""
    done = attempt(page(body, style), tmp_path)
    assert done.value is None
    assert [one.code for one in done.diagnostics] == ["pdf-too-deep"]


@pytest.mark.parametrize(
    "style",
    [
        "p{background:url(file:///etc/hostname)}",
        "p{background:url('FILE:///etc/hostname')}",
        "p{background:u\\72l(file:///etc/hostname)}",
        "p::before{content:url(http://127.0.0.1:9/x.png)}",
        "@page{background:url(file:///etc/hostname)}",
        "@page{@top-left{content:url(file:///etc/hostname)}}",
        "@font-face{font-family:x;src:url(file:///etc/hostname)}p{font-family:x}",
        "@font-face{font-family:x;src:local('DejaVu Sans')}p{font-family:x}",
        "@font-face{font-family:x;src:local('Arial')}p{font-family:x}",
        "@color-profile --x{src:url(file:///etc/hostname)}",
        "p{font-family:sans-serif}",
    ],
)
def test_styles_reach_nothing(style: str, tmp_path: Path) -> None:
    """A style sheet that asks for a file, a host or a typeface of the machine gives no PDF."""
    done = attempt(page("<p>x</p>", style), tmp_path)
    assert done.value is None
    assert {one.code for one in done.diagnostics if one.is_error} <= {
        *("pdf-address-refused", "pdf-font-not-loaded", "pdf-image-not-loaded", "pdf-foreign-font"),
        *("pdf-engine-error", "file-missing"),
    }
