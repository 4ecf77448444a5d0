"""A dressed application, an open window on an empty store, and a language model that is a fake."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings

from tests.ui.fakes import fake_analyst
from workbench.ui.app import build_application
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import real_use_cases
from workbench.ui.window import MainWindow


@pytest.fixture(autouse=True)
def collected_here():
    """Collect in this thread only, as the window does: a worker must not undo Qt's objects."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def qapp():
    return build_application("clair")


@pytest.fixture
def window(qtbot, tmp_path):
    """Open the workbench on a store that is not encrypted, with the fake analyst ready."""
    settings = QSettings(str(tmp_path / "fenetre.ini"), QSettings.Format.IniFormat)
    made = MainWindow(real_use_cases(tmp_path, unprotected=True), Tasks(), fake_analyst(), settings)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.analyst.ready, timeout=10_000):
        made.start(unprotected=True)
    yield made
    made.close()
