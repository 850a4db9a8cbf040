"""The short labels of provisions (PP3, OP5 (a)(ii), E-OP, Z1), and provisions found by typed labels."""

from __future__ import annotations

import re

from documents.folding import pattern_form
from documents.model import OUTER, Document, Kind, Provision
from documents.position import FOOTNOTE_PREFIX, footnote_id

_ID = re.compile(
    r"(?:part_(?P<part>\d+)_)?(?P<name>masthead|title|chapeau|pp|op|closing|heading|body|annex)(?:_(?P<number>\d+))?"
    r"(?:_(?P<inside>[ph])_(?P<inner>\d+))?(?P<items>(?:_[a-z]+(?:_x\d+)?)*)"
)
_NAMES = {"pp": "PP", "op": "OP", "closing": "Z", "masthead": "M", "heading": "H", "body": "B", "annex": "A"}
_OPERATIVE = "op|ف|الفقره|فقره|منطوق|المنطوق|para|paragraph|¶|§"
_PREAMBULAR = "pp|د|ديباجه|الديباجه|preamble|preambular|preambular paragraph"
_NOTE = "fn|ح|حاشيه|الحاشيه|footnote|note"
_ITEM = r"(?:[ء-ي]|[a-z]{1,4})"
_TYPED = re.compile(
    rf"(?:(?P<name>{_OPERATIVE}|{_PREAMBULAR}|{_NOTE})[ ._-]*)?(?P<number>\d{{1,4}})"
    rf"(?P<items>(?:[ ._]+\(?{_ITEM}\b\)?|\({_ITEM}\))*)(?P<of> من (?:الديباجه|المنطوق))?"
)
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذض"


def label(document: Document, provision_id: str) -> str:
    """Return the label of a provision, or of a footnote by its `fn_` id. An id of another shape is its own label."""
    if provision_id.startswith(FOOTNOTE_PREFIX):
        return "FN" + provision_id.removeprefix(FOOTNOTE_PREFIX)
    match = _ID.fullmatch(provision_id.removeprefix(OUTER))
    if match is None:
        return provision_id
    outer = "E-" if provision_id.startswith(OUTER) else ""
    part = f"{match['part']}-" if match["part"] else ""
    return outer + part + _own_label(document, match, bool(outer)) + _items(match["items"])


def _own_label(document: Document, match: re.Match[str], outer: bool) -> str:
    name, number = match["name"], match["number"] or ""
    if name == "title":
        return f"M{1 + sum(p.kind is Kind.MASTHEAD for p in document.provisions)}"
    if name == "chapeau":
        return "ch"
    if outer and name == "op" and number == "1" and not document.has_provision(f"{OUTER}op_2"):
        return "OP"
    inner = f".{'H' if match['inside'] == 'h' else ''}{match['inner']}" if match["inner"] else ""
    return _NAMES[name] + number + inner


def _items(written: str) -> str:
    """Return `_a_ii` as ` (a)(ii)`. A second (a) in the same paragraph is (a·2)."""
    parts = [part for part in re.sub(r"_x(\d+)", r"·\1", written).split("_") if part]
    return " " + "".join(f"({part})" for part in parts) if parts else ""


def find_place(document: Document, typed: str) -> str | None:
    """Return the id of the provision or footnote with a typed label: `OP17`, `ف ١٧`, `PP3`, `د ٣`, `17`, `ح ٣`."""
    wanted = _key(typed)
    if not wanted:
        return None
    labels = {_key(label(document, id_)): id_ for id_, _ in reversed(tuple(document.texts()))}
    if wanted in labels:
        return labels[wanted]
    words = re.sub(" +", " ", pattern_form(typed).casefold()).strip()
    if document.has_provision(words) or _is_note(document, words):
        return words
    match = _TYPED.fullmatch(words)
    return _typed_place(document, match) if match else None


def _key(written: str) -> str:
    return re.sub(r"[\s_]+", "", pattern_form(written)).casefold()


def _is_note(document: Document, words: str) -> bool:
    return words.startswith(FOOTNOTE_PREFIX) and document.has_footnote(words.removeprefix(FOOTNOTE_PREFIX))


def _typed_place(document: Document, match: re.Match[str]) -> str | None:
    name, number = match["name"] or "", str(int(match["number"]))
    if name and re.fullmatch(_NOTE, name):
        return footnote_id(number) if document.has_footnote(number) else None
    preambular = bool(name and re.fullmatch(_PREAMBULAR, name)) or (match["of"] or "").endswith("الديباجه")
    items = "".join(f"_{_letter(item)}" for item in re.findall("[a-zء-ي]+", match["items"]))
    wanted = f"{'pp' if preambular else 'op'}_{number}{items}"
    for provision in document.provisions:
        if provision.id == wanted:
            return wanted
    ending = next((p.id for p in document.provisions if p.id.endswith("_" + wanted)), None)
    return ending or (None if preambular else _by_number(document.provisions, number, items))


def _letter(written: str) -> str:
    return chr(ord("a") + _ABJAD.index(written)) if len(written) == 1 and written in _ABJAD else written


def _by_number(provisions: tuple[Provision, ...], number: str, items: str) -> str | None:
    """Return the first paragraph with this printed number, in a text that is no resolution."""
    found = next((p.id for p in provisions if p.kind is Kind.BODY and p.number == number), None)
    wanted = None if found is None else found + items
    return wanted if any(p.id == wanted for p in provisions) else None
