"""Read W3C Web Annotations: our own without loss, those of other programs as far as they can be represented.

An annotation that cannot be read is refused with the rule it breaks. The others are read.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

from documents.annotations.model import (
    Annotation,
    AnnotationKind,
    Colour,
    LabelOrder,
    Stance,
    Target,
    kind_for,
)
from documents.annotations.web.times import moment_of, stamps
from documents.annotations.web.validation import Broken, broken_rules, is_language
from documents.annotations.web.writer import DOCUMENT_IRI, OWN
from documents.position import Quote, Span

MOST_BYTES = 128 * 1024 * 1024
_NAMESPACE = uuid.UUID("6f1e51c4-6a3c-5d0e-9f5e-0d6a41b6a001")
_OUR_DEPTH = 100
_KINDS = {"bookmarking": "bookmark", "highlighting": "highlight", "assessing": "stance"}


class NotAnnotations(ValueError):
    """A file without annotations. `code` is not-json, no-annotations or too-large."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class RefusedAnnotation:
    """An annotation that was not read: its index in the file (from 0), its id, and the rule it breaks."""

    index: int
    id: str
    rule: str
    detail: str


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """The annotations of a file, those refused, and the order of its labels."""

    annotations: tuple[Annotation, ...]
    refused: tuple[RefusedAnnotation, ...]
    order: LabelOrder = ()


def read(data: bytes) -> AnnotationFile:
    """Read one annotation, a list, a page or a collection of them. NotAnnotations."""
    if len(data) > MOST_BYTES:
        raise NotAnnotations("too-large")
    try:
        told = data.decode("utf-8-sig", "surrogatepass")
        parsed = json.loads(told, parse_constant=_no_constant, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise NotAnnotations("not-json") from error
    found = list(_items(parsed, 0))
    if not found:
        raise NotAnnotations("no-annotations")
    made, refused = [], []
    for index, (item, with_context) in enumerate(found):
        try:
            broken = broken_rules(item, context=with_context)
            one = None if broken else _annotation(item)
            if one is not None and (unstorable := _unstorable(one)):
                broken, one = (unstorable,), None
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError, AttributeError) as error:
            broken, one = (("unreadable", str(error)[:80]),), None
        if one is None:
            refused.append(_refused(index, item, broken))
        else:
            made.append(one)
    return AnnotationFile(tuple(made), tuple(refused), tuple(_order(parsed)))


