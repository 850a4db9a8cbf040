"""Every part of what is found in sentences and texts, as recorded: citations, places, reasons."""

import csv
import datetime
from pathlib import Path

import pytest
from approved import assert_approved

from documents.citations.find import find_citations
from documents.corrections import bundled
from documents.importers.text.reader import read_text
from documents.model import Document, Footnote, Kind, Masthead, Provision
from documents.reading import Reading
from resources import read_bytes

DATA = Path(__file__).parents[1] / "data"
LINES = (DATA / "sentences.tsv").read_text(encoding="utf-8").splitlines()
SENTENCES = list(csv.DictReader(LINES, delimiter="	", quoting=csv.QUOTE_NONE))
TEXTS = sorted((DATA / "texts").glob("*.txt"))


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_sentences(language):
    """A ¶ begins another paragraph, a † a footnote."""
    lines = []
    for row in SENTENCES:
        if row["language"] == language:
            lines += ["", f"{row['organ']}: {row['sentence']}", *told(document_of(row))]
    assert_approved(f"citations/{language}.txt", lines[1:])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_texts(path):
    assert_approved(f"citations/of-{path.name}", told(read_text(path.read_bytes(), path.name)))


def test_the_bundled_text():
    name = "E-RES-2019-20.ar.txt"
    document = read_text(read_bytes("documents", name), name)
    assert_approved("citations/of-bundled.txt", told(document, Reading(document, bundled(document.source.sha256))))


def document_of(row):
    body, *notes = row["sentence"].split("†")
    provisions = tuple(Provision(f"pp_{n}", Kind.PREAMBULAR, text) for n, text in enumerate(body.split("¶"), 1))
    footnotes = tuple(Footnote(str(n), text) for n, text in enumerate(notes, 1))
    masthead = Masthead(organ=row["organ"], adopted=datetime.date(2019, 12, 18))
    return Document("", row["language"], "", provisions, footnotes, masthead)


def told(document, reading=None):
    """One line for each citation: words, target or candidates, places, reasons."""
    return [line_of(citation) for citation in find_citations(document, reading)]


def line_of(c):
    target = c.target or " or ".join(c.candidates) or "?"
    places = "".join(f" · {p.text!r} {p.place} {p.span.provision}:{p.span.start}" for p in c.pinpoints)
    reasons = " ".join(f"{one.code.value}({', '.join(one.arguments)})" for one in c.evidence)
    before = f" ← {c.antecedent.provision}:{c.antecedent.start}-{c.antecedent.end}" if c.antecedent else ""
    own = " own" * c.own
    where = f"{c.span.provision}:{c.span.start}"
    return f"  {where} {c.text!r} → {target} {c.kind.value} {c.status.value}{own}{places}{before} [{reasons}]"
