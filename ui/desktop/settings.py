"""What the window remembers between two starts, in one INI file in the data folder.

Sizes of panes are kept per mode (`read`) and per direction of the interface. Unknown or damaged values fall
back to the defaults; a folder that cannot be written loses what was changed, not the session.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FILE_NAME = "window.ini"
THEMES = ("system", "light", "dark")
PAGES = ("library", "outline", "results", "bookmarks")


class Settings:
    """The choices of the reader, typed; each is written when it is set."""

    def __init__(self, folder: Path) -> None:
        """Read what was kept in `folder`."""
        self._store = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()

    @property
    def language(self) -> str:
        """The language of the interface, empty until one was chosen."""
        return self._word("interface/language", "")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("interface/language", value)

    @property
    def digits(self) -> str:
        """`language`, `western` or `arabic-indic`."""
        return self._word("interface/digits", "language")

    @digits.setter
    def digits(self, value: str) -> None:
        self._store.setValue("interface/digits", value)

    @property
    def theme(self) -> str:
        """`system` until one was chosen, then `light` or `dark`."""
        found = self._word("interface/theme", "system")
        return found if found in THEMES else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("interface/theme", value)

    @property
    def interface_scale(self) -> int:
        """Size of the interface in percent."""
        return self._whole("interface/scale", 100)

    @interface_scale.setter
    def interface_scale(self, value: int) -> None:
        self._store.setValue("interface/scale", value)

    @property
    def menu_bar(self) -> bool:
        """Whether a classic menu bar is shown besides the menu button."""
        return self._yes("interface/menu_bar", default=False)

    @menu_bar.setter
    def menu_bar(self, value: bool) -> None:
        self._store.setValue("interface/menu_bar", value)

    @property
    def text_scale(self) -> int:
        """Size of the reading text in percent."""
        return self._whole("text/scale", 100)

    @text_scale.setter
    def text_scale(self, value: int) -> None:
        self._store.setValue("text/scale", value)

    @property
    def line_length(self) -> int:
        """Characters in a line of reading text."""
        return self._whole("text/line_length", 83)

    @line_length.setter
    def line_length(self, value: int) -> None:
        self._store.setValue("text/line_length", value)

    @property
    def page(self) -> str:
        """The page of the sidebar that was shown last."""
        found = self._word("layout/page", "outline")
        return found if found in PAGES else "outline"

    @page.setter
    def page(self, value: str) -> None:
        self._store.setValue("layout/page", value)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt packs them; empty at first."""
        found = self._store.value("layout/geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("layout/geometry", value)

    def shown(self, pane: str) -> bool:
        """Whether the reader wants a pane (`sidebar`, `apparatus`) to be seen."""
        return self._yes(f"layout/{pane}", default=True)

    def set_shown(self, pane: str, shown: bool) -> None:
        """Remember whether a pane is wanted."""
        self._store.setValue(f"layout/{pane}", shown)

    def width(self, pane: str, mode: str, *, rtl: bool) -> int:
        """The size of a pane in interface pixels, else that of the other direction, 0 where none was chosen."""
        own, other = ("rtl", "ltr") if rtl else ("ltr", "rtl")
        return self._whole(f"layout/{mode}-{own}-{pane}", 0) or self._whole(f"layout/{mode}-{other}-{pane}", 0)

    def set_width(self, pane: str, mode: str, value: int, *, rtl: bool) -> None:
        """Remember the size of a pane."""
        self._store.setValue(f"layout/{mode}-{'rtl' if rtl else 'ltr'}-{pane}", value)

    def _word(self, key: str, default: str) -> str:
        return str(self._store.value(key, default))

    def _whole(self, key: str, default: int) -> int:
        try:
            return int(str(self._store.value(key, default)))
        except ValueError:
            return default

    def _yes(self, key: str, *, default: bool) -> bool:
        return str(self._store.value(key, default)).lower() in {"true", "1"}
