from workbench.domain.referential import Competence
from workbench.matching.packs import PackEntry, find_competences, read_packs, written_print


def entry(title, code="A"):
    return PackEntry(code, ("dit",), empreinte=written_print(title))


TITLE = "Nettoyer les sols en choisissant le produit adapté afin de garantir l'hygiène"


def test_an_entry_finds_its_competence_under_another_code():
    assert find_competences([entry(TITLE)], [Competence("Z9", TITLE.upper() + " .")]) == {"Z9": [0]}


def test_an_entry_finds_a_wording_that_changed_a_little():
    changed = "Nettoyer les sols en choisissant un produit adapté pour garantir une bonne hygiène"
    assert find_competences([entry(TITLE)], [Competence("Z9", changed)]) == {"Z9": [0]}


def test_two_entries_find_the_competence_that_a_coarser_cut_made_of_them():
    other = "Ranger le matériel dans le local après chaque intervention sur le chantier"
    whole = Competence("Z9", f"{TITLE} {other}")
    assert find_competences([entry(TITLE), entry(other, "B")], [whole]) == {"Z9": [0, 1]}


def test_an_unlike_competence_gets_nothing():
    assert find_competences([entry(TITLE)], [Competence("Z9", "Accueillir les clients à la caisse")]) == {}


def test_every_shipped_pack_is_keyed_and_says_something():
    packs = read_packs()
    assert packs
    assert [e.code for p in packs for e in p.competence if not e.empreinte or len(e.dit) < 6] == []


def test_an_entry_goes_to_both_parts_of_a_competence_that_was_split_and_to_none_too_short_to_be_known():
    first, second = "Nettoyer les sols en choisissant le produit adapté", "Garantir l'hygiène des locaux occupés"
    parts = [Competence("A", first), Competence("A.2", second), Competence("A.3", "Choisir")]
    assert find_competences([entry(f"{first} afin de {second}")], parts) == {"A": [0], "A.2": [0]}
