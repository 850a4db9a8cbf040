"""The texts of the coverage view: columns, groups, orders, counts, and a row for assistive technology."""

from __future__ import annotations

from PySide6.QtCore import QObject

from documents.dates import un_date
from documents.language import isolate
from ui.desktop.panels.coverage.rows import Group, Order, Row
from ui.desktop.support.appearance import Appearance


class CoverageTexts(QObject):
    """Texts of the coverage view in the language of the interface."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def state(self, status: str) -> str:
        """Return the name of a state: `In library` for `held`."""
        return {"held": self.tr("In library"), "known": self.tr("Known")}.get(status, self.tr("Unknown"))

    def group(self, group: Group) -> str:
        """Return the heading of a group with its count."""
        names = {
            "held": self.tr("In library"),
            "known": self.tr("Known, not in the library"),
        }
        name = names.get(group.status, self.tr("Known by their number alone"))
        number = self._appearance.number
        if group.shown == group.total:
            return f"{name} ({isolate(number(group.total))})"
        words = self.tr("%1 of %2").replace("%1", isolate(number(group.shown)))
        return f"{name} ({words.replace('%2', isolate(number(group.total)))})"

    def order(self, order: Order) -> str:
        """Return the name of an order."""
        return {
            Order.CITATIONS: self.tr("Citations"),
            Order.DOCUMENTS: self.tr("Documents"),
            Order.NAME: self.tr("Name"),
            Order.REFERENCE: self.tr("Reference"),
            Order.DATE: self.tr("Date"),
        }[order]

    def heading(self, column: str) -> str:
        """Return the heading of a column."""
        return self.tr("State") if column == "state" else self.order(Order(column))

    def date(self, row: Row) -> str:
        """Return the date in the language and digits of the interface, or "" without one."""
        day = row.covered.date
        return self._appearance.number(un_date(day, self._appearance.language)) if day is not None else ""

    def count(self, value: int) -> str:
        """Return a number in the digits of the interface."""
        return self._appearance.number(value)

    def counts(self, row: Row) -> str:
        """Return how often and in how many documents the instrument of a row is cited."""
        return self.citations_in(row.covered.citations, row.covered.documents)

    def citations_in(self, citations: int, documents: int) -> str:
        """Return `7 citations in 3 documents`, each in its plural form."""
        number = self._appearance.number
        cited = self.tr("%n citation(s)", "", citations).replace(str(citations), isolate(number(citations)))
        held = self.tr("in %n document(s)", "", documents).replace(str(documents), isolate(number(documents)))
        return f"{cited} {held}"

    def spoken(self, row: Row) -> str:
        """Return a row as assistive technology says it, the name first."""
        parts = (row.name, isolate(row.reference, "ltr"), self.state(row.covered.status), self.date(row))
        return ". ".join(part for part in (*parts, self.counts(row)) if part)
