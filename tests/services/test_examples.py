from tests.services.fakes import FakeJournal
from workbench.domain import changes as c
from workbench.domain.dossier import Person, Strength
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.services.analysis import lessons
from workbench.services.example_packs import import_pack, packs_of, write_packs
from workbench.services.examples import names_in, ready_to_leave, set_withdrawn
from workbench.services.session import DossierSession, create_dossier

FICHE = Fiche("F", "Essai", (Bloc("F1", "Tenir", (Competence("F1C1", "Laver le linge"),)),))


def taught_journal():
    journal = FakeJournal()
    session = create_dossier(journal, Person("Aïcha", "Benali"), counsellor="Odile", trame="t")
    session.record(c.RecitStarted("r", "x", "Un jour"))
    session.record(c.TextEdited("r", (Edit(0, 0, "Je lavais. Je pliais."),)))
    session.record(c.FicheAdded(FICHE))
    session.record(c.EvidenceAccepted("e", "r", Span(0, 10), "F", "F1C1", Strength.TOLD, suggested=True))
    session.record(c.SuggestionRefused("n", "r", Span(11, 21), "F", "F1C1"))
    return journal, session.dossier.id


def test_an_example_is_withdrawn_by_an_event_that_can_be_undone():
    journal, dossier_id = taught_journal()
    set_withdrawn(journal, journal.local_examples()[0], "Odile", withdrawn=True)
    assert [e.id for e in ready_to_leave(journal.local_examples())] == ["n"]
    DossierSession(journal, dossier_id, "Odile").undo()
    assert [e.id for e in ready_to_leave(journal.local_examples())] == ["e", "n"]
    assert list(ready_to_leave(journal.local_examples(), ["AUTRE"])) == []


def test_the_names_of_the_dossiers_are_known():
    journal, _ = taught_journal()
    assert {"Aïcha", "Benali", "Odile"} <= names_in(journal, journal.local_examples())


def test_the_engine_learns_what_is_not_withdrawn_and_what_colleagues_gave(tmp_path):
    journal, _ = taught_journal()
    (path,) = write_packs(packs_of(journal.local_examples()), tmp_path)
    import_pack(path, tmp_path)
    set_withdrawn(journal, journal.local_examples()[1], "Odile", withdrawn=True)
    learnt = [(e.text, e.shows, e.recit) for e in lessons(journal.local_examples(), tmp_path)]
    assert learnt == [("Je lavais.", True, ""), ("Je pliais.", False, ""), ("Je lavais.", True, "r")]
