"""What one sees of the saving that goes on by itself: saved at, under way, failed and what to do."""

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from workbench.ui.open_dossier import OpenDossier
from workbench.ui.widgets.basics import Button, Icon, label, row


class SaveState(QWidget):
    """A line for the foot of the window that follows the open dossier."""

    def __init__(self) -> None:
        """Make a line that shows once a dossier is open."""
        super().__init__()
        self._opened: OpenDossier | None = None
        self._since = ""
        self.words = label("", wrap=False)
        self.mark = Icon("attention", "danger", 16)
        self.again = Button(self.tr("Réessayer"), role="link", tip=self.tr("Enregistrer maintenant"))
        self.again.clicked.connect(self._try_again)
        self.setLayout(row(self.mark, self.words, self.again, spacing="xs"))
        self.hide()

    def follow(self, opened: OpenDossier | None) -> None:
        """Follow another dossier, or none."""
        if opened is self._opened:
            return
        self._opened, self._since = opened, ""
        self.setVisible(opened is not None)
        if opened is not None:
            opened.saved.connect(self._show_saved)
            opened.typed.connect(self._show_pending)
            opened.failed.connect(self._show_failure)
            self._say(self.tr("Tout est enregistré"))

    @Slot()
    def _show_saved(self) -> None:
        self._since = datetime.now().astimezone().strftime("%H:%M")
        self._say(self.tr("Enregistré à {0}").format(self._since))

    @Slot()
    def _show_pending(self) -> None:
        if self.mark.isHidden():
            self._say(
                self.tr("Enregistré à {0}, la suite dans la seconde").format(self._since)
                if self._since
                else self.tr("Enregistrement dans la seconde")
            )

    @Slot(object)
    def _show_failure(self, error: BaseException) -> None:
        self.setToolTip(str(error))
        words = self.tr("Pas enregistré depuis {0}").format(self._since) if self._since else self.tr("Pas enregistré")
        self._say(self.tr("{0} : nouvel essai dans quelques secondes").format(words), failed=True)

    def _say(self, words: str, *, failed: bool = False) -> None:
        self.words.setText(words)
        self.mark.setVisible(failed)
        self.again.setVisible(failed)
        if not failed:
            self.setToolTip("")

    @Slot()
    def _try_again(self) -> None:
        if self._opened is not None:
            self._opened.flush()
