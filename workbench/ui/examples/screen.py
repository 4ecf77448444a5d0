"""What Établi learnt at this desk: reading it, withdrawing it, giving it to colleagues, taking theirs."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget

from workbench.domain.local_examples import LocalExample
from workbench.services.ports import Journal
from workbench.ui import analyst_process
from workbench.ui.examples.review import ReviewDialog
from workbench.ui.learning import Learning
from workbench.ui.tasks import Analyst, Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Card, Split, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.fields import SearchField
from workbench.ui.widgets.page import Page

MOST_SHOWN = 500
PACK = "paquet:"


class ExamplesScreen(Page):
    """Every local example and every imported pack."""

    withdrawal_wanted = Signal(object, bool)
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, journal: Journal, learning: Learning, tasks: Tasks, analyst: Analyst, use_cases: UseCases
    ) -> None:
        """Make the screen."""
        super().__init__(
            self.tr("Exemples"),
            self.tr("Ce qu’Établi a appris de vos réponses, et les paquets de vos collègues."),
            scrolls=False,
        )
        self._journal, self._learning, self._tasks = journal, learning, tasks
        self._analyst, self._use_cases = analyst, use_cases
        self._packs: tuple = ()
        self.bring = Button(self.tr("Importer…"), icon="importer", tip=self.tr("Le paquet d’un collègue (toml)"))
        self.give = Button(self.tr("Exporter…"), tip=self.tr("Relire chaque phrase, puis écrire des paquets"))
        self.bring.clicked.connect(self._ask_pack)
        self.give.clicked.connect(self._ask_folder)
        self.actions.addWidget(self.bring)
        self.actions.addWidget(self.give)
        self.search = SearchField(self.tr("Chercher une phrase, une compétence, une fiche…"))
        self.search.searched.connect(self.refresh)
        self.list = CardList(self.tr("Exemples"))
        self.list.chosen.connect(self._show_chosen)
        self._build()
        learning.changed.connect(self._follow)

    def refresh(self, *_: object) -> None:
        """Show what was learnt as it is now."""
        self._packs = self._use_cases.list_imported()
        wanted = self.search.text().casefold().split()
        found = [e for e in self._learning.examples if _holds(e, wanted)][:MOST_SHOWN]
        rows = [self._pack_row(p) for p in self._packs] if not wanted else []
        self.list.show_rows(rows + [self._row(e) for e in found])
        self._stack.setCurrentWidget(self.list if rows or found else self._nothing)
        self.give.setEnabled(any(not e.withdrawn for e in self._learning.examples))
        if not self.list.chosen_key():
            self.list.choose_first()
        self._show_chosen(self.list.chosen_key())

    def import_pack(self, path: Path) -> None:
        """Take a colleague's pack."""
        self._tasks.run(self._use_cases.import_examples, path, on_done=self._say_imported, on_failed=self.failed.emit)

    def export(self, folder: Path) -> None:
        """Have every sentence read again, then write packs in a folder."""
        examples = tuple(e for e in self._learning.examples if not e.withdrawn)

        def review(texts: tuple[str, ...]) -> None:
            dialog = ReviewDialog(examples, texts, self)
            if dialog.exec() == QDialog.DialogCode.Accepted and dialog.kept:
                self.write(dialog.kept, folder)

        def mask(names: frozenset[str]) -> None:
            self._analyst.run(analyst_process.mask, tuple(e.text for e in examples), names, on_done=review)

        self.said.emit(self.tr("Les phrases se préparent…"))
        self._tasks.run(self._use_cases.names_in, self._journal, examples, on_done=mask, on_failed=self.failed.emit)

    def write(self, kept: tuple[LocalExample, ...], folder: Path) -> None:
        """Write the sentences that were kept."""
        self._tasks.run(
            self._use_cases.write_examples, kept, folder, on_done=self._say_written, on_failed=self.failed.emit
        )

    def _build(self) -> None:
        self._nothing = EmptyState(
            "exemples",
            self.tr("Rien d’appris pour l’instant"),
            self.tr("Chaque suggestion acceptée ou refusée dans un récit devient un exemple, et se retrouve ici."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._detail = Card()
        self._sentence, self._verdict, self._competence = label("", "quote"), label("", "overline"), label("")
        self.act = Button("")
        self.act.clicked.connect(self._act)
        for text in (self._verdict, self._competence, self._sentence):
            self._detail.column.addWidget(text)
        self._detail.column.addLayout(row(self.act, None))
        self._detail.column.addStretch(1)
        self.body.addWidget(self.search)
        self.body.addWidget(Split(self._stack, self._detail, (560, 420), (240, 260)), 1)

    def _row(self, example: LocalExample) -> CardRow:
        return CardRow(example.id, example.text, example.title, tags=(example.fiche, self._verdict_of(example)))

    def _pack_row(self, pack) -> CardRow:
        count = self.tr("{0} exemples").format(pack.examples)
        return CardRow(PACK + pack.name, self.tr("Paquet d’un collègue"), count, tags=(pack.fiche,))

    def _verdict_of(self, example: LocalExample) -> str:
        if example.withdrawn:
            return self.tr("retiré")
        return self.tr("accepté") if example.shows else self.tr("refusé")

    @Slot(str)
    def _show_chosen(self, key: str) -> None:
        example, pack = self._example(key), self._pack(key)
        self._detail.setVisible(example is not None or pack is not None)
        if example is not None:
            self._verdict.setText(self._verdict_of(example))
            self._competence.setText(example.title)
            self._sentence.setText(example.text)
            self.act.setText(self.tr("Apprendre à nouveau") if example.withdrawn else self.tr("Ne plus apprendre"))
        elif pack is not None:
            self._verdict.setText(pack.name)
            self._competence.setText(pack.fiche)
            self._sentence.setText("")
            self.act.setText(self.tr("Retirer ce paquet"))

    @Slot()
    def _act(self) -> None:
        example, pack = self._example(self.list.chosen_key()), self._pack(self.list.chosen_key())
        if example is not None:
            self.withdrawal_wanted.emit(example, not example.withdrawn)
        elif pack is not None:
            self._use_cases.remove_imported(pack.name)
            self._learning.teach_again()

    @Slot()
    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _example(self, key: str) -> LocalExample | None:
        return next((e for e in self._learning.examples if e.id == key), None)

    def _pack(self, key: str):
        return next((p for p in self._packs if PACK + p.name == key), None)

    def _say_imported(self, pack) -> None:
        self._learning.teach_again()
        self.refresh()
        self.said.emit(self.tr("Paquet importé : {0} exemples pour {1}.").format(pack.examples, pack.fiche))

    def _say_written(self, paths: tuple[Path, ...]) -> None:
        self.said.emit(self.tr("Écrit : {0}").format(", ".join(str(path) for path in paths)))

    @Slot()
    def _ask_pack(self) -> None:
        kinds = self.tr("Paquets d’exemples (*.toml)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Importer un paquet"), str(Path.home()), kinds)
        if chosen:
            self.import_pack(Path(chosen))

    @Slot()
    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Où écrire les paquets"), str(Path.home()))
        if chosen:
            self.export(Path(chosen))


def _holds(example: LocalExample, words: list[str]) -> bool:
    whole = f"{example.text} {example.title} {example.fiche} {example.competence}".casefold()
    return all(word in whole for word in words)
