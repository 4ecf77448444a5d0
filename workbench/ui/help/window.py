"""The help beside the work: a list of pages or of what was found, and the page chosen."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from workbench.services.help import Found, HelpPage, load_pages, search
from workbench.ui import theme
from workbench.ui.help.keys import PLACE, keys_table
from workbench.ui.help.reader import HelpReader
from workbench.ui.widgets.basics import Button, Split, column, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import SearchField

FIRST = "premiers-pas"


class HelpWindow(QDialog):
    """Stays open while one works; Escape closes it."""

    def __init__(self, window: QWidget) -> None:
        """Read the pages and show the first; `window` is the one that they explain."""
        super().__init__(window)
        self.setWindowTitle(self.tr("Aide d’Établi"))
        self.setModal(False)
        self._pages = {page.id: page for page in load_pages()}
        self._found: dict[str, Found] = {}
        self._visited: list[str] = []
        self.search = SearchField(self.tr("Chercher dans l’aide…"))
        self.search.searched.connect(self._show_found)
        self.list = CardList(self.tr("Pages de l’aide"))
        self.list.chosen.connect(self._open_row)
        self.reader = HelpReader()
        self.reader.page_wanted.connect(self.show_page)
        self._nothing = label(self.tr("Rien dans l’aide pour ces mots : essayez-en moins."), "muted")
        self._back = Button(self.tr("Page précédente"), icon="retour", key="Alt+Left")
        self._back.clicked.connect(self.go_back)
        self._lay_out()
        self.resize(theme.current().px(980), theme.current().px(640))
        self._show_found("")
        self.show_page(FIRST)

    def show_room(self, room: str) -> None:
        """Show the page that explains a screen."""
        self.search.clear()
        self.show_page(next((p.id for p in self._pages.values() if room in p.rooms), FIRST))

    @Slot(str)
    def show_page(self, page_id: str) -> None:
        """Show a page from its beginning."""
        page = self._pages.get(page_id)
        if page is None:
            return
        if self.shows != page_id:
            self._visited.append(page_id)
        self._back.setEnabled(len(self._visited) > 1)
        self.reader.show_text(self._with_keys(page.text))
        if page_id in self._pages and not self._found:
            self.list.choose(page_id)

    def _with_keys(self, text: str) -> str:
        return text.replace(PLACE, keys_table(self.parentWidget())) if PLACE in text else text

    @property
    def shows(self) -> str:
        """Return the identifier of the page on screen."""
        return self._visited[-1] if self._visited else ""

    @Slot()
    def go_back(self) -> None:
        """Show the page that was shown before."""
        if len(self._visited) > 1:
            self._visited.pop()
            self.show_page(self._visited[-1])

    def _lay_out(self) -> None:
        left = QWidget()
        inside = column(left, spacing="s")
        inside.addWidget(self.search)
        inside.addWidget(self._nothing)
        inside.addWidget(self.list, 1)
        whole = column(self, margins="l", spacing="m")
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(Split(left, self.reader, (300, 640), (220, 360)), 1)
        close = Button(self.tr("Fermer"))
        close.clicked.connect(self.close)
        whole.addLayout(row(self._back, None, close))
        for button in (self._back, close):
            button.setAutoDefault(False)

    @Slot(str)
    def _show_found(self, words: str) -> None:
        found = search(self._pages.values(), words)
        self._found = {f"{f.page.id}#{n}": f for n, f in enumerate(found)}
        if words.strip():
            rows = [CardRow(key, f.heading, f.excerpt, icon="recherche") for key, f in self._found.items()]
        else:
            rows = [_row(page) for page in self._pages.values()]
        self._nothing.setVisible(bool(words.strip()) and not found)
        self.list.show_rows(rows)
        if words.strip():
            self.list.choose_first()
        else:
            self.list.choose(self.shows)

    @Slot(str)
    def _open_row(self, key: str) -> None:
        found = self._found.get(key)
        if found is None:
            if key != self.shows:
                self.show_page(key)
            return
        self.show_page(found.page.id)
        self.reader.show_words(found.heading, self.search.text())


def _row(page: HelpPage) -> CardRow:
    return CardRow(page.id, page.title, icon="question")
