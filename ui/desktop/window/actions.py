"""The commands of the window in one table, and the actions, menus and tooltips made from it.

A command is one row here and its slot in `commands`. Every command has a key that is not a letter, or an entry in
the menu, because letters fail on some Arabic keyboard layouts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from documents.interface_languages import interface_language, next_language
from documents.language import isolate
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.note_text import HIGHLIGHT_COMMANDS
from ui.desktop.support.translation import QT_TRANSLATE_NOOP
from ui.desktop.window.sidebar_pages import PAGES


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table. `text` is the English source, `keys` are in order of preference.

    `language` has no text of its own: it is called by the name of the language that it switches to.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


_HIGHLIGHT_KEYS = ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5")
"""Keys of the first colours. Later ones are chosen by digit in menu and palette, as Alt+6 and Alt+7 are taken."""
_STANCES = (
    ("support", QT_TRANSLATE_NOOP("Actions", "Stance: support")),
    ("amend", QT_TRANSLATE_NOOP("Actions", "Stance: amend")),
    ("delete", QT_TRANSLATE_NOOP("Actions", "Stance: delete")),
    ("red-line", QT_TRANSLATE_NOOP("Actions", "Stance: red line")),
    ("ask-capital", QT_TRANSLATE_NOOP("Actions", "Stance: ask capital")),
    ("other", QT_TRANSLATE_NOOP("Actions", "Stance of another delegation…")),
    ("none", QT_TRANSLATE_NOOP("Actions", "Take the stance back")),
)

SECTIONS: tuple[tuple[str, tuple[Command | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "Library"),
        (
            Command("import", QT_TRANSLATE_NOOP("Actions", "Import files…"), ("Ctrl+7", "Ctrl+O"), "download-simple"),
            Command("open_example", QT_TRANSLATE_NOOP("Actions", "Open the example"), (), "book-open"),
            None,
            Command("search", QT_TRANSLATE_NOOP("Actions", "Search the library"), ("F6", "Ctrl+L"), "magnifying-glass"),
            Command("reindex", QT_TRANSLATE_NOOP("Actions", "Rebuild the search index"), (), "wrench"),
            None,
            Command("close_text", QT_TRANSLATE_NOOP("Actions", "Close this text"), ("Ctrl+F4", "Ctrl+W"), "x"),
            Command("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Text"),
        (
            Command("copy", QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+Ins", "Ctrl+C"), "copy"),
            Command(
                "copy_reference",
                QT_TRANSLATE_NOOP("Actions", "Copy with reference"),
                ("Ctrl+Shift+Ins", "Ctrl+Shift+C"),
                "quotes",
            ),
            Command(
                "copy_only_reference",
                QT_TRANSLATE_NOOP("Actions", "Copy the reference alone"),
                ("Ctrl+Alt+Ins",),
                "quotes",
            ),
            Command("copy_link", QT_TRANSLATE_NOOP("Actions", "Copy the official link"), (), "link-simple"),
            None,
            Command("find", QT_TRANSLATE_NOOP("Actions", "Find in this text"), ("Ctrl+F",), "magnifying-glass"),
            Command("find_next", QT_TRANSLATE_NOOP("Actions", "Find, then next hit"), ("F3",), "caret-down"),
            Command("find_previous", QT_TRANSLATE_NOOP("Actions", "Previous hit"), ("Shift+F3",), "caret-up"),
            Command(
                "search_words",
                QT_TRANSLATE_NOOP("Actions", "Search the library for these words"),
                ("Ctrl+F3",),
                "magnifying-glass",
            ),
            Command(
                "search_phrase",
                QT_TRANSLATE_NOOP("Actions", "Search the library for this phrase"),
                ("Ctrl+Shift+F3",),
                "magnifying-glass",
            ),
            Command("next_result", QT_TRANSLATE_NOOP("Actions", "Next search result"), ("F8",), "caret-down"),
            Command(
                "previous_result", QT_TRANSLATE_NOOP("Actions", "Previous search result"), ("Shift+F8",), "caret-up"
            ),
            None,
            Command(
                "correct_citation", QT_TRANSLATE_NOOP("Actions", "Correct the citation…"), ("Ctrl+F2",), "pencil-line"
            ),
            Command("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Alt+Backspace", "Ctrl+Z")),
            Command("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Alt+Shift+Backspace", "Ctrl+Shift+Z")),
            Command(
                "as_received", QT_TRANSLATE_NOOP("Actions", "Show the text as received"), (), "wrench", checkable=True
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Notes"),
        (
            Command(
                "bookmark",
                QT_TRANSLATE_NOOP("Actions", "Bookmark this paragraph"),
                ("Alt+7", "Ctrl+D"),
                "bookmark-simple",
            ),
            Command(
                "note", QT_TRANSLATE_NOOP("Actions", "Note on these words…"), ("F2", "Alt+6", "Ctrl+M"), "note-pencil"
            ),
            Command("highlight", QT_TRANSLATE_NOOP("Actions", "Highlight…"), ("Ctrl+H",), "pencil-line"),
            *(
                Command(f"mark_{colour}", text, _HIGHLIGHT_KEYS[at : at + 1], "pencil-line")
                for at, (colour, text) in enumerate(HIGHLIGHT_COMMANDS.items())
            ),
            Command("note_on_document", QT_TRANSLATE_NOOP("Actions", "Note on the whole document…"), (), "file-text"),
            Command("unmark", QT_TRANSLATE_NOOP("Actions", "Remove the mark"), ("Alt+0",), "x"),
            *(Command(f"stance_{name}", text) for name, text in _STANCES),
            Command(
                "note_to_selection", QT_TRANSLATE_NOOP("Actions", "Let the note stand on the selection"), ("Shift+F2",)
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Go"),
        (
            Command("back", QT_TRANSLATE_NOOP("Actions", "Back"), ("Alt+Left", "Backspace"), "arrow-left"),
            Command("forward", QT_TRANSLATE_NOOP("Actions", "Forward"), ("Alt+Right",), "arrow-right"),
            None,
            Command("go_to", QT_TRANSLATE_NOOP("Actions", "Go to a paragraph…"), ("F5", "Ctrl+G")),
            Command("previous_provision", QT_TRANSLATE_NOOP("Actions", "Previous paragraph"), ("Alt+Up",), "caret-up"),
            Command("next_provision", QT_TRANSLATE_NOOP("Actions", "Next paragraph"), ("Alt+Down",), "caret-down"),
            Command("next_marker", QT_TRANSLATE_NOOP("Actions", "Next footnote marker"), ("F7",)),
            Command("previous_marker", QT_TRANSLATE_NOOP("Actions", "Previous footnote marker"), ("Shift+F7",)),
            None,
            Command(
                "open_beside",
                QT_TRANSLATE_NOOP("Actions", "Open the cited instrument beside the text"),
                ("Alt+8",),
                "columns",
            ),
            Command("coverage", QT_TRANSLATE_NOOP("Actions", "All cited instruments"), ("Alt+9",), "scales"),
            None,
            Command("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), ("Ctrl+F6",)),
            Command("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "View"),
        (
            *(Command(page.name, page.command, (page.key,), page.icon) for page in PAGES),
            None,
            Command("sidebar", QT_TRANSLATE_NOOP("Actions", "Sidebar"), ("F9",), "square-half", checkable=True),
            Command(
                "apparatus",
                QT_TRANSLATE_NOOP("Actions", "Footnotes & sources"),
                ("F12",),
                "square-half",
                checkable=True,
            ),
            Command(
                "lock",
                QT_TRANSLATE_NOOP("Actions", "Lock to the current paragraph"),
                ("F4",),
                "lock-simple",
                checkable=True,
            ),
            None,
            Command(
                "larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), "magnifying-glass-plus"
            ),
            Command("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "magnifying-glass-minus"),
            Command("normal_size", QT_TRANSLATE_NOOP("Actions", "Normal text size"), ("Ctrl+0",)),
            Command("text_size", QT_TRANSLATE_NOOP("Actions", "Text and size"), ("Ctrl+8",), "text-aa"),
            None,
            Command("theme", QT_TRANSLATE_NOOP("Actions", "Dark theme"), (), "moon", checkable=True),
            Command("language", ""),
            Command("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",), checkable=True),
            Command("settings", QT_TRANSLATE_NOOP("Actions", "Settings"), ("Ctrl+9", "Ctrl+,"), "gear"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Help"),
        (
            Command("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1",), "question"),
            Command("menu", QT_TRANSLATE_NOOP("Actions", "Main menu"), ("F10",), "list"),
            Command("about", QT_TRANSLATE_NOOP("Actions", "About Qarar"), (), "info"),
        ),
    ),
)
"""The menus in order, each with its commands. None is a separator."""

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}

_MIRRORED_KEYS = {"back": "Alt+Right", "forward": "Alt+Left"}
"""First keys in a right-to-left interface, where back points to the right."""


def translated(text: str) -> str:
    """Return a text of the table in the language of the interface."""
    return QCoreApplication.translate("Actions", text)


def key_words(key: str) -> str:
    """Return a key as it is shown: with drawn arrows, isolated from left to right."""
    if sys.platform == "darwin":
        return isolate(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText), "ltr")
    # The key itself may be a plus sign: "Ctrl++".
    cut = key.rfind("+", 0, -1) + 1
    return isolate(key[:cut] + _ARROWS.get(key[cut:], key[cut:]), "ltr")


def commands() -> Iterator[Command]:
    """Yield every command of the table."""
    for _, members in SECTIONS:
        yield from (command for command in members if command is not None)


class Actions(QObject):
    """The actions of one window, by id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for command in commands():
            action = QAction(window)
            action.setObjectName(command.id)
            action.setCheckable(command.checkable)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._actions[command.id] = action
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self._actions["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        window.addActions(list(self._actions.values()))

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def connect_to(self, slots: dict[str, Callable[[], object]]) -> None:
        """Connect the slots by id. A slot reads the checked state from its action."""
        for id_, slot in slots.items():
            self._actions[id_].triggered.connect(lambda _checked=False, slot=slot: slot())

    def retranslate(self, language: str) -> None:
        """Set texts and tooltips in the language of the interface, and the keys of its direction."""
        rtl = interface_language(language).direction == "rtl"
        named = {"language": next_language(language).name}
        for command in commands():
            action = self._actions[command.id]
            words, keys = named.get(command.id) or translated(command.text), self.keys(command, rtl=rtl)
            # The key after the tab is shown instead of Qt's, which a right-to-left menu would put out of order.
            shown = f"\t{key_words(keys[0])}" if keys else ""
            action.setText(words.replace("&", "&&") + shown)
            action.setIconText(words)
            action.setShortcuts([QKeySequence(key) for key in keys])
            name = words.rstrip("…")
            action.setToolTip(f"{name} ({key_words(keys[0])})" if keys else name)

    @staticmethod
    def keys(command: Command, *, rtl: bool) -> tuple[str, ...]:
        """Return the keys of a command in a direction, the one that is shown first."""
        if rtl and command.id in _MIRRORED_KEYS:
            return (_MIRRORED_KEYS[command.id], *command.keys[1:])
        return command.keys


def fill_menu(target: QMenu | QMenuBar, actions: Actions, appearance: Appearance) -> None:
    """Fill a menu or a menu bar anew with a submenu for each section."""
    for old in target.findChildren(QMenu):
        old.deleteLater()
    target.clear()
    for title, members in SECTIONS:
        menu = QMenu(translated(title), target)
        menu.setFont(appearance.interface_font(13))
        for command in members:
            if command is None:
                menu.addSeparator()
            else:
                menu.addAction(actions[command.id])
        target.addMenu(menu)
