"""One interview from an empty folder to a written document, by the keyboard alone, then by names alone."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui import reading
from tests.ui.fakes import fake_analyst
from tests.ui.keys import type_text
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import real_use_cases
from workbench.ui.window import MainWindow

SECRET = "quatre mots sans rapport"
STORY = "J’ai lavé le sol à l’eau chaude 🧹.\nPuis j’ai rangé le linge de la cliente."
ROOM = QAccessible.Role.CheckBox  # what Qt calls a button that stays down
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bare(qtbot, tmp_path):
    """Open the window on a folder where nothing is."""
    settings = QSettings(str(tmp_path / "fenetre.ini"), QSettings.Format.IniFormat)
    made = MainWindow(real_use_cases(tmp_path), Tasks(), fake_analyst(), settings)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.start()
    yield made
    made.close()


@contextmanager
def answering(qtbot, answer):
    """Answer the dialog that what is done inside asks with; the dialog holds what asked until it is answered."""
    done, watch = [], QTimer(interval=20)

    def look():
        if QApplication.activeModalWidget() is not None and QApplication.focusWidget() is not None and not done:
            done.append(True)
            watch.stop()
            answer()

    watch.timeout.connect(look)
    watch.start()
    yield
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
    window.activateWindow()  # what a desktop does when a dialog closes, and the offscreen platform does not
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


class Hands:
    """A keyboard, and nothing else."""

    def __init__(self, qtbot):
        self.qtbot = qtbot

    def press(self, key, modifier=PLAIN):
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()  # nobody presses two keys before the window shows what the first did

    def write(self, text):
        type_text(QApplication.focusWidget(), text)

    def tab_to(self, name):
        """Press Tab until the control of that name has the keyboard."""
        seen = []
        for _ in range(150):
            told = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
            seen.append(told.text(QAccessible.Text.Name))
            if seen[-1].startswith(name):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name!r}, only {sorted(set(seen))}")


def protect_by_keyboard(hands, window):
    hands.write("Claire Aubert")
    for _ in range(2):
        hands.press(Qt.Key.Key_Tab)
        hands.write(SECRET)
    hands.press(Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: "Clé de secours" in shown_texts(window), timeout=20_000)
    hands.tab_to("Je l’ai notée")
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("Continuer")
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("Créer un premier dossier")

    def name_the_person():
        hands.write("Zoé")
        hands.press(Qt.Key.Key_Tab)
        hands.write("Œuvrard")
        hands.press(Qt.Key.Key_Return)

    with answering(hands.qtbot, name_the_person):
        hands.press(Qt.Key.Key_Space)


def shown_texts(window):
    return {w.accessibleName() for w in window.findChildren(type(window._error_words)) if w.isVisible()}


def test_the_whole_interview_is_led_by_keyboard_alone(bare, qtbot, tmp_path):
    hands = Hands(qtbot)
    protect_by_keyboard(hands, bare)
    qtbot.waitUntil(lambda: bare.analyst.is_ready)
    hands.press(Qt.Key.Key_5, CONTROL)
    hands.press(Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    hands.write("Ménage chez les particuliers")
    hands.tab_to("Raconter un moment")
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_2, CONTROL)
    hands.tab_to("Chercher un métier")
    with qtbot.waitSignal(bare.view.referentials.search.searched):
        hands.write("EX-DOMICILE")
    hands.tab_to("Référentiels trouvés")
    hands.press(Qt.Key.Key_Down)
    hands.tab_to("Ajouter au dossier")
    with qtbot.waitSignal(bare.analyst.analysed):
        hands.press(Qt.Key.Key_Space)
    with qtbot.waitSignal(bare.analyst.analysed):
        hands.write(STORY)
    hands.press(Qt.Key.Key_Return, CONTROL)
    hands.press(Qt.Key.Key_7, CONTROL)
    assert "étayées : 1 sur" in reading.words()
    write_document(bare, qtbot, tmp_path, lambda: hands.press(Qt.Key.Key_8, CONTROL), keyed_saving(hands, tmp_path))


def keyed_saving(hands, folder):
    def name_the_file():
        hands.press(Qt.Key.Key_A, CONTROL)
        hands.write(str(folder / "zoe.pdf"))
        hands.press(Qt.Key.Key_Return)

    def save():
        hands.press(Qt.Key.Key_S, CONTROL)  # first, what leaves is read again
        with answering(hands.qtbot, name_the_file):
            hands.press(Qt.Key.Key_S, CONTROL)

    return save


def write_document(window, qtbot, folder, go, save):
    """Go to the documents, wait for the preview, save, and see what was written."""
    with qtbot.waitSignal(window.view.sections.documents.previewed, timeout=60_000):
        go()
    with qtbot.waitSignal(window.view.sections.handover.said, timeout=60_000):
        save()
    assert (folder / "zoe.pdf").read_bytes().startswith(b"%PDF")
    (evidence,) = window.view.opened.dossier.evidence.values()
    assert window.view.opened.dossier.passage(evidence) in STORY


def protect_by_names(qtbot):
    reading.write("Votre nom", "Claire Aubert")
    reading.write("Phrase de passe", SECRET)
    reading.write("Encore une fois", SECRET)
    reading.press("Protéger mes dossiers")
    qtbot.waitUntil(lambda: "Je l’ai notée" in reading.words(), timeout=20_000)
    reading.press("Je l’ai notée", QAccessible.Role.CheckBox)
    reading.press("Continuer")

    def name_the_person():
        reading.write("Prénom", "Zoé")
        reading.write("Nom", "Œuvrard")
        reading.press("Créer le dossier")

    with answering(qtbot, name_the_person):
        reading.press("Créer un premier dossier")


def test_the_whole_interview_is_led_by_names_alone(bare, qtbot, tmp_path):
    protect_by_names(qtbot)
    qtbot.waitUntil(lambda: bare.analyst.is_ready)
    reading.press("Expériences", ROOM)
    reading.press("Ajouter une expérience")
    reading.write("Intitulé", " chez les particuliers")
    reading.press("Raconter un moment")
    reading.press("Choisir un référentiel")
    with qtbot.waitSignal(bare.view.referentials.search.searched):
        reading.write("Chercher un métier", "EX-DOMICILE")
    qtbot.waitUntil(lambda: "EX-DOMICILE" in reading.words())
    reading.choose("Référentiels trouvés", "")
    qtbot.waitUntil(lambda: "Ajouter au dossier" in reading.words())
    with qtbot.waitSignal(bare.analyst.analysed):
        reading.press("Ajouter au dossier")
    with qtbot.waitSignal(bare.analyst.analysed):
        reading.write("Récit", STORY)
    reading.press("Accepter")
    qtbot.waitUntil(lambda: "✓ Accepté" in reading.words())
    reading.press("Reconnaissance", ROOM)
    qtbot.waitUntil(lambda: "étayées : 1 sur" in reading.words())

    def name_the_file():
        field = reading.named(QAccessible.Role.EditableText, "")
        field.setText(QAccessible.Text.Value, str(tmp_path / "zoe.pdf"))
        reading.press("Enregistrer")

    def save():
        reading.press("Enregistrer en PDF…")
        with answering(qtbot, name_the_file):
            reading.press("Enregistrer…")

    write_document(bare, qtbot, tmp_path, lambda: reading.press("Documents", ROOM), save)
