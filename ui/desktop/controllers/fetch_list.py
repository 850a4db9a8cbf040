"""Saving the list of what the library lacks: where, in which form, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from documents.language import isolate
from ui.desktop.support.appearance import Appearance

if TYPE_CHECKING:
    from services.citations.coverage import CitedInstrument, ListForm

FORMS: dict[str, ListForm] = {".csv": "csv", ".txt": "txt", ".md": "md"}


class FetchList(QObject):
    """Writes the list to a file that is asked for."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def save(
        self, rows: tuple[CitedInstrument, ...], named: str, choose: Callable[[str], Path | None]
    ) -> str | tuple[str, str]:
        """Save what of `rows` is not held; return what is to be said: a sentence, "" when cancelled, or a failure.

        `named` is the symbol whose citations they are, "" for the library; a failure is its head and body.
        """
        from services.citations.coverage import fetch_list

        wanted = [row for row in rows if row.status != "held"]
        if not wanted:
            return self.tr("The library holds all of them; there is nothing to fetch.")
        path = choose(f"{named.replace('/', '-')}-fetch-list.csv" if named else "fetch-list.csv")
        if path is None:
            return ""
        form = FORMS.get(path.suffix.lower(), "txt")
        try:
            # Spreadsheets tell Arabic apart from their own old code pages only by this mark.
            encoding = "utf-8-sig" if form == "csv" else "utf-8"
            path.write_text(fetch_list(wanted, form, self._appearance.language), encoding=encoding, newline="")
        except OSError as error:
            body = f"{isolate(str(path), 'ltr')}: {error.strerror or ''}"
            return self.tr("The fetch list could not be saved."), body
        words = self.tr("Fetch list saved: %n instrument(s)", "", len(wanted))
        said = words.replace(str(len(wanted)), isolate(self._appearance.number(len(wanted))))
        return f"{said} · {isolate(path.name, 'ltr')}"
