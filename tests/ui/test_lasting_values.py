import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPainter

from workbench.ui.lasting_values import make_values_last


def test_none_and_false_outlive_a_long_session(qapp):
    make_values_last()
    before = sys.getrefcount(None), sys.getrefcount(False)
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    painter, thing = QPainter(image), QObject()
    for _ in range(100_000):
        painter.setOpacity(1.0)
        thing.isWidgetType()
    painter.end()
    assert (sys.getrefcount(None) > before[0] // 2, sys.getrefcount(False) > before[1] // 2) == (True, True)
