import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anonymity import pseudonyms
from workbench.domain.dossier import Dossier, Experience, Person, Recit
from workbench.domain.referential import Bloc, Competence, Fiche

STORY = (
    "Ce lundi, chez monsieur Roux, j’ai appelé Jeanne. Roux dormait. Jeanne m’a dit : « Maryse, viens à Limoges ! » "
    "Écris-moi : jeanne@exemple.fr ou 05 55 00 11 22. Hector aboyait. À l’hôpital Dupuytren, on m’a crue."
)


def dossier(text=STORY, place="Limoges", title="Chez monsieur Roux"):
    return Dossier(
        "d",
        Person("Maryse", "Lefort-Roy"),
        counsellor="Claire Aubert",
        experiences={"x": Experience("x", title, place=place)},
        recits={"r": Recit("r", "x", "Un lundi", text)},
        fiches={"F": Fiche("F", "Aide", (Bloc("B", "Veiller", (Competence("C", "Alerter le Centre"),)),))},
    )


def hidden(text=STORY, **changes):
    return pseudonyms(dossier(text, **changes)).applied(text)


@pytest.mark.parametrize("name", ["Roux", "Maryse", "Limoges", "Dupuytren", "jeanne@exemple.fr", "05 55 00 11 22"])
def test_what_is_pointed_at_as_a_name_is_gone(name):
    assert name not in hidden()


def test_the_same_name_is_always_the_same():
    text = hidden()
    assert text.startswith("Ce lundi, chez monsieur Personne 1, j’ai appelé Nom 1. Personne 1 dormait. Nom 1 m’a dit")
    assert "« la personne, viens à Lieu 1 ! »" in text


def test_the_person_is_hidden_in_small_letters_and_by_each_part_of_her_name():
    assert hidden("On disait maryse, ou madame LEFORT, ou la Roy.") == (
        "On disait la personne, ou madame la personne, ou la la personne."
    )


def test_words_of_the_referentials_and_of_every_day_are_no_names():
    assert hidden("J’ai prévenu le Centre un Lundi, en Mars.") == "J’ai prévenu le Centre un Lundi, en Mars."


def test_a_name_that_is_also_a_word_is_left_in_small_letters():
    assert hidden("Avec Rose, on a planté une rose.") == "Avec Nom 1, on a planté une rose."


def test_what_begins_a_sentence_is_left_to_be_read():
    left = pseudonyms(dossier()).left_to_read
    assert "Hector" in left
    assert not {"Jeanne", "Roux", "Ce", "Un"} & set(left)


def test_a_dossier_that_says_nothing_hides_nothing():
    assert pseudonyms(Dossier("d")).applied("Rien.") == "Rien."


@given(st.text(max_size=200))
def test_no_text_is_refused_and_the_person_never_shows(text):
    shown = pseudonyms(dossier(text)).applied(f"{text} Maryse Lefort-Roy")
    assert "Maryse Lefort-Roy" not in shown
