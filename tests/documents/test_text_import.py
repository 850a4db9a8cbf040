"""The bundled resolution and variations of it, against what an editor says it is (tests/data)."""

import datetime
import re
from pathlib import Path

import pytest

from documents.corrections import bundled
from documents.importers import read, read_bytes
from documents.importers.errors import ImportFailure
from documents.importers.text.reader import read_text
from documents.language import western_digits
from documents.model import FootnoteStatus, Kind, Marker, SourceWarning
from documents.provision_labels import label
from documents.reading import Reading
from resources import read_bytes as resource_bytes

NAME = "E-RES-2019-20.ar.txt"
DATA = resource_bytes("documents", NAME)
TEXT = DATA.decode()
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "data" / "bundled_paragraphs.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.fixture(scope="module")
def document():
    return read_bytes(DATA, NAME)


def test_ids_and_labels_in_reading_order(document):
    assert [p.id for p in document.provisions] == [row[1] for row in ROWS]
    assert [label(document, p.id) for p in document.provisions] == [row[0] for row in ROWS]


def test_markers_stand_in_the_provisions_and_name_their_notes(document):
    assert [" ".join(m.footnote for m in p.markers) for p in document.provisions] == [row[4] for row in ROWS]


def test_verbs_of_the_corrected_reading(document):
    reading = Reading(document, bundled(document.source.sha256))
    found = ["|".join(verb.text for verb in reading.verbs(p.id)) for p in document.provisions]
    assert found == [row[3] for row in ROWS]


def test_every_paragraph_holds_the_words_of_its_lines(document):
    lines = TEXT.splitlines()
    for row in ROWS:
        words = " ".join(re.sub(r"\*\*|\^\(.*?\)|^- ", "", lines[int(n) - 1]) for n in row[2].split("+"))
        provision = document.provision(row[1])
        assert f"{provision.printed_number} {provision.text}".strip() == words


def test_facts_of_the_masthead(document):
    facts = document.masthead
    assert (document.symbol, document.language) == ("E/RES/2019/20", "ar")
    assert document.title == "مكافحة الاستغلال الجنسي للأطفال والتعدي عليهم جنسياً عبر الإنترنت"
    assert document.provision("title").text.startswith("٢٠/٢٠١٩ - مكافحة")
    assert (facts.organ, facts.nested_organ, facts.session) == ("ECOSOC", "GA", "2019")
    assert facts.agenda_items == ("19 (c)",)
    assert facts.adopted == datetime.date(2019, 7, 23)
    assert facts.provenance == "بناء على توصية لجنة منع الجريمة والعدالة الجنائية (E/2019/30)"
    assert facts.meeting == "36"


def test_the_paragraph_a_page_break_cuts_is_whole(document):
    assert "ووسائل الإعلام في كفالة حماية الأطفال" in document.provision("pp_13").text


def test_numbers_are_kept_as_printed(document):
    assert (document.provision("op_12").number, document.provision("op_12").printed_number) == ("12", "١٢ -")
    assert document.provision("outer_op_1").number is None


def test_footnotes(document):
    assert [n.number for n in document.footnotes] == list("123456789")
    assert document.footnote("3").text == "United Nations, Treaty Series, vol. 2225, No. 39574."
    assert [n.language for n in document.footnotes] == [None, None, "en"] + [None] * 6
    assert [n.printed for n in document.footnotes[:3]] == ["(١)", "(٢)", "(٣)"]
    assert {n.status for n in document.footnotes[:8]} == {FootnoteStatus.OK}


def test_the_misread_marker_is_a_doubt_on_a_missing_note(document):
    text = document.provision("op_17").text
    legal, doubtful = document.provision("op_17").markers
    assert legal == Marker(text.index(" وبروتوكول منع"), "3", "(٣)")
    assert doubtful == Marker(text.index("، أو لم تنضم"), "9", "(٤)", doubt=True)
    assert document.footnote("9").status is FootnoteStatus.MISSING
    assert document.footnote("9").text == ""
    assert document.source.warnings == (SourceWarning("orphan-marker", "(٤)", "op_17"),)
    assert [place.provision for place in document.markers_of("4")] == ["pp_8"]


