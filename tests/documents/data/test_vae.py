from datetime import date

import pytest

from tests.documents.data.test_formats import read, rncp_dossier
from tests.documents.samples import full_dossier
from tests.documents.vae.samples import COMMENT, filled_dossier
from workbench.documents.data.vae import Duration, duration
from workbench.domain.dossier import Experience
from workbench.domain.moments import read_moment

ON = date(2026, 3, 1)


def test_a_dossier_de_faisabilite_has_the_names_of_france_vae():
    file = read("vae", rncp_dossier())
    assert file["candidat"] == {
        "prenom": "Zoë",
        "nom": "Łukasz",
        "email": "zoe.l@exemple.fr",
        "telephone": "06 12 34 56 78",
    }
    (dossier,) = file["dossiersDeFaisabilite"]
    assert dossier["certification"] == {"nom": "Aide à domicile", "codeRncp": "37715"}
    assert [len(c["preuves"]) for bloc in dossier["blocs"] for c in bloc["competences"]] == [2, 1, 0]
    assert file["experiences"][0]["duree"] == "PLUS_DE_CINQ_ANS"


def test_what_nobody_wrote_is_named_and_never_filled_in():
    file = read("vae", full_dossier())
    (dossier,) = file["dossiersDeFaisabilite"]
    assert {"candidat.email", "candidat.dateNaissance", "candidat.situation.typologie"} <= set(file["manquants"])
    assert {"blocs.competences.statut", "blocs.commentaire", "avis"} <= set(dossier["manquants"])
    assert "candidat.nom" not in file["manquants"]
    assert "statut" not in dossier["blocs"][0]["competences"][0]
    assert {"commentaire", "avis", "decision", "parcours"}.isdisjoint({*dossier, *dossier["blocs"][0]})
    assert dossier["certification"] == {"nom": "Aide à domicile", "codeReferentiel": "EX-1"}


def test_what_was_written_is_under_the_names_of_france_vae_and_missing_no_more():
    file = read("vae", filled_dossier())
    (dossier,) = file["dossiersDeFaisabilite"]
    assert (file["manquants"], dossier["manquants"]) == ([], [])
    candidate = file["candidat"]
    assert (candidate["dateNaissance"], candidate["departementNaissance"]) == ("1984-02-14", {"code": "87"})
    assert candidate["situation"]["niveauFormationPlusEleve"] == {"code": "N3_CAP_BEP", "niveau": 3}
    assert candidate["adresse"] == {"rue": "Écrit", "codePostal": "Écrit", "ville": "Écrit", "pays": "Écrit"}
    assert dossier["certification"]["estViseePartiellement"] is True
    assert [(b["code"], b["commentaire"]) for b in dossier["blocs"]] == [("B1", COMMENT)]
    assert [c["statut"] for c in dossier["blocs"][0]["competences"]] == ["OUI", "PARTIELLEMENT"]
    assert dossier["avis"] == {"valeur": "FAVORABLE", "commentaire": "Écrit"}
    assert dossier["dateEnvoi"] == "2026-02-02"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2016", "2024", Duration.OVER_FIVE),
        ("mars 2019", "avril 2019", Duration.UNDER_ONE),
        ("2020", "2021", Duration.UNKNOWN),
        ("2001", "", Duration.OVER_TEN),
        ("2024", "un matin", Duration.UNKNOWN),
        ("", "2024", Duration.UNKNOWN),
        ("2024", "2016", Duration.UNKNOWN),
        ("2030", "", Duration.UNKNOWN),
    ],
)
def test_a_duration_is_said_only_where_the_dates_settle_it(start, end, expected):
    assert duration(Experience("x", "Titre", start=start, end=end), ON) is expected


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2014", "2014"),
        (" Mars 2019 ", "2019-03"),
        ("1er août 2020", "2020-08-01"),
        ("03/2019", "2019-03"),
        ("14.02.2019", "2019-02-14"),
        ("2019-02-14", "2019-02-14"),
    ],
)
def test_dates_are_read_as_people_say_them(words, iso):
    assert read_moment(words).iso == iso


@pytest.mark.parametrize("words", ["", "vers 2014", "31 février 2019", "13/2019", "2014-2016", "1850"])
def test_what_is_not_a_date_is_not_guessed(words):
    assert read_moment(words) is None
