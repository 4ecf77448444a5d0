from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from workbench.ui.widgets.flow import EndsLayout, FlowLayout


def boxes(number, width=100, height=20):
    made = []
    for _ in range(number):
        box = QWidget()
        box.setFixedSize(width, height)
        made.append(box)
    return made


def test_widgets_go_on_below_where_the_line_is_full(qapp):
    widgets = boxes(3)
    owner = QWidget()
    flow = FlowLayout(*widgets)
    owner.setLayout(flow)
    assert flow.heightForWidth(330) == 20
    assert flow.heightForWidth(250) == 48
    flow.setGeometry(QRect(0, 0, 250, 48))
    assert [(w.x(), w.y()) for w in widgets] == [(0, 0), (108, 0), (0, 28)]


def test_hidden_widgets_take_no_room(qapp):
    widgets = boxes(2)
    owner = QWidget()
    flow = FlowLayout(*widgets)
    owner.setLayout(flow)
    widgets[0].hide()
    assert flow.heightForWidth(100) == 20
    widgets[1].hide()
    assert flow.heightForWidth(100) == 0


def test_the_last_widget_goes_to_the_far_end_or_below(qapp):
    widgets = boxes(2)
    owner = QWidget()
    ends = EndsLayout(*widgets)
    owner.setLayout(ends)
    ends.setGeometry(QRect(0, 0, 400, 20))
    assert [(w.x(), w.y()) for w in widgets] == [(0, 0), (300, 0)]
    ends.setGeometry(QRect(0, 0, 150, 48))
    assert [(w.x(), w.y()) for w in widgets] == [(0, 0), (0, 28)]
    assert ends.minimumSize().width() == 100
