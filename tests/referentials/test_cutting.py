import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.referentials.flux import never, silent
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.referentials.cutting import automatic_cut, cut, cut_fiche, repair_for_display
from workbench.referentials.rncp import read_flux

PLAN, TILE, CLEAN = "Lire un plan", "Poser un carrelage", "Nettoyer le chantier"


@pytest.mark.parametrize(
    "text",
    [
        f"- {PLAN}    - {TILE}    - {CLEAN}",
        f"- {PLAN} - {TILE} - {CLEAN}",
        f"* {PLAN}            o {TILE}            o {CLEAN}",
        f"•{PLAN}•{TILE}• {CLEAN}",
        f"{PLAN}    {TILE}     {CLEAN}",
        f"{PLAN}  {TILE}  {CLEAN}",
        f"{PLAN}\n{TILE}\n{CLEAN}",
        f"{PLAN} {TILE} {CLEAN}",
        f"{PLAN} ; {TILE}; {CLEAN} ;",
        f"{PLAN}{TILE} {CLEAN}",
        f"A1C1. {PLAN}       A1C2.{TILE}  A1C3.  {CLEAN}",
        f"C.1. {PLAN} C.2. {TILE} C.13. {CLEAN}",
        f"C6.1 {PLAN} C6.2 {TILE} C6.3 {CLEAN}",
        f"1.1 {PLAN}    1.1.1 {TILE}    1.2. {CLEAN}",
        f"1. {PLAN} 2. {TILE} 3. {CLEAN}",
        f"1) {PLAN} 2/ {TILE} 3) {CLEAN}",
        f"C1 - {PLAN} C2 – {TILE} C3 : {CLEAN}",
        f"Compétence 1 : {PLAN} Compétence 2 : {TILE} Compétence 3 : {CLEAN}",
        f"Compétences métier : * {PLAN} * {TILE} Compétences transversales : * {CLEAN}",
        f"Être capable de :    - {PLAN}    - {TILE}    - {CLEAN}",
        f"Activité 1 : Le gros œuvre    {PLAN}    Activité 2 : Les finitions    {TILE}    {CLEAN}",
        f"Sur un chantier, en équipe :    A.C1. {PLAN}    A.C2. {TILE}    A.C3. {CLEAN}",
    ],
)
def test_cuts_every_kind_of_list(text):
    assert cut(text) == (PLAN, TILE, CLEAN)


@pytest.mark.parametrize(
    "text",
    [
        "Poser un carrelage en respectant le plan, afin de satisfaire le client et d'éviter les reprises",
        "Poser un carrelage. afin d'éviter les reprises",
        "Poser   un   carrelage ancien",
        "Poser un carrelage dans un local (cuisine, Atelier, Salle) sans Gêner les voisins",
        "Élaborer un devis ; rédiger la facture. Gérée par le maître d'ouvrage",
        "Analyser : Émettre une hypothèse",
        "Poser un carrelage selon la norme NF P12-345. de la profession",
        "Atteindre le niveau B2 en anglais",
        "Savoir faire preuve de patience",
        "Gérer l'économieconsommation d'un foyer",
    ],
)
def test_leaves_one_competence_whole(text):
    whole = (re.sub(r"\s+", " ", text),)
    assert cut(f"Lire un plan    {text}")[1:] == whole or cut(text) == whole


@pytest.mark.parametrize(
    "beginning",
    [
        "En faisant le tour du chantier, contrôler les accès",
        "Selon les consignes reçues, en équipe, vérifier les outils",
        "Dans le respect du règlement, ranger les outils",
        "S’organiser pour finir à l'heure",
        "Se présenter au client",
        "Ne pas gêner les voisins",
        "vérifier les joints",
    ],
)
def test_sees_the_beginnings_that_are_no_plain_infinitive(beginning):
    assert cut(f"Lire un plan avec soin. {beginning}. Poser un carrelage.")[1] == f"{beginning}."


