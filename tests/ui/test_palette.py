import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.keys import type_text
from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.ui import theme
from workbench.ui.palette.entries import menu_actions
from workbench.ui.palette.finding import Entry, find, ready
from workbench.ui.preferences import Preferences, look_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def names(letters, titles, recent=()):
    found = ready([Entry(title, title, "", lambda: None) for title in titles])
    return [entry.title for entry in find(found, letters, recent, 10)]


def test_letters_are_found_in_their_order_without_accents():
    titles = ["Récits", "Référentiels", "Réglages", "Œuvres"]
    assert names("REC", titles) == ["Récits"]
    assert names("oeu", titles) == ["Œuvres"]
    assert names("rgl", titles) == ["Réglages"]
    assert names("zz", titles) == []


def test_the_beginning_of_words_comes_first():
    titles = ["Annuler le récit", "Nouveau dossier", "Fermer le dossier", "Donner ses raisons"]
    assert names("dos", titles)[:2] == ["Nouveau dossier", "Fermer le dossier"]
    assert names("nd", titles)[0] == "Nouveau dossier"


def test_what_was_used_lately_comes_first():
    assert names("", ["a", "b", "c"], ("c",)) == ["c", "a", "b"]
    assert names("p", ["pa", "pb"], ("pb",)) == ["pb", "pa"]


@pytest.fixture
def opened(window, qtbot):
    window.view.create_dossier(Person("Zoé", "Œuvrard"), "cep-reconnaissance")
    window.view.opened.record(c.ExperienceWritten(Experience("e1", "Ménage")))
    window.view.opened.record(c.RecitStarted("r1", "e1", "Un matin d’hiver"))
    window.view.opened.record(c.FicheAdded(window._stores.catalogue.fiche("EX-DOMICILE")))
    return window


def launch(window, qtbot, letters):
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, CONTROL)
    palette = window.launcher.palette
    type_text(palette.field, letters)
    return palette


def test_the_palette_goes_to_a_room_by_keyboard(opened, qtbot):
    palette = launch(opened, qtbot, "pers")
    assert (palette.current.title, palette.current.keys) == ("Personne", "Ctrl+4")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.view.stack.currentWidget() is opened.view.sections.person
    assert opened.preferences.recent == ("salle:personne",)


def test_the_palette_opens_from_the_story_and_writes_nothing_in_it(opened, qtbot):
    opened.view.sections.open_recit("r1")
    editor = opened.view.sections.recit.editor
    type_text(editor, "J’ai lavé")
    launch(opened, qtbot, "recon").reject()
    assert editor.source.text == "J’ai lavé"


@pytest.mark.parametrize(
    ("letters", "kind"),
    [("un matin", "Récit"), ("oeuvrard", "Dossier"), ("annuler", "Édition"), ("tout faire au clavier", "Aide")],
)
def test_stories_dossiers_and_menus_are_found(opened, qtbot, letters, kind):
    palette = launch(opened, qtbot, letters)
    qtbot.waitUntil(lambda: palette.current is not None and palette.current.kind == kind)
    palette.reject()


def test_a_competence_is_found_and_brought_into_sight(opened, qtbot):
    fiche = opened.view.opened.dossier.fiches["EX-DOMICILE"]
    wanted = fiche.blocs[-1].competences[-1].title
    palette = launch(opened, qtbot, wanted)
    assert palette.current.title == wanted
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    shown = opened.view.sections.recognition
    assert opened.view.stack.currentWidget() is shown
    qtbot.waitUntil(lambda: shown.scroll.verticalScrollBar().value() > 0)


def test_every_action_of_the_menus_is_offered(opened, qtbot):
    palette = launch(opened, qtbot, "")
    offered = {f.entry.title for f in palette._found}
    menus = [menu for action in opened.menuBar().actions() for menu in action.menu().actions()]
    wanted = {a.text() for a in menus if a.text() and a.isEnabled() and not a.menu()} - {"Palette de commandes…"}
    assert wanted - offered == set()
    palette.reject()


def test_the_sheet_of_shortcuts_is_a_page_of_the_help(opened, qtbot):
    qtbot.keyClick(opened, Qt.Key.Key_Slash, CONTROL)
    shown = opened.help.window.reader.toPlainText()
    assert all(words in shown for words in ("Palette de commandes", "Ctrl+K", "Récits", "Ctrl+6", "Nouveau dossier"))
    opened.help.window.close()


def test_the_settings_change_the_look_at_once_and_are_kept(window, qtbot, tmp_path):
    window.view.go("reglages")
    screen = window.view.settings
    for choice, value in ((screen.scheme, "contraste-sombre"), (screen.zoom, 3.0), (screen.motion, "reduits")):
        choice.choose(value)
        choice.picked.emit(value)
    assert (theme.current().zoom, QApplication.cursorFlashTime()) == (3.0, 0)
    settings = QSettings(str(tmp_path / "fenetre.ini"), QSettings.Format.IniFormat)
    window.preferences._settings.sync()
    settings.sync()
    assert look_of(settings) == ("contraste-sombre", 3.0, "reduits")
    theme.current().choose("clair")
    theme.current().set_zoom(1.0)
    theme.current().choose_motion("systeme")


def test_names_are_kept_and_used(window):
    window.view.go("reglages")
    window.view.settings.counsellor.setText("Claire Aubert")
    window.view.settings.organisation.setText("Maison de l’emploi")
    window.view.go("dossiers")
    assert window.preferences.organisation == "Maison de l’emploi"
    window.view.create_dossier(Person("Zoé"), "cep-reconnaissance")
    assert window.view.opened.dossier.counsellor == "Claire Aubert"
    guides = window.view.guides
    assert guides.copy(guides.shelf.trames[0], "La nôtre").organisation == "Maison de l’emploi"


def test_a_spoilt_settings_file_is_as_usual(tmp_path):
    settings = QSettings(str(tmp_path / "fenetre.ini"), QSettings.Format.IniFormat)
    for name, value in (("scheme", "rose"), ("zoom", "grand"), ("motion", "?"), ("shares/X", "moitié")):
        settings.setValue(name, value)
    assert look_of(settings) == ("systeme", 1.0, "systeme")
    assert Preferences(settings).shares() == {}


def test_the_room_and_the_shares_are_found_again(window, tmp_path):
    window.view.go("referentiels")
    window.close()
    settings = QSettings(str(tmp_path / "fenetre.ini"), QSettings.Format.IniFormat)
    assert Preferences(settings).room == "referentiels"


def test_what_is_said_is_said_to_screen_readers(window, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(lambda event: said.append(event.message())))
    window.say("Dossier effacé.")
    assert said == ["Dossier effacé."]


def test_no_two_actions_answer_to_the_same_keys(opened):
    menus = [keys for _, action in menu_actions(opened.menuBar()) for keys in action.shortcuts()]
    for room in (*opened.view._rooms, *opened.view.sections.names):
        opened.view.go(room)
        buttons = [b.shortcut() for b in opened.findChildren(QPushButton) if is_there(b, opened.view)]
        told = [keys.toString() for keys in (*menus, *buttons) if not keys.isEmpty()]
        assert sorted(keys for keys in set(told) if told.count(keys) > 1) == [], room


def is_there(button, view):
    """Say whether a button's keys count: those of a screen that is not shown are not answered to."""
    return view.stack.currentWidget().isAncestorOf(button) or not view.stack.isAncestorOf(button)
