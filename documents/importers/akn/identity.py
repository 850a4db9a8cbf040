"""The identity of a foreign Akoma Ntoso document: symbol, organ, date, language and title from its FRBR metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from xml.etree.ElementTree import Element

from documents.akoma_ntoso import UNKNOWN_DATE, organ_of, parse_work_iri
from documents.importers.akn.element_text import tag
from documents.language import bcp_47

_SYMBOL = re.compile(r"[A-Z][A-Z.]*/\S*\d\S*")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Identity:
    """The facts of the metadata. `symbol` is never empty: it is the key under which a document is kept."""

    symbol: str
    organ: str
    adopted: date | None
    language: str
    title: str


def identify(statement: Element, name: str) -> Identity:
    """Read the metadata of a document from a file called `name`."""
    work = statement.find("./{*}meta/{*}identification/{*}FRBRWork")
    iri = _value(work, "FRBRuri") or _value(work, "FRBRthis")
    actor, adopted, from_iri = parse_work_iri(iri)
    symbol = _alias(work, "symbol") or _printed_symbol(statement) or from_iri
    number = _value(work, "FRBRnumber", "showAs") or _value(work, "FRBRnumber")
    organ = organ_of(actor) or _organ(symbol)
    symbol = _canonical(symbol) or number or iri.strip("/") or PurePath(name).stem or "?"
    return Identity(symbol, organ, adopted or _date(work), _language(statement), _alias(work, "title") or symbol)


def _value(level: Element | None, name: str, attribute: str = "value") -> str:
    found = None if level is None else level.find(f"./{{*}}{name}")
    return "" if found is None else " ".join((found.get(attribute) or "").split())


def _alias(work: Element | None, name: str) -> str:
    for alias in () if work is None else work.iterfind("./{*}FRBRalias"):
        if alias.get("name") == name:
            return " ".join((alias.get("value") or "").split())
    return ""


def _printed_symbol(statement: Element) -> str:
    """Return the document number printed in the preface where it is a symbol in Latin letters."""
    for element in statement.iter():
        if tag(element) == "docNumber":
            written = " ".join("".join(element.itertext()).split())
            if _SYMBOL.fullmatch(written):
                return written
    return ""


def _canonical(symbol: str) -> str:
    from documents.symbol import Symbol

    try:
        return str(Symbol.parse(symbol)) if symbol else ""
    except ValueError:
        return symbol


def _organ(symbol: str) -> str:
    from documents.symbol import Symbol

    try:
        return Symbol.parse(symbol).organ
    except ValueError:
        return ""


def _date(work: Element | None) -> date | None:
    written = _value(work, "FRBRdate", "date")
    try:
        return None if written == UNKNOWN_DATE else date.fromisoformat(written)
    except ValueError:
        return None


def _language(statement: Element) -> str:
    expression = statement.find("./{*}meta/{*}identification/{*}FRBRExpression")
    code = _value(expression, "FRBRlanguage", "language") or statement.get(_LANG) or "und"
    return bcp_47(code)
