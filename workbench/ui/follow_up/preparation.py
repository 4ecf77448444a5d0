"""The questions prepared for the person: written, written anew, ticked once asked."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.domain import question_changes as q
from workbench.domain.dossier import PreparedQuestion
from workbench.domain.preparation import NotAQuestionError, as_question
from workbench.services.session import new_id
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.widgets.basics import Button, Card, clear, column, label, row
from workbench.ui.widgets.fields import TextField, labelled


class PreparationCard(Card):
    """A list of questions, those still to be asked first."""

    def __init__(self, opened: OpenDossier) -> None:
        """Make the card over a dossier."""
        super().__init__(spacing="m")
        self._open = opened
        self._shown: dict[str, PreparedQuestion] | None = None
        self._rewritten = ""
        self.column.addWidget(label(self.tr("Questions préparées"), "heading"))
        words = self.tr("Elles font partie du dossier : la personne peut les lire.")
        self.column.addWidget(label(words, "muted"))
        self.field = TextField()
        self.field.returnPressed.connect(self.add)
        self.button = Button(self.tr("Ajouter"), icon="plus")
        self.button.clicked.connect(self.add)
        self.column.addLayout(labelled(self.tr("Une question à poser"), self.field))
        self.column.addLayout(row(self.button, None))
        self.refusal = label("", "warning")
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self._list = column(spacing="s")
        self.column.addLayout(self._list, 1)

    def refresh(self) -> None:
        """Show the questions as they are."""
        questions = dict(self._open.dossier.preparation)
        if questions == self._shown:
            return
        self._shown = questions
        clear(self._list)
        for question in sorted(questions.values(), key=lambda q: q.asked):
            self._list.addWidget(self._line(question))
        if not questions:
            self._list.addWidget(label(self.tr("Aucune question pour l’instant."), "muted"))
        self._list.addStretch(1)

    @Slot()
    def add(self) -> None:
        """Keep the question written, or say why it is none."""
        try:
            question = as_question(self.field.text())
        except NotAQuestionError as error:
            self.refusal.setText(str(error))
            self.refusal.show()
            return
        self.refusal.hide()
        question_id, self._rewritten = self._rewritten or new_id(), ""
        self.field.clear()
        self.button.setText(self.tr("Ajouter"))
        self._open.record(q.QuestionPrepared(question_id, question))

    def _line(self, question: PreparedQuestion) -> QWidget:
        tick = QCheckBox()
        tick.setChecked(question.asked)
        tick.setAccessibleName(self.tr("Posée : {0}").format(question.question))
        tick.setToolTip(self.tr("Cochez une fois la question posée"))
        tick.clicked.connect(self._mark)
        rewrite = Button("", icon="recits", role="quiet", tip=self.tr("Récrire cette question"))
        remove = Button("", icon="fermer", role="quiet", tip=self.tr("Retirer cette question"))
        rewrite.clicked.connect(self._rewrite)
        remove.clicked.connect(self._remove)
        for widget in (tick, rewrite, remove):
            widget.setObjectName(question.id)
        words = label(question.question, "muted" if question.asked else "")
        line = QWidget()
        content = row(tick, words, rewrite, remove)
        content.setStretch(1, 1)
        content.setAlignment(tick, Qt.AlignmentFlag.AlignTop)
        line.setLayout(content)
        return line

    @Slot()
    def _mark(self) -> None:
        tick = self.sender()
        self._open.record(q.PreparedQuestionMarked(tick.objectName(), asked=tick.isChecked()))

    @Slot()
    def _rewrite(self) -> None:
        self._rewritten = self.sender().objectName()
        self.field.setText(self._open.dossier.preparation[self._rewritten].question)
        self.button.setText(self.tr("Remplacer"))
        self.field.setFocus()

    @Slot()
    def _remove(self) -> None:
        if self.sender().objectName() == self._rewritten:
            self._rewritten = ""
            self.button.setText(self.tr("Ajouter"))
        self._open.record(q.PreparedQuestionRemoved(self.sender().objectName()))
