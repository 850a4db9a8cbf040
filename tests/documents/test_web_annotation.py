"""W3C Web Annotations: ours come back as they were, others are read or refused with a reason."""

import datetime
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.annotations.model import Annotation, AnnotationKind, Colour, Stance, Target
from documents.annotations.web.reader import MOST_BYTES, NotAnnotations, read
from documents.annotations.web.validation import broken_rules
from documents.annotations.web.writer import write
from documents.position import Quote, Span

WHEN = datetime.datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=datetime.UTC)
words = st.text(max_size=30)
moments = st.integers(0, 2_500_000_000_000_000).map(
    lambda microseconds: (
        datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(microseconds=microseconds)
    )
)

stamps = moments.map(lambda moment: moment.isoformat(timespec="microseconds"))


@st.composite
def targets(draw):
    exact = draw(words)
    before, after = draw(words), draw(words)
    start = len(before)
    span = Span(draw(st.sampled_from(["op_5", "fn_6", "pp_3_a", "title"])), start, start + len(exact))
    context = (
        before + exact + after,
        draw(words),
        draw(words),
        draw(st.none() | st.floats(0, 1)),
        draw(st.floats(0, 1)),
    )
    return Target(span, Quote(exact, before[-3:], after[:3]), *context)


@st.composite
def annotations(draw):
    created, changed = sorted([draw(moments), draw(moments)])
    return Annotation(
        str(draw(st.uuids())),
        draw(st.sampled_from(AnnotationKind)),
        draw(words.filter(bool)),
        draw(st.sampled_from(["ar", "en", "fr", "zh"])),
        tuple(draw(st.lists(targets(), max_size=3))),
        created,
        changed,
        draw(words),
        draw(st.sampled_from(["", *Colour])),
        tuple(draw(st.lists(words.filter(bool), max_size=3, unique=True))),
        draw(st.sampled_from(["", *Stance])),
        draw(words),
        draw(st.none() | moments),
        draw(st.dictionaries(st.sampled_from(["text", "colour"]), st.tuples(stamps, st.just("") | stamps), max_size=2)),
    )


@given(st.lists(annotations(), min_size=1, max_size=4))
@examples(150)
def test_what_is_written_is_read_back(made):
    found = read(
        write([ExportedAnnotation(one, "reference", "title", (), "https://undocs.org/ar/A/1") for one in made])
    )
    assert found.refused == ()
    assert found.annotations == tuple(made)
    for one, back in zip(made, found.annotations, strict=True):
        assert back.stamps == one.stamps


@given(st.lists(annotations(), min_size=1, max_size=3))
@examples(50)
def test_what_is_written_is_valid(made):
    for item in json.loads(write([ExportedAnnotation(one, "") for one in made]).decode("utf-8", "surrogatepass"))[
        "first"
    ]["items"]:
        assert broken_rules(item) == ()
        for target in item["target"] if isinstance(item["target"], list) else []:
            fragment, quote = target["selector"]
            assert fragment["type"] == "FragmentSelector"
            assert fragment["refinedBy"]["type"] == "TextPositionSelector"
            assert quote["type"] == "TextQuoteSelector"


