"""The settings: how the window looks, and the names of those who work at it."""

from PySide6.QtCore import Slot

from workbench.ui import theme
from workbench.ui.preferences import Preferences
from workbench.ui.settings.layout_card import LayoutCard
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Card, label
from workbench.ui.widgets.fields import Choice, TextField, labelled
from workbench.ui.widgets.page import Page

LEAST_OFFERED = 1.0


class SettingsScreen(Page):
    """Everything is kept at once, on this computer."""

    def __init__(self, preferences: Preferences, use_cases: UseCases, tasks: Tasks) -> None:
        """Make the screen over what the window remembers."""
        super().__init__(self.tr("Réglages"), self.tr("Ils valent pour ce poste, et sont gardés aussitôt."))
        self._preferences = preferences
        self.scheme = Choice(self._schemes())
        self.zoom = Choice([(f"{zoom:.0%}".replace("%", " %"), zoom) for zoom in theme.ZOOMS if zoom >= LEAST_OFFERED])
        self.motion = Choice(
            [
                (self.tr("Comme le système"), "systeme"),
                (self.tr("Réduits : rien ne bouge ni ne clignote"), "reduits"),
                (self.tr("Tous"), "tous"),
            ]
        )
        self.counsellor, self.organisation = TextField(), TextField()
        self.scheme.picked.connect(self._choose_scheme)
        self.zoom.picked.connect(self._choose_zoom)
        self.motion.picked.connect(self._choose_motion)
        for field in (self.counsellor, self.organisation):
            field.editingFinished.connect(self.leave)
        self.layout_card = LayoutCard(use_cases, tasks)
        self._lay_out()
        theme.current().changed.connect(self._show_look)

    def refresh(self) -> None:
        """Show what is remembered."""
        self._show_look()
        self.layout_card.show_layout(self._preferences.organisation)
        for field, value in (
            (self.counsellor, self._preferences.counsellor),
            (self.organisation, self._preferences.organisation),
        ):
            if not field.hasFocus():
                field.setText(value)

    @Slot()
    def leave(self) -> None:
        """Keep the names as written."""
        self._preferences.introduce(self.counsellor.text().strip(), self.organisation.text().strip())

    def _schemes(self) -> list[tuple[str, object]]:
        return [
            (self.tr("Comme le système"), "systeme"),
            (self.tr("Clair"), "clair"),
            (self.tr("Sombre"), "sombre"),
            (self.tr("Contraste élevé, clair"), "contraste-clair"),
            (self.tr("Contraste élevé, sombre"), "contraste-sombre"),
        ]

    def _lay_out(self) -> None:
        look, desk = Card(padding="xl", spacing="l"), Card(padding="xl", spacing="l")
        look.column.addWidget(label(self.tr("Apparence"), "heading"))
        look.column.addLayout(labelled(self.tr("Couleurs"), self.scheme))
        look.column.addLayout(
            labelled(
                self.tr("Taille de l’interface"),
                self.zoom,
                self.tr("Ctrl++ et Ctrl+- l’agrandissent et la réduisent partout, Ctrl+0 la ramène à 100 %."),
            )
        )
        look.column.addLayout(labelled(self.tr("Mouvements à l’écran"), self.motion))
        desk.column.addWidget(label(self.tr("À ce poste"), "heading"))
        desk.column.addLayout(
            labelled(
                self.tr("Votre nom"), self.counsellor, self.tr("Il figure sur les documents et dans l’historique.")
            )
        )
        desk.column.addLayout(
            labelled(
                self.tr("Votre organisation"),
                self.organisation,
                self.tr("Les trames que vous copiez portent ce nom."),
            )
        )
        for card in (look, desk, self.layout_card):
            self.body.addWidget(card)
        self.body.addStretch(1)

    @Slot()
    def _show_look(self) -> None:
        look = theme.current()
        self.scheme.choose(look.scheme)
        self.zoom.choose(look.zoom)
        self.motion.choose(look.motion)

    @Slot(object)
    def _choose_scheme(self, scheme: str) -> None:
        theme.current().choose(scheme)

    @Slot(object)
    def _choose_zoom(self, zoom: float) -> None:
        theme.current().set_zoom(zoom)

    @Slot(object)
    def _choose_motion(self, motion: str) -> None:
        theme.current().choose_motion(motion)
