import subprocess
import sys

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workbench.ui import app

def look():
    print(sorted({"spacy", "reportlab", "openpyxl", "workbench.matching.engine"} & set(sys.modules)))
    QApplication.instance().closeAllWindows()

QTimer.singleShot(0, look)
raise SystemExit(app.run(Path(sys.argv[1])))
"""


def test_the_window_shows_before_anything_heavy_is_loaded(tmp_path):
    command = [sys.executable, "-c", START, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout.strip()) == (0, "[]"), ran.stderr
