"""Questions for files: which to import, and where to save. A window gets them as a value, so that tests answer them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def choose_files(parent: QWidget) -> tuple[Path, ...]:
    """Ask for files to import."""
    from PySide6.QtWidgets import QFileDialog

    from documents.importers.formats import FORMATS

    title = QCoreApplication.translate("ImportDialog", "Import files")
    texts = QCoreApplication.translate("ImportDialog", "Texts and notes")
    everything = QCoreApplication.translate("ImportDialog", "All files")
    suffixes = " ".join(f"*{suffix}" for row in FORMATS if row.is_readable for suffix in row.suffixes)
    kinds = f"{texts} ({suffixes});;{everything} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return tuple(Path(name) for name in chosen)


def choose_target(parent: QWidget, proposed: str) -> Path | None:
    """Ask where to save a file of the proposed name; return None if the question was cancelled."""
    from PySide6.QtWidgets import QFileDialog

    known = {
        "docx": QCoreApplication.translate("SaveDialog", "Word"),
        "html": QCoreApplication.translate("SaveDialog", "HTML"),
        "jsonld": QCoreApplication.translate("SaveDialog", "Notes (JSON-LD)"),
    }
    lists = {
        "csv": QCoreApplication.translate("SaveDialog", "Table (CSV)"),
        "txt": QCoreApplication.translate("SaveDialog", "Addresses, one a line"),
        "md": QCoreApplication.translate("SaveDialog", "Markdown"),
    }
    suffix = Path(proposed).suffix.removeprefix(".")
    kinds = {suffix: known[suffix]} if suffix in known else lists
    filters = ";;".join(f"{words} (*.{suffix})" for suffix, words in kinds.items())
    title = QCoreApplication.translate("SaveDialog", "Save")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, proposed, filters)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(kind[kind.rfind(".") : -1])


@dataclass(frozen=True, slots=True)
class FileDialogs:
    """The two questions."""

    choose_files: Callable[[QWidget], tuple[Path, ...]] = choose_files
    choose_target: Callable[[QWidget, str], Path | None] = choose_target
