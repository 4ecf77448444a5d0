"""What was accepted on a fiche that gave way to its successor, and found no competence there."""

from PySide6.QtCore import Qt, Signal, Slot

from workbench.domain.dossier import Archive, Dossier, Evidence
from workbench.ui.widgets.basics import Button, Card, label, row
from workbench.ui.words import strength_words

LONGEST_VERBATIM = 240


class ArchivedCard(Card):
    """The passages that stayed with the old fiche, each with the competence that it showed there."""

    passage_wanted = Signal(str)
    dropped = Signal(str)

    def __init__(self, dossier: Dossier, archive: Archive, kept: tuple[Evidence, ...]) -> None:
        """Show what an archive keeps."""
        super().__init__(padding="l", spacing="m")
        head = row(label(self.tr("Sans équivalent dans la nouvelle version"), "strong"), spacing="m")
        head.addWidget(label(archive.fiche.code, "tag", wrap=False))
        head.setStretch(0, 1)
        self.column.addLayout(head)
        words = self.tr(
            "Accepté sur « {0} », telle qu’elle était. Ces passages ne prouvent rien de la fiche qui l’a remplacée."
        )
        self.column.addWidget(label(words.format(archive.fiche.title), "muted"))
        for evidence in kept:
            competence = archive.fiche.competence(evidence.competence)
            self.column.addWidget(label(competence.title if competence else evidence.competence))
            self.column.addLayout(self._verbatim(dossier, evidence))

    def _verbatim(self, dossier: Dossier, evidence: Evidence):
        words = shortened(dossier.passage(evidence))
        go = Button(self.tr("Voir dans le récit"), role="quiet")
        drop = Button("", icon="fermer", role="quiet", tip=self.tr("Retirer ce passage du dossier"))
        for button, slot in ((go, self._go), (drop, self._drop)):
            button.setAccessibleDescription(words)
            button.setObjectName(evidence.id)
            button.clicked.connect(slot)
        line = row(label(f"« {words} »", "quote"), spacing="m")
        line.setStretch(0, 1)
        for widget in (label(strength_words(evidence.strength), "tag", wrap=False), go, drop):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    @Slot()
    def _go(self) -> None:
        self.passage_wanted.emit(self.sender().objectName())

    @Slot()
    def _drop(self) -> None:
        self.dropped.emit(self.sender().objectName())


def shortened(passage: str) -> str:
    """Return a passage in one line, its end cut off where it is long."""
    words = " ".join(passage.split())
    return words if len(words) <= LONGEST_VERBATIM else words[:LONGEST_VERBATIM].rstrip() + "…"
