"""Web annotations, as recorded: what is written, what is read of other programs, what is refused."""

import dataclasses
import json

from approved import assert_approved
from test_export_readings import everything, notes_on, reading_of

from documents.annotations.model import NEVER
from documents.annotations.web.reader import NotAnnotations, read
from documents.annotations.web.validation import broken_rules
from documents.annotations.web.writer import write

BASE = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/1",
    "type": "Annotation",
    "target": "http://example.org/page",
}
TARGET = {"source": "http://a.b"}
QUOTE = {"type": "TextQuoteSelector", "exact": "الطفل", "prefix": "حقوق "}
POSITION = {"type": "TextPositionSelector", "start": 3, "end": 8}
TEXTUAL = {"type": "TextualBody", "value": "words"}
ID = "00000000-0000-4000-8000-000000000001"


def nested(depth, inner, key="items", **more):
    for _ in range(depth):
        inner = {"type": "List", key: [inner], **more}
    return inner


READ = {
    "bare": {},
    "own id": {"id": f"urn:uuid:{ID.upper()}"},
    "odd id": {"id": "urn:uuid:nothing"},
    "times": {"created": "2020-01-02T03:04:05+02:00", "modified": "2020-01-01T00:00:00Z"},
    "modified alone": {"modified": "2020-01-02T03:04:05.678Z"},
    "created alone": {"created": "2020-01-02T03:04:05"},
    "bookmarking": {"motivation": "bookmarking"},
    "highlighting": {"motivation": ["highlighting", "tagging"]},
    "highlighting with words": {"motivation": "highlighting", "bodyValue": "said"},
    "assessing": {"motivation": "assessing", "body": {**TEXTUAL, "value": "amend", "purpose": "assessing"}},
    "assessing nothing known": {"motivation": "assessing", "body": {**TEXTUAL, "value": "odd", "purpose": "assessing"}},
    "a stance and its owner": {
        "motivation": ["assessing", "commenting"],
        "creator": {"type": "Person", "name": "Amal"},
        "body": [TEXTUAL, {**TEXTUAL, "value": "red-line", "purpose": ["assessing"]}],
    },
    "a creator of words alone": {"creator": [{"name": "Amal"}, "http://a.b/c"], "bodyValue": "x"},
    "bodies": {
        "body": [
            TEXTUAL,
            {**TEXTUAL, "value": "<p>a &amp; b</p><p>c<br>d</p><ul><li>e</ul>", "format": "text/html"},
            {**TEXTUAL, "value": "tag", "purpose": "tagging"},
            {**TEXTUAL, "value": "tag", "purpose": ["tagging", "linking"]},
            "http://a.b/body",
            {"id": "http://a.b/id", "source": "http://a.b/source"},
            {"id": "http://a.b/id"},
            nested(2, {**TEXTUAL, "value": "deep"}),
        ]
    },
    "colour of a class": {"target": [{**TARGET, "styleClass": "other"}, {**TARGET, "styleClass": "qarar-pink"}]},
    "unknown colour": {"target": {**TARGET, "styleClass": "qarar-mud"}},
    "quote and position": {"target": {**TARGET, "selector": [POSITION, QUOTE]}},
    "position in other units": {"target": {**TARGET, "selector": [{**POSITION, "end": 9}, QUOTE]}},
    "position alone": {"target": {**TARGET, "selector": POSITION}},
    "fragment": {
        "target": {**TARGET, "selector": {"type": "FragmentSelector", "value": "op_5", "refinedBy": POSITION}}
    },
    "css": {"target": {**TARGET, "selector": {"type": "CssSelector", "value": "p"}}},
    "empty quote": {"target": {**TARGET, "selector": {**QUOTE, "exact": "", "prefix": ""}}},
    "by an address": {"target": {**TARGET, "selector": "http://a.b/selector"}},
    "source with a language": {"target": {"source": {"id": "https://undocs.org/ar/A/RES/73/154", "language": "ar-SA"}}},
    "source of several languages": {
        "target": {"source": {"id": "http://www.undocs.org/E/2019/30?x#y", "language": ["FR", "en"]}}
    },
    "address of the United Nations": {"target": "https://docs.un.org/en/S/RES/1325(2000)"},
    "our name": {"target": {"id": "urn:x-un:A/58/23%28PartI%29", "language": "en"}},
    "a choice of targets": {"target": {"type": "Choice", "items": ["https://undocs.org/A/1", "http://c.d"]}},
    "own": {
        "qarar:annotation": {
            "document": "A/RES/1/1",
            "language": "ar",
            "kind": "stance",
            "colour": "blue",
            "stance": "amend",
            "author": "مصر",
            "created": "2026-01-02T03:04:05+00:00",
            "changed": "2026-01-01T00:00:00+00:00",
            "removed": "2026-02-01T00:00:00",
            "stamps": {
                "text": ["2026-01-02T03:04:05", NEVER],
                "colour": "2026-01-02T03:04:05+01:00~0123abcd",
                "odd": [],
            },
            "targets": [
                {"passage": "حقوق الطفل", "previous": "p", "following": "f", "rival": 0.5, "rivalBeside": 0.25}
            ],
        },
        "target": {**TARGET, "selector": [{**POSITION, "start": 5, "end": 10}, QUOTE]},
    },
    "own that does not fit": {
        "qarar:annotation": {
            "document": 5,
            "language": "ar",
            "kind": "odd",
            "colour": "mud",
            "created": 5,
            "targets": [{"passage": "short", "rival": True, "rivalBeside": 2}, "x"],
        },
        "target": [
            {**TARGET, "selector": [POSITION, QUOTE]},
            {**TARGET, "selector": QUOTE},
            {**TARGET, "selector": QUOTE},
        ],
    },
}

