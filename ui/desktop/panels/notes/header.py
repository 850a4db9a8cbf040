"""The header of the notes page: filter by colour, a menu of the other filters, and a menu of files."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from documents.annotations.model import LABEL_SEPARATOR, AnnotationKind, Stance
from documents.language import isolate
from services.notes.note_query import DAYS, NO_CHOICES, SHOWS, SORTS, FilterChoices, NoteFilter
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.note_text import kind_word, stance_word
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.colour_picker import ColourPicker
from ui.desktop.widgets.flow_layout import FlowLayout

_INDENT = "\u2003\u2003"


class NotesHeader(QWidget):
    """Chooses the filter, told by `changed`.

    `asked` has another command: export:FORMAT, import, pad, rename, earlier, later, drop or empty.
    """

    changed = Signal(object)
    asked = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.filter = NoteFilter()
        self._choices = NO_CHOICES
        self.dots = ColourPicker(appearance)
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

    def know(self, choices: FilterChoices) -> None:
        """Take the values to filter by."""
        self._choices = choices

    def choose(self, **fields: object) -> None:
        """Change fields of the filter."""
        self._take(replace(self.filter, **fields))  # type: ignore[arg-type]

    def clear(self) -> None:
        """Remove the filter, keeping the order."""
        self._take(NoteFilter(sort=self.filter.sort))

    def retranslate(self) -> None:
        """Set every text in the language of the interface."""
        words, name = self.words(), self.tr("Filter and order")
        self.which.set_words(words, f"{name}: {words}")
        self.more.set_words(self.tr("Files"), self.tr("Export, import, trash"))

    def words(self) -> str:
        """Return the filter in a few words."""
        chosen = self.filter
        names = (
            (chosen.kind, kind_word(chosen.kind)),
            (chosen.label, isolate(chosen.label)),
            (chosen.stance, stance_word(chosen.stance)),
            (chosen.author, isolate(chosen.author)),
            (chosen.document, isolate(chosen.document, "ltr")),
            (chosen.days, self._within(chosen.days)),
        )
        told = [name for value, name in names if value]
        if chosen.show != "notes":
            return self._show(chosen.show)
        return " · ".join(told) or self.tr("All")

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _take(self, wanted: NoteFilter) -> None:
        self.filter = wanted
        self.dots.set_chosen(self.filter.colour)
        self.retranslate()
        self.changed.emit(self.filter)

    # Menus

    def _fill_which(self, menu: QMenu) -> None:
        menu.clear()
        for show in SHOWS:
            self._add(menu, self._show(show), self.filter.show == show, show=show)
        menu.addSeparator()
        self._sub(menu, self.tr("Kind"), "kind", [(kind.value, kind_word(kind.value)) for kind in AnnotationKind])
        choices = self._choices
        self._sub(menu, self.tr("Label"), "label", [(label, _nested(label)) for label in choices.labels])
        self._sub(menu, self.tr("Stance"), "stance", [(s.value, stance_word(s.value)) for s in Stance])
        self._sub(menu, self.tr("Who took it"), "author", [(name, name) for name in choices.authors])
        self._sub(menu, self.tr("Text"), "document", [(name, isolate(name, "ltr")) for name in choices.documents])
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
            ("whole-html", self.tr("Export the open text with its notes…")),
            ("whole-docx", self.tr("Export the open text with its notes for Word…")),
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
        earlier = menu.addAction(self.tr("Move this label up"))
        earlier.triggered.connect(lambda: self.asked.emit("earlier"))
        later = menu.addAction(self.tr("Move this label down"))
        later.triggered.connect(lambda: self.asked.emit("later"))
        drop = menu.addAction(self.tr("Remove this label"))
        drop.triggered.connect(lambda: self.asked.emit("drop"))
        for action in (rename, earlier, later, drop):
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
        if days == 2:
            return self.tr("Today and yesterday")
        words = self.tr("In the last %n day(s)", "", days)
        return words.replace(str(days), self._appearance.number(days))


def _nested(label: str) -> str:
    """Return the name of a label as it stands in a menu, indented where it is nested."""
    outer, between, inner = label.partition(LABEL_SEPARATOR)
    return f"{_INDENT}{inner}" if between else outer
