"""Relire avant d'exporter: every piece that a document shows, kept, masked or withdrawn, and for whom it is."""

import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.documents.registry import KINDS, Wish
from workbench.domain.handover import Consent, Handed, Treatment
from workbench.domain.handover_changes import ConsentGiven, DocumentHanded
from workbench.services.read_back import Handover, ReadPiece
from workbench.ui.documents.printing import PAPER, print_pages
from workbench.ui.handover.piece_card import PieceCard
from workbench.ui.handover.recipient_card import RecipientCard
from workbench.ui.handover.words import category_words, form_words, today, treatment_words
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.announce import announce
from workbench.ui.widgets.basics import Button, Card, Split, column, label, row, scroller
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.fields import Choice, TextField, labelled
from workbench.ui.widgets.page import Page

ALL, POINTED_AT, CHANGED = "all", "pointed", "changed"


class HandoverScreen(Page):
    """Nothing is ever blocked: what deserves to be read again is pointed at, and the person decides."""

    said = Signal(str)
    back_wanted = Signal()

    def __init__(self, opened: OpenDossier, tasks: Tasks, use_cases: UseCases) -> None:
        """Make the screen over a dossier."""
        super().__init__(self.tr("Relire avant d’exporter"), " ", scrolls=False)
        self._open, self._tasks, self._use_cases = opened, tasks, use_cases
        self._kind, self._form = next(iter(KINDS)), "pdf"
        self._wish: Wish | None = None
        self._dossier: object = None
        self._read: dict[str, ReadPiece] = {}
        self._treatments: dict[str, Treatment] = {}
        self.which = Choice([])
        self.list = CardList(self.tr("Ce qui partira"))
        self.card = PieceCard()
        self.to = RecipientCard()
        self._build()
        self._add_keys()

    def begin(self, kind: str, form: str, wish: Wish) -> None:
        """Read a document back, before it is written in a format."""
        if (kind, wish.fiche) != (self._kind, self._wish.fiche if self._wish else ""):
            self._treatments.clear()
        self._kind, self._form, self._wish = kind, form, wish
        self._dossier = None
        self.saving.setText(self.tr("Imprimer…") if form == PAPER else self.tr("Enregistrer…"))
        self.saving.setShortcut(QKeySequence("Ctrl+S"))
        self.also.clear()
        self.which.choose(ALL)
        self.subtitle.setText(
            self.tr("{0}, {1}. Rien n’est bloqué : la personne décide, passage par passage.").format(
                KINDS[kind].title, form_words(form)
            )
        )
        self.to.offer(self._open.dossier.consents.values(), wish.on, wish.recipient)
        self.refresh()
        self.list.choose_first()

    @Slot()
    def refresh(self) -> None:
        """Show the pieces as they are."""
        if self._wish is None:
            self.begin(self._kind, self._form, Wish(today(), read_file=self._open.read_file))
        if self._dossier is self._open.dossier:
            return
        self._dossier = self._open.dossier
        read = self._use_cases.read_back(self._open.dossier, self._kind, self._wish.fiche, self._also())
        self._read = {r.piece.key: r for r in read}
        self._treatments = {key: t for key, t in self._treatments.items() if key in self._read}
        self.to.offer(self._open.dossier.consents.values(), self._wish.on, "")
        self._show()

    def showEvent(self, event) -> None:
        """Put the keyboard on the pieces."""
        super().showEvent(event)
        (self.list if self._read else self.to.to).setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, path: Path) -> None:
        """Write the document to the place chosen, and note to whom it goes and what was in it."""
        consent = self.to.consent(self._wish.on)
        key = consent.id if consent else ""
        asked = Handover(self._kind, self._form, self._wish, dict(self._treatments), key, self._also())
        self._tasks.run(
            _hand_over,
            self._use_cases.hand_over,
            self._open,
            asked,
            path,
            consent,
            on_done=self._note,
        )

    def print_on(self, printer: QPrinter) -> None:
        """Print the document, and note it like those that are saved."""

        def print_and_note(written: tuple[Handed, Consent | None, bytes]) -> None:
            handed, consent, pages = written
            _print_pdf(pages, printer)
            self._note((handed, consent))

        consent = self.to.consent(self._wish.on)
        key = consent.id if consent else ""
        asked = Handover(self._kind, "pdf", self._wish, dict(self._treatments), key, self._also())
        self._tasks.run(_hand_paper, self._use_cases.hand_over, self._open, asked, consent, on_done=print_and_note)

    def _build(self) -> None:
        back = Button(self.tr("Revenir au document"), icon="retour", tip=self.tr("Revenir au document (Échap)"))
        back.clicked.connect(self.back_wanted)
        self.saving = Button(self.tr("Enregistrer…"), icon="documents", role="primary", key="Ctrl+S")
        self.saving.clicked.connect(self._ask_where)
        self.actions.addWidget(back)
        self.actions.addWidget(self.saving)
        self.which.setAccessibleName(self.tr("Montrer"))
        self.which.picked.connect(self._show)
        left = QWidget()
        inside = column(left, spacing="s")
        self.tally = label("", "muted")
        inside.addWidget(self.which)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.tally)
        self._nothing = label(self.tr("Rien à relire ici."), "muted")
        right = QWidget()
        right.setObjectName("body")
        beside = column(right)
        for part in (self._nothing, self.card, self.to, self._pointing()):
            beside.addWidget(part)
        beside.addStretch(1)
        self.body.addWidget(Split(left, scroller(right), (420, 560), (280, 330)), 1)
        self.list.chosen.connect(self._show_piece)
        self.list.opened.connect(self._to_card)
        self.card.chosen.connect(self._treat)

    def _pointing(self) -> Card:
        """Return what serves to point at more, and to mask all that is pointed at."""
        card = Card(spacing="m")
        self.also = TextField()
        self.also.editingFinished.connect(self._read_again)
        card.column.addLayout(
            labelled(self.tr("Signaler aussi"), self.also, self.tr("Un nom, un lieu… séparés par des virgules."))
        )
        self.masking = Button(self.tr("Masquer tout ce qui est signalé"))
        self.masking.clicked.connect(self._mask_all)
        card.column.addLayout(row(self.masking, None))
        return card

    def _add_keys(self) -> None:
        for name, treatment in (("G", Treatment.KEEP), ("M", Treatment.MASK), ("R", Treatment.WITHDRAW)):
            for holder in (self.list, self.card):
                shortcut = QShortcut(QKeySequence(name), holder)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setObjectName(treatment)
                shortcut.activated.connect(self._treat_by_key)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back_wanted)

    @Slot()
    def _show(self, *_: object) -> None:
        pointed = sum(bool(r.marks) for r in self._read.values())
        changed = sum(t is not Treatment.KEEP for t in self._treatments.values())
        self.which.offer(
            [
                (self.tr("Tout ce qui partira ({0})").format(len(self._read)), ALL),
                (self.tr("Seulement ce qui est signalé ({0})").format(pointed), POINTED_AT),
                (self.tr("Masqué ou retiré ({0})").format(changed), CHANGED),
            ]
        )
        rows = [self._row(key, read) for key, read in self._read.items() if self._is_wanted(key, read)]
        self.list.show_rows(rows)
        if rows and not self.list.chosen_key():
            self.list.choose_first()
        self.masking.setEnabled(any(r.marks and key not in self._treatments for key, r in self._read.items()))
        self.card.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._show_tally()
        self._show_piece(self.list.chosen_key())

    def _is_wanted(self, key: str, read: ReadPiece) -> bool:
        wanted = self.which.value()
        if wanted == CHANGED:
            return self._treatments.get(key, Treatment.KEEP) is not Treatment.KEEP
        return wanted != POINTED_AT or bool(read.marks)

    def _row(self, key: str, read: ReadPiece) -> CardRow:
        why = tuple(dict.fromkeys(category_words(mark.category) for mark in read.marks))
        note = treatment_words(self._treatments.get(key, Treatment.KEEP))
        return CardRow(key, " ".join(read.piece.words.split()), read.piece.place, note, why)

    def _show_tally(self) -> None:
        said = list(self._treatments.values())
        masked, withdrawn = said.count(Treatment.MASK), said.count(Treatment.WITHDRAW)
        kept = len(self._read) - masked - withdrawn
        self.tally.setText(self.tr("Gardés : {0}. Masqués : {1}. Retirés : {2}.").format(kept, masked, withdrawn))

    @Slot(str)
    def _show_piece(self, key: str) -> None:
        read = self._read.get(key)
        if read is not None:
            self.card.show_piece(read, self._treatments.get(key, Treatment.KEEP))

    @Slot(str)
    def _to_card(self, _: str) -> None:
        chosen = next(button for button in self.card.buttons.values() if button.isChecked())
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _treat_by_key(self) -> None:
        self._treat(Treatment(self.sender().objectName()))

    @Slot(object)
    def _treat(self, treatment: Treatment) -> None:
        key = self.list.chosen_key()
        if not key:
            return
        self._treatments[key] = treatment
        if treatment is Treatment.KEEP:
            del self._treatments[key]
        self._show()
        announce(self.card, self.card.leaves.text())

    @Slot()
    def _mask_all(self) -> None:
        """Mask what is pointed at wherever nothing was chosen yet."""
        for key, read in self._read.items():
            if read.marks:
                self._treatments.setdefault(key, Treatment.MASK)
        self._show()
        announce(self.list, self.tally.text())

    def _also(self) -> tuple[str, ...]:
        return tuple(word.strip() for word in self.also.text().split(",") if word.strip())

    @Slot()
    def _read_again(self) -> None:
        self._dossier = None
        self.refresh()

    @Slot()
    def _ask_where(self) -> None:
        if self.to.lacks_recipient():
            return
        if self._form == PAPER:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            if QPrintDialog(printer, self).exec():
                self.print_on(printer)
            return
        kind = KINDS[self._kind]
        suffix = self._form if self._form in {"pdf", "docx"} else f"{self._form}.json"
        forms = {"pdf": self.tr("Document PDF (*.pdf)"), "docx": self.tr("Document Word (*.docx)")}
        name = "" if kind.is_anonymous else f" – {self._open.dossier.person.name or self.tr('sans nom')}"
        start = str(Path.home() / f"{kind.title}{name} – {self._wish.on.isoformat()}.{suffix}")
        kinds = forms.get(self._form, self.tr("Données (*.json)"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Enregistrer le document"), start, kinds)
        if chosen:
            self.save(Path(chosen).with_suffix(f".{suffix.split('.')[-1]}"))

    def _note(self, written: tuple[Handed, Consent | None]) -> None:
        handed, consent = written
        if consent is not None and consent.id not in self._open.dossier.consents:
            self._open.record(ConsentGiven(consent))
        self._open.record(DocumentHanded(handed))
        if consent is not None:
            self.to.offer(self._open.dossier.consents.values(), self._wish.on, consent.recipient)
        done = self.tr("Document imprimé : {0}") if handed.form == PAPER else self.tr("Document enregistré : {0}")
        self.said.emit(done.format(handed.file))


def _print_pdf(pages: bytes, printer: QPrinter) -> None:
    """Print a whole PDF that was written in memory."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pages))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    print_pages(document, printer)
    document.close()


def _hand_paper(
    hand_over, opened: OpenDossier, asked: Handover, consent: Consent | None
) -> tuple[Handed, Consent | None, bytes]:
    """Write the PDF that is printed; called in a thread."""
    with tempfile.TemporaryDirectory(prefix="etabli-") as folder:
        path = Path(folder) / "papier.pdf"
        handed = hand_over(opened.dossier, asked, path, opened.signing_key())
        return replace(handed, form=PAPER, file=KINDS[asked.document].title), consent, path.read_bytes()


def _hand_over(
    hand_over, opened: OpenDossier, asked: Handover, path: Path, consent: Consent | None
) -> tuple[Handed, Consent | None]:
    """Write a document; called in a thread."""
    return hand_over(opened.dossier, asked, path, opened.signing_key()), consent
