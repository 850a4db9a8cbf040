"""Files of notes and of texts, as recorded: HTML, Word, Markdown and CSV, in both languages."""

import dataclasses
import datetime
import io
import zipfile
from pathlib import Path

import pytest
from approved import assert_approved

from documents.annotations.export import (
    annotated_docx,
    annotated_html,
    csv_export,
    docx_export,
    html_export,
    markdown_export,
)
from documents.annotations.export.exported_annotation import ExportedAnnotation, ExportedPlace
from documents.annotations.model import Annotation, AnnotationKind, Target, target_of
from documents.corrections import Correction
from documents.exporters.html import write_html
from documents.exporters.text import write_text
from documents.importers.text.reader import read_text
from documents.position import Quote, Span
from documents.provision_labels import label
from documents.reading import Reading

TEXTS = Path(__file__).parents[1] / "data" / "texts"
WHEN = datetime.datetime(2026, 3, 4, 5, 6, tzinfo=datetime.UTC)
LATER = datetime.datetime(2026, 5, 6, 23, 59, 59, tzinfo=datetime.UTC)
MARKDOWN = """# عنوان *مائل*
قال **المندوب** إن `النص` (E/RES/2019/20) صحيح.
سطر ثان

1. أول
2. ثان
   - داخل
- نقطة
  - بعدها

> اقتباس

```
code  with   spaces
```
<b>no HTML</b> & [no link](http://x) ![](y)"""


def reading_of(name, *, as_received=False):
    document = read_text((TEXTS / f"{name}.txt").read_bytes(), f"{name}.txt")
    first, second = [p for p in document.provisions if p.kind.value in ("preambular", "operative")][:2]
    corrections = (
        Correction(Span(first.id, 0, 4), first.text[:4], "Corr", 0.9, "reason"),
        Correction(Span(first.id, 5, 9), first.text[5:9], None, 0.3),
        Correction(Span(second.id, 2, 6), second.text[2:6], "proposed", 0.4),
    )
    return Reading(document, corrections, as_received=as_received)


def notes_on(reading):
    """Notes of every kind on a text: overlapping, whole, on two places, in a footnote, lost, on the document."""
    document = reading.document
    ids = [p.id for p in document.provisions if len(p.text) > 30]
    whole = Span(ids[2], 0, len(document.text_of(ids[2])))
    made = [
        ({"text": "first", "colour": "yellow", "labels": ("a", "b/c")}, [Span(ids[0], 2, 20)]),
        ({"text": "", "colour": "green"}, [Span(ids[0], 10, 25)]),
        ({"text": MARKDOWN, "colour": "pink"}, [Span(ids[1], 0, 12), Span(ids[2], 3, 9)]),
        ({"text": "", "stance": "amend", "author": "مصر"}, [whole]),
        ({"text": "because", "stance": "red-line", "author": ""}, [whole]),
        ({"text": "on all", "labels": ("x",)}, []),
        ({"text": "in a footnote", "colour": "violet"}, [Span("fn_1", 0, 7)]),
        ({"text": "moved away"}, [Span(ids[3], 0, 5)]),
        ({"text": "no colour, English words"}, [Span(ids[3], 6, 15)]),
        ({"text": "", "colour": "blue"}, [Span(ids[3], 6, 15)]),
    ]
    return [one(document, reading, number, fields, spans) for number, (fields, spans) in enumerate(made, 1)]


def one(document, reading, number, fields, spans):
    kind = AnnotationKind.STANCE if fields.get("stance") else AnnotationKind.NOTE
    targets = tuple(target_of(document, span) for span in spans)
    annotation = Annotation(
        *(f"00000000-0000-4000-8000-{number:012}", kind, document.symbol, document.language, targets, WHEN, LATER),
        **fields,
    )
    places = tuple(ExportedPlace(s.provision, label(document, s.provision), reading.cut(s)) for s in spans)
    link = f"https://docs.un.org/{document.symbol}" if number % 2 else ""
    cited = ExportedAnnotation(annotation, f"{document.symbol}, reference {number}", document.title, places, link)
    return cited, () if fields["text"] == "moved away" else tuple(spans)


def everything():
    """Notes of both texts, one of a text that is not held and one that was removed."""
    found = [cited for name in ("ar-assembly", "en-assembly") for cited, _ in notes_on(reading_of(name))]
    target = Target(Span("op_1", 0, 5), Quote("words\nof | two", "before", "after"))
    away = Annotation("x", AnnotationKind.BOOKMARK, "A/RES/1/1", "fr", (target,), WHEN, WHEN, removed=LATER)
    return [*found, ExportedAnnotation(away, "A/RES/1/1, OP1", "", (ExportedPlace("op_1", "OP1", "words\nof | two"),))]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("format_", [csv_export, markdown_export, html_export])
def test_a_file_of_notes(format_, language):
    suffix = format_.__name__.rpartition(".")[2].removesuffix("_export")
    told = format_.write(everything(), language=language, **({} if suffix == "csv" else {"heading": "*ملف* <b>"}))
    assert_approved(f"exports/notes-{language}.{suffix}", told.decode("utf-8").split("\n"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_word_file_of_notes(language):
    package = docx_export.write(everything(), language=language, heading="ملف")
    assert_approved(f"exports/notes-docx-{language}.xml", parts_of(package))


@pytest.mark.parametrize(("name", "language"), [("ar-assembly", "ar"), ("ar-assembly", "en"), ("en-assembly", "ar")])
@pytest.mark.parametrize("as_received", [False, True], ids=["corrected", "received"])
def test_a_text_with_its_notes(name, language, as_received):
    reading = reading_of(name, as_received=as_received)
    told = annotated_html.write(reading, notes_on(reading), language=language).decode("utf-8")
    kind = "received" if as_received else "corrected"
    assert_approved(f"exports/{name}-{language}-{kind}.html", told.partition("</style>")[2].split("\n"))


@pytest.mark.parametrize(("name", "language"), [("ar-assembly", "en"), ("en-assembly", "ar")])
def test_a_word_file_of_a_text_with_its_notes(name, language):
    reading = reading_of(name)
    package = annotated_docx.write(reading, notes_on(reading), language=language)
    assert_approved(f"exports/{name}-docx-{language}.xml", parts_of(package))


@pytest.mark.parametrize("name", ["ar-assembly", "en-assembly", "en-composite", "fr-assembly"])
@pytest.mark.parametrize("as_received", [False, True], ids=["corrected", "received"])
def test_a_text_alone(name, as_received):
    reading = reading_of(name, as_received=as_received)
    kind = "received" if as_received else "corrected"
    assert_approved(f"exports/{name}-{kind}.txt", write_text(reading).decode("utf-8").split("\n"))
    assert_approved(f"exports/{name}-{kind}-alone.html", write_html(reading).decode("utf-8").split("\n"))


def test_a_text_without_title_or_notes():
    document = read_text(b"1. One.\n2. Two.", "x.txt")
    bare = Reading(dataclasses.replace(document, title="", symbol="A/1"))
    told = annotated_html.write(bare, [], language="en").decode("utf-8").partition("</style>")[2]
    assert_approved("exports/bare.html", told.split("\n"))


def parts_of(package):
    """The parts of a Word file that depend on its content, an element a line."""
    opened = zipfile.ZipFile(io.BytesIO(package))
    for name in sorted(opened.namelist()):
        yield f"=== {name}"
        if name.endswith(("document.xml", "footnotes.xml", "rels", "core.xml")):
            yield from (
                opened.read(name).decode("utf-8").replace("><w:p>", ">\n<w:p>").replace("<w:r>", "\n<w:r>").split("\n")
            )
