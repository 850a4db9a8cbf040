"""Law: what the writer of Akoma Ntoso writes, the reader gives back, exactly and for every document."""

import sys
from pathlib import Path

from hypothesis import given
from lengths import examples

sys.path.insert(0, str(Path(__file__).parent))
from akn_documents import documents

from documents.exporters.akn.writer import write_akn
from documents.importers.akn.reader import read_akn
from documents.model import Document, Footnote, Kind, Marker, Masthead, Provision, Source, SourceWarning


def test_what_xml_cannot_carry_survives_in_every_place():
    odd = "\x00(\ud800)\r\n\t \ufffe\\{8}"
    marker = Marker(3, odd, f"({odd})", doubt=True)
    document = Document(
        odd,
        odd,
        odd,
        (Provision(odd, Kind.OPERATIVE, odd, odd, odd, odd, (marker, Marker(3, "2", "(\ud800)"))),),
        (Footnote(odd, odd, odd, language=odd),),
        Masthead(odd, odd, odd, (odd, odd), None, odd, odd),
        Source(odd, odd, odd, (SourceWarning(odd, odd, odd),), odd),
    )
    assert read_akn(write_akn(document), odd) == document


@examples(300)
@given(documents())
def test_reads_back_what_it_wrote(document):
    assert read_akn(write_akn(document), "any.xml") == document


@examples(30)
@given(documents())
def test_writing_is_deterministic(document):
    data = write_akn(document)
    assert write_akn(read_akn(data, "other name")) == data
