"""The scroll bar draws its thumb exactly where the style lets the pointer take it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory, QStyleOptionSlider

from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.scroll_bar import ScrollBar


@pytest.mark.parametrize(("most", "value"), [(5000, 0), (5000, 2500), (5000, 5000), (500_000, 1000), (50, 20)])
def test_the_thumb_stands_where_fusion_has_it(qtbot, most, value):
    bar = ScrollBar(Appearance("ar"), None)
    qtbot.addWidget(bar)
    style = QStyleFactory.create("Fusion")
    style.setParent(QApplication.instance())
    bar.setStyle(style)
    bar.resize(14, 800)
    bar.setRange(0, most)
    bar.setPageStep(700)
    bar.setValue(value)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
    area = style.subControlRect(control, option, part, bar)
    assert bar.thumb() == (area.top(), area.height())
