"""The preferences as forms, in a window of their own and in the popup of sizes. Each change takes effect at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from documents.interface_languages import LANGUAGES
from documents.language import isolate
from services.quotations.quotation_templates import FIELDS, template_problem
from ui.desktop.panels.preferences.controls import CheckBox, ChoiceBox, LineLength, PercentSlider, ValidatedLine
from ui.desktop.support.appearance import INTERFACE_SCALE, TEXT_SCALE
from ui.desktop.support.interface_settings import InterfaceSettings


class SizesForm(QWidget):
    """Form of text size, interface size and line length."""

    def __init__(self, interface: InterfaceSettings) -> None:
        super().__init__()
        self.interface = interface
        appearance = interface.appearance
        self.text_size = PercentSlider(appearance, TEXT_SCALE, interface.set_text_scale)
        self.interface_size = PercentSlider(appearance, INTERFACE_SCALE, interface.set_interface_scale)
        self.line_length = LineLength(appearance, interface.set_line_length)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(16, 14, 16, 14)
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(14)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.names: list[QLabel] = []
        self.fill()
        appearance.changed.connect(self.retranslate)
        self.retranslate()

    def fill(self) -> None:
        """Add the rows."""
        for field in (self.text_size, self.interface_size, self.line_length):
            self.add(field)

    def add(self, field: QWidget) -> None:
        """Add a row, which `retranslate` names."""
        name = QLabel()
        name.setBuddy(field)
        self.names.append(name)
        self.form.addRow(name, field)

    def words(self) -> list[str]:
        """Return the names of the rows in order."""
        return [self.tr("Text size"), self.tr("Interface size"), self.tr("Line length")]

    def retranslate(self) -> None:
        """Set every name and value in the language of the interface."""
        appearance = self.interface.appearance
        for label, words in zip(self.names, self.words(), strict=True):
            label.setText(words)
            label.setFont(appearance.interface_font(13))
        self.text_size.show_value(appearance.text_scale, self.tr("Text size"))
        self.interface_size.show_value(appearance.interface_scale, self.tr("Interface size"))
        self.line_length.show_value(appearance.line_length, self.tr("Line length"))
        self.line_length.setFont(appearance.interface_font(13))

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class SettingsForm(SizesForm):
    """Form of all preferences."""

    def fill(self) -> None:
        """Add language, digits and theme before the sizes, the other rows after them."""
        interface = self.interface
        self.language = ChoiceBox(interface.appearance, interface.set_language)
        self.digits = ChoiceBox(interface.appearance, interface.set_digits)
        self.theme = ChoiceBox(interface.appearance, interface.set_theme)
        self.menu_bar = CheckBox(interface.appearance)
        self.menu_bar.clicked.connect(interface.set_menu_bar)
        for field in (self.language, self.digits, self.theme):
            self.add(field)
        super().fill()
        self.add(self.menu_bar)
        settings = interface.settings
        self.author = ValidatedLine(interface.appearance, partial(setattr, settings, "author"))
        self.copy_language = ChoiceBox(interface.appearance, partial(setattr, settings, "copy_language"))
        self.copy_digits = ChoiceBox(interface.appearance, partial(setattr, settings, "copy_digits"))
        self.template = ValidatedLine(interface.appearance, partial(setattr, settings, "copy_template"))
        self.template.judge = self._template_words
        for row in (self.author, self.copy_language, self.copy_digits, self.template):
            self.add(row)

    def words(self) -> list[str]:
        """Return the names of the rows in order."""
        first = [self.tr("Language"), self.tr("Digits"), self.tr("Theme")]
        last = [self.tr("Your name"), self.tr("References in"), self.tr("Their digits"), self.tr("Quotation")]
        return [*first, *super().words(), self.tr("Menu"), *last]

    def retranslate(self) -> None:
        """Set every name and value in the language of the interface."""
        super().retranslate()
        settings, appearance = self.interface.settings, self.interface.appearance
        # A language is named in itself, for a user who cannot read the present one.
        names = {row.code: row.name for row in LANGUAGES}
        self.language.offer(names, appearance.language, self.tr("Language"))
        digits = {
            "language": self.tr("As the language does"),
            "arabic-indic": "٠١٢٣٤٥٦٧٨٩",
            "western": "0123456789",
        }
        self.digits.offer(digits, appearance.digits, self.tr("Digits"))
        themes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.theme.offer(themes, settings.theme, self.tr("Theme"))
        self.menu_bar.setText(self.tr("Show a menu bar"))
        self.menu_bar.setChecked(settings.menu_bar)
        self.menu_bar.setAccessibleName(self.tr("Show a menu bar"))
        self.copy_language.offer(
            {"": self.tr("The language of the text"), **names}, settings.copy_language, self.tr("References in")
        )
        self.copy_digits.offer(digits, settings.copy_digits, self.tr("Their digits"))
        self.author.show_value(settings.author, self.tr("Your name"), self.tr("Who takes a stance"))
        self.template.show_value(settings.copy_template, self.tr("Quotation"), self.tr("As usual"))
        for field in (self.language, self.digits, self.theme, self.menu_bar, self.copy_language, self.copy_digits):
            field.setFont(appearance.interface_font(13))

    def _template_words(self, template: str) -> str:
        """Return the problem of a quotation template in words, "" where it is valid."""
        problem = template_problem(template) if template else None
        if problem is None:
            return ""
        known = {
            "unknown-field": self.tr("Fields: {fields}").format(
                fields=isolate(" ".join(f"{{{name}}}" for name in FIELDS), "ltr")
            ),
            "unbalanced": self.tr("A brace has no partner"),
            "no-content": self.tr("Name at least one field"),
        }
        return known[problem[0]]


class SettingsWindow(QDialog):
    """Window of all preferences. It does not block the main window, and Esc closes it."""

    def __init__(self, interface: InterfaceSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = SettingsForm(interface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.setMinimumWidth(interface.appearance.px(440))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))


class SizesPopup(QFrame):
    """Popup of the sizes under the button that opens it."""

    def __init__(self, interface: InterfaceSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._interface = interface
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.form = SizesForm(interface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, inside the edges of the window."""
        width = self._interface.appearance.px(360)
        self.resize(width, self.sizeHint().height())
        left = 0 if self._interface.appearance.rtl else button.width() - width
        window = button.window()
        place = button.mapToGlobal(QPoint(left, button.height() + 4))
        edge = window.mapToGlobal(QPoint(0, 0)).x()
        place.setX(max(edge, min(place.x(), edge + window.width() - width)))
        self.move(place)
        self.show()
        self.form.text_size.slider.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
