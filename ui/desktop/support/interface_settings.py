"""Language, theme and sizes of the interface, changed at run time and kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from documents.interface_languages import interface_language
from documents.language import direction
from resources import resource
from ui.desktop.support import theme
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.settings import Settings


class InterfaceSettings(QObject):
    """Changes language, theme and sizes of the whole application."""

    def __init__(self, app: QApplication, settings: Settings, language: str | None = None) -> None:
        """Start in `language`, else in the language of the settings, else in that of the system."""
        super().__init__()
        self._app = app
        self.settings = settings
        chosen = language or settings.language or system_language()
        self.appearance = Appearance(chosen, dark=self._is_dark(), parent=self)
        self._translators: list[QTranslator] = []
        self._speak(self.appearance.language)
        self.appearance.set(
            text_scale=settings.text_scale,
            interface_scale=settings.interface_scale,
            digits=settings.digits,
            line_length=settings.line_length,
        )
        self._text_formats()
        self.appearance.changed.connect(self._text_formats)
        app.styleHints().colorSchemeChanged.connect(self._system_theme_changed)

    def set_language(self, language: str) -> None:
        """Change the language, and with it direction, digits and icons."""
        self.settings.language = language
        if language != self.appearance.language:
            self._speak(language)
            self.appearance.set(language=language)

    def set_theme(self, name: str) -> None:
        """Set the theme: `light`, `dark`, or that of the `system`."""
        self.settings.theme = name
        self.appearance.set(dark=self._is_dark())

    def set_digits(self, digits: str) -> None:
        """Set the digits of the interface: those of the `language`, or always one kind."""
        self.settings.digits = digits
        self.appearance.set(digits=digits)

    def set_text_scale(self, percent: int) -> None:
        """Set the size of the text in percent."""
        self.appearance.set(text_scale=percent)
        self.settings.text_scale = self.appearance.text_scale

    def set_interface_scale(self, percent: int) -> None:
        """Set the size of the interface around the text in percent."""
        self.appearance.set(interface_scale=percent)
        self.settings.interface_scale = self.appearance.interface_scale

    def set_line_length(self, characters: int) -> None:
        """Set the greatest number of characters in a line of text."""
        self.appearance.set(line_length=characters)
        self.settings.line_length = self.appearance.line_length

    def set_menu_bar(self, shown: bool) -> None:
        """Show or hide a classic menu bar besides the menu button."""
        self.settings.menu_bar = shown
        self.appearance.changed.emit()

    def release(self) -> None:
        """Remove the translators and stop following the system, before another window is created."""
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = []
        self._app.styleHints().colorSchemeChanged.disconnect(self._system_theme_changed)

    def _is_dark(self) -> bool:
        if self.settings.theme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.settings.theme == "dark"

    def _system_theme_changed(self) -> None:
        self.appearance.set(dark=self._is_dark())

    def _speak(self, language: str) -> None:
        """Replace the translators, then the direction. Qt tells the widgets of both."""
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = []
        for folder, name in (
            (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}"),
            (str(resource("translations")), f"qarar_{language}"),
        ):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
        rtl = direction(language) == "rtl"
        self._app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)

    def _text_formats(self) -> None:
        self._app.setPalette(theme.palette(self.appearance.tokens))
        self._app.setFont(self.appearance.interface_font(13))


def system_language() -> str:
    """Return the language of the interface on a first start: that of the system if there is one, else English."""
    languages = QLocale.system().uiLanguages() or [QLocale.system().name()]
    return interface_language(languages[0]).code
