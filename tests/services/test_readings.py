"""Answers of the services about a small library, as recorded: quotations, references, links, notes."""

import datetime
import itertools
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from approved import assert_approved

from documents.importers.text.reader import read_text
from documents.position import Span
from documents.provision_labels import label
from library import catalogue, labels, notes, saved_searches
from library.database import open_database
from library.errors import NotHeld
from services.citations import coverage, instrument_lookup, override_layer, overrides
from services.citations.cited_by import cited_by
from services.documents import document_export, provision_reference
from services.documents.arabic_ordinals import ordinal
from services.documents.document_import import store
from services.documents.link_groups import Links, link_key
from services.documents.open_text import find_symbol, open_text, resolve_place, split_reference
from services.documents.pinpoint_location import locate_pinpoint
from services.notes import anchor_resolution, annotation_edits, note_exchange, note_list
from services.notes.note_merge import merge_notes, pending_conflicts
from services.notes.note_query import SHOWS, SORTS, NoteFilter, NoteQuery
from services.paths import locate
from services.quotations.quotation import quote_spans
from services.quotations.quotation_options import QuotationContent, QuotationOptions
from services.quotations.quotation_templates import template_problem

TEXTS = Path(__file__).parents[1] / "data" / "texts"
NAMES = "ar-assembly en-assembly en-composite en-council en-nested fr-assembly ar-letters en-plain".split()
HELD = (
    ("E/RES/2019/20", "ar"),
    ("A/RES/73/154", "ar"),
    ("A/RES/74/174", "en"),
    ("E/RES/2019/20", "en"),
    ("E/RES/2019/1", "en"),
)
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def db(bundled_library, tmp_path_factory):
    numbers, hours = itertools.count(1), itertools.count()
    ids = lambda: f"00000000-0000-4000-8000-{next(numbers):012}"  # noqa: E731
    clock = lambda: START + datetime.timedelta(hours=next(hours))  # noqa: E731
    with open_database(bundled_library(tmp_path_factory.mktemp("told") / "l.db"), ids=ids, clock=clock) as db:
        for name in NAMES:
            store(db, read_text((TEXTS / f"{name}.txt").read_bytes(), f"{name}.txt"))
        english = catalogue.load(db, "A/RES/74/174", "en")
        overrides.set_target(db, english, Span("pp_3", 0, 6), "A/RES/73/154")
        overrides.dismiss(db, english, Span("pp_2", 14, 51))
        yield db


@pytest.fixture(scope="module")
def noted(db):
    """The library with notes of every kind, made an hour after one another."""
    for symbol, language in HELD[:3]:
        document = catalogue.load(db, symbol, language)
        ids = [p.id for p in document.provisions if len(p.text) > 40]
        annotation_edits.add(
            db, document, [Span(ids[0], 0, 12)], text=f"first on {symbol}", colour="yellow", labels=["b", "a/c"]
        )
        annotation_edits.add(db, document, [Span(ids[2], 3, 9), Span(ids[1], 1, 8)], text="two places", labels=["a"])
        annotation_edits.take_stance(db, document, ids[1], "amend", "Amal")
        annotation_edits.take_stance(db, document, ids[1], "red-line", "مصر")
        annotation_edits.toggle_bookmark(db, document, ids[3])
        annotation_edits.highlight(db, document, [Span(ids[2], 0, 6)], "green")
        annotation_edits.add(db, document, [], text="on the whole", labels=["b"])
        gone = annotation_edits.add(db, document, [Span(ids[0], 2, 6)], text="removed", labels=["a"])
        notes.remove(db, [gone.id])
    listed = notes.all_annotations(db)
    labels.move(db, "a", labels.order(db, "a")[-1], labels.order(db, "a")[0])
    labels.step(db, "b", -1)
    theirs = [
        replace(one, text="theirs", stamps={**one.stamps, "text": ("2026-01-05T00:00:00+00:00",)}) for one in listed[:2]
    ]
    annotation_edits.set_text(db, listed[0].id, "mine")
    merge_notes(db, theirs, "theirs.jsonld")
    saved_searches.save(db, "children", "حقوق")
    return db


def held(db):
    return [open_text(db, symbol, language) for symbol, language in HELD]


