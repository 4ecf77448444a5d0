import multiprocessing
import threading

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from tests.ui.fakes import fake_analyst
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.errors import StoreError
from workbench.ui import theme
from workbench.ui.first_start.passphrase import PassphrasePage
from workbench.ui.first_start.recovery import RecoveryPage
from workbench.ui.tasks import Tasks
from workbench.ui.unlock.screen import UnlockPage
from workbench.ui.use_cases import real_use_cases
from workbench.ui.widgets.fields import SearchField
from workbench.ui.window import MainWindow

SECRET = "quatre mots sans rapport"


def open_window(qtbot, folder):
    settings = QSettings(str(folder / "fenetre.ini"), QSettings.Format.IniFormat)
    window = MainWindow(real_use_cases(folder), Tasks(), fake_analyst(), settings)
    qtbot.addWidget(window)
    window.start()
    return window


def first_start(qtbot, folder):
    window = open_window(qtbot, folder)
    page = window._page
    page.counsellor.setText("Claire Aubert")
    page.first.setText(SECRET)
    page.second.setText(SECRET)
    page.go.click()
    qtbot.waitUntil(lambda: isinstance(window._page, RecoveryPage), timeout=20_000)
    return window


def test_the_first_start_leads_to_the_example(qtbot, qapp, tmp_path):
    window = first_start(qtbot, tmp_path)
    assert not window._page.go.isEnabled()
    window._page.noted.setChecked(True)
    window._page.go.click()
    window._page.example_wanted.emit()
    assert window.view.opened.dossier.person.name == "Maryse Lefort"
    assert window.view.opened.dossier.counsellor == "Claire Aubert"
    window.close()


def test_a_wrong_passphrase_is_said_and_the_recovery_key_opens(qtbot, qapp, tmp_path):
    first = first_start(qtbot, tmp_path)
    key = first._page._key
    first.close()
    window = open_window(qtbot, tmp_path)
    page = window._page
    assert isinstance(page, UnlockPage)
    page.given.emit("autre chose encore")
    qtbot.waitUntil(lambda: bool(page.error.text()), timeout=20_000)
    page.given.emit(key)
    qtbot.waitUntil(lambda: window.view is not None, timeout=20_000)
    window.close()


def test_two_different_passphrases_are_not_taken(qtbot, qapp):
    page = PassphrasePage()
    qtbot.addWidget(page)
    page.first.setText(SECRET)
    page.second.setText("une autre phrase")
    assert not page.go.isEnabled()
    page.second.setText(SECRET)
    assert page.go.isEnabled()


def test_closing_leaves_no_thread_nor_process(window):
    window.view.open_example()
    window.close()
    assert multiprocessing.active_children() == []
    assert [t for t in threading.enumerate() if t is not threading.main_thread() and not t.daemon] == []


def test_dossiers_are_found_and_erased(window, qtbot):
    window.view.create_dossier(Person("Zoé", "Œuvrard"), "cep-reconnaissance")
    window.view.create_dossier(Person("Ali", "Ben"), "cep-reconnaissance")
    window.view.go("dossiers")
    screen = window.view.dossiers
    with qtbot.waitSignal(screen.search.searched):
        screen.search.setText("zoe")
    (row,) = screen.list._rows.rows
    assert row.title == "Zoé Œuvrard"
    window.view.erase(row.key)
    assert screen._stack.currentWidget() is screen._nothing


def test_what_is_written_of_the_person_is_kept_when_the_field_is_left(window, qtbot):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.go("personne")
    window.view.sections.person.contact.setText("06 00 00 00 00")
    window.view.go("experiences")
    assert window.view.opened.dossier.person.contact == "06 00 00 00 00"


def test_the_guide_says_what_is_missing(window, qtbot):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    interview = window.view.sections.interview
    assert "Accord de la personne" in interview.list._rows.rows[0].detail
    interview.card.fields["accueil.accord"].setText("oui")
    interview.leave()
    assert "Fait" in interview.list._rows.rows[0].detail


def test_a_removed_experience_comes_back(window, qtbot):
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.opened.record(c.ExperienceWritten(Experience("e1", "Ménage")))
    window.view.opened.record(c.ExperienceRemoved("e1"))
    window.view.undo()
    assert set(window.view.opened.dossier.experiences) == {"e1"}


def test_an_empty_search_leaves_the_keys_of_undoing_to_the_dossier(window, qtbot):
    window.activateWindow()
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    window.view.opened.record(c.ExperienceWritten(Experience("e1", "Ménage")))
    window.view.go("historique")
    search = next(s for s in window.findChildren(SearchField) if s.isVisible())
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.view.opened.dossier.experiences
    qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert set(window.view.opened.dossier.experiences) == {"e1"}
    search.setText("")
    search.insert("ménage")
    qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""
    assert set(window.view.opened.dossier.experiences) == {"e1"}


def test_an_error_of_the_user_is_one_sentence(window):
    window.show_error(StoreError("Le disque est plein."))
    assert window._error_words.text() == "Le disque est plein."
    assert window._bar.isVisible()


def test_every_control_has_a_name(window):
    window.view.open_example()
    for room in (*window.view._rooms, *window.view.sections.names):
        window.view.go(room)
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox):
            for control in window.findChildren(kind):
                if control.isVisible() and control.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                    assert control.accessibleName() or getattr(control, "text", str)(), (room, control)


def test_the_theme_changes_colours_and_sizes(window):
    look = theme.current()
    look.choose("sombre")
    assert window.palette().window().color().name() == look.palette.ground.lower()
    look.set_zoom(2.0)
    assert look.px(10) == 20
    look.set_zoom(1.0)
    look.choose("clair")
