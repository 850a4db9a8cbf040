"""The filters of the file dialogs, and the suffix of a file to save."""

import pytest
from PySide6.QtWidgets import QFileDialog

from documents.importers.formats import FORMATS
from ui.desktop.support.file_dialogs import choose_target, open_filters, save_filters


def test_the_open_dialog_offers_every_format_that_can_be_imported(qapp):
    together, *formats, everything = open_filters().split(";;")
    assert together == "Texts and notes (*.txt *.text *.md *.xml *.akn *.jsonld *.json)"
    assert formats == [
        "Plain text (*.txt *.text *.md)",
        "Akoma Ntoso (*.xml *.akn)",
        "Notes (JSON-LD) (*.jsonld)",
        "Instruments (JSON) (*.json)",
    ]
    assert everything == "All files (*)"
    assert len(formats) == sum(row.is_readable for row in FORMATS)


@pytest.mark.parametrize(
    ("formats", "filters"),
    [
        (("csv",), "Table (CSV) (*.csv)"),
        (("csv", "txt", "md"), "Table (CSV) (*.csv);;Addresses, one a line (*.txt);;Markdown (*.md)"),
        (("jsonld",), "Notes (JSON-LD) (*.jsonld)"),
    ],
)
def test_the_save_dialog_offers_the_formats_that_are_written_and_no_other(qapp, formats, filters):
    assert save_filters(formats) == filters


@pytest.mark.parametrize(
    ("typed", "chosen", "saved"),
    [("a", "Markdown (*.md)", "a.md"), ("a.txt", "Markdown (*.md)", "a.txt"), ("", "Markdown (*.md)", None)],
)
def test_a_name_without_a_suffix_gets_that_of_its_format(qapp, monkeypatch, typed, chosen, saved):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, chosen))
    target = choose_target(None, "notes.md", ("csv", "md"))
    assert (target and target.name) == saved
