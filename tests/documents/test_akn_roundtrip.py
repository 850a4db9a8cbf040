"""Law: what the writer of Akoma Ntoso writes, the reader gives back, exactly and for every document."""

import sys
from pathlib import Path

from hypothesis import given, settings

sys.path.insert(0, str(Path(__file__).parent))
from akn_documents import documents

from documents.exporters.akn import write_akn
from documents.importers.akn import read_akn


@settings(max_examples=300, deadline=None)
@given(documents())
def test_reads_back_what_it_wrote(document):
    assert read_akn(write_akn(document), "any.xml") == document


@settings(max_examples=30, deadline=None)
@given(documents())
def test_writing_is_deterministic(document):
    data = write_akn(document)
    assert write_akn(read_akn(data, "other name")) == data
