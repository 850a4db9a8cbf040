"""The head of the notes page: what is listed, by colour and by a menu of everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from documents.annotations.model import AnnotationKind, Stance
from documents.language import isolate
from ui.desktop.annotations.filters import DAYS, SHOWS, SORTS, Filter
from ui.desktop.appearance import Appearance
from ui.desktop.controls import FlatButton, Look
from ui.desktop.dots import ColourDots
from ui.desktop.flow import FlowLayout
from ui.desktop.note_words import kind_word, stance_word


class NotesHead(QWidget):
    """Chooses a filter; `changed` tells it. `asked` names what else is wanted: export, import, pad, empty."""

    changed = Signal(object)
    asked = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.filter = Filter()
        self._labels: Sequence[str] = ()
        self._document = ""
        self.dots = ColourDots(appearance)
        self.which = FlatButton(appearance, Look.OUTLINED, "funnel")
        self.more = FlatButton(appearance, Look.OUTLINED, "export")
        flow = FlowLayout(6, self)
        flow.setContentsMargins(14, 4, 14, 6)
        for widget in (self.dots, self.which, self.more):
            flow.addWidget(widget)
        for button, fill in ((self.which, self._fill_which), (self.more, self._fill_more)):
            menu = QMenu(button)
            menu.aboutToShow.connect(lambda menu=menu, fill=fill: fill(menu))
            button.setMenu(menu)
            button.setPopupMode(FlatButton.ToolButtonPopupMode.InstantPopup)
        self.dots.chosen.connect(lambda colour: self.choose(colour=colour))
        self.retranslate()

    def know(self, labels: Sequence[str], document: str) -> None:
        """Take the labels there are, and the symbol of the open text."""
        self._labels, self._document = labels, document

    def choose(self, **fields: object) -> None:
        """Narrow to other values."""
        self.filter = replace(self.filter, **fields)  # type: ignore[arg-type]
        self.dots.set_chosen(self.filter.colour)
        self.retranslate()
        self.changed.emit(self.filter)

    def retranslate(self) -> None:
        """Say what is listed, in the language of the interface."""
        self.which.set_words(self.words(), self.tr("Filter and order"))
        self.more.set_words(self.tr("Files"), self.tr("Export, import, trash"))

    def words(self) -> str:
        """Return what is listed, in a few words."""
        chosen = self.filter
        names = [
            kind_word(chosen.kind),
            isolate(chosen.label),
            stance_word(chosen.stance),
            isolate(chosen.document, "ltr"),
        ]
        told = [
            name
            for name, value in zip(names, (chosen.kind, chosen.label, chosen.stance, chosen.document), strict=True)
            if value
        ]
        told += [self._within(chosen.days)] if chosen.days else []
        if chosen.show != "notes":
            return self._show(chosen.show)
        return " · ".join(told) or self.tr("All")

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # Menus

    def _fill_which(self, menu: QMenu) -> None:
        menu.clear()
        for show in SHOWS:
            self._add(menu, self._show(show), self.filter.show == show, show=show)
        menu.addSeparator()
        self._sub(menu, self.tr("Kind"), "kind", [(kind.value, kind_word(kind.value)) for kind in AnnotationKind])
        self._sub(menu, self.tr("Label"), "label", [(label, label) for label in self._labels])
        self._sub(menu, self.tr("Stance"), "stance", [(s.value, stance_word(s.value)) for s in Stance])
        if self._document:
            self._sub(menu, self.tr("Text"), "document", [(self._document, isolate(self._document, "ltr"))])
        days = menu.addMenu(self.tr("Changed"))
        for count in DAYS:
            self._add(days, self._within(count), self.filter.days == count, days=count)
        menu.addSeparator()
        order = menu.addMenu(self.tr("Order"))
        for sort in SORTS:
            self._add(order, self._sort(sort), self.filter.sort == sort, sort=sort)

    def _sub(self, menu: QMenu, name: str, field: str, values: list[tuple[str, str]]) -> None:
        sub = menu.addMenu(name)
        sub.setEnabled(bool(values))
        for value, words in [("", self.tr("All")), *values]:
            self._add(sub, words, getattr(self.filter, field) == value, **{field: value})

    def _add(self, menu: QMenu, words: str, checked: bool, **fields: object) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda _=False: self.choose(**fields))
        return action

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        formats = QActionGroup(menu)
        for name, words in (
            ("docx", self.tr("Export for Word…")),
            ("html", self.tr("Export as HTML…")),
            ("md", self.tr("Export as Markdown…")),
            ("csv", self.tr("Export as a table (CSV)…")),
            ("jsonld", self.tr("Export for a colleague (JSON-LD)…")),
            ("whole", self.tr("Export the open text with its notes…")),
        ):
            action = formats.addAction(menu.addAction(words))
            action.triggered.connect(lambda _=False, name=name: self.asked.emit(f"export:{name}"))
        menu.addSeparator()
        menu.addAction(self.tr("Bring in a colleague's notes…")).triggered.connect(lambda: self.asked.emit("import"))
        pad = menu.addAction(self.tr("Study pad of this label"))
        pad.setEnabled(bool(self.filter.label))
        pad.triggered.connect(lambda: self.asked.emit("pad"))
        menu.addSeparator()
        rename = menu.addAction(self.tr("Rename this label…"))
        rename.triggered.connect(lambda: self.asked.emit("rename"))
        drop = menu.addAction(self.tr("Remove this label"))
        drop.triggered.connect(lambda: self.asked.emit("drop"))
        for action in (rename, drop):
            action.setEnabled(bool(self.filter.label))
        menu.addSeparator()
        menu.addAction(self.tr("Empty the trash…")).triggered.connect(lambda: self.asked.emit("empty"))

    # Words

    def _show(self, show: str) -> str:
        return {
            "notes": self.tr("My notes"),
            "look": self.tr("To be looked at"),
            "conflicts": self.tr("Conflicts"),
            "trash": self.tr("Trash"),
        }[show]

    def _sort(self, sort: str) -> str:
        return {
            "text": self.tr("As in the texts"),
            "newest": self.tr("Last changed first"),
            "document": self.tr("By document"),
        }[sort]

    def _within(self, days: int) -> str:
        if not days:
            return self.tr("Any time")
        if days == 1:
            return self.tr("Today and yesterday")
        return self.tr("In the last {days} days").format(days=isolate(self._appearance.number(days)))