def test_other_programs_are_told_all_that_the_standard_has_words_for():
    span, quote = Span("op_5", 3, 8), Quote("الطفل", "حق ", "،")
    one = Annotation(
        "00000000-0000-4000-8000-000000000001",
        *(AnnotationKind.STANCE, "A/1", "ar", (Target(span, quote),), WHEN, WHEN),
        text="a *note*",
        colour="yellow",
        labels=("label",),
        stance="amend",
        author="مصر",
    )
    (item,) = json.loads(write([ExportedAnnotation(one, "", "title", (), "https://undocs.org/ar/A/1")]))["first"][
        "items"
    ]
    del item["stylesheet"], item["qarar:annotation"]
    assert item == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{one.id}",
        "type": "Annotation",
        "motivation": ["assessing", "commenting", "tagging"],
        "created": "2026-01-02T03:04:05.678901Z",
        "modified": "2026-01-02T03:04:05.678901Z",
        "generator": {"id": "urn:x-qarar:program", "type": "Software", "name": "Qarar"},
        "creator": {"type": "Person", "name": "مصر"},
        "body": [
            {
                "type": "TextualBody",
                "value": "a *note*",
                "format": "text/markdown",
                "language": "en",
                "textDirection": "ltr",
                "purpose": "commenting",
            },
            {"type": "TextualBody", "value": "amend", "purpose": "assessing"},
            {"type": "TextualBody", "value": "label", "purpose": "tagging"},
        ],
        "target": [
            {
                "type": "SpecificResource",
                "source": {
                    "id": "https://undocs.org/ar/A/1",
                    "type": "Text",
                    "language": "ar",
                    "textDirection": "rtl",
                    "title": "title",
                },
                "selector": [
                    {
                        "type": "FragmentSelector",
                        "value": "op_5",
                        "conformsTo": "http://tools.ietf.org/rfc/rfc3023",
                        "refinedBy": {"type": "TextPositionSelector", "start": 3, "end": 8},
                    },
                    {"type": "TextQuoteSelector", "exact": "الطفل", "prefix": "حق ", "suffix": "،"},
                ],
                "styleClass": "qarar-yellow",
            }
        ],
    }


@pytest.mark.parametrize("side", ["ltr", "rtl", "auto"])
def test_the_directions_of_the_standard_are_read(side):
    body = {"type": "TextualBody", "value": "words", "textDirection": side}
    assert only(note(body=body)).text == "words"


@pytest.mark.parametrize(
    ("kind", "motivation"),
    [("bookmark", "bookmarking"), ("highlight", "highlighting"), ("note", "commenting"), ("stance", "assessing")],
)
def test_each_kind_has_the_motivation_of_the_standard(kind, motivation):
    one = Annotation("00000000-0000-4000-8000-000000000001", AnnotationKind(kind), "A/1", "ar", (), WHEN, WHEN)
    (item,) = json.loads(write([ExportedAnnotation(one, "")]))["first"]["items"]
    assert item["motivation"] == motivation
    assert item["target"] == {"id": "urn:x-un:A/1", "type": "Text", "language": "ar", "textDirection": "rtl"}


def note(**fields):
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/1",
        "type": "Annotation",
        "target": "http://example.org/page",
        **fields,
    }


def selected(selector):
    return note(target={"source": "http://a.b", "selector": selector})


def only(item):
    found = read(json.dumps(item).encode())
    assert found.refused == ()
    (one,) = found.annotations
    return one


def test_an_annotation_of_another_program():
    selector = [
        {"type": "TextPositionSelector", "start": 3, "end": 8},
        {"type": "TextQuoteSelector", "exact": "الطفل", "prefix": "حقوق ", "suffix": "،"},
    ]
    source = {"id": "https://undocs.org/ar/A/RES/73/154", "language": "ar-SA"}
    one = only(
        note(
            motivation="commenting",
            modified="2020-01-02T03:04:05+02:00",
            body=[
                {"type": "TextualBody", "value": "<p>a &amp; b</p><p>c</p>", "format": "text/html"},
                {"type": "TextualBody", "value": "tag", "purpose": "tagging"},
            ],
            target={"source": source, "selector": selector},
        )
    )
    assert (one.document, one.language, one.kind.value, one.labels) == ("A/RES/73/154", "ar", "note", ("tag",))
    assert one.text == "a & b\nc"
    assert one.targets == (Target(Span("", 3, 8), Quote("الطفل", "حقوق ", "،")),)
    assert one.changed == datetime.datetime(2020, 1, 2, 1, 4, 5, tzinfo=datetime.UTC)
    assert one.id == only(note()).id


