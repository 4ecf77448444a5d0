"""What stories show of a fiche, accepted or proposed, bloc by bloc."""

import pytest

from workbench.domain.analysis import Actor, Reality, SentenceAnalysis, StoryAnalysis, Suggestion, WhoDidWhat
from workbench.domain.catalogue import JOBS, Kind, is_job, kind_of
from workbench.domain.dossier import Dossier, Evidence, Recit, Refusal
from workbench.domain.partial import Wanted, partial_blocs
from workbench.domain.passages import PassageMap
from workbench.domain.positions import Span
from workbench.domain.referential import Bloc, Competence, Fiche

FICHE = Fiche(
    "F",
    "Titre",
    (
        Bloc("B1", "Un", tuple(Competence(f"C{n}", f"Geste {n}") for n in (1, 2, 3))),
        Bloc("B2", "Deux", (Competence("C4", "Geste 4"),)),
    ),
)
DONE = WhoDidWhat(Actor.SELF, Reality.DONE)
FIRST, SECOND = Span(0, 10), Span(11, 20)
READ = {
    "r": StoryAnalysis(
        (
            SentenceAnalysis(
                FIRST, DONE, (Suggestion("F", "B2", "C4", 0.8, True), Suggestion("F", "B1", "C3", 0.2, False))
            ),
            SentenceAnalysis(SECOND, DONE, (Suggestion("F", "B1", "C1", 0.7, True),)),
        )
    )
}


def dossier(evidence=(), refusals=()):
    """Return a dossier with a story and what was decided of it."""
    accepted, refused = PassageMap(), PassageMap()
    for number, (span, competence) in enumerate(evidence):
        accepted = accepted.with_item(Evidence(f"e{number}", "r", span, "F", competence))
    for number, (span, competence) in enumerate(refusals):
        refused = refused.with_item(Refusal(f"n{number}", "r", span, "F", competence))
    return Dossier("d", recits={"r": Recit("r", "x", "Récit")}, evidence=accepted, refusals=refused)


def test_the_best_covered_bloc_comes_first():
    two, one = partial_blocs(FICHE, READ, dossier())
    assert (two.bloc.code, two.share, one.shown) == ("B2", 1.0, 1)
    assert (two.coverage.supported, two.coverage.mentioned) == (0, 1)
    assert "C3" not in one.passages


def test_what_was_accepted_takes_the_place_of_what_is_proposed_there():
    two, _ = partial_blocs(FICHE, READ, dossier([(Span(2, 8), "C4")]))
    assert [(p.span, p.accepted) for p in two.passages["C4"]] == [(Span(2, 8), True)]
    assert two.coverage.supported == 1


def test_what_was_accepted_without_being_proposed_counts():
    blocs = {b.bloc.code: b for b in partial_blocs(FICHE, READ, dossier([(FIRST, "C2")]))}
    assert set(blocs["B1"].passages) == {"C1", "C2"}


def test_what_was_refused_does_not_count():
    blocs = {b.bloc.code: b for b in partial_blocs(FICHE, READ, dossier(refusals=[(FIRST, "C4")]))}
    assert blocs["B2"].shown == 0


def test_what_was_accepted_in_a_story_that_was_not_read_does_not_count():
    assert all(b.shown == 0 for b in partial_blocs(FICHE, {}, dossier([(FIRST, "C2")])))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("RNCP37715", Kind.RNCP),
        ("RS5719", Kind.RS),
        ("ROME-K1304", Kind.ROME),
        ("ESCO-00030D09", Kind.ESCO),
        ("EX-SOINS", Kind.EXAMPLE),
        ("RSA", Kind.LOCAL),
    ],
)
def test_a_code_says_where_its_fiche_comes_from(code, kind):
    assert kind_of(code) is kind
    assert is_job(code) is (kind in JOBS)
    assert Wanted().accepts(code, 3) is (kind not in JOBS)
    assert not Wanted(level=4).accepts(code, 3)
