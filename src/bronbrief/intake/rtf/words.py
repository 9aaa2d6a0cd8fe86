"""The control words of RTF that this reader knows: characters, and destinations by what becomes of them."""

from collections.abc import Mapping

from bronbrief.intake.page_writer import LINE, TAB

CHARACTERS: Mapping[str, str] = {
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\u00a0",
    "_": "\u2011",
    "tab": TAB,
    "line": LINE,
    **dict.fromkeys(["emspace", "enspace", "qmspace", "page", "column"], " "),
    **{sign: sign for sign in "{}\\"},
}
SKIP, SHAPE, UNICODE, LISTED, TOLD = "skip", "shape", "upr", "listtext", "told:"
# Where the text goes that follows these words in a group: left out with a reason (`told:`), shown, beside
# the text, kept by what it says, or nowhere. Of a shape only what lies beside the text is shown.
DESTINATIONS: Mapping[str, str] = {
    **dict.fromkeys(
        "header headerl headerr headerf footer footerl footerr footerf".split(), "told:header-footer"
    ),
    "annotation": "told:comment",
    "moMath": "told:unsupported",
    **dict.fromkeys("fldrslt shppict result shp rtf nesttableprops".split(), "shown"),
    **dict.fromkeys("footnote shptxt dptxbxtext".split(), "aside"),
    **dict.fromkeys(
        "fonttbl stylesheet colortbl title author ffl sn sv info formfield creatim".split(), "kept"
    ),
    **dict.fromkeys("pict shpinst do".split(), SHAPE),
    **dict.fromkeys(["listtext", "pntext"], LISTED),
    "field": "field",
    "fldinst": "code",
    "upr": UNICODE,
    **dict.fromkeys(
        """
        nonshppict nonesttables shprslt xe tc rxe falt panose filetbl listtable listoverridetable revtbl
        rsidtbl operator subject category manager company comment doccomm hlinkbase revtim printim buptim
        keywords atnid atnauthor atntime atndate atnicn atnref atnparent objdata objclass objname objalias
        mmathPict private pgptbl themedata colorschememapping latentstyles datastore xmlnstbl listname ftnsep
        ftnsepc ftncn aftnsep aftnsepc aftncn template background tcn pntxta pntxtb leveltext levelnumbers
        bkmkstart bkmkend
        """.split(),
        SKIP,
    ),
}
_FORMS = {
    "ar": "decimal",
    "alc": "lowerLetter",
    "auc": "upperLetter",
    "rlc": "lowerRoman",
    "ruc": "upperRoman",
    "chi": "chicago",
}
# How notes are numbered, by the word that says so: of which kind, and in what.
NOTE_FORMS = {f"{kind}n{form}": (kind, name) for kind in ("ftn", "aftn") for form, name in _FORMS.items()}
# What is told of the drawings that say this of themselves.
SAID_OF_SHAPES: Mapping[str, str] = {"wzDescription": "image", "gtextUNICODE": "drawing"}
