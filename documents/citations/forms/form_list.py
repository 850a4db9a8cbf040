"""The list of the written forms of citation. A new form is a module with its class and an entry here."""

from __future__ import annotations

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.forms.arabic_acts import ArabicAct
from documents.citations.forms.chinese_acts import ChineseAct
from documents.citations.forms.ibid import SameSource
from documents.citations.forms.latin_acts import LatinAct
from documents.citations.forms.mention import Form
from documents.citations.forms.official_records import OfficialRecords
from documents.citations.forms.own_number import OwnNumber
from documents.citations.forms.short_forms import ShortForm
from documents.citations.forms.symbols import LatinSymbol
from documents.citations.forms.treaty_names import TreatyName
from documents.citations.forms.treaty_series import TreatySeries

FORMS: tuple[Form, ...] = (
    TreatySeries(),
    OfficialRecords(),
    OwnNumber(),
    ArabicAct(),
    LatinAct(),
    ChineseAct(),
    LatinSymbol(),
    TreatyName(),
    SameSource(),
    ShortForm(),
)
"""Every form, in the order in which they claim stretches of a text: the earlier form wins an overlap."""


def forms_with(catalogue: Catalogue | None) -> tuple[Form, ...]:
    """Return every form. Treaty names are those of the catalogue, of the bundled one for None."""
    if catalogue is None:
        return FORMS
    return tuple(TreatyName(catalogue) if isinstance(form, TreatyName) else form for form in FORMS)
