"""One dossier, many certifications: which ones its stories come closest to, and what they show bloc by bloc."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.catalogue import JOBS, NATIONAL, kind_of
from workbench.domain.partial import CERTIFICATIONS
from workbench.domain.referential import Fiche
from workbench.ui.certifications.comparing import Comparing, Question
from workbench.ui.certifications.detail import FoundDetail
from workbench.ui.certifications.filters import ALL_STORIES, BY_BLOC, FilterLine
from workbench.ui.certifications.found import FoundFiche, coverage_words, found_fiche, kind_words
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.tasks import Analyst
from workbench.ui.use_cases import UseCases
from workbench.ui.widgets.basics import Button, Split, column, label, row
from workbench.ui.widgets.card_list import CardList, CardRow
from workbench.ui.widgets.empty_state import EmptyState
from workbench.ui.widgets.page import Page

FEW_WORDS = 60


class CertificationsScreen(Page):
    """Compares the dossier's stories with the catalogue each time it comes up and something changed."""

    fiche_wanted = Signal(object)
    reading_wanted = Signal(str)
    passage_wanted = Signal(str, object)
    recits_wanted = Signal()
    compared = Signal()

    def __init__(self, opened: OpenDossier, analyst: Analyst, use_cases: UseCases) -> None:
        """Make the screen over a dossier."""
        super().__init__(
            self.tr("Certifications"),
            self.tr(
                "Ce classement dit de quoi les récits parlent, rien de plus : il ne préjuge d’aucun jury. "
                "Une compétence compte dès qu’un passage est accepté ou proposé pour elle."
            ),
            scrolls=False,
        )
        self._open = opened
        self._question: Question | None = None
        self._fiches: dict[str, Fiche] = {}
        self._places: dict[str, int] = {}
        self._read: dict[str, Mapping[str, StoryAnalysis]] = {}
        self._found: dict[str, FoundFiche] = {}
        self.comparing = Comparing(analyst, use_cases, self)
        self.filters = FilterLine()
        self.list = CardList(self.tr("Certifications les plus proches"))
        self.detail = FoundDetail()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Compare again if the stories or what is wanted changed, else show what was accepted since."""
        dossier = self._open.dossier
        told = {r.id: r for r in dossier.recits.values() if r.text.strip()}
        self.filters.show_stories([(r.title, r.id) for r in told.values()])
        self._whole.setCurrentWidget(self._room if told else self._no_story)
        chosen = self.filters.story.value()
        stories = tuple((r.id, r.text) for r in told.values() if chosen in (ALL_STORIES, r.id))
        self._jobs.setText(
            self.tr("Revenir aux certifications") if self.filters.shows_jobs else self.tr("Métiers proches")
        )
        question = Question(stories, self.filters.wanted(), dossier.fiches)
        if not stories:
            self._forget()
        elif question != self._question:
            self._forget()
            self._question = question
            self._say_how_sure(stories)
            self._show_progress(self.tr("Le catalogue est comparé aux récits…"), 0, 0)
            self.comparing.begin(question)
        else:
            self._find_again()

    def leave(self) -> None:
        """Stop comparing while nobody looks; it begins again when the page comes back."""
        if self.comparing.is_busy:
            self._forget()

    def _build(self) -> None:
        self._no_story = EmptyState(
            "recits",
            self.tr("Aucun récit à comparer"),
            self.tr("Dès qu’un récit est écrit, Établi cherche les certifications dont il se rapproche."),
            self.tr("Aller aux récits"),
        )
        self._none = EmptyState(
            "recherche",
            self.tr("Aucune fiche ne répond à ces choix"),
            self.tr("Élargissez la source ou le niveau, ou importez les référentiels qui manquent."),
        )
        self._stopped = EmptyState(
            "attention",
            self.tr("La comparaison s’est arrêtée"),
            self.tr("L’analyse a redémarré ; rien n’est perdu."),
            self.tr("Comparer de nouveau"),
        )
        self._progress_words, self._progress = label("", "small", wrap=False), QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Avancement de la comparaison"))
        self._working = QWidget()
        line = row(self._progress_words, self._progress, spacing="m")
        line.setStretch(1, 1)
        self._working.setLayout(line)
        self._caution = label("", "warning")
        self._jobs = Button(self.tr("Métiers proches"), icon="experiences")
        self.actions.addWidget(self._jobs)
        self._both = Split(self.list, self.detail, (430, 600), (240, 340))
        self._results = QStackedWidget()
        for widget in (self._both, self._none, self._stopped):
            self._results.addWidget(widget)
        self._room = QWidget()
        room = column(self._room, spacing="m")
        for widget in (self.filters, self._working, self._caution):
            room.addWidget(widget)
        room.addWidget(self._results, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._room)
        self._whole.addWidget(self._no_story)
        self.body.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.order_changed.connect(self._show)
        self.list.chosen.connect(self._show_chosen)
        self.detail.add_wanted.connect(self.fiche_wanted)
        self.detail.fiche_wanted.connect(self.reading_wanted)
        self.detail.passage_wanted.connect(self.passage_wanted)
        self._no_story.acted.connect(self.recits_wanted)
        self._stopped.acted.connect(self.refresh)
        self._jobs.clicked.connect(self._switch)
        self.comparing.indexed.connect(self._tell_index)
        self.comparing.ranked.connect(self._take_ranking)
        self.comparing.read.connect(self._take_fiche)
        self.comparing.advanced.connect(self._tell_reading)
        self.comparing.ended.connect(self._end)
        self.comparing.interrupted.connect(self._interrupt)

    def _forget(self) -> None:
        self.comparing.stop()
        self._question, self._fiches, self._places, self._read, self._found = None, {}, {}, {}, {}
        self.list.show_rows([])
        self.detail.hide()
        self._working.hide()
        self._results.setCurrentWidget(self._both)

    def _say_how_sure(self, stories: tuple[tuple[str, str], ...]) -> None:
        words = sum(len(text.split()) for _, text in stories)
        self._caution.setText(
            self.tr("Le récit est encore court ({0} mots) : l’ordre peut beaucoup changer.").format(words)
        )
        self._caution.setVisible(words < FEW_WORDS)

    @Slot(int, int)
    def _tell_index(self, done: int, whole: int) -> None:
        if done < whole:
            self._show_progress(self.tr("Première lecture du catalogue : {0} fiches sur {1}"), done, whole)

    @Slot(int, int)
    def _tell_reading(self, done: int, whole: int) -> None:
        self._show_progress(self.tr("Lecture des récits avec les plus proches : {0} sur {1}"), done, whole)

    def _show_progress(self, words: str, done: int, whole: int) -> None:
        self._progress_words.setText(words.format(done, whole))
        self._progress.setRange(0, whole)
        self._progress.setValue(done)
        self._working.show()

    @Slot(object, object)
    def _take_ranking(self, fiches: tuple[Fiche, ...], nearest: tuple[str, ...]) -> None:
        self._fiches = {fiche.code: fiche for fiche in fiches}
        self._places = {code: place for place, code in enumerate(nearest, 1)}
        self._find_again()

    @Slot(object, object)
    def _take_fiche(self, fiche: Fiche, read: Mapping[str, StoryAnalysis]) -> None:
        self._read[fiche.code] = read
        self._found[fiche.code] = self._found_fiche(fiche.code)
        self._show()

    @Slot()
    def _end(self) -> None:
        self._working.hide()
        self._show()
        self.compared.emit()

    @Slot()
    def _interrupt(self) -> None:
        self._forget()
        self._results.setCurrentWidget(self._stopped)

    @Slot()
    def _show(self) -> None:
        """Show the fiches read so far, in the order that was chosen."""
        found = list(self._found.values())
        if self.filters.order.value() == BY_BLOC:
            found.sort(key=lambda f: (-f.best_share, -f.shown))
        self.list.show_rows([self._row(f) for f in found])
        self.detail.setVisible(bool(found))
        is_over = not self.comparing.is_busy
        self._results.setCurrentWidget(self._none if is_over and self._question and not found else self._both)
        if found and self.list.chosen_key() not in {f.fiche.code for f in found}:
            self.list.choose_first()
        if found:
            self._show_chosen(self.list.chosen_key())

    def _find_again(self) -> None:
        """Count what was accepted and refused since the stories were read."""
        self._found = {code: self._found_fiche(code) for code in self._fiches}
        self._show()

    def _found_fiche(self, code: str) -> FoundFiche:
        return found_fiche(self._fiches[code], self._places.get(code), self._read.get(code), self._open.dossier)

    def _row(self, found: FoundFiche) -> CardRow:
        fiche = found.fiche
        tags = [fiche.code]
        if kind_of(fiche.code) not in NATIONAL:
            tags.append(kind_words(fiche.code))
        if fiche.level is not None:
            tags.append(self.tr("niveau {0}").format(fiche.level))
        if fiche.code in self._open.dossier.fiches:
            tags.append(self.tr("dans le dossier"))
        note = self.tr("n° {0}").format(found.place) if found.place else ""
        return CardRow(fiche.code, fiche.title, coverage_words(found), note, tuple(tags))

    @Slot(str)
    def _show_chosen(self, code: str) -> None:
        if code in self._found:
            self.detail.show_found(self._found[code], self._open.dossier)

    @Slot()
    def _switch(self) -> None:
        """Go from the certifications to the métiers, which are shown apart, and back."""
        self.filters.choose_kinds(CERTIFICATIONS if self.filters.shows_jobs else frozenset(JOBS))
        self.refresh()
