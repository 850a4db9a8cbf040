"""PySide6 itself: a version that loses references to None kills the process after some thousand calls."""

import sys

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter


def test_calls_without_a_result_keep_the_references_to_none(qapp):
    point, image = QPointF(), QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(5_000):
        point.setX(1.0)
        painter.fillRect(QRectF(0, 0, 1, 1), 0)
    painter.end()
    assert abs(sys.getrefcount(None) - before) < 500