def test_references(db):
    lines = []
    for text in held(db):
        document = text.document
        ids = [p.id for p in document.provisions]
        runs = (
            [[one] for one in ids]
            + [list(pair) for pair in itertools.pairwise(ids)]
            + [ids[5:9], ids[::7], ids[8:14:2], []]
        )
        runs += [[f"fn_{note.number}"] for note in document.footnotes] + [["fn_1", ids[9]]]
        for run in runs:
            known = [one for one in run if not one.startswith("fn_") or document.has_footnote(one[3:])]
            told = [provision_reference.reference(document, known, language) for language in ("ar", "en")]
            corrected = provision_reference.reference(document, known, "ar", corrected=True)
            lines.append(f"{document.symbol} {' '.join(known)}: {told} {corrected.removeprefix(told[0])!r}")
    assert_approved("services/references.txt", lines)


def test_ordinals():
    assert_approved(
        "services/ordinals.txt", [f"{number} {ordinal(number)}" for number in (*range(1, 41), 99, 100, 101, 999)]
    )


def test_quotations(db):
    lines = []
    templates = (
        "",
        "{symbol}: {words} ({paragraph}, {date}) {title}",
        "{quote}",
        "{clause}\n{reference}",
        "{nothing}",
        "{",
        "no field",
    )
    for template in templates:
        lines.append(f"{template!r} {template_problem(template)}")
    for text in held(db)[:2]:
        ids = [p.id for p in text.document.provisions if p.kind.value in ("preambular", "operative", "subparagraph")]
        choices = [[Span(ids[7 % len(ids)], 0, 30)], [Span(ids[0], 5, 20), Span(ids[1], 0, 9)]]
        for reading, spans in itertools.product((text, text.as_received()), choices):
            for content, language, digits in itertools.product(
                QuotationContent, ("ar", "en"), ("language", "western", "arabic-indic")
            ):
                made = quote_spans(reading.reading, spans, QuotationOptions(content, language, digits))
                lines += [f"{content} {language} {digits}: {made.plain!r}", f"  {made.html!r}"]
            for template in templates[1:]:
                lines.append(f"{quote_spans(reading.reading, spans, QuotationOptions(template=template)).plain!r}")
    assert_approved("services/quotations.txt", lines)


PLACES = (
    "para_3 para_3__point_a para_1__point_a__point_i op_5 pp_3 art_1 art_19 annex annex_1 annex_2 annex_9"
    " annex_1__para_1 sec_I sec_II sec_B annex_1__sec_A annex_1__para_1__point_b chp_2 part_I para_99 annex_1__para_9"
    " pp_99 sec_1__para_3 point_a nothing"
).split()


def test_pinpoints(db):
    plain = read_text((TEXTS / "en-plain.txt").read_bytes(), "en-plain.txt")
    lines = []
    for document in (*(text.document for text in held(db)), plain):
        found = {place: locate_pinpoint(document, place) for place in PLACES}
        lines.append(
            f"{document.symbol} {document.language}: not {[place for place, at in found.items() if at is None]}"
        )
        lines += [f"  {place} {at.provision} {at.offset}" for place, at in found.items() if at]
    assert_approved("services/pinpoints.txt", lines)


def test_links(db):
    lines = []
    for text in held(db):
        links, document = Links(text), text.document
        lines.append(f"{document.symbol} {document.language}")
        for provision in document.provisions:
            for marker in provision.markers:
                lines.append(
                    f"  {provision.id} {marker.offset} {sorted_link(links.of_marker(provision.id, marker.offset))}"
                )
            if cited := links.citations_in(provision.id):
                lines.append(
                    f"  {provision.id} cites {[link_key(c) for c in cited]} {links.targets_in([provision.id])}"
                )
        for note in document.footnotes:
            told, cited = sorted_link(links.of_footnote(note.number)), links.targets_in([f"fn_{note.number}"])
            lines.append(f"  note {note.number} {told} ibid {links.ibid_of(note.number)!r} {cited}")
        for target in sorted({link_key(c) for c in text.citations}):
            lines.append(f"  {target} {sorted_link(links.of_target(target))} {links.places_citing(target)}")
        ids = [p.id for p in document.provisions]
        lines.append(f"  all {links.targets_in(ids)} {[n.number for n in links.footnotes_in(ids)]}")
    assert_approved("services/links.txt", lines)


