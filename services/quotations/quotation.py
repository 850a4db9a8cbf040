"""What goes to the clipboard with a quotation: its words, its exact reference, or both; for Word and for plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from documents.dates import un_date
from documents.direction_runs import direction_runs
from documents.language import PDI, RLI, direction, isolate, western_digits
from documents.position import Span
from documents.reading import Reading
from services.documents.provision_reference import reference
from services.quotations.quotation_options import QuotationContent, QuotationOptions
from services.quotations.quotation_templates import DEFAULTS, fill, template_problem

_TOKEN, _LATIN = re.compile(r"\S+"), re.compile("[A-Za-z]")

_MARKS = {"ar": ("«", "»", "“", "”"), "en": ("“", "”", "‘", "’")}
"""Quotation marks, and those of a quotation within one."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What the clipboard gets: plain text, right in a left-to-right box too, and HTML as Word reads it."""

    plain: str
    html: str


def quote_spans(reading: Reading, spans: Sequence[Span], choice: QuotationOptions) -> Quotation:
    """Return the words at spans of a text as they are read, with their reference. KeyError for an unknown provision.

    The reference says so where a corrected reading is among the words.
    """
    document = reading.document
    words = "\n".join(reading.cut(span) for span in spans)
    if choice.what is QuotationContent.WORDS:
        return Quotation(words, _page(words, direction(document.language), document.language))
    told = _reference(reading, spans, choice)
    if choice.what is QuotationContent.REFERENCE:
        side = "rtl" if choice.language == "ar" else "ltr"
        return Quotation(_isolated(told, side), _page(told, side, choice.language))
    values = {
        **_facts(reading, spans, choice),
        "reference": told,
        "words": words,
        "quote": _quoted(words, choice.language),
    }
    template = choice.template if choice.template and template_problem(choice.template) is None else ""
    text = fill(template or DEFAULTS["ar" if choice.language == "ar" else "en"], values)
    side = direction(document.language)
    lines = text.split("\n")
    return Quotation("\n".join(_isolated(line, side) for line in lines), _page(text, side, document.language))


def _reference(reading: Reading, spans: Sequence[Span], choice: QuotationOptions) -> str:
    ids = dict.fromkeys(span.provision for span in spans)
    corrected = not reading.as_received and any(
        c.applied and c.span.overlaps(span) for span in spans for c in reading.corrections_in(span.provision)
    )
    told = reference(reading.document, ids, choice.language, corrected=corrected)
    return _digits(told, choice)


def _digits(told: str, choice: QuotationOptions) -> str:
    if choice.digits == "western":
        return western_digits(told)
    if choice.digits == "arabic-indic":
        from documents.language import arabic_indic_digits

        # A symbol and a label keep theirs: with Latin letters beside them other digits would change places.
        return _TOKEN.sub(lambda met: met[0] if _LATIN.search(met[0]) else arabic_indic_digits(met[0]), told)
    return told


def _facts(reading: Reading, spans: Sequence[Span], choice: QuotationOptions) -> dict[str, str]:
    document = reading.document
    ids = dict.fromkeys(span.provision for span in spans)
    whole = reference(document, ids, choice.language)
    provision = whole.removeprefix(document.symbol).lstrip("،, ")
    adopted = document.masthead.adopted
    date = un_date(adopted, choice.language) if adopted else ""
    return {
        "symbol": document.symbol,
        "clause": _digits(provision, choice),
        "title": document.title,
        "date": _digits(date, choice),
    }


def _quoted(words: str, language: str) -> str:
    """Return words in quotation marks; those of the same kind within them become the inner kind."""
    opening, closing, inner, after = _MARKS["ar" if language == "ar" else "en"]
    return opening + words.replace(opening, inner).replace(closing, after) + closing


def _isolated(line: str, side: str) -> str:
    """Return a line that keeps its order wherever it is pasted: isolated in its own direction (UAX #9)."""
    if not line:
        return line
    if side == "rtl":
        runs = direction_runs(line, rtl=True)
        return RLI + "".join(run if rtl else isolate(run, "ltr") for run, rtl in runs) + PDI
    return isolate(line, "ltr")


def _page(text: str, side: str, language: str) -> str:
    """Return the HTML that Word and browsers take from the clipboard: one paragraph a line."""
    align = "right" if side == "rtl" else "left"
    style = f"direction:{side};text-align:{align};unicode-bidi:embed"
    paragraphs = "".join(
        f'<p dir="{side}" lang="{escape(language, quote=True)}" style="{style}">{_runs(line, side)}</p>'
        for line in text.split("\n")
    )
    fragment = f"<!--StartFragment-->{paragraphs}<!--EndFragment-->"
    return f'<html><head><meta charset="utf-8"></head><body>{fragment}</body></html>'


def _runs(line: str, side: str) -> str:
    parts = []
    for run, rtl in direction_runs(line, rtl=side == "rtl"):
        words, own = escape(run), "rtl" if rtl else "ltr"
        parts.append(words if own == side else f'<span dir="{own}" lang="{"ar" if rtl else "en"}">{words}</span>')
    return "".join(parts)
