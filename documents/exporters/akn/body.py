"""The visible part of an Akoma Ntoso file: preface, preamble, paragraphs, lists, notes, conclusions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents import akoma_ntoso as akn
from documents.dates import find_dates
from documents.exporters.akn.plan import Node, Part, Plan, has_inline_markers
from documents.exporters.markup import element, text
from documents.model import Footnote, Kind, Marker, Provision
from documents.verbs import Verb, find_verbs

_PARENTHESES = re.compile(r"^[(\[]?(.*?)[)\]]?$", re.DOTALL)
_NUMBER_BEFORE = re.compile(r"(\S+)\s*[-–.:]?\s+$")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_UNSPLIT = re.compile("\n|" + akn.FORBIDDEN.pattern)

_Inline = tuple[int, int, str]
"""The start and end of some words, and their opening tag without its brackets."""


def preface(made: Plan) -> str:
    """Return `<preface>` with masthead and title, "" without either."""
    return _wrap("preface", [_line(made, node) for node in made.preface])


def preamble(made: Plan, part: Part) -> str:
    """Return `<preamble>`: the chapeau as the enacting formula, a container for each paragraph."""
    return _wrap("preamble", [_introduced(made, node) for node in part.preamble])


def main_body(made: Plan, nodes: Sequence[Node]) -> str:
    """Return `<mainBody>`. The schema requires a child, so an empty one holds an empty `<p>`."""
    return _wrap("mainBody", [_enacted(made, node) for node in nodes] or ["<p/>"])


def conclusions(made: Plan) -> str:
    """Return `<conclusions>` with the closing lines, "" without any."""
    return _wrap("conclusions", [_line(made, node) for node in made.conclusions])


def note_content(note: Footnote) -> str:
    """Return a note's `<p>`, with its own language where AKN can say it."""
    language = note.language if note.language and _LANGUAGE.fullmatch(note.language) else None
    return element("p", characters(note.text), xml_lang=language)


def mark_of(printed: str, number: str) -> str:
    """Return the bare marker for AKN's attribute (`(٣)` → `٣`), the number where nothing is printed."""
    bare = _PARENTHESES.sub(r"\1", printed)
    return bare or number


def characters(value: str) -> str:
    """Return text content: line feeds as `<eol/>`, forbidden characters as an `<inline>` with their code."""
    parts, cursor = [], 0
    for found in _UNSPLIT.finditer(value):
        parts.append(text(value[cursor : found.start()]))
        code = f"{ord(found[0]):x}"
        parts.append("<eol/>" if found[0] == "\n" else element("inline", name="character", q_code=code))
        cursor = found.end()
    parts.append(text(value[cursor:]))
    return "".join(parts)


def _wrap(tag: str, parts: Sequence[str]) -> str:
    return f"<{tag}>\n" + "\n".join(parts) + f"\n</{tag}>" if parts else ""


def _content(made: Plan, provision: Provision, inlines: Sequence[_Inline] = ()) -> str:
    """Return the provision's words with its markers. At one offset inlines end, markers follow, inlines begin."""
    events = [(start, 2, f"<{opening}>") for start, _, opening in inlines]
    events += [(end, 0, f"</{opening.split()[0]}>") for _, end, opening in inlines]
    for index, marker in enumerate(provision.markers if has_inline_markers(provision) else ()):
        events.append((marker.offset, 1, element("sup", _marker(made, provision, index, marker))))
    parts: list[str] = []
    cursor = 0
    for offset, _, markup in sorted(events, key=lambda event: event[:2]):
        parts += (characters(provision.text[cursor:offset]), markup)
        cursor = offset
    return "".join([*parts, characters(provision.text[cursor:])])


def _marker(made: Plan, provision: Provision, index: int, marker: Marker) -> str:
    mark = mark_of(marker.printed, marker.footnote)
    eid = made.note_eids[marker.footnote]
    usual = marker.printed == f"({mark})" and not akn.FORBIDDEN.search(mark)
    exact = None if usual else akn.escape(marker.printed)
    doubt = "true" if marker.doubt else None
    if note := made.firsts.get((provision.id, index)):
        content = note_content(note)
        return element(
            "authorialNote", content, eId=eid, marker=mark, placement="bottom", q_printed=exact, q_doubt=doubt
        )
    unknown = None if made.document.has_footnote(marker.footnote) else akn.escape(marker.footnote)
    return element("noteRef", href=f"#{eid}", marker=mark, q_printed=exact, q_doubt=doubt, q_footnote=unknown)


