from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.matching.conftest import small_fiche
from workbench.domain.referential import Competence
from workbench.matching.knowledge import SAME_ELSEWHERE, Knowledge
from workbench.matching.packs import Pack, PackEntry, fingerprint, likeness, written_print
from workbench.matching.thesaurus import Thesaurus
from workbench.matching.told_stories import ToldLine, ToldStory
from workbench.matching.vectors import Lexicon

WORDS = st.lists(st.sampled_from("laver vitre sol chambre patient table lit drap bain main eau".split()), max_size=14)


@given(own=WORDS, titles=st.lists(WORDS, max_size=5))
def test_examples_of_the_same_wordings_are_found_elsewhere(own, titles):
    entry = PackEntry("C1", ("je le dis",), empreinte=" ".join(sorted(fingerprint(" ".join(own)))))
    lexicon = Lexicon(None, {}, 1)
    knowledge = Knowledge((Pack("AILLEURS", "essai", (entry,)),), (), lexicon, Thesaurus((), lexicon))
    competences = [Competence(f"C{n}", " ".join(title)) for n, title in enumerate(titles)]
    found = knowledge.examples(small_fiche("x"), competences, frozenset())
    alike = [likeness(fingerprint(" ".join(own)), fingerprint(c.title)) for c in competences]
    assert [e.places for e in found] == [(n,) for n, a in enumerate(alike) if a >= SAME_ELSEWHERE]


def test_a_story_gives_examples_of_several_competences_and_of_none():
    titles = {"C1": "laver les vitres du hall", "C2": "ranger le linge propre"}
    entries = [PackEntry(code, (), empreinte=written_print(title)) for code, title in titles.items()]
    lines = (ToldLine("deux", ("C1", "C2")), ToldLine("rien", ()), ToldLine("ailleurs", ("C9",)))
    lexicon = Lexicon(None, {}, 1)
    told = ToldStory("R1", "X", lines)
    knowledge = Knowledge((Pack("X", "essai", tuple(entries)),), (told,), lexicon, Thesaurus((), lexicon))
    fiche, competences = replace(small_fiche("x"), code="X"), [Competence(c, t) for c, t in titles.items()]
    found = [(e.text, e.places) for e in knowledge.examples(fiche, competences, frozenset())]
    assert found == [("deux", (0, 1)), ("rien", ())]
    assert knowledge.examples(fiche, competences, frozenset(), untold="R1") == []
