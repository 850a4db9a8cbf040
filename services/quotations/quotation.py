"""Format a quotation for the clipboard, as plain text and as HTML: the words, their exact reference, or both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from documents.dates import un_date
from documents.direction_runs import direction_runs
from documents.interface_languages import interface_language
from documents.language import PDI, RLI, direction, isolate, western_digits
from documents.position import Span
from documents.reading import Reading
from services.documents.provision_reference import reference
from services.quotations.quotation_options import QuotationContent, QuotationOptions
from services.quotations.quotation_templates import DEFAULT, fill, template_problem

_TOKEN, _LATIN = re.compile(r"\S+"), re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The two forms for the clipboard. `plain` keeps its order in a left-to-right box, `html` is made for Word."""

    plain: str
    html: str


def quote_spans(reading: Reading, spans: Sequence[Span], options: QuotationOptions) -> Quotation:
    """Return the words at spans of a text in its reading, with their reference. KeyError for an unknown provision.

    The reference marks a quotation that contains a corrected reading.
    """
    document = reading.document
    words = "\n".join(reading.cut(span) for span in spans)
    if options.content is QuotationContent.WORDS:
        return Quotation(words, _page(words, direction(document.language), document.language))
    cited = _reference(reading, spans, options)
    if options.content is QuotationContent.REFERENCE:
        side = interface_language(options.language).direction
        return Quotation(_isolated(cited, side), _page(cited, side, options.language))
    values = {
        **_facts(reading, spans, options),
        "reference": cited,
        "words": words,
        "quote": _quoted(words, options.language),
    }
    template = options.template if options.template and template_problem(options.template) is None else ""
    text = fill(template or DEFAULT, values)
    side = direction(document.language)
    lines = text.split("\n")
    return Quotation("\n".join(_isolated(line, side) for line in lines), _page(text, side, document.language))


def _reference(reading: Reading, spans: Sequence[Span], options: QuotationOptions) -> str:
    ids = dict.fromkeys(span.provision for span in spans)
    corrected = not reading.as_received and any(
        c.applied and c.span.overlaps(span) for span in spans for c in reading.corrections_in(span.provision)
    )
    return _digits(reference(reading.document, ids, options.language, corrected=corrected), options)


def _digits(text: str, options: QuotationOptions) -> str:
    if options.digits == "western":
        return western_digits(text)
    if options.digits == "arabic-indic":
        from documents.language import arabic_indic_digits

        # A token with Latin letters, a symbol or a label, keeps its digits: others would be reordered beside them.
        return _TOKEN.sub(lambda met: met[0] if _LATIN.search(met[0]) else arabic_indic_digits(met[0]), text)
    return text


def _facts(reading: Reading, spans: Sequence[Span], options: QuotationOptions) -> dict[str, str]:
    """Return the values of the template fields symbol, paragraph, title and date."""
    document = reading.document
    ids = dict.fromkeys(span.provision for span in spans)
    whole = reference(document, ids, options.language)
    provision = whole.removeprefix(document.symbol).lstrip("،, ")
    adopted = document.masthead.adopted
    date = un_date(adopted, options.language) if adopted else ""
    return {
        "symbol": document.symbol,
        "paragraph": _digits(provision, options),
        "title": document.title,
        "date": _digits(date, options),
    }


def _quoted(words: str, language: str) -> str:
    """Return words in quotation marks. Marks of the same kind within them become the inner kind."""
    opening, closing, inner, after = interface_language(language).quotation_marks
    return opening + words.replace(opening, inner).replace(closing, after) + closing


def _isolated(line: str, side: str) -> str:
    """Return a line with directional isolates (UAX #9), so that it keeps its order wherever it is pasted."""
    if not line:
        return line
    if side == "rtl":
        runs = direction_runs(line, rtl=True)
        return RLI + "".join(run if rtl else isolate(run, "ltr") for run, rtl in runs) + PDI
    return isolate(line, "ltr")


def _page(text: str, side: str, language: str) -> str:
    """Return the HTML clipboard form, one paragraph for each line of `text`."""
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
