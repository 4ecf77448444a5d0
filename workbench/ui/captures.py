"""A picture of every screen, made from the real widgets on the example dossier."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication

from workbench.domain import changes as c
from workbench.domain.dossier import Strength
from workbench.domain.positions import Span
from workbench.services.session import new_id
from workbench.services.succession import Succession
from workbench.ui import analyst_process, theme
from workbench.ui.app import build_application
from workbench.ui.first_start.choice import FirstChoicePage
from workbench.ui.first_start.passphrase import PassphrasePage
from workbench.ui.first_start.recovery import RecoveryPage
from workbench.ui.tasks import Analyst, Tasks
from workbench.ui.unlock.screen import UnlockPage
from workbench.ui.use_cases import Stores, real_use_cases
from workbench.ui.window import MainWindow
from workbench.ui.workbench_view import WorkbenchView

ROOMS = (
    "dossiers",
    "referentiels",
    "entretien",
    "personne",
    "experiences",
    "recits",
    "reconnaissance",
    "lecture",
    "certifications",
    "positionnement",
    "vae",
    "documents",
    "remise",
    "remis",
    "suivi",
    "historique",
    "exemples",
    "verification",
    "trames",
    "relances",
)
SIZE = QSize(1280, 800)
LIKELY = 0.35
LONGEST_WAIT_MS = 120_000
EXAMPLE_KEY = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345"


def capture_all(
    folder: Path, size: QSize = SIZE, scale: float = 1.0, analyst: Analyst | None = None
) -> tuple[Path, ...]:
    """Write a picture of every screen, light and dark, and return their paths; `scale` is the zoom of the window."""
    reader = analyst or Analyst(analyst_process.prepare, analyst_process.analyse)
    folder.mkdir(parents=True, exist_ok=True)
    build_application("clair", scale)
    with tempfile.TemporaryDirectory(prefix="etabli-captures-") as data:
        window = _open_example(Path(data), size, reader)
        paths: list[Path] = []
        for scheme in ("clair", "sombre"):
            theme.current().choose(scheme)
            for number, (name, picture) in enumerate(_screens(window, size), 1):
                path = folder / f"{number:02}-{name}-{scheme}.png"
                picture.save(str(path))
                paths.append(path)
        window.close()
    return tuple(paths)


def _open_example(data: Path, size: QSize, analyst: Analyst) -> MainWindow:
    """Open the example in a store that is not encrypted, read it, and accept what is most likely."""
    settings = QSettings(str(data / "fenetre.ini"), QSettings.Format.IniFormat)
    settings.setValue("counsellor", "Claire Aubert")
    window = MainWindow(real_use_cases(data, unprotected=True), Tasks(), analyst, settings)
    window.resize(size)
    window.show()
    window._enter(Stores(window._use_cases.unlock(""), window._use_cases.open_catalogue()))  # noqa: SLF001  (no thread to wait for)
    window.view.open_example()
    sections = window.view.sections
    sections.open_recit(next(iter(window.view.opened.dossier.recits)))
    _wait_for(analyst.analysed, analyst.failed)
    _accept_likely(window)
    return window


def _accept_likely(window: MainWindow) -> None:
    opened, recit = window.view.opened, window.view.sections.recit
    for number, (span, sentence) in enumerate(list(recit.editor.sentences.all())):
        best = next(iter(sentence.suggestions), None)
        if best is not None and best.score >= LIKELY and number % 4 != 3:
            strength = Strength.TOLD if number % 2 else Strength.EXPLICIT
            opened.record(
                c.EvidenceAccepted(new_id(), recit.shows, span, best.fiche, best.competence, strength, suggested=True)
            )


def _screens(window: MainWindow, size: QSize) -> Iterator[tuple[str, object]]:
    """Give each screen's name and picture."""
    view = window.view
    for room in ROOMS:
        view.go(room)
        if room == "documents" and view.sections.documents.document.pageCount() == 0:
            _wait_for(view.sections.documents.previewed)
        _settle(400 if room in {"documents", "verification"} else 30)
        yield room, window.grab()
    view.go("experiences")
    view.sections.experiences.line_button.click()
    _settle()
    yield "ligne-de-vie", window.grab()
    view.sections.experiences.line_button.click()
    view.sections.open_recit(next(iter(view.opened.dossier.recits)))
    _wait_for(window.analyst.analysed, window.analyst.failed)
    editor = view.sections.recit.editor
    spans = [span for span, s in editor.sentences.all() if s.suggestions]
    editor.go_to(spans[min(3, len(spans) - 1)] if spans else Span(0, 0))
    _settle()
    yield "recit", window.grab()
    _compare(view)
    yield "migration", window.grab()
    for name, page in (
        ("premier-demarrage", PassphrasePage()),
        ("cle-de-secours", RecoveryPage(EXAMPLE_KEY)),
        ("premier-choix", FirstChoicePage()),
        ("ouverture", UnlockPage()),
    ):
        page.resize(size)
        page.show()
        _settle()
        yield name, page.grab()
        page.close()


def _compare(view: WorkbenchView) -> None:
    """Bring up the fiche of the example beside an edition whose wordings are shorter; the dossier stays as it is."""
    fiche = next(iter(view.opened.dossier.fiches.values()))
    blocs = tuple(
        replace(b, competences=tuple(replace(k, title=_main_clause(k.title)) for k in b.competences))
        for b in fiche.blocs
    )
    migration = view.sections.migration
    view.sections.recognition.migration_wanted.emit(Succession(fiche, replace(fiche, blocs=blocs)))
    if migration.plan is None:
        _wait_for(migration.compared)
    _settle()


def _main_clause(title: str) -> str:
    return title.split(",", maxsplit=1)[0].rstrip(".") if len(title) % 2 else title


def _wait_for(*signals) -> None:
    """Run the event loop until one of the signals comes, or long enough to know that none will."""
    loop = QEventLoop()
    for signal in signals:
        signal.connect(loop.quit)
    QTimer.singleShot(LONGEST_WAIT_MS, loop.quit)
    loop.exec()


def _settle(milliseconds: int = 30) -> None:
    """Let what was asked be laid out and painted."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.processEvents()