def own(**fields):
    """An annotation of ours, as another hand may have changed it."""
    return note(**{"qarar:annotation": {"document": "A/RES/1", "language": "ar", **fields}})


@pytest.mark.parametrize(
    ("bad", "rule"),
    [
        (selected({"type": "TextPositionSelector", "start": 0, "end": 10**30}), "bad-selector"),
        (selected({"type": "TextPositionSelector", "start": 0, "end": "DIGITS"}), "bad-selector"),
        (note(body={"type": "TextualBody", "value": "a\ud800b"}), "lone-surrogate"),
        (note(body={"type": "TextualBody", "value": "\udfff", "purpose": "tagging"}), "lone-surrogate"),
        (selected({"type": "TextQuoteSelector", "exact": "a", "prefix": "\ud800"}), "lone-surrogate"),
        (own(document="A/\ud800"), "lone-surrogate"),
        (own(author="\ud800"), "lone-surrogate"),
        (own(language="العربية"), "bad-language"),
        (own(stamps={"text": ["zzz"]}), "unreadable"),
        (own(stamps={"stance": [3]}), "unreadable"),
    ],
    ids=["beyond", "digits", "text", "label", "quote", "document", "author", "language", "stamp", "number"],
)
def test_what_cannot_be_stored_is_refused_and_the_rest_comes_in(bad, rule):
    found = read(json.dumps([bad, note(id="http://example.org/2")]).replace('"DIGITS"', "9" * 5000).encode())
    assert [refused.rule for refused in found.refused] == [rule]
    assert found.refused[0].detail
    assert len(found.annotations) == 1


@pytest.mark.parametrize("told", ["1e999", "-1e999", "-0.5", "7", '"NaN"', "true", "{}", "null"])
def test_a_likeness_that_tells_nothing_is_not_known(told):
    target = {"source": "http://a.b", "selector": {"type": "TextQuoteSelector", "exact": "a"}}
    item = own(targets=[{"rival": "RIVAL", "rivalBeside": "RIVAL"}]) | {"target": target}
    (one,) = read(json.dumps(item).replace('"RIVAL"', told).encode()).annotations
    assert (one.targets[0].rival, one.targets[0].rival_beside) == (None, 0.0)
    assert read(write([ExportedAnnotation(one, "")])).annotations == (one,)


def test_times_of_changes_are_kept_as_they_are_stored():
    one = only(own(stamps={"text": ["2026-01-02T03:04:05+02:00", ""]}))
    assert one.stamps == {"text": ("2026-01-02T01:04:05.000000+00:00", "")}


def test_positions_in_other_units_are_left_to_the_words():
    selector = [
        {"type": "TextPositionSelector", "start": 0, "end": 9},
        {"type": "TextQuoteSelector", "exact": "ab"},
    ]
    assert only(note(target={"source": "http://a.b/c", "selector": selector})).targets[0].span == Span("", 0, 0)


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        (note(target=[]), "no-target"),
        (note(created="yesterday"), "bad-date"),
        (note(created="2020-13-01T00:00:00Z"), "bad-date"),
        (note(id="not a uri"), "bad-id"),
        (note(bodyValue=3), "bad-body-value"),
        (note(body="x:y", bodyValue="z"), "body-twice"),
        (note(body={"type": "TextualBody"}), "no-value"),
        (note(body={"id": "http://a.b", "textDirection": "squirrel"}), "bad-direction"),
        (note(body={"id": "http://a.b", "language": 3}), "bad-language"),
        (note(target={"type": "SpecificResource"}), "no-source"),
        (selected({"type": "TextPositionSelector", "start": 9, "end": 2}), "bad-selector"),
        (selected({"type": "TextQuoteSelector"}), "bad-selector"),
        (note(motivation=[3]), "bad-motivation"),
        (note(creator=6), "bad-creator"),
        (note(rights="not a uri"), "bad-rights"),
        (note(type="Thing"), "no-type"),
        (note(**{"@context": "fish"}), "no-context"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_refused_with_it(item, rule):
    found = read(json.dumps([item, note(id="http://example.org/2")]).encode())
    assert [refused.rule for refused in found.refused] == [rule]
    assert len(found.annotations) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-json"),
        (b"\xff\xfe{", "not-json"),
        (b"[" * 200_000, "not-json"),
        (b'{"a": NaN}', "not-json"),
        (b"[]", "no-annotations"),
        (b" " * (MOST_BYTES + 1), "too-large"),
    ],
    ids=["empty", "bytes", "deep", "nan", "list", "large"],
)
def test_what_is_no_file_of_annotations(data, code):
    with pytest.raises(NotAnnotations) as told:
        read(data)
    assert told.value.code == code