def test_takes_lower_case_items_after_bullets_and_noun_phrases():
    assert cut("* lire un plan * carrelage des sols * Peinture") == ("lire un plan", "carrelage des sols", "Peinture")


@pytest.mark.parametrize("text", ["", "   ", "-", ":", "1.", "Compétences transversales :", "* * *", "(", "..."])
def test_finds_nothing_in_nothing(text):
    assert cut(text) == ()


WORDS = st.sampled_from(
    "Lire un plan Poser - * • o 1. C1. : ; , . ( ) en selon Selon Compétences vérifier A2 A1C1.".split()
)
SPACES = st.sampled_from([" ", " ", "  ", "    ", ""])


@given(st.lists(st.tuples(WORDS, SPACES), max_size=30) | st.text(max_size=80).map(lambda t: [(t, "")]))
def test_invents_nothing_and_keeps_the_order(parts):
    text = " ".join("".join(word + space for word, space in parts).split())
    position = 0
    for item in cut(text):
        found = text.find(item, position)
        assert item
        assert found >= position
        position = found + len(item)


@given(st.lists(st.sampled_from([PLAN, TILE, CLEAN]), min_size=1, max_size=8), st.sampled_from(["    ", " - ", " "]))
def test_loses_no_competence(titles, separator):
    assert cut(separator.join(titles)) == tuple(titles)


@pytest.mark.parametrize("piece", ["Lire : ", "( ", "En a, ", "C1. ", "Compétences ", "a "])
def test_a_hostile_list_costs_no_more_than_its_length(piece):
    assert sum(len(item) for item in cut(piece * 20_000)) <= len(piece) * 20_000


def test_numbers_the_competences_of_the_blocs_that_are_not_cut_yet():
    known = Bloc("B2", "Fait", (Competence("X", "Savoir"),), "Lire un plan")
    fiche = cut_fiche(Fiche("F", "Titre", (Bloc("B1", "À faire", (), f"- {PLAN} - {TILE}"), known)))
    assert [c.code for c in fiche.competences()] == ["B1-C01", "B1-C02", "X"]
    assert hash(fiche)


def test_repairs_debris_for_display_only():
    assert repair_for_display("Evaluer le Gencod[1], S‘organiser") == "Évaluer le Gencod, S’organiser"
    assert cut("Evaluer le Gencod[1]") == ("Evaluer le Gencod[1]",)


def _fold(text):
    return re.sub(r"[\s.;:,]+", " ", re.sub("[’‘]", "'", text)).strip().lower()


def test_cuts_the_real_fiches_as_a_reader_did(shared):
    files = ["export_fiches_RNCP_V4_1_extrait.xml", "fiches_vae_extrait.xml"]
    entries = [e for n in files for e in read_flux(shared / "donnees/rncp" / n, silent, never)]
    fiches = {e.fiche.code: cut_fiche(e.fiche) for e in entries}
    missed = wanted = 0
    for path in (shared / "evaluation/jeu/ref").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = [(r["bloc"], _fold(r["competence_intitule"])) for r in csv.DictReader(file, delimiter=";")]
        cuts = [(b.code, _fold(c.title)) for b in fiches[path.stem].blocs for c in b.competences]
        missed += len(set(rows) ^ set(cuts))
        wanted += len(rows)
    assert missed <= 0.03 * wanted


def test_every_real_list_is_cut_into_pieces_of_its_text(shared):
    entries = [e for p in (shared / "donnees/rncp").glob("*extrait.xml") for e in read_flux(p, silent, never)]
    blocs = [bloc for entry in entries for bloc in entry.fiche.blocs if bloc.source_text]
    assert len(blocs) > 100
    for made in map(automatic_cut, blocs):
        assert made.is_sound()
        assert tuple(made.title(n) for n in range(len(made.pieces))) == cut(made.text)
        shown = {place for span, _ in made.segments() for place in range(span.start, span.end)}
        assert {place for place, c in enumerate(made.text) if not c.isspace()} <= shown
