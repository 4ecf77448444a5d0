import json
from dataclasses import replace

import pytest

from tests.documents.data.schemas import badge_faults, resume_faults
from tests.documents.samples import FICHE, ON, SENTENCES, full_dossier, untidy_dossier
from workbench.documents.data import FORMATS
from workbench.domain.dossier import Archive, Dossier


def rncp_dossier():
    dossier = full_dossier()
    proofs = {key: replace(proof, fiche="RNCP37715") for key, proof in dossier.evidence.items()}
    return replace(
        dossier,
        person=replace(dossier.person, contact="zoe.l@exemple.fr ou 06 12 34 56 78"),
        fiches={"RNCP37715": replace(FICHE, code="RNCP37715")},
        evidence=proofs,
    )


def read(name, dossier):
    return json.loads(FORMATS[name].render(dossier, ON))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("dossier", [full_dossier(), Dossier("d"), untidy_dossier()], ids=["full", "empty", "untidy"])
def test_every_dossier_is_written_the_same_each_time(name, dossier):
    written = FORMATS[name].render(dossier, ON)
    assert json.loads(written)
    assert written == FORMATS[name].render(dossier, ON)


@pytest.mark.parametrize("dossier", [rncp_dossier(), untidy_dossier()], ids=["rncp", "untidy"])
def test_each_proved_competence_is_a_badge_with_its_passages(dossier):
    badges = read("open-badges", dossier)["verifiableCredential"]
    assert badges
    assert [fault for badge in badges for fault in badge_faults(badge)] == []
    assert all("proof" not in badge for badge in badges)
    assert all(badge["issuer"]["id"] == badge["credentialSubject"]["id"] for badge in badges)


def test_the_strongest_passage_comes_first():
    first = read("open-badges", full_dossier())["verifiableCredential"][0]
    assert [e["narrative"] for e in first["evidence"]] == [SENTENCES[1], SENTENCES[0]]
    assert first["evidence"][0]["description"] == "Attesté par un tiers"


def test_badges_are_aligned_to_the_national_register_only():
    (bloc, fiche), *_ = (
        b["credentialSubject"]["achievement"]["alignment"]
        for b in read("open-badges", rncp_dossier())["verifiableCredential"]
    )
    assert (bloc["targetCode"], fiche["targetCode"]) == ("B1", "RNCP37715")
    assert fiche["targetUrl"] == "https://www.francecompetences.fr/recherche/rncp/37715/"
    local = read("open-badges", full_dossier())["verifiableCredential"][0]
    assert "alignment" not in local["credentialSubject"]["achievement"]


def test_a_badge_that_lost_its_issuer_is_noticed():
    badge = read("open-badges", full_dossier())["verifiableCredential"][0]
    assert badge_faults({**badge, "issuer": {}}) == ["issuer", "id", "type"]


@pytest.mark.parametrize("dossier", [rncp_dossier(), untidy_dossier(), Dossier("d")], ids=["rncp", "untidy", "empty"])
def test_a_resume_names_what_json_resume_knows(dossier):
    assert resume_faults(read("json-resume", dossier)) == []


def test_a_resume_reads_the_contact_and_the_dates_that_it_can():
    resume = read("json-resume", rncp_dossier())
    assert resume["basics"]["email"] == "zoe.l@exemple.fr"
    assert resume["basics"]["phone"] == "06 12 34 56 78"
    assert (resume["projects"][0]["startDate"], resume["projects"][0]["endDate"]) == ("2016", "2024")
    assert resume["projects"][0]["highlights"][0] == "Repérer une urgence"


def test_a_date_that_cannot_be_read_is_kept_in_words():
    dossier = full_dossier()
    vague = replace(dossier.experiences["x1"], start="après le bac", end="")
    project = read("json-resume", replace(dossier, experiences={"x1": vague}))["projects"][0]
    assert "startDate" not in project
    assert "Période : Depuis après le bac" in project["description"]


def test_europass_says_how_it_differs_and_claims_no_bloc():
    credential = read("europass", full_dossier())
    assert "ni signé ni cacheté" in credential["displayParameter"]["description"]["fr"][0]
    (claim,) = credential["credentialSubject"]["hasClaim"]
    assert claim["description"]["fr"][0].startswith("2 sur 2 compétences du bloc B1")
    assert len(claim["specifiedBy"]["learningOutcome"]) == 2
    assert "awardedBy" not in claim


def test_what_stayed_with_an_archived_edition_is_told_apart():
    dossier = full_dossier()
    left = replace(dossier.evidence["e1"], id="e9", fiche="a1")
    dossier = replace(
        dossier,
        evidence={**dossier.evidence, "e9": left},
        archives={"a1": Archive("a1", FICHE, "EX-1")},
    )
    badges = read("open-badges", dossier)["verifiableCredential"]
    assert [b["credentialSubject"]["achievement"]["humanCode"] for b in badges] == ["B1-C01", "B1-C02", "B1-C01"]
    assert len({b["id"] for b in badges}) == 3
    assert badges[2]["credentialSubject"]["achievement"]["description"].endswith("(version précédente)")
    assert len(read("europass", dossier)["credentialSubject"]["hasClaim"]) == 2
    assert len(read("json-resume", dossier)["skills"]) == 2
    assert len(read("vae", dossier)["dossiersDeFaisabilite"]) == 1
