"""Bringing in a story that was written elsewhere: a file is read in another thread, then named and begun."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFileDialog

from workbench.errors import UnreadableFileError
from workbench.ui.tasks import Tasks
from workbench.ui.use_cases import UseCases


class StoryImport(QObject):
    """Asks for a file and emits its name and its words once they are read."""

    read = Signal(str, str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, use_cases: UseCases, parent: QObject | None = None) -> None:
        """Read by the use cases."""
        super().__init__(parent)
        self._tasks, self._use_cases = tasks, use_cases

    @Slot()
    def ask(self) -> None:
        """Ask for a file."""
        kinds = self.tr("Récits (*.docx *.odt *.txt *.pdf);;Tous les fichiers (*)")
        chosen, _ = QFileDialog.getOpenFileName(None, self.tr("Importer un récit"), str(Path.home()), kinds)
        if chosen:
            self.bring(Path(chosen))

    def bring(self, path: Path) -> None:
        """Read a file."""

        def tell(text: str) -> None:
            self.read.emit(path.stem, text)

        self._tasks.run(self._reader(path), path, on_done=tell, on_failed=self.failed.emit)

    def _reader(self, path: Path) -> Callable[[Path], str]:
        return self._read_pdf if path.suffix.lower() == ".pdf" else self._use_cases.read_story

    def _read_pdf(self, path: Path) -> str:
        return self._use_cases.story_of_pages(path, pdf_pages(path))


def pdf_pages(path: Path) -> tuple[str, ...]:
    """Return the words of each page of a PDF; UnreadableFileError where it cannot be read. Any thread may call it."""
    document = QPdfDocument()
    error = document.load(str(path))
    if error is QPdfDocument.Error.IncorrectPassword:
        raise UnreadableFileError(
            f"« {path.name} » est protégé par un mot de passe : enregistrez-le sans mot de passe, puis importez-le."
        )
    if error is not QPdfDocument.Error.None_:
        raise UnreadableFileError(f"« {path.name} » ne s’ouvre pas comme un PDF : vérifiez que le fichier est entier.")
    pages = tuple(document.getAllText(number).text() for number in range(document.pageCount()))
    document.close()
    return pages
