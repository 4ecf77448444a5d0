import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from workbench.ui import theme
from workbench.ui.history.rows import HistoryList
from workbench.ui.widgets.card_list import CardList


@pytest.mark.parametrize("kind", [CardList, HistoryList])
def test_a_list_that_is_gone_is_told_nothing_when_the_look_changes(qapp, kind):
    made = kind("Liste")
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.current().changed.emit()
