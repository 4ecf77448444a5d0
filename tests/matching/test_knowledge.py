from hypothesis import given
from hypothesis import strategies as st

from tests.matching.conftest import small_fiche
from workbench.domain.referential import Competence
from workbench.matching.knowledge import SAME_ELSEWHERE, Knowledge
from workbench.matching.packs import Pack, PackEntry, fingerprint, likeness
from workbench.matching.thesaurus import Thesaurus
from workbench.matching.vectors import Lexicon

WORDS = st.lists(st.sampled_from("laver vitre sol chambre patient table lit drap bain main eau".split()), max_size=14)


@given(own=WORDS, titles=st.lists(WORDS, max_size=5))
def test_examples_of_the_same_wordings_are_found_elsewhere(own, titles):
    entry = PackEntry("C1", ("je le dis",), empreinte=" ".join(sorted(fingerprint(" ".join(own)))))
    lexicon = Lexicon(None, {}, 1)
    knowledge = Knowledge((Pack("AILLEURS", "essai", (entry,)),), lexicon, Thesaurus((), lexicon))
    competences = [Competence(f"C{n}", " ".join(title)) for n, title in enumerate(titles)]
    found = knowledge.examples(small_fiche("x"), competences, frozenset())
    alike = [likeness(fingerprint(" ".join(own)), fingerprint(c.title)) for c in competences]
    assert [e.place for e in found] == [n for n, a in enumerate(alike) if a >= SAME_ELSEWHERE]
