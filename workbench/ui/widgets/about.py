"""What Établi is, and whose work it stands on."""

from PySide6.QtWidgets import QDialog, QWidget

from workbench.ui.widgets.basics import Button, Icon, label, row
from workbench.ui.widgets.dialogs import dialog_column


class AboutDialog(QDialog):
    """A few lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("À propos d’Établi"))
        whole = dialog_column(self, 480, 340, spacing="m")
        whole.addLayout(row(Icon("etabli", "accent", 40), label(self.tr("Établi"), "display", wrap=False), None))
        for sentence in (
            self.tr("Reconnaître ce que les gens savent faire, à partir de ce qu’ils racontent."),
            self.tr("Tout reste sur cet ordinateur : aucun récit n’est envoyé nulle part."),
            self.tr("Établi suggère ; la personne décide. Rien ici n’a valeur de certification."),
            self.tr("Logiciel libre, sous licence GNU GPL version 3 ou suivante. Polices Inter et Noto (SIL OFL)."),
        ):
            whole.addWidget(label(sentence))
        whole.addStretch(1)
        close = Button(self.tr("Fermer"), role="primary")
        close.clicked.connect(self.accept)
        whole.addLayout(row(None, close))