REFUSED = {
    "no context": {"@context": "http://other"},
    "context among others": {"@context": ["http://other", BASE["@context"]]},
    "no type": {"type": "Note"},
    "types": {"type": ["Note", "Annotation"]},
    "bad id": {"id": "no address"},
    "number as id": {"id": 5},
    "bad date": {"created": "yesterday"},
    "impossible date": {"modified": "2020-13-01T00:00:00Z"},
    "date without time": {"generated": "2020-01-01"},
    "no target": {"target": []},
    "empty target": {"target": {}},
    "null target": {"target": None},
    "target that is no address": {"target": "x y"},
    "target that is a number": {"target": 5},
    "both bodies": {"body": TEXTUAL, "bodyValue": "x"},
    "body value": {"bodyValue": 5},
    "body": {"body": 5},
    "body that is no address": {"body": "no address"},
    "creator": {"creator": 5},
    "creator's address": {"creator": {"id": "x y"}},
    "creator by name": {"creator": "Amal"},
    "generator": {"generator": [{"id": "http://a.b"}, "x y"]},
    "motivation": {"motivation": ["commenting", 5]},
    "rights": {"rights": "x y"},
    "canonical": {"canonical": ["http://a.b", "x y"]},
    "via": {"via": 5},
    "body id": {"body": {**TEXTUAL, "id": "x y"}},
    "body without a value": {"body": {"type": "TextualBody"}},
    "two list types": {"body": {"type": ["List", "Choice"], "items": [TEXTUAL]}},
    "items without a list type": {"body": {"items": [TEXTUAL]}},
    "specific without a source": {"target": {"type": "SpecificResource"}},
    "selector without a source": {"target": {"selector": QUOTE}},
    "state without a source": {"body": {"state": "http://a.b"}},
    "two sources": {"target": {"source": ["http://a.b", "http://c.d"]}},
    "bad source": {"target": {"source": "x y"}},
    "bad language": {"body": {**TEXTUAL, "language": "not a language"}},
    "languages": {"body": {**TEXTUAL, "language": ["ar", "en-GB"]}},
    "bad processing language": {"body": {**TEXTUAL, "processingLanguage": ["ar", 5]}},
    "bad direction": {"body": {**TEXTUAL, "textDirection": "up"}},
    "bad format": {"body": {**TEXTUAL, "format": 5}},
    "rights of a body": {"body": {**TEXTUAL, "rights": 5}},
    "date of a body": {"body": {**TEXTUAL, "created": "x"}},
    "bad selector": {"target": {**TARGET, "selector": "x y"}},
    "selector that is a number": {"target": {**TARGET, "selector": 5}},
    "fragment without a value": {"target": {**TARGET, "selector": {"type": "FragmentSelector"}}},
    "path without a value": {"target": {**TARGET, "selector": {"type": "XPathSelector", "value": 5}}},
    "quote of a number": {"target": {**TARGET, "selector": {**QUOTE, "suffix": 5}}},
    "quote without words": {"target": {**TARGET, "selector": {"type": "TextQuoteSelector"}}},
    "positions turned round": {"target": {**TARGET, "selector": {**POSITION, "start": 9}}},
    "position that is none": {"target": {**TARGET, "selector": {**POSITION, "start": -1}}},
    "position that is true": {"target": {**TARGET, "selector": {**POSITION, "start": True}}},
    "position without an end": {"target": {**TARGET, "selector": {"type": "DataPositionSelector", "start": 1}}},
    "range": {"target": {**TARGET, "selector": {"type": "RangeSelector", "startSelector": QUOTE}}},
    "range by containers": {"target": {**TARGET, "selector": {"type": "RangeSelector", "startContainer": "x"}}},
    "refined": {"target": {**TARGET, "selector": {**QUOTE, "refinedBy": {"type": "CssSelector"}}}},
    "deep bodies": {"body": nested(22, TEXTUAL)},
    "less deep bodies": {"body": nested(19, TEXTUAL)},
    "half a letter": {"bodyValue": "\ud800"},
    "half a letter in a label": {"body": {**TEXTUAL, "value": "\udfff", "purpose": "tagging"}},
    "half a letter in a quote": {"target": {**TARGET, "selector": {**QUOTE, "suffix": "\ud801"}}},
    "language of ours": {"qarar:annotation": {"document": "A/1", "language": "x y"}},
    "time of ours": {"qarar:annotation": {"created": "never"}},
    "stamp of ours": {"qarar:annotation": {"stamps": {"text": ["2026-01-01T00:00:00~xyz"]}}},
    "stamp that is a number": {"qarar:annotation": {"stamps": {"text": [5]}}},
}


