"""The settings of the window, in one INI file in the data folder.

Sizes of panes are kept for each mode (`read`, `companion`) and direction of the interface. Unknown or damaged values
are replaced by the defaults. In a folder that cannot be written, changes last for the session.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from documents.interface_languages import CODES
from services.quotations.quotation_options import QuotationOptions

FILE_NAME = "window.ini"
THEMES = ("system", "light", "dark")


class _Word:
    """A setting that is a word, one of `known` if there are any."""

    def __init__(self, key: str, default: str, known: tuple[str, ...] = ()) -> None:
        self._key, self._default, self._known = key, default, known

    def __get__(self, settings: Settings, _owner: type[Settings]) -> str:
        found = str(settings.store.value(self._key, self._default))
        return found if not self._known or found in self._known else self._default

    def __set__(self, settings: Settings, value: str) -> None:
        settings.store.setValue(self._key, value)


class _Whole:
    """A setting that is an integer."""

    def __init__(self, key: str, default: int) -> None:
        self._key, self._default = key, default

    def __get__(self, settings: Settings, _owner: type[Settings]) -> int:
        return settings.whole(self._key, self._default)

    def __set__(self, settings: Settings, value: int) -> None:
        settings.store.setValue(self._key, value)


class _Yes:
    """A setting that is a Boolean."""

    def __init__(self, key: str, *, default: bool) -> None:
        self._key, self._default = key, default

    def __get__(self, settings: Settings, _owner: type[Settings]) -> bool:
        return settings.yes(self._key, default=self._default)

    def __set__(self, settings: Settings, value: bool) -> None:
        settings.store.setValue(self._key, value)


class Settings:
    """The user's choices, typed. Each is written when it is set.

    `language` is empty until one was chosen. Scales are percent, `line_length` is in characters. `page` is the page of
    the sidebar shown last, empty at first.
    """

    language = _Word("interface/language", "")
    digits = _Word("interface/digits", "language")
    theme = _Word("interface/theme", "system", THEMES)
    interface_scale = _Whole("interface/scale", 100)
    menu_bar = _Yes("interface/menu_bar", default=False)
    text_scale = _Whole("text/scale", 100)
    line_length = _Whole("text/line_length", 83)
    page = _Word("layout/page", "")
    author = _Word("notes/author", "")
    copy_language = _Word("copy/language", "", ("", *CODES))
    copy_digits = _Word("copy/digits", "language", ("language", "arabic-indic", "western"))
    copy_template = _Word("copy/template", "")

    def __init__(self, folder: Path) -> None:
        """Read the settings in `folder`."""
        self.store = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Write to disk now."""
        self.store.sync()

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window as packed by Qt, empty at first."""
        found = self.store.value("layout/geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.store.setValue("layout/geometry", value)

    def copying(self) -> QuotationOptions:
        """Return how quotations are copied. An empty language is that of the text."""
        return QuotationOptions(language=self.copy_language, digits=self.copy_digits, template=self.copy_template)

    def shown(self, pane: str) -> bool:
        """Return whether a pane (`sidebar`, `apparatus`) is to be visible."""
        return self.yes(f"layout/{pane}", default=True)

    def set_shown(self, pane: str, shown: bool) -> None:
        """Keep whether a pane is to be visible."""
        self.store.setValue(f"layout/{pane}", shown)

    def width(self, pane: str, mode: str, *, rtl: bool) -> int:
        """Return the size of a pane in interface pixels, else that of the other direction, else 0."""
        own, other = ("rtl", "ltr") if rtl else ("ltr", "rtl")
        return self.whole(f"layout/{mode}-{own}-{pane}", 0) or self.whole(f"layout/{mode}-{other}-{pane}", 0)

    def set_width(self, pane: str, mode: str, value: int, *, rtl: bool) -> None:
        """Keep the size of a pane."""
        self.store.setValue(f"layout/{mode}-{'rtl' if rtl else 'ltr'}-{pane}", value)

    def whole(self, key: str, default: int) -> int:
        """Return an integer of the file, or the default for any other value."""
        try:
            return int(str(self.store.value(key, default)))
        except ValueError:
            return default

    def yes(self, key: str, *, default: bool) -> bool:
        """Return a Boolean of the file."""
        return str(self.store.value(key, default)).lower() in {"true", "1"}