KEYS = (
    "id type target body selector source items value qarar:annotation created start end exact first rows stamps targets"
    " document language"
).split()
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


@given(values)
@examples(300)
def test_nothing_raises_but_not_annotations(value):
    for item in (value, note(target=value), note(body=value), note(**{"qarar:annotation": value})):
        try:
            found = read(json.dumps(item).encode("utf-8", "surrogatepass"))
        except NotAnnotations:
            continue
        assert len(found.annotations) + len(found.refused) >= 1


def test_rows_of_hypothesis_are_annotations():
    """As its search answers, without what is not read."""
    quote = {"type": "TextQuoteSelector", "exact": "الطفل", "prefix": "حقوق ", "suffix": "،"}
    row = {
        "id": "Lx1",
        "created": "2020-01-02T03:04:05.000000+00:00",
        "updated": "2020-02-02T03:04:05.000000+00:00",
        "text": "a *note*",
        "tags": ["one", "two"],
        "target": [{"source": "https://undocs.org/ar/A/RES/73/154", "selector": [quote]}],
    }
    found = read(json.dumps({"total": 2, "rows": [row, {**row, "id": "Lx2", "text": "", "tags": []}]}).encode())
    assert found.refused == ()
    one, bare = found.annotations
    assert (one.document, one.text, one.labels) == ("A/RES/73/154", "a *note*", ("one", "two"))
    assert (one.created.month, one.changed.month) == (1, 2)
    assert one.targets[0].quote == Quote("الطفل", "حقوق ", "،")
    assert (bare.text, bare.labels, bare.targets) == ("", (), one.targets)
    assert bare.id != one.id


SAMPLES = Path(os.environ["QARAR_CORPUS"]) / "anchoring" if os.environ.get("QARAR_CORPUS") else None
needs_corpus = pytest.mark.skipif(SAMPLES is None, reason="QARAR_CORPUS is not set")


def samples(prefix):
    return sorted((SAMPLES / "w3c_samples").glob(f"{prefix}*.json")) if SAMPLES else [Path("none")]


@needs_corpus
@pytest.mark.parametrize("path", samples("correct"), ids=lambda path: path.stem)
def test_w3c_correct_samples_are_read(path):
    found = read(path.read_bytes())
    assert found.refused == ()
    assert len(found.annotations) == 1


@needs_corpus
@pytest.mark.parametrize("path", samples("incorrect"), ids=lambda path: path.stem)
def test_w3c_incorrect_samples_are_refused(path):
    try:
        found = read(path.read_bytes())
    except NotAnnotations as error:
        assert error.code in {"not-json", "no-annotations"}  # noqa: PT017
        return
    assert found.annotations == ()
    assert all(refused.rule for refused in found.refused)


@needs_corpus
def test_annotations_of_hypothesis_are_read():
    found = read((SAMPLES / "hypothesis_html_baseline_wikipedia.json").read_bytes())
    assert len(found.annotations) == 5
    assert found.refused == ()
    assert {one.text for one in found.annotations} > {"Footer"}
    assert all(one.targets and one.targets[0].quote.exact for one in found.annotations)
