"""Choosing by hand the competences that take the passages of an old one."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QWidget

from workbench.domain.migration import Candidate, Likeness
from workbench.ui import theme
from workbench.ui.migration.plan import Line, Plan
from workbench.ui.widgets.basics import Button, label, row, unbroken
from workbench.ui.widgets.dialogs import dialog_column
from workbench.ui.widgets.fields import SearchField
from workbench.ui.words import likeness_words, plain


class TargetDialog(QDialog):
    """Lists the competences of the new fiche, the most alike first; `codes` are those that were checked."""

    def __init__(self, plan: Plan, line: Line, parent: QWidget | None = None) -> None:
        """Check those that the line goes to now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Où vont ces passages ?"))
        self.search = SearchField(self.tr("Chercher une compétence"))
        self.search.searched.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Compétences de la nouvelle fiche"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSpacing(theme.current().px(2))
        for candidate in line.alignment.candidates:
            self.list.addItem(_item(plan, candidate, is_chosen=candidate.competence in plan.goes(line)))
        self.list.setCurrentRow(0)
        self.choose = Button(self.tr("Choisir"), role="primary")
        self.choose.setDefault(True)
        self.choose.clicked.connect(self.accept)
        self.none = Button(self.tr("Sans équivalent"))
        self.none.setAutoDefault(False)
        self.none.clicked.connect(self._choose_none)
        self._lay_out(line)

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes that are checked, the most alike first."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() is Qt.CheckState.Checked)

    def _lay_out(self, line: Line) -> None:
        whole = dialog_column(self, 640, 520, spacing="m")
        whole.addWidget(label(line.competence.title, "heading"))
        help_text = self.tr("Cochez une compétence, ou plusieurs si l’ancienne fut partagée ; la barre d’espace coche.")
        whole.addWidget(label(help_text, "muted"))
        whole.addWidget(self.search)
        whole.addWidget(self.list, 1)
        cancel = Button(self.tr("Annuler"), role="quiet")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        whole.addLayout(row(cancel, None, self.none, self.choose))
        self.list.setFocus()

    @Slot(str)
    def _filter(self, words: str) -> None:
        wanted = plain(words).split()
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(not all(word in plain(item.text()) for word in wanted))

    @Slot()
    def _choose_none(self) -> None:
        for number in range(self.list.count()):
            self.list.item(number).setCheckState(Qt.CheckState.Unchecked)
        self.accept()


def _item(plan: Plan, candidate: Candidate, *, is_chosen: bool) -> QListWidgetItem:
    code = candidate.competence
    is_alike = candidate.likeness is not Likeness.NONE
    facts = (likeness_words(candidate.likeness) if is_alike else "", plan.after.bloc_of(code).title)
    words = f"{plan.after.competence(code).title}\n{' · '.join(fact for fact in facts if fact)}"
    item = QListWidgetItem(unbroken(words))
    item.setData(Qt.ItemDataRole.UserRole, code)
    item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
    return item
