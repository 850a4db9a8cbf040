"""The plan of an Akoma Ntoso file: the place and the eId of each provision, and where each note is written out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from documents import akoma_ntoso as akn
from documents.model import OUTER, Document, Footnote, Kind, Provision

_ANNEX = re.compile(r"annex_([^_]+)")
_PARENTS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})
_DEEPEST = 30
"""The depth to which sub-paragraphs are nested in the file. Deeper ones (no real text has any) stand flat."""


@dataclass(slots=True)
class Node:
    """A provision with the sub-paragraphs that stand inside its element."""

    provision: Provision
    depth: int = 0
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """One resolution's preamble and main body: the document's own, or the nested draft's."""

    preamble: list[Node] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """The whole layout. `firsts` names the marker (provision id, index) at which a note is written out."""

    document: Document
    preface: list[Node] = field(default_factory=list)
    main: Part = field(default_factory=Part)
    nested: Part | None = None
    conclusions: list[Node] = field(default_factory=list)
    annexes: dict[str, list[Node]] = field(default_factory=dict)
    eids: dict[str, str] = field(default_factory=dict)
    note_eids: dict[str, str] = field(default_factory=dict)
    firsts: dict[tuple[str, int], Footnote] = field(default_factory=dict)
    unmarked: list[Footnote] = field(default_factory=list)
    """Notes without a marker in the text."""
    recommends: str = ""
    """Id of the enclosing resolution's paragraph that holds the reference to the draft."""


def plan(document: Document) -> Plan:
    """Return the plan of a document. Every provision gets exactly one place, whatever its kind, order and parent."""
    made = Plan(document)
    if any(p.id.startswith(OUTER) for p in document.provisions):
        made.nested = Part()
        outer = [p.id for p in document.provisions if p.id.startswith(OUTER) and p.kind is Kind.OPERATIVE]
        made.recommends = outer[-1] if outer else ""
    _name(made)
    _place(made)
    _notes(made)
    return made


def has_inline_markers(provision: Provision) -> bool:
    """Say whether the markers can stand in the text: in order and within it, as importers make them."""
    offsets = [marker.offset for marker in provision.markers]
    return offsets == sorted(offsets) and all(0 <= offset <= len(provision.text) for offset in offsets)


def _name(made: Plan) -> None:
    document, nested = made.document, made.nested is not None
    annexes = {annex_number(p) for p in document.provisions}
    taken = {akn.COMPONENT, "dref_1", "estr_1", "qarar", *(f"att_{number}" for number in annexes)}
    taken.add(akn.actor(document.masthead.organ))
    for provision in document.provisions:
        made.eids[provision.id] = _unused(akn.eid_of(provision.id, nested=nested), taken)
    numbers = [note.number for note in document.footnotes]
    numbers += [marker.footnote for p in document.provisions for marker in p.markers]
    for number in dict.fromkeys(numbers):
        made.note_eids[number] = _unused("ftn_" + re.sub(r"[^\w.()-]", "-", number), taken)


def _unused(wanted: str, taken: set[str]) -> str:
    eid, count = wanted, 1
    while eid in taken:
        count += 1
        eid = f"{wanted}-{count}"
    taken.add(eid)
    return eid


def annex_number(provision: Provision) -> str:
    """Return the number of the annex that a provision belongs to, "" for the resolution itself."""
    found = _ANNEX.match(provision.id)
    if found:
        return re.sub(r"[^\w.()-]", "-", found[1])
    return "1" if provision.kind is Kind.ANNEX else ""


def _place(made: Plan) -> None:
    nodes: dict[str, Node] = {}
    provisions = made.document.provisions
    for index, provision in enumerate(provisions):
        parent = nodes.get(provision.parent or "") if provision.kind is Kind.SUBPARAGRAPH else None
        if parent and parent.provision.kind in _PARENTS and parent.depth < _DEEPEST:
            node = Node(provision, parent.depth + 1)
            parent.children.append(node)
        else:
            # A flat sub-paragraph has no element for children of its own.
            node = Node(provision, _DEEPEST if provision.kind is Kind.SUBPARAGRAPH else 0)
            _zone(made, provision, provisions[index + 1 :]).append(node)
        nodes[provision.id] = node


def _zone(made: Plan, provision: Provision, following: Iterable[Provision]) -> list[Node]:
    if annex := annex_number(provision):
        return made.annexes.setdefault(annex, [])
    if provision.kind in {Kind.MASTHEAD, Kind.TITLE}:
        return made.preface
    if provision.kind is Kind.CLOSING:
        return made.conclusions
    outer = provision.id.startswith(OUTER)
    part = made.main if made.nested is None or outer else made.nested
    opens = {Kind.CHAPEAU, Kind.PREAMBULAR}
    if provision.kind in opens:
        return part.preamble
    if provision.kind in {Kind.HEADING, Kind.BODY}:
        later = (p for p in following if p.id.startswith(OUTER) == outer and not annex_number(p))
        nearest = next((p for p in later if p.kind in {*opens, Kind.OPERATIVE}), None)
        return part.preamble if nearest and nearest.kind in opens and not part.body else part.body
    return part.body


def _notes(made: Plan) -> None:
    document = made.document
    for provision in document.provisions:
        if not has_inline_markers(provision):
            continue
        for index, marker in enumerate(provision.markers):
            if document.has_footnote(marker.footnote):
                made.firsts.setdefault((provision.id, index), document.footnote(marker.footnote))
    seen: set[str] = set()
    for place, note in list(made.firsts.items()):
        if note.number in seen:
            del made.firsts[place]
        seen.add(note.number)
    made.unmarked = [note for note in document.footnotes if note.number not in seen]
