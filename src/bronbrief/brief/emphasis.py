"""Marks of emphasis as people mean them; the Markdown library's own lose letters where they cross.

A sum is no emphasis, nor a line within a word or a name of a file. What a mark crosses stays text.
"""

_END = r"(?<!\s){mark}(?!\d)(?:(?!\w)|(?<=\w{mark}))"
_EM = r"(?<![\d*])(\*)(?![\s*])(?:(?<!\w\*)|(?=\w))([^*]+?)" + _END.format(mark=r"\*")
_STRONG = (
    r"(?<![\d*])(\*\*)(?!\s)(?:(?<!\w\*\*)|(?=[\w*]))"
    r"(\*(?![\s*])[^*]+(?<!\s)\*|[^*](?:[^*]|\*(?!\*))*?)" + _END.format(mark=r"\*\*")
)
_STAR = (("em", _EM), ("strong", _STRONG))
_LINE = tuple(
    (tag, rf"(?<![\w_])({mark})(?![\s_])((?:[^_]|(?<=\w)_(?=\w))+?)(?<![\s_]){mark}(?![\w_])")
    for tag, mark in (("em", "_"), ("strong", "__"), ("em", "_"))
)
EMPHASIS = (*_STAR, *_STAR, *_LINE)
"""Tags with the pattern of what gets them, second group, in the order to look for them: inside first."""
