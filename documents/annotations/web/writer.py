"""Write W3C Web Annotations (JSON-LD) that other programs understand and ours reads back without loss.

Web Annotation Data Model and Vocabulary, W3C Recommendations of 23 February 2017. Facts without a place in the model
are under one key of a vocabulary of our own, which other programs ignore.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.annotations.model import Annotation, AnnotationKind, Colour, LabelOrder, Target
from documents.language import bcp_47, direction

Json = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN = "qarar"
VOCABULARY = "urn:x-qarar:annotation#"
DOCUMENT_IRI = "urn:x-un:"
"""The beginning of the name of a document without a known address, before its symbol."""

FRAGMENT = "http://tools.ietf.org/rfc/rfc3023"
"""The format of which a provision's id is a fragment: XML (Akoma Ntoso), as the Recommendation lists it."""

MOTIVATIONS = {
    AnnotationKind.BOOKMARK: "bookmarking",
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.NOTE: "commenting",
    AnnotationKind.STANCE: "assessing",
}
_STYLE = "\n".join(f".qarar-{colour} {{ background: {colour.fill} }}" for colour in Colour)


def write(cited: Sequence[ExportedAnnotation], order: LabelOrder = ()) -> bytes:
    """Return a collection of annotations as UTF-8 JSON-LD in their order, with the order within their labels."""
    items = [_annotation(one) for one in cited]
    page: Json = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    made: Json = {
        "@context": [CONTEXT, {OWN: VOCABULARY}],
        "id": "urn:x-qarar:annotations",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"id": "urn:x-qarar:annotations:1", **page},
    }
    if order:
        made[f"{OWN}:labels"] = [{"label": label, "annotations": list(ids)} for label, ids in order]
    return json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _annotation(cited: ExportedAnnotation) -> Json:
    one = cited.annotation
    made: Json = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{one.id}",
        "type": "Annotation",
        "motivation": _motivation(one),
        "created": moment(one.created),
        "modified": moment(one.changed),
        "generator": {"id": "urn:x-qarar:program", "type": "Software", "name": "Qarar"},
    }
    if one.author:
        made["creator"] = {"type": "Person", "name": one.author}
    bodies = list(_bodies(one))
    if bodies:
        made["body"] = bodies
    if one.colour:
        made["stylesheet"] = {"type": "CssStylesheet", "value": _STYLE}
    targets = [_target(cited, target) for target in one.targets]
    made["target"] = targets or _source(cited)
    made[f"{OWN}:annotation"] = _own(one)
    return made


def _motivation(one: Annotation) -> str | list[str]:
    found = [MOTIVATIONS[one.kind]]
    found += ["commenting"] if one.text and one.kind is AnnotationKind.STANCE else []
    found += ["tagging"] if one.labels else []
    return found[0] if len(found) == 1 else found


def _bodies(one: Annotation) -> list[Json]:
    bodies: list[Json] = []
    if one.text:
        bodies.append(
            {
                "type": "TextualBody",
                "value": one.text,
                "format": "text/markdown",
                **({"language": bcp_47(one.text_language)} if one.text_language else {}),
                "textDirection": one.direction,
                "purpose": "commenting",
            }
        )
    if one.stance:
        bodies.append({"type": "TextualBody", "value": one.stance, "purpose": "assessing"})
    bodies += [{"type": "TextualBody", "value": label, "purpose": "tagging"} for label in one.labels]
    return bodies


def _source(cited: ExportedAnnotation) -> Json:
    one = cited.annotation
    made: Json = {"id": cited.link or DOCUMENT_IRI + quote(one.document, safe="/"), "type": "Text"}
    if one.language:
        made["language"] = bcp_47(one.language)
        made["textDirection"] = direction(one.language)
    if cited.title:
        made["title"] = cited.title
    return made


def _target(cited: ExportedAnnotation, target: Target) -> Json:
    made: Json = {
        "type": "SpecificResource",
        "source": _source(cited),
        "selector": [
            {
                "type": "FragmentSelector",
                "value": target.span.provision,
                "conformsTo": FRAGMENT,
                "refinedBy": {"type": "TextPositionSelector", "start": target.span.start, "end": target.span.end},
            },
            {
                "type": "TextQuoteSelector",
                "exact": target.quote.exact,
                "prefix": target.quote.prefix,
                "suffix": target.quote.suffix,
            },
        ],
    }
    if cited.annotation.colour:
        made["styleClass"] = f"qarar-{cited.annotation.colour}"
    return made


def _own(one: Annotation) -> Json:
    return {
        "document": one.document,
        "language": one.language,
        "kind": one.kind.value,
        "colour": one.colour,
        "stance": one.stance,
        "author": one.author,
        "created": one.created.isoformat(),
        "changed": one.changed.isoformat(),
        "removed": one.removed.isoformat() if one.removed else None,
        "stamps": {name: list(times) for name, times in one.stamps.items()},
        "targets": [
            {
                "passage": target.passage,
                "previous": target.previous,
                "following": target.following,
                "rival": target.rival,
                "rivalBeside": target.rival_beside,
            }
            for target in one.targets
        ],
    }


def moment(when: datetime.datetime) -> str:
    """Return a time as xsd:dateTime in UTC."""
    return when.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
