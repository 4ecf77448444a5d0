from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person, Strength
from workbench.domain.fold import fold
from workbench.domain.local_examples import known_names, local_examples
from workbench.domain.positions import Edit, Span
from workbench.domain.referential import Bloc, Competence, Fiche

TEXT = "Je lavais le sol.\nJe pliais   le linge."
WASH, FOLD = Span(0, 17), Span(18, len(TEXT))
FICHE = Fiche("F", "Essai", (Bloc("F1", "Tenir", (Competence("F1C1", "Laver"), Competence("F1C2", "Plier"))),))
START = [
    c.DossierCreated(Person("Aïcha", "Ben Ali"), "Odile", "t"),
    c.ExperienceWritten(Experience("x", "Maison", place="chez Monsieur Durand", team="deux collègues, dont Karim")),
    c.RecitStarted("r", "x", "Un jour"),
    c.TextEdited("r", (Edit(0, 0, TEXT),)),
    c.FicheAdded(FICHE),
]
ACCEPTED = c.EvidenceAccepted("e", "r", FOLD, "F", "F1C2", Strength.TOLD, suggested=True)
REFUSED = c.SuggestionRefused("n", "r", WASH, "F", "F1C2")


def told(*changes):
    events = [c.Event(f"v{n}", "d", n, "2026-01-01", "Odile", change) for n, change in enumerate((*START, *changes))]
    return fold("d", events)


def said(*changes):
    return [(e.text, e.title, e.shows) for e in local_examples(told(*changes)) if not e.withdrawn]


def test_what_is_accepted_shows_and_what_is_refused_does_not():
    assert said(ACCEPTED, REFUSED) == [("Je pliais le linge.", "Plier", True), ("Je lavais le sol.", "Plier", False)]


def test_a_corrected_passage_teaches_its_new_competence_only():
    assert said(ACCEPTED, c.EvidenceReassigned("e", "F", "F1C1")) == [("Je pliais le linge.", "Laver", True)]


def test_an_example_follows_the_words_that_are_typed_in_it():
    assert said(REFUSED, c.TextEdited("r", (Edit(3, 6, "frottais"),))) == [("Je frottais le sol.", "Plier", False)]


def test_what_is_taken_back_or_lost_its_words_or_its_fiche_teaches_nothing():
    assert said(ACCEPTED, c.EvidenceRemoved("e")) == []
    assert said(REFUSED, c.TextEdited("r", (Edit(0, 18, ""),))) == []
    assert said(ACCEPTED, c.FicheRemoved("F")) == []


def test_a_withdrawn_example_is_listed_and_teaches_again_once_undone():
    withdrawn = told(ACCEPTED, c.ExampleWithdrawn("e"))
    assert [e.withdrawn for e in local_examples(withdrawn)] == [True]
    assert said(ACCEPTED, c.ExampleWithdrawn("e"), c.Retracted("v6")) == said(ACCEPTED)
    assert said(ACCEPTED, c.ExampleWithdrawn("e"), c.ExampleRestored("e")) == said(ACCEPTED)


def test_the_names_of_a_dossier_are_known():
    assert {"Aïcha", "Ben", "Ali", "Odile", "Durand", "Karim"} <= known_names(told())
