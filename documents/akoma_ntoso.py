"""Names, identifiers and IRIs of Akoma Ntoso 3.0 that the importer and the exporter share, and our own vocabulary.

After the United Nations guidelines (AKN4UN): eIds have Western digits and Latin letters in every language, so that the
expressions of one work align. Facts for which AKN has no element stand in `<proprietary>`, in the namespace `OWN`.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

from documents.model import OUTER, Masthead

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:qarar:document:1"
"""The namespace of our own elements. Its number grows when their meaning changes."""

COMPONENT = "cmp_1"
"""The eId of the nested draft's component, and the prefix of every eId inside it."""

UNKNOWN_DATE = "0001-01-01"
"""The date, named `unknown`, of a document without one. FRBR demands a date."""

_ACTORS = {"GA": "un-ga", "ECOSOC": "un-ecosoc", "SC": "un-sc", "HRC": "un-hrc", "CCPCJ": "un-ccpcj"}
ORGAN_NAMES = {
    "GA": "General Assembly",
    "ECOSOC": "Economic and Social Council",
    "SC": "Security Council",
    "HRC": "Human Rights Council",
    "CCPCJ": "Commission on Crime Prevention and Criminal Justice",
}
_ORGANS = {actor: organ for organ, actor in _ACTORS.items()}
_WORK = re.compile(r"/akn/un/[^/]+/[^/]+/([a-z0-9-]+)/(\d{4}-\d\d-\d\d)/([^/!@~]+)")
_SERIES = {"un-ga": "A/RES", "un-ecosoc": "E/RES", "un-sc": "S/RES", "un-hrc": "A/HRC/RES"}


def actor(organ: str) -> str:
    """Return the IRI's actor for an organ code (`ECOSOC` → `un-ecosoc`), `un` for an organ without one."""
    return _ACTORS.get(organ, "un")


def organ_of(actor_: str) -> str:
    """Return the organ code of an IRI's actor, "" for an unknown actor."""
    return _ORGANS.get(actor_, "")


def work_iri(symbol: str, masthead: Masthead) -> str:
    """Return the work's IRI: `/akn/un/statement/deliberation/un-ecosoc/2019-07-23/2019-20`."""
    when = masthead.adopted.isoformat() if masthead.adopted else UNKNOWN_DATE
    return f"/akn/un/statement/deliberation/{actor(masthead.organ)}/{when}/{work_number(symbol) or 'none'}"


def work_number(symbol: str) -> str:
    """Return a symbol's number in the form of the IRI: `E/RES/2019/20` → `2019-20`."""
    number = symbol.partition("/RES/")[2] or symbol
    return quote(number.replace("/", "-").replace(" ", "_"), safe="-._()", errors="replace")


def parse_work_iri(iri: str) -> tuple[str, date | None, str]:
    """Return (actor, date, symbol) of the IRI of a UN work, ("", None, "") for any other IRI."""
    found = _WORK.match(iri)
    if not found:
        return "", None, ""
    who, when, number = found.groups()
    series = _SERIES.get(who, "")
    symbol = f"{series}/{number.replace('-', '/')}" if series else ""
    return who, None if when == UNKNOWN_DATE else date.fromisoformat(when), symbol


# ---- identifiers ---------------------------------------------------------------------------------------------

_HEADS = {
    "masthead": "preface__p",
    "pp": "container",
    "op": "para",
    "heading": "heading",
    "body": "p",
    "closing": "conclusions__p",
}
_SINGLE = {"title": "doctitle", "chapeau": "formula_1"}


def eid_of(id_: str, *, nested: bool = False) -> str:
    """Return the eId of a provision id: `op_5_a_ii` → `para_5__list_1__point_a__list_1__point_ii`.

    With `nested` the document holds a draft. Provisions without the prefix `outer_` then lie in the draft's component.
    """
    if id_.startswith(OUTER):
        return _plain_eid(id_.removeprefix(OUTER))
    inside = nested and id_.partition("_")[0] in {"chapeau", "pp", "op", "heading", "body"}
    return f"{COMPONENT}__{_plain_eid(id_)}" if inside else _plain_eid(id_)


def _plain_eid(id_: str) -> str:
    head, *numbers = id_.split("_")
    if id_ in _SINGLE:
        return _SINGLE[id_]
    if head == "annex" and numbers:
        rest = "_".join(numbers[1:])
        return f"att_{numbers[0]}__{_plain_eid(rest) if rest else 'title'}"
    if head not in _HEADS or not all(numbers) or not numbers:
        return _safe(id_)
    level = "item" if head == "pp" else "point"
    deeper = "".join(f"__list_1__{level}_{number}" for number in numbers[1:])
    return _safe(f"{_HEADS[head]}_{numbers[0]}{deeper}")


def _safe(eid: str) -> str:
    return re.sub(r"[^\w.()-]", "-", eid) or "-"


# ---- characters that XML 1.0 cannot carry ---------------------------------------------------------------------

# Named one by one: the complement of what is allowed takes ten times as long to compile, at every start.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot carry, not even as references: controls, lone surrogates, U+FFFE and U+FFFF."""

_ESCAPED = re.compile(r"\\(?:\\|\{([0-9a-f]+)\})")


def escape(value: str) -> str:
    r"""Write a value of our own vocabulary so that XML carries it: `\` is doubled, U+000B becomes `\{b}`."""
    if "\\" not in value and not FORBIDDEN.search(value):
        return value
    return FORBIDDEN.sub(lambda m: f"\\{{{ord(m[0]):x}}}", value.replace("\\", "\\\\"))


def unescape(value: str) -> str:
    """Undo `escape`."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else "\\", value) if "\\" in value else value
