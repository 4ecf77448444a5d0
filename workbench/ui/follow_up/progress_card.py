"""What has changed since an interview: passages, competences, proofs, questions; a passage leads to its place."""

from PySide6.QtCore import Signal, Slot

from workbench.domain.dossier import Dossier, Evidence
from workbench.domain.progress import Progress, progress
from workbench.domain.sittings import Sitting, Sittings
from workbench.domain.trame import Trame, answer_key
from workbench.ui.history.rows import HistoryList, HistoryRow
from workbench.ui.open_dossier import OpenDossier
from workbench.ui.time_words import day_words
from workbench.ui.widgets.basics import Card, label
from workbench.ui.widgets.fields import Choice, labelled
from workbench.ui.words import change_of_standing_words, strength_words

LONGEST_QUOTE = 90


class ProgressCard(Card):
    """Compares the dossier as it is with what it was at the end of a sitting."""

    passage_wanted = Signal(str)

    def __init__(self, opened: OpenDossier) -> None:
        """Make the card over a dossier."""
        super().__init__(spacing="m")
        self._open = opened
        self._trame: Trame | None = None
        self._shown: tuple[int, str] = (0, "")
        self._sittings: dict[str, Sitting] = {}
        self.column.addWidget(label(self.tr("Ce qui a changé"), "heading"))
        self.since = Choice([])
        self.since.setMinimumContentsLength(28)
        self.since.picked.connect(self._compare)
        self.column.addLayout(labelled(self.tr("Depuis"), self.since))
        self.summary = label("", "muted")
        self.list = HistoryList(self.tr("Ce qui a changé"))
        self.list.setObjectName("pieces")  # a list on a card: without a frame of its own
        self.list.opened.connect(self._lead)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.list, 1)

    def refresh(self, trame: Trame) -> None:
        """Compare again with the same sitting, or with the one before the latest."""
        self._trame = trame
        events = self._open.events
        sittings = tuple(Sittings(events))
        self._sittings = {sitting.key: sitting for sitting in sittings[:-1]}
        earlier = [(self._sitting_words(sitting), sitting.key) for sitting in reversed(sittings[:-1])]
        self.since.offer([*earlier, (self.tr("l’ouverture du dossier"), "")])
        if not self._shown[0]:
            self.since.setCurrentIndex(0)
        self._compare()

    @Slot()
    def _compare(self, *_: object) -> None:
        events, key = self._open.events, str(self.since.value() or "")
        if (len(events), key) == self._shown:
            return
        self._shown = (len(events), key)
        event_id = self._sittings[key].last_event if key in self._sittings else events[0].id
        after = self._open.dossier
        found = progress(self._open.dossier_after(event_id), after)
        rows = self._rows(found, after)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.summary.setText(self._summary(found) if rows else self.tr("Rien n’a changé depuis."))

    def _sitting_words(self, sitting: Sitting) -> str:
        began, ended = day_words(sitting.began), day_words(sitting.ended)
        if not sitting.number:
            return self.tr("le travail du {0}").format(ended)
        words = self.tr("l’entretien {0}, du {1}").format(sitting.number, began)
        return words if began == ended else self.tr("{0} (repris le {1})").format(words, ended)

    def _summary(self, found: Progress) -> str:
        asked = len(found.asked) + len(found.relances)
        parts = (
            (len(found.passages), self.tr("{0} passage nouveau"), self.tr("{0} passages nouveaux")),
            (len(found.competences), self.tr("{0} compétence de plus"), self.tr("{0} compétences de plus")),
            (len(found.raised), self.tr("{0} preuve plus forte"), self.tr("{0} preuves plus fortes")),
            (asked, self.tr("{0} question traitée"), self.tr("{0} questions traitées")),
        )
        return ", ".join((many if number > 1 else one).format(number) for number, one, many in parts if number)

    def _rows(self, found: Progress, after: Dossier) -> list[HistoryRow]:
        titles = {(f.code, k.code): k.title for f in after.fiches.values() for k in f.competences()}
        parts = (
            (self.tr("Compétences montrées pour la première fois"), [titles.get(k, k[1]) for k in found.competences]),
            (self.tr("Nouveaux passages"), [_quoted(after, e) for e in found.passages]),
            (self.tr("Preuves plus fortes"), [_quoted(after, r.evidence) for r in found.raised]),
            (self.tr("Relances répondues"), [r.question for r in found.relances]),
            (self.tr("Questions préparées et posées"), [q.question for q in found.asked]),
            (self.tr("Réponses de l’entretien"), self._answer_labels(found)),
            (self.tr("Récits"), [t.recit.title or self.tr("Sans titre") for t in found.told]),
            (self.tr("Expériences"), [x.title for x in found.experiences]),
            (self.tr("Passages retirés"), [titles.get((e.fiche, e.competence), "") for e in found.removed]),
        )
        keys, notes = self._keys(found), self._notes(found)
        rows: list[HistoryRow] = []
        for heading, lines in parts:
            if lines:
                rows.append(HistoryRow(f"{heading} ({len(lines)})"))
            for number, words in enumerate(lines):
                place = (heading, number)
                rows.append(HistoryRow(words, keys.get(place, f"{heading}:{number}"), note=notes.get(place, "")))
        return rows

    def _keys(self, found: Progress) -> dict[tuple[str, int], str]:
        """Return the passage that a line leads to, by heading and place."""
        new = {(self.tr("Nouveaux passages"), n): e.id for n, e in enumerate(found.passages)}
        return new | {(self.tr("Preuves plus fortes"), n): r.evidence.id for n, r in enumerate(found.raised)}

    def _notes(self, found: Progress) -> dict[tuple[str, int], str]:
        notes = {}
        for n, raised in enumerate(found.raised):
            change = (strength_words(raised.before).lower(), strength_words(raised.evidence.strength).lower())
            notes[self.tr("Preuves plus fortes"), n] = self.tr("{0}, puis {1}").format(*change)
        for n, relance in enumerate(found.relances):
            notes[self.tr("Relances répondues"), n] = change_of_standing_words(relance.before, relance.after)
        for n, told in enumerate(found.told):
            notes[self.tr("Récits"), n] = self.tr("{0:+} signes").format(told.more)
        return notes

    def _answer_labels(self, found: Progress) -> list[str]:
        labels = {answer_key(s, f): f"{s.title} : {f.label}" for s in self._trame.steps for f in s.fields}
        return [labels.get(key, self.tr("une autre trame")) for key in found.answers]

    @Slot(str)
    def _lead(self, key: str) -> None:
        if key in self._open.dossier.evidence:
            self.passage_wanted.emit(key)


def _quoted(dossier: Dossier, evidence: Evidence) -> str:
    words = " ".join(dossier.passage(evidence).split())
    return f"« {words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rstrip() + '…'} »"