def _order(parsed: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the labels in their order, each with the order of its annotations. Malformed orders are skipped."""
    told = parsed.get(f"{OWN}:labels") if isinstance(parsed, dict) else None
    for row in _listed(told):
        if isinstance(row, dict) and isinstance(label := row.get("label"), str) and not _HALF.search(label):
            yield label, tuple(id_ for id_ in _listed(row.get("annotations")) if isinstance(id_, str))


def _no_constant(name: str) -> float:
    raise ValueError(name)


_MOST_DIGITS = 18


def _integer(digits: str) -> int | float:
    """Return a whole number, as a float beyond the digits of any count.

    A float is refused where a count is required.
    """
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


_HALF = re.compile("[\ud800-\udfff]")


def _unstorable(one: Annotation) -> Broken | None:
    """Return the rule that keeps an annotation from being stored or read back from a file of ours, else None."""
    if one.language and not is_language(one.language):
        return "bad-language", one.language[:40]
    for name, told in _texts(one):
        if met := _HALF.search(told):  # no character, and no text in UTF-8
            return "lone-surrogate", f"{name} U+{ord(met[0]):04X}"
    return None


def _texts(one: Annotation) -> Iterator[tuple[str, str]]:
    """Yield every text of an annotation as (name, text)."""
    for name in ("document", "language", "text", "author"):
        yield name, getattr(one, name)
    yield from (("label", label) for label in one.labels)
    for target in one.targets:
        yield "provision", target.span.provision
        quote = target.quote
        yield from (("quote", part) for part in (quote.exact, quote.prefix, quote.suffix))
        yield from (("passage", part) for part in (target.passage, target.previous, target.following))


def _refused(index: int, item: object, broken: tuple[Broken, ...]) -> RefusedAnnotation:
    id_ = item.get("id") if isinstance(item, dict) else None
    return RefusedAnnotation(index, id_ if isinstance(id_, str) else "", *broken[0])


def _items(value: object, depth: int) -> Iterator[tuple[Any, bool]]:
    """Yield the objects that may be annotations, and whether each must name its context itself."""
    if depth > _OUR_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _items(one, depth + 1)
    elif isinstance(value, dict):
        types = value.get("type")
        if "items" in value and "target" not in value:
            yield from ((item, False) for item in _listed(value["items"]))
        elif "first" in value and types == "AnnotationCollection":
            yield from _items(value["first"], depth + 1)
        elif isinstance(value.get("rows"), list):
            yield from ((_of_hypothesis(row), False) for row in value["rows"])
        else:
            yield value, True


def _of_hypothesis(row: Any) -> Any:
    """Return a row of the hypothes.is API as an annotation."""
    if not isinstance(row, dict):
        return row
    bodies = [{"type": "TextualBody", "value": row.get("text"), "format": "text/markdown", "purpose": "commenting"}]
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in _listed(row.get("tags"))]
    return {
        "id": f"https://hypothes.is/a/{row.get('id')}",
        "type": "Annotation",
        "motivation": "commenting",
        "body": [body for body in bodies if body["value"]],
        "target": row.get("target"),
        **{ours: row[theirs] for ours, theirs in (("created", "created"), ("modified", "updated")) if theirs in row},
    }


def _annotation(item: dict[str, Any]) -> Annotation:
    own = item.get(f"{OWN}:annotation")
    own = own if isinstance(own, dict) else {}
    targets = list(_listed(item["target"]))
    document, language = _document(own, targets)
    text, tags, stance = _bodies(item)
    created = moment_of(own.get("created") or item.get("created") or item.get("modified"))
    changed = moment_of(own.get("changed") or item.get("modified") or item.get("created"))
    colour = own.get("colour") or _colour(targets)
    colour = colour if colour in set(Colour) else ""
    stance = stance if stance in set(Stance) else ""
    return Annotation(
        _uuid(item["id"]),
        _kind(own, item, text, colour, stance),
        document,
        language,
        tuple(_targets(targets, own)),
        created,
        max(created, changed),
        text,
        colour,
        tuple(dict.fromkeys(tags)),
        stance,
        str(own.get("author") or (_name(item.get("creator")) if stance else "")),
        moment_of(own["removed"]) if own.get("removed") else None,
        stamps(own.get("stamps")),
    )


def _kind(own: dict[str, Any], item: dict[str, Any], text: str, colour: str, stance: str) -> AnnotationKind:
    if own.get("kind") in set(AnnotationKind):
        return AnnotationKind(own["kind"])
    told = [_KINDS.get(str(name), "note") for name in _listed(item.get("motivation"))]
    kind = AnnotationKind(told[0]) if told else AnnotationKind.NOTE
    if kind is AnnotationKind.HIGHLIGHT and not text:
        return kind
    return kind_for(AnnotationKind.NOTE if kind is AnnotationKind.STANCE else kind, text, colour, stance)


def _uuid(id_: str) -> str:
    if id_.startswith("urn:uuid:"):
        try:
            return str(uuid.UUID(id_.removeprefix("urn:uuid:")))
        except ValueError:
            pass
    return str(uuid.uuid5(_NAMESPACE, id_))


def _document(own: dict[str, Any], targets: list[Any]) -> tuple[str, str]:
    """Return the symbol, or the address where there is no symbol, and the language."""
    if isinstance(own.get("document"), str) and isinstance(own.get("language"), str):
        return own["document"], own["language"]
    source: Any = targets[0] if targets else ""
    if isinstance(source, dict) and "items" in source:
        source = next(iter(_listed(source["items"])), "")
    if isinstance(source, dict) and "source" in source:
        source = source["source"]
    iri, language = source, ""
    if isinstance(source, dict):
        iri, language = source.get("id", ""), next(iter(_listed(source.get("language"))), "")
    return _symbol(str(iri)), str(language).partition("-")[0].lower()


_UNDOCS = re.compile(r"https?://(?:www\.)?(?:undocs|docs\.un)\.org/(?:[a-z]{2}/)?([^?#]+)", re.IGNORECASE)


def _symbol(iri: str) -> str:
    if iri.startswith(DOCUMENT_IRI):
        return unquote(iri.removeprefix(DOCUMENT_IRI))
    met = _UNDOCS.match(iri)
    return unquote(met[1]) if met else iri


def _targets(targets: list[Any], own: dict[str, Any]) -> Iterator[Target]:
    context = own.get("targets")
    for place, target in enumerate(targets):
        if not isinstance(target, dict) or not target.get("selector"):
            continue
        known = context[place] if isinstance(context, list) and place < len(context) else {}
        found = _selected(target["selector"])
        if found is not None:
            yield _with_context(found, known if isinstance(known, dict) else {})


def _with_context(found: tuple[Span, Quote], known: dict[str, Any]) -> Target:
    span, quote = found
    passage = str(known.get("passage") or "")
    if passage and span.end > len(passage):
        passage = ""
    return Target(
        span,
        quote,
        passage,
        str(known.get("previous") or ""),
        str(known.get("following") or ""),
        _similarity(known.get("rival")),
        _similarity(known.get("rivalBeside")) or 0.0,
    )


def _similarity(told: Any) -> float | None:
    """Return a similarity, 0 to 1, None where there is none. 1e999, infinite in JSON, is none."""
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 <= told <= 1:
        return None
    return float(told)


def _selected(selector: Any) -> tuple[Span, Quote] | None:
    """Return the combined selectors of a target, None where they select nothing of a text."""
    provision, start, end, quote = "", 0, 0, None
    for one in _chain(selector, 0):
        kinds = _listed(one.get("type"))
        if "FragmentSelector" in kinds:
            provision = one["value"]
        elif "TextPositionSelector" in kinds:
            start, end = one["start"], one["end"]
        elif "TextQuoteSelector" in kinds:
            quote = Quote(one["exact"], one.get("prefix", ""), one.get("suffix", ""))
    if not (provision or end or quote):
        return None
    if quote is not None and end - start != len(quote.exact):
        start, end = 0, 0  # counted in other units: the words tell
    return Span(provision, start, end), quote or Quote("")


def _chain(selector: Any, depth: int) -> Iterator[dict[str, Any]]:
    for one in _listed(selector):
        if isinstance(one, dict) and depth < _OUR_DEPTH:
            yield one
            yield from _chain(one.get("refinedBy"), depth + 1)


def _bodies(item: dict[str, Any]) -> tuple[str, list[str], str]:
    """Return the words, the labels and the stance of the bodies."""
    words, tags, stance = [], [], ""
    if isinstance(item.get("bodyValue"), str):
        words.append(item["bodyValue"])
    for body in _flat(item.get("body"), 0):
        if isinstance(body, str):
            words.append(body)
            continue
        value, purposes = body.get("value"), _listed(body.get("purpose"))
        if not isinstance(value, str):
            words += [str(body[name]) for name in ("source", "id") if isinstance(body.get(name), str)][:1]
        elif "tagging" in purposes:
            tags.append(value)
        elif "assessing" in purposes and value in set(Stance):
            stance = value
        else:
            words.append(_plain(value) if body.get("format") == "text/html" else value)
    return "\n\n".join(words), tags, stance


def _flat(body: Any, depth: int) -> Iterator[Any]:
    for one in _listed(body):
        if isinstance(one, dict) and "items" in one and depth < _OUR_DEPTH:
            yield from _flat(one["items"], depth + 1)
        else:
            yield one


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"p", "br", "li", "div"} and self.words:
            self.words.append("\n")


def _plain(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "".join(parser.words).strip()


def _colour(targets: list[Any]) -> str:
    classes = [str(t.get("styleClass", "")) for t in targets if isinstance(t, dict)]
    return next((name.removeprefix("qarar-") for name in classes if name.startswith("qarar-")), "")


def _name(creator: Any) -> str:
    first = next(iter(_listed(creator)), "")
    return str(first.get("name", "")) if isinstance(first, dict) else ""


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