def test_repeated_markers_are_legal(document):
    assert [p.provision for p in document.markers_of("3")] == ["pp_6", "op_17"]
    assert [p.provision for p in document.markers_of("5")] == ["pp_8", "op_3"]


def same(one, other) -> bool:
    return (one.symbol, one.provisions, one.masthead) == (other.symbol, other.provisions, other.masthead)


def test_no_blank_lines(document):
    text = "\n".join(line for line in TEXT.splitlines() if line)
    other = read_text(text.encode(), NAME)
    assert same(other, document)
    assert other.footnotes == document.footnotes


def test_western_digits(document):
    other = read_text(western_digits(TEXT).encode(), "a.txt")
    assert [(p.id, p.number) for p in other.provisions] == [(p.id, p.number) for p in document.provisions]
    assert other.masthead.agenda_items == ("19 (c)",)
    assert other.symbol == "E/RES/2019/20"
    assert other.footnote("9").status is FootnoteStatus.MISSING


def test_footnotes_at_the_end(document):
    lines = TEXT.splitlines()
    notes = [line for line in lines if re.match(r"\(\d\) ", line)]
    other = read_text("\n".join([*(line for line in lines if line not in notes), *notes]).encode(), "a.txt")
    assert same(other, document)
    assert other.footnotes == document.footnotes


@pytest.mark.parametrize("separator", [".", "-", " .", " –", ". -", ")"])
def test_other_ways_to_write_a_number(document, separator):
    text = re.sub(r"(?m)^(?:- )?([٠-٩]+) - (?=\*\*)", rf"\1{separator} ", TEXT)
    other = read_text(text.encode(), "a.txt")
    assert [(p.id, p.text) for p in other.provisions] == [(p.id, p.text) for p in document.provisions]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_encodings(document, encoding):
    text = TEXT if encoding != "cp1256" else re.sub("[٠-٩]", lambda m: western_digits(m[0]), TEXT)
    other = read_text(text.encode(encoding), "a.txt")
    assert [p.id for p in other.provisions] == [p.id for p in document.provisions]
    assert other.provision("op_1").text == document.provision("op_1").text


def test_the_symbol_comes_from_the_text_and_only_else_from_the_name():
    assert read_text(DATA, "whatever.txt").symbol == "E/RES/2019/20"
    assert read_text("كلام\nكلام آخر".encode(), "A-RES-73-154.ar.txt").symbol == "A/RES/73/154"
    assert read_text("كلام\nكلام آخر".encode(), "notes of May.txt").symbol == "notes of May"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x00\x01\x02binary", "unreadable"),
        (b"\xff\xfe\x00", "unreadable"),
        (b"caf\xe9 r\xe9sum\xe9 de la r\xe9union", "unreadable"),
        (b"%PDF-1.7\n", "unsupported-format"),
        (b"PK\x03\x04....", "unsupported-format"),
        (b"\n<!DOCTYPE html><p>x", "unsupported-format"),
    ],
)
def test_what_is_refused_and_why(data, code):
    with pytest.raises(ImportFailure) as failure:
        read_bytes(data, "x.txt")
    assert (failure.value.code, failure.value.path) == (code, "x.txt")


def test_a_file_that_is_too_large_or_absent(tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(33_000_000)
    for path, code in ((large, "too-large"), (tmp_path / "none.txt", "unreadable")):
        with pytest.raises(ImportFailure) as failure:
            read(path)
        assert (failure.value.code, failure.value.path) == (code, str(path))


def test_a_text_of_no_structure_is_body_with_its_first_line_as_title():
    document = read_text(b"Minutes\n\nWe met.\n\n1. We spoke of the budget.\n(a) It is short;\n", "m.txt")
    assert document.title == "Minutes"
    assert [(p.id, p.kind, p.number) for p in document.provisions] == [
        ("title", Kind.TITLE, None),
        ("body_1", Kind.BODY, None),
        ("body_2", Kind.BODY, "1"),
        ("body_2_a", Kind.SUBPARAGRAPH, "a"),
    ]
