"""Akoma Ntoso, as recorded: what is written for texts, and what is read of the files of others."""

from dataclasses import replace
from pathlib import Path

import pytest
from approved import assert_approved
from test_text_readings import told

from documents.exporters.akn.writer import write_akn
from documents.importers.akn.reader import read_akn
from documents.importers.text.reader import read_text
from documents.model import Kind, Marker, Provision

DATA = Path(__file__).parents[1] / "data"
FOREIGN = sorted((DATA / "akn").glob("*.xml"))
WRITTEN = [DATA / "texts" / f"{name}.txt" for name in ("ar-assembly", "en-assembly", "en-composite", "en-nested")]


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_a_file_of_another_program(path):
    assert_approved(f"akn/{path.stem}.txt", told(read_akn(path.read_bytes(), path.name)))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_a_text_is_written(path):
    assert_approved(f"akn/{path.stem}.xml", lines(write_akn(read_text(path.read_bytes(), path.name))))


def test_what_no_text_of_the_united_nations_has():
    """Markers out of order or doubted, a note twice, lists without a parent, provisions out of their places."""
    document = read_text(WRITTEN[1].read_bytes(), "x.txt")
    first = replace(
        document.provision("pp_2"),
        text="a & <b>\nc\x07",
        markers=(Marker(1, "1", "(1)", doubt=True), Marker(1, "9", "[9]"), Marker(4, "1", "¹")),
    )
    wild = replace(document.provision("op_1"), markers=(Marker(5, "2", "(2)"), Marker(2, "2", "(2)")))
    odd = (
        Provision("x y", Kind.SUBPARAGRAPH, "no parent", "1", "", "nowhere"),
        Provision("body:1", Kind.BODY, "", None, "§"),
        Provision("annex_a b_1", Kind.BODY, "In an annex of an odd name"),
        Provision("late", Kind.CHAPEAU, "A chapeau after everything"),
    )
    document = replace(document, provisions=(first, wild, *odd), language="x-" + "y" * 9, symbol='A"&/B')
    data = write_akn(document)
    assert_approved("akn/odd.xml", lines(data))
    assert read_akn(data, "x.xml") == document


def lines(data):
    return data.decode("utf-8").replace("><", ">\n<").splitlines()
