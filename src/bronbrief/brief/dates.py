"""Dates of sources and events in words: EDTF (Library of Congress, 2019, levels 0 and 1) to running text."""

from functools import lru_cache

from bronbrief.brief.date_words import date_text, interval_text
from bronbrief.core.edtf_dates import is_plain, plain_interval


@lru_cache(maxsize=256)
def edtf_text(edtf: str, lang: str) -> str:
    """Write an EDTF date in words, such as "ca. maart 2021" or "op of na 18 september 2020".

    Text that is not EDTF, or a form that has no plain words, comes back as it stands.
    """
    try:
        if is_plain(edtf):
            return date_text(edtf, lang)
        if ends := plain_interval(edtf):
            return interval_text(*ends, lang)
    except ValueError:
        return edtf
    from bronbrief.brief.uncertain_dates import uncertain_text  # noqa: PLC0415 - slow to load, and seldom needed

    return uncertain_text(edtf, lang)