def sorted_link(link):
    return f"{sorted(link.footnotes)} {sorted(link.targets)}"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_coverage(db, language):
    lines = []
    for name in (None, ("E/RES/2019/20", "ar"), ("A/RES/74/174", "en")):
        rows = coverage.coverage(db, name, language)
        lines += [f"{name}:", *(f"  {row}" for row in rows)]
        for form, held_ in itertools.product(("csv", "txt", "md"), (False, True)):
            lines.append(f"{form} {held_}: {coverage.fetch_list(rows[:12], form, language, held=held_)!r}")
    for target in ("A/RES/73/154", "E/RES/2019/20", "UNTS 1577/27531", "A/RES/9/9"):
        found = cited_by(db, target)
        lines += [f"{target} {found.citations} {found.documents}", *(f"  {row}" for row in found.rows)]
        page, none = cited_by(db, target, limit=1, offset=1), cited_by(db, target, limit=0)
        lines.append(f"  page {page.rows == found.rows[1:2]} {none.rows}")
    assert_approved(f"services/coverage-{language}.txt", lines)


def test_typed_instruments(db):
    typed = (
        "A/RES/73/154",
        "73/154",
        "١٥٤/٧٣",
        "قرار الجمعية العامة ٧٣/١٥٤",
        "1325 (2000)",
        "Convention on the Rights of the Child",
        "اتفاقية حقوق الطفل",
        "حقوق الطفل",
        "UNTS 1577/27531",
        "CRC",
        "Treaty Series 1577 27531",
        "nothing known",
        "",
        "E/2019/30",
        "the Charter",
        "ميثاق الأمم المتحدة",
        "2019/20",
        "resolution 60/61",
    )
    assert_approved("services/lookups.txt", [f"{words!r}: {instrument_lookup.lookup(db, words)}" for words in typed])


def test_overrides(db):
    lines = [f"{one}" for one in overrides.list_overrides(db, "A/RES/74/174", "en")]
    english = catalogue.load(db, "A/RES/74/174", "en")
    text = open_text(db, "A/RES/74/174", "en")
    lines += [
        f"{c.span} {c.text!r} {c.target} {c.kind} {c.by_user} {[e.code.value for e in c.evidence]}"
        for c in text.citations
    ]
    moved = replace(english, provisions=tuple(replace(p, text="New words. " + p.text) for p in english.provisions))
    lines += [
        f"moved {one}"
        for one in override_layer.place(moved, [p.override for p in overrides.list_overrides(db, "A/RES/74/174", "en")])
    ]
    assert_approved("services/overrides.txt", lines)


def test_typed_places(db):
    lines = []
    for written in (
        "2019/20",
        "٢٠/٢٠١٩",
        "e/res/2019/20",
        "73/154",
        "S/RES/1709(2006)",
        "1709 (2006)",
        "9/9",
        "",
        " A/RES/74/174 ",
    ):
        try:
            lines.append(f"{written!r} {find_symbol(db, written)}")
        except NotHeld as error:
            lines.append(f"{written!r} not held {error}")
    for written in (
        "2019/20#op_5",
        "2019/20 OP5",
        "A/RES/74/174، ف ٥",
        "2019/20",
        "A/58/23 (Part I) PP3",
        "#op_5",
        "x OP",
        "73/154 FN 2",
    ):
        lines.append(f"{written!r} {split_reference(written)}")
    document = catalogue.load(db, "E/RES/2019/20", "ar")
    for typed in (
        "op_5",
        "OP5",
        "op 5",
        "ف ٥",
        "PP8",
        "د ٣",
        "fn_6",
        "FN6",
        "fn_99",
        "99",
        "5",
        "(٥)",
        "",
        "title",
        "M1",
        "H1",
        "OP 1 (a)",
    ):
        lines.append(f"{typed!r} {resolve_place(document, typed)}")
    assert_approved("services/typed-places.txt", lines)


def test_note_lists(noted):
    wanted = [NoteFilter()]
    wanted += [NoteFilter(show=show) for show in SHOWS] + [NoteFilter(sort=sort) for sort in SORTS]
    wanted += [NoteFilter(label=name, sort=sort) for name in ("a", "b", "a/c", "none") for sort in SORTS]
    for name, values in {
        "kind": ("note", "stance", "bookmark", "highlight"),
        "colour": ("yellow", "green", "pink"),
        "stance": ("amend", "red-line"),
        "author": ("Amal", "مصر"),
        "document": ("A/RES/73/154", "E/RES/2019/20"),
    }.items():
        wanted += [NoteFilter(**{name: value}) for value in values]
        wanted += [NoteFilter(show="trash", **{name: value}) for value in values]
    lines, query = [], NoteQuery(locate(noted.path.parent))
    for one in wanted:
        found = query.run(noted, one)
        lines += [f"{one} {one.narrows}", *(f"  {row_of(row)}" for row in found.items)]
    lines.append(f"{found.choices}")
    for words in ("first", "whole", "لا شيء", "mine"):
        lines.append(f"{words}: {[row_of(row) for row in query.run(noted, NoteFilter(), words).items]}")
    query._held.close()
    every = note_list.all_notes(noted)
    lines.append(f"{[one.id[-3:] for one in every]} {[one.id[-3:] for one in note_list.in_text_order(every)]}")
    lines += [f"{conflict} {one.id}" for conflict, one in pending_conflicts(noted)]
    lines += [f"{one}" for one in labels.all_labels(noted)]
    assert_approved("services/note-lists.txt", lines)


