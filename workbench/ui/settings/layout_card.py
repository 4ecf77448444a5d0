"""The layout of the organisation's documents: its logo, colour and words, with the first page as it becomes."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QBoxLayout, QColorDialog, QFileDialog, QLabel

from workbench.domain.dossier import Dossier, Experience, Person
from workbench.errors import EtabliError
from workbench.ui import theme
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Card, column, label, row
from workbench.ui.widgets.fields import LongField, TextField, labelled
from workbench.ui.widgets.flow import LineLayout

if TYPE_CHECKING:
    from workbench.documents.layout import Layout

WIDTH, HEIGHT = 300, 424
WIDEST = 360  # however large the letters: the fields need room too

NARROW = 420


class LayoutCard(Card):
    """Everything is kept as soon as it is left, if it reads well; what does not is said and not kept."""

    previewed = Signal()

    def __init__(self, use_cases: UseCases, tasks: Tasks) -> None:
        """Make the card; the layout is read when it comes up."""
        super().__init__(padding="xl", spacing="l")
        self._use_cases, self._tasks = use_cases, tasks
        self._layout: Layout | None = None
        self._organisation = ""
        self.accent, self.header, self.footer, self.notices = TextField(), TextField(), TextField(), LongField(3)
        self.choose_logo, self.drop_logo = Button(self.tr("Choisir un logo…")), Button(self.tr("Enlever le logo"))
        self.choose_accent = Button(self.tr("Choisir…"), tip=self.tr("Choisir la couleur"))
        self.refusal, self.logo_words = label("", "warning"), label("", "small")
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName(self.tr("Aperçu de la première page"))
        self.choose_logo.clicked.connect(self._ask_logo)
        self.drop_logo.clicked.connect(self._drop_logo)
        self.choose_accent.clicked.connect(self._ask_accent)
        for field in (self.accent, self.header, self.footer):
            field.editingFinished.connect(self.keep)
        self.notices.left.connect(self.keep)
        self._lay_out()

    def resizeEvent(self, event) -> None:
        """Put the picture below where it would push the fields out of sight."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.current().px(NARROW)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def show_layout(self, organisation: str) -> None:
        """Show what is kept; what cannot be read is said, and nothing is written over it."""
        self._organisation = organisation
        try:
            self._layout = self._use_cases.load_layout()
        except EtabliError as error:
            self._layout = None
            self._refuse(str(error))
        for field in (self.accent, self.header, self.footer, self.notices, self.choose_logo, self.choose_accent):
            field.setEnabled(self._layout is not None)
        if self._layout is not None:
            self._refuse("")
            self._show(self._layout)
            self._preview(self._layout)

    @Slot()
    def keep(self) -> None:
        """Keep what is written, or say why not."""
        if self._layout is None:
            return
        words = {
            "accent": self.accent.text().strip().upper(),
            "header": self.header.text().strip(),
            "footer": self.footer.text().strip(),
            "notices": self.notices.text().strip(),
        }
        self._keep(replace(self._layout, **words))

    def use_logo(self, path: Path) -> None:
        """Take a picture as the logo."""
        try:
            logo = self._use_cases.read_logo(path)
        except EtabliError as error:
            self._refuse(str(error))
            return
        if self._layout is not None:
            self._keep(replace(self._layout, logo=logo))

    def _keep(self, wanted: "Layout") -> None:
        wanted = replace(wanted, organisation=self._organisation)
        if wanted == self._layout:
            self._refuse("")
            return
        try:
            self._use_cases.save_layout(wanted)
        except EtabliError as error:
            self._refuse(str(error))
            return
        self._layout = wanted
        self._refuse("")
        self._show(wanted)
        self._preview(wanted)

    def _show(self, layout: "Layout") -> None:
        for field, value in (
            (self.accent, layout.accent), (self.header, layout.header), (self.footer, layout.footer),
            (self.notices, layout.notices),
        ):  # fmt: skip
            field.setText(value)
        self.drop_logo.setEnabled(bool(layout.logo))
        self.logo_words.setText(
            self.tr("Un logo figure en haut de la première page.") if layout.logo else self.tr("Aucun logo.")
        )

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _preview(self, layout: "Layout") -> None:
        write = self._use_cases.write_document
        self._tasks.run(_first_page, write, layout, self._size(), on_done=self._show_page)

    def _size(self) -> QSize:
        width = min(theme.current().px(WIDTH), WIDEST) * self.devicePixelRatioF()
        return QSize(round(width), round(width * HEIGHT / WIDTH))

    def _show_page(self, made: "tuple[Layout, object]") -> None:
        layout, image = made
        if layout is not self._layout:
            return
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(picture)
        self.previewed.emit()

    def _lay_out(self) -> None:
        fields = column(spacing="l")
        fields.addWidget(label(self.tr("Mise en page des documents"), "heading"))
        fields.addWidget(label(self.tr("Elle vaut pour tous les documents de ce poste."), "muted"))
        fields.addWidget(self.refusal)
        fields.addWidget(self.logo_words)
        fields.addLayout(LineLayout(self.choose_logo, self.drop_logo))
        colour = labelled(
            self.tr("Couleur"), self.accent, self.tr("Des titres et des filets ; une couleur trop pâle est refusée.")
        )
        fields.addLayout(colour)
        fields.addLayout(row(self.choose_accent, None))
        fields.addLayout(labelled(self.tr("En-tête"), self.header, self.tr("En haut de chaque page, à droite.")))
        fields.addLayout(labelled(self.tr("Pied de page"), self.footer, self.tr("Sous la mention du document.")))
        fields.addLayout(
            labelled(
                self.tr("Mentions légales"),
                self.notices,
                self.tr("À la fin de chaque document, un paragraphe par ligne."),
            )
        )
        fields.addStretch(1)
        self._both = row(spacing="xl")
        self._both.addLayout(fields, 1)
        self._both.addWidget(self.picture)
        self.column.addLayout(self._both)

    @Slot()
    def _ask_logo(self) -> None:
        forms = self.tr("Images (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.tif *.tiff)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choisir un logo"), str(Path.home()), forms)
        if chosen:
            self.use_logo(Path(chosen))

    @Slot()
    def _drop_logo(self) -> None:
        if self._layout is not None:
            self._keep(replace(self._layout, logo=b""))

    @Slot()
    def _ask_accent(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.accent.text()), self, self.tr("Couleur des documents"))
        if chosen.isValid():
            self.accent.setText(chosen.name().upper())
            self.keep()


def _first_page(write, layout: "Layout", size: QSize) -> tuple:
    """Write an invented document in a layout and return the picture of its first page; called in a thread."""
    from workbench.documents.registry import Wish  # noqa: PLC0415  (loaded with the first preview)

    shown = Dossier(
        "exemple",
        Person("Camille", "Exemple", goal="Voir la mise en page"),
        experiences={"x": Experience("x", "Une expérience", start="2020", end="2024")},
    )
    today = date.today()  # noqa: DTZ011  (the day where the person sits)
    document = QPdfDocument()
    with tempfile.TemporaryDirectory(prefix="etabli-") as folder:
        (path,) = write(shown, "portefeuille", Wish(today, layout=layout), Path(folder), ("pdf",), None)
        document.load(str(path))
        image = _on_paper(document.render(0, size))
        document.close()
    return layout, image


def _on_paper(page: QImage) -> QImage:
    """Return a page, which is drawn on nothing, on a white sheet with an edge."""
    sheet = QImage(page.size(), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.drawImage(0, 0, page)
    painter.setPen(QColor("#B8C2C0"))
    painter.drawRect(0, 0, page.width() - 1, page.height() - 1)
    painter.end()
    return sheet