def _line(made: Plan, node: Node) -> str:
    """Return a line of masthead or closing, with the title, its number and the date of adoption marked up."""
    provision, document = node.provision, made.document
    inlines: list[_Inline] = []
    if provision.kind is Kind.TITLE:
        inlines = _title(provision.text, document.title)
    elif provision.kind is Kind.CLOSING and document.masthead.adopted:
        inlines = [
            (found.start, found.end, f'docDate date="{found.date.isoformat()}"')
            for found in find_dates(provision.text)
            if found.date == document.masthead.adopted
        ]
    return element("p", _content(made, provision, inlines), eId=made.eids[provision.id])


def _title(text_: str, title: str) -> list[_Inline]:
    number = _NUMBER_BEFORE.match(text_.removesuffix(title)) if title and text_.endswith(title) else None
    if not text_:
        return []
    if number is None:
        return [(0, len(text_), "docTitle")]
    return [(number.start(1), number.end(1), "docNumber"), (len(text_) - len(title), len(text_), "docTitle")]


def _introduced(made: Plan, node: Node) -> str:
    provision, eid = node.provision, made.eids[node.provision.id]
    verbs = find_verbs(provision.text, provision.kind, made.document.language)
    content = element("p", _content(made, provision, [(verb.start, verb.end, "i") for verb in verbs]))
    if provision.kind is Kind.CHAPEAU:
        return element("formula", content, name="enactingFormula", eId=eid)
    if provision.kind is Kind.PREAMBULAR:
        return element("container", content + _items(made, node), name=_container_name(verbs), eId=eid)
    if provision.kind is Kind.HEADING:
        return element("container", content, name="heading", eId=eid)
    return element("p", _content(made, provision), eId=eid)


def _container_name(verbs: Sequence[Verb]) -> str:
    return verbs[0].english[0].lower().replace(" ", "-") if verbs and verbs[0].english else "preambular"


def _items(made: Plan, node: Node) -> str:
    if not node.children:
        return ""
    eid = made.eids[node.provision.id]
    return element("blockList", "".join(_item(made, child) for child in node.children), eId=f"{eid}__list_1")


def _item(made: Plan, node: Node) -> str:
    content = _number(node.provision) + element("p", _content(made, node.provision)) + _items(made, node)
    return element("item", content, eId=made.eids[node.provision.id])


def _number(provision: Provision) -> str:
    printed = provision.printed_number or provision.number or ""
    return element("num", text(printed)) if printed else ""


def _enacted(made: Plan, node: Node) -> str:
    provision, eid = node.provision, made.eids[node.provision.id]
    if provision.kind is Kind.OPERATIVE:
        return _hierarchy(made, node, "paragraph")
    if provision.kind in {Kind.HEADING, Kind.PREAMBULAR}:
        return _introduced(made, node)
    return element("p", _content(made, provision), eId=eid)


def _hierarchy(made: Plan, node: Node, tag: str) -> str:
    provision, eid = node.provision, made.eids[node.provision.id]
    draft = _draft_reference(made) if provision.id == made.recommends else ""
    verbs = find_verbs(provision.text, provision.kind, made.document.language)
    content = element("p", _content(made, provision, [(verb.start, verb.end, "i") for verb in verbs]) + draft)
    if node.children:
        points = "".join("\n" + _hierarchy(made, child, "point") for child in node.children)
        content = element("list", element("intro", content) + points, eId=f"{eid}__list_1")
    else:
        content = element("content", content)
    return element(tag, _number(provision) + content, eId=eid)


def _draft_reference(made: Plan) -> str:
    shown = next((p.text for p in made.document.provisions if p.kind is Kind.TITLE), made.document.title)
    reference = element("documentRef", eId="dref_1", href=f"#{akn.COMPONENT}", showAs=shown or made.document.symbol)
    return element("embeddedStructure", reference, eId="estr_1", startQuote="", endQuote="")
