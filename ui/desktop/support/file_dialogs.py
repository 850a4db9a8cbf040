"""Questions for files: which to import, and where to save. A window gets them as a value, so that tests answer them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

ChooseTarget = Callable[[QWidget, str, Sequence[str]], Path | None]
"""Asks for a file to save: parent, proposed name, formats."""


def choose_files(parent: QWidget) -> tuple[Path, ...]:
    """Ask for files to import."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("ImportDialog", "Import files")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", open_filters())
    return tuple(Path(name) for name in chosen)


def open_filters() -> str:
    """Return the filters of the open dialog: all formats that can be imported, each of them, all files."""
    from documents.importers.formats import FORMATS

    # A format without a translation is called by its proper name.
    names = {
        "text": QCoreApplication.translate("ImportDialog", "Plain text"),
        "notes": QCoreApplication.translate("ImportDialog", "Notes (JSON-LD)"),
        "instruments": QCoreApplication.translate("ImportDialog", "Instruments (JSON)"),
    }
    formats = [row for row in FORMATS if row.is_readable]
    texts = QCoreApplication.translate("ImportDialog", "Texts and notes")
    everything = QCoreApplication.translate("ImportDialog", "All files")
    filters = [_filter(texts, [suffix for row in formats for suffix in row.suffixes])]
    filters += [_filter(names.get(row.code, row.name), row.suffixes) for row in formats]
    return ";;".join([*filters, f"{everything} (*)"])


def choose_target(parent: QWidget, proposed: str, formats: Sequence[str]) -> Path | None:
    """Ask where to save a file of the proposed name in one of the formats, which are suffixes without their dot.

    A name typed without a suffix gets that of the chosen format. Return None if the question was cancelled.
    """
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("SaveDialog", "Save")
    chosen, filter_ = QFileDialog.getSaveFileName(parent, title, proposed, save_filters(formats))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(filter_[filter_.rfind(".") : -1])


def save_filters(formats: Sequence[str]) -> str:
    """Return the filters of the save dialog for formats, which are suffixes without their dot."""
    names = {
        "docx": QCoreApplication.translate("SaveDialog", "Word"),
        "html": QCoreApplication.translate("SaveDialog", "HTML"),
        "jsonld": QCoreApplication.translate("SaveDialog", "Notes (JSON-LD)"),
        "csv": QCoreApplication.translate("SaveDialog", "Table (CSV)"),
        "txt": QCoreApplication.translate("SaveDialog", "Addresses, one a line"),
        "md": QCoreApplication.translate("SaveDialog", "Markdown"),
    }
    return ";;".join(_filter(names[format_], [f".{format_}"]) for format_ in formats)


def _filter(name: str, suffixes: Iterable[str]) -> str:
    return f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


@dataclass(frozen=True, slots=True)
class FileDialogs:
    """The two questions."""

    choose_files: Callable[[QWidget], tuple[Path, ...]] = choose_files
    choose_target: ChooseTarget = choose_target