def row_of(row):
    if isinstance(row, tuple):
        return f"{row[0]}"
    one = getattr(row, "annotation", row)
    where = " ".join(f"{t.span.provision}:{t.span.start}-{t.span.end}" for t in one.targets)
    told = f"{one.text[:20]!r} {one.labels} {one.changed.isoformat()}"
    return f"{one.id[-3:]} {one.kind.value} {one.document} {where} {told}"


@pytest.mark.parametrize("format_", ["md", "html", "csv", "docx"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_exported_notes(noted, format_, language):
    data = note_exchange.export(noted, notes.all_annotations(noted), format_, language, "a")
    if format_ == "docx":
        data = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").replace(b"<w:p>", b"\n<w:p>")
    assert_approved(f"services/notes-{language}.{format_}", data.decode("utf-8").split("\n"))


def test_exported_texts(noted):
    text = open_text(noted, "A/RES/74/174")
    for format_ in ("html",):
        told = note_exchange.export_annotated_text(noted, text, "en", format_).decode("utf-8")
        assert_approved(f"services/annotated.{format_}", told.partition("</style>")[2].split("\n"))
    for format_ in ("txt", "html", "akn"):
        assert document_export.export(text, format_)
    with pytest.raises(document_export.UnknownFormat):
        document_export.export(text, "pdf")


def test_anchors_in_changed_texts(noted):
    lines = []
    for symbol, language in HELD[:3]:
        document = catalogue.load(noted, symbol, language)
        made = notes.of_document(noted, symbol, language)
        for name, change in CHANGES.items():
            changed = replace(document, provisions=tuple(change(document.provisions)))
            lines.append(f"{symbol} {name}")
            for placed in (anchor_resolution.resolve_draft(changed, one) for one in made):
                spots = [
                    (
                        one.state.value,
                        one.span and tuple_of(one.span),
                        [(tuple_of(c.span), round(c.score, 3)) for c in one.candidates],
                    )
                    for one in placed.found
                ]
                lines.append(f"  {placed.annotation.id[-3:]} {placed.state.value} {placed.needs_review} {spots}")
    assert_approved("services/anchors.txt", lines)


def tuple_of(span):
    return f"{span.provision}:{span.start}-{span.end}"


def words_changed(provisions):
    for place, one in enumerate(provisions):
        words = one.text.split(" ")
        words[place % max(1, len(words))] = "CHANGED"
        yield replace(one, text=" ".join(words), markers=())


def moved(provisions):
    yield from (replace(one, id=f"new_{one.id}", parent=None) for one in reversed(provisions))


def doubled(provisions):
    for one in provisions:
        yield one
        if one.parent is None:
            yield replace(one, id=f"copy_{one.id}")


def first_half(provisions):
    yield from provisions[: len(provisions) // 2]


def cut(provisions):
    yield from (replace(one, text=one.text[: len(one.text) // 2], markers=()) for one in provisions)


def joined(provisions):
    for one, other in itertools.pairwise(provisions):
        yield replace(one, text=f"{one.text} {other.text}", markers=())


CHANGES = {
    "unchanged": lambda provisions: provisions,
    "words changed": words_changed,
    "moved": moved,
    "doubled": doubled,
    "first half": first_half,
    "cut": cut,
    "joined": joined,
}


def test_labels_of_places(db):
    lines = []
    for text in held(db):
        document = text.document
        ids = [p.id for p in document.provisions] + [f"fn_{note.number}" for note in document.footnotes]
        lines.append(f"{document.symbol} {document.language}: {[(id_, label(document, id_)) for id_ in ids]}")
    assert_approved("services/labels.txt", lines)
