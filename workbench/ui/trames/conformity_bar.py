"""Above the steps of a guide: whether everything that it has to guarantee is there."""

from PySide6.QtCore import Signal

from workbench.domain.conformity import Lack
from workbench.ui import theme
from workbench.ui.widgets.basics import Button, Card, Icon, column, label, row


class ConformityBar(Card):
    """The mark of conformity, or what is missing and a way to put it back."""

    mending_wanted = Signal()

    def __init__(self) -> None:
        """Make the bar of a guide that is not known yet."""
        super().__init__(padding="m", spacing="xs")
        self._yes, self._no = Icon("coche", "success", 22), Icon("attention", "warning", 22)
        self.mark, self.detail = label("", "strong"), label("", "muted")
        self.mend = Button(self.tr("Remettre ce qui manque"), role="primary")
        self.mend.clicked.connect(self.mending_wanted)
        words = column(spacing="xs")
        words.addWidget(self.mark)
        words.addWidget(self.detail)
        line = row(self._yes, self._no, spacing="m")
        line.addLayout(words, 1)
        line.addWidget(self.mend)
        self.column.addLayout(line)

    def show_lacks(self, lacks: tuple[Lack, ...], demanded: int, *, can_mend: bool) -> None:
        """Show what is missing of the points that are demanded."""
        self._yes.setVisible(not lacks)
        self._no.setVisible(bool(lacks))
        self.mend.setVisible(bool(lacks) and can_mend)
        if lacks:
            self.mark.setText(self.tr("Socle commun incomplet : {0} sur {1}").format(demanded - len(lacks), demanded))
            self.detail.setText(self.tr("Manque : {0}").format(" ; ".join(self._words(lack) for lack in lacks)))
        else:
            self.mark.setText(self.tr("Conforme au socle commun"))
            words = self.tr("Les {0} points que cette trame doit garantir y sont ; ils ne peuvent pas en être retirés.")
            self.detail.setText(words.format(demanded))

    def fit(self, height: int) -> None:
        """Keep to one line where the page, of that height, is low and all is well."""
        self.detail.setVisible(self._no.isVisibleTo(self) or height >= theme.current().px(560))

    def _words(self, lack: Lack) -> str:
        if not lack.step:
            return lack.invariant.title
        words = self.tr("{0} (étape « {1} » : {2})")
        return words.format(lack.invariant.title, lack.step, ", ".join(lack.parts))