def test_what_is_written():
    reading = reading_of("ar-assembly")
    found = [cited for cited, _ in notes_on(reading)][:6] + everything()[-1:]
    annotation = dataclasses.replace(found[0].annotation, stamps={"text": ("2026-01-01T00:00:00+00:00", NEVER)})
    found[0] = dataclasses.replace(found[0], annotation=annotation)
    order = (("a", (annotation.id, found[1].annotation.id)), ("b/c", ()))
    assert_approved("web/written.json", write(found, order).decode("utf-8").split("\n"))


def test_what_is_read():
    lines = []
    for name, fields in READ.items():
        found = read(json.dumps({**BASE, **fields}).encode())
        lines += [f"{name}:", *(f"  {one}" for one in told(found))]
    assert_approved("web/read.txt", lines)


def test_what_is_refused():
    lines = []
    for name, fields in REFUSED.items():
        item = {**BASE, **fields}
        lines += [f"{name}: {broken_rules(item)}", *(f"  {one}" for one in told(read(json.dumps(item).encode())))]
    lines.append(f"no object: {broken_rules(5)} {broken_rules([BASE])}")
    lines.append(f"in a page: {broken_rules({**BASE, '@context': None}, context=False)}")
    assert_approved("web/refused.txt", lines)


def test_what_holds_annotations():
    bare = {name: value for name, value in BASE.items() if name != "@context"}
    held = {
        "list": [BASE, {**BASE, "id": "http://example.org/2"}, 5],
        "page": {"type": "AnnotationPage", "items": [bare, 5]},
        "collection": {"type": "AnnotationCollection", "first": {"items": [bare]}},
        "collection by address": {"type": "AnnotationCollection", "first": "http://a.b"},
        "a page that is no collection": {"type": "Other", "first": {"items": [bare]}},
        "labels": {
            "type": "AnnotationPage",
            "items": [bare],
            "qarar:labels": [
                {"label": "a", "annotations": [ID, 5]},
                {"label": "\ud800"},
                {"label": 5},
                7,
                {"label": "b"},
            ],
        },
        "hypothesis": {
            "rows": [
                {
                    "id": "abc",
                    "text": "words",
                    "tags": ["one", "two"],
                    "created": "2020-01-01T00:00:00Z",
                    "updated": "2020-01-02T00:00:00Z",
                    "target": [{"source": "http://a.b", "selector": [QUOTE]}],
                },
                {"id": "def", "text": "", "tags": None, "target": "http://a.b"},
                5,
            ]
        },
        "nothing": {},
        "empty list": [],
        "number": 5,
        "big numbers": {**BASE, "target": {**TARGET, "selector": {**POSITION, "end": 10**30}}},
    }
    lines = []
    for name, value in held.items():
        try:
            found = read(json.dumps(value).encode())
        except NotAnnotations as error:
            lines.append(f"{name}: {error.code}")
        else:
            lines += [f"{name}: {found.order}", *(f"  {one}" for one in told(found))]
    for data in (b"\xef\xbb\xbf[]", b"{", b"\xff", b"[NaN]", b"[" * 5000):
        try:
            lines.append(f"{data[:8]}: {read(data)}")
        except NotAnnotations as error:
            lines.append(f"{data[:8]}: {error.code}")
    assert_approved("web/held.txt", lines)


def told(found):
    for one in found.annotations:
        times = f"{one.created.isoformat()} {one.changed.isoformat()} {one.removed}"
        yield f"{one.id} {one.kind.value} {one.document!r} {one.language!r} {times}"
        yield f"  {one.text!r} {one.colour!r} {one.labels} {one.stance!r} {one.author!r} {dict(one.stamps)}"
        yield from (f"  {target}" for target in one.targets)
    for refused in found.refused:
        yield f"{refused.index} {refused.id!r} {refused.rule}: {refused.detail}"
