"""The rail at the left: the rooms, and the sections of the dossier that is open."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from workbench.ui import theme
from workbench.ui.widgets.basics import Button, Icon, column, label, row, scroller

WIDTH, NARROW = 212, 64
_SECTIONS = (
    "entretien",
    "personne",
    "experiences",
    "recits",
    "reconnaissance",
    "certifications",
    "positionnement",
    "vae",
    "documents",
    "historique",
)
_HELD_BY = {
    "recit": "recits",
    "migration": "reconnaissance",
    "lecture": "reconnaissance",
    "trames": "entretien",
    "relances": "entretien",
    "suivi": "entretien",
    "remise": "documents",
    "remis": "documents",
}
"""Rooms without a button, by the one that leads to them."""


class Rail(QWidget):
    """Emits the name of the room that is asked for; narrows to its icons where room is short."""

    asked = Signal(str)

    def __init__(self) -> None:
        """Make the rail with its rooms; sections come with a dossier."""
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rooms = {
            "dossiers": (self.tr("Dossiers"), "Ctrl+1"),
            "referentiels": (self.tr("Référentiels"), "Ctrl+2"),
            "entretien": (self.tr("Entretien"), "Ctrl+3"),
            "personne": (self.tr("Personne"), "Ctrl+4"),
            "experiences": (self.tr("Expériences"), "Ctrl+5"),
            "recits": (self.tr("Récits"), "Ctrl+6"),
            "reconnaissance": (self.tr("Reconnaissance"), "Ctrl+7"),
            "certifications": (self.tr("Certifications"), "Ctrl+Shift+C"),
            "positionnement": (self.tr("Positionnement"), "Ctrl+Shift+P"),
            "vae": (self.tr("VAE"), "Ctrl+Shift+A"),
            "documents": (self.tr("Documents"), "Ctrl+8"),
            "historique": (self.tr("Historique"), "Ctrl+H"),
            "exemples": (self.tr("Exemples"), "Ctrl+9"),
            "verification": (self.tr("Vérification"), "Ctrl+Shift+S"),
            "reglages": (self.tr("Réglages"), "Ctrl+,"),
        }
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._is_narrow = False
        self._build()
        theme.current().changed.connect(self._measure)
        self._measure()

    def show_dossier(self, name: str) -> None:
        """Show the sections of a dossier by the name of its person; no name hides them."""
        self._owner.setText(name)
        self._sections.setVisible(bool(name))

    def choose(self, room: str) -> None:
        """Mark a room as the one on screen."""
        self._buttons[_HELD_BY.get(room, room)].setChecked(True)

    def known(self) -> list[tuple[str, str, str]]:
        """Return every room that has a button: its name, its words, its keys."""
        return [(room, *self._rooms[room]) for room in self._buttons]

    def offered(self) -> list[tuple[str, str, str]]:
        """Return the rooms that one can go to now."""
        is_open = not self._sections.isHidden()
        return [r for r in self.known() if is_open or not self._sections.isAncestorOf(self._buttons[r[0]])]

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icons alone, or the words too."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._measure()

    def _build(self) -> None:
        look = theme.current()
        inside = QWidget()
        inside.setObjectName("rail_inside")
        column(self).addWidget(scroller(inside))
        whole = column(inside, margins="m", spacing="xs")
        self._brand = label(self.tr("Établi"), "brand", wrap=False)
        whole.addLayout(row(Icon("etabli", "rail_text", 28), self._brand, None))
        whole.addSpacing(look.space("xs"))
        for room in ("dossiers", "referentiels", "exemples", "verification", "reglages"):
            whole.addWidget(self._button(room))
        self._sections = QWidget()
        sections = column(self._sections, spacing="xs")
        sections.addSpacing(look.space("s"))
        self._owner = label("", "overline")
        sections.addWidget(self._owner)
        for room in _SECTIONS:
            sections.addWidget(self._button(room))
        whole.addWidget(self._sections)
        whole.addStretch(1)
        self._sections.hide()

    def _button(self, room: str) -> Button:
        words, key = self._rooms[room]
        button = Button(words, icon=room, role="rail", tip=words, key=key)
        button.setObjectName(room)
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.clicked.connect(self._tell)
        self._group.addButton(button)
        self._buttons[room] = button
        return button

    @Slot()
    def _tell(self) -> None:
        self.asked.emit(self.sender().objectName())

    @Slot()
    def _measure(self) -> None:
        look = theme.current()
        self.setFixedWidth(look.px(NARROW if self._is_narrow else WIDTH))
        self._brand.setVisible(not self._is_narrow)
        self._owner.setMaximumHeight(0 if self._is_narrow else 16777215)
        for room, button in self._buttons.items():
            shortcut = button.shortcut()
            button.setText("" if self._is_narrow else self._rooms[room][0])
            button.setShortcut(shortcut)
            button.setIconSize(QSize(look.px(20), look.px(20)))
