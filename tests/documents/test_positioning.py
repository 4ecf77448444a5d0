from dataclasses import replace

from tests.documents.samples import FICHE, ON, full_dossier
from workbench.documents.blocks import Heading, Paragraph, Signatures, Table
from workbench.documents.positioning import missing_for_positioning, positioning_report
from workbench.domain.dossier import Dossier
from workbench.domain.mastery import Mastery, Ratings
from workbench.domain.positioning import Decision, Duration, Note, Position, Positioning, Prerequisite

POSITIONING = Positioning(
    notes={Note.ASSESSOR: "Paul Mercier", Note.PLAN: "Commencer par le module 2.\n\nPuis le stage."},
    prerequisites={"q": Prerequisite("q", "Permis B", met=False)},
    positions={
        "B1-C01": Position(Decision.WAIVED, "Mise en situation"),
        "B2-C01": Position(Decision.REINFORCED, plan="Un tuteur"),
    },
    durations={"B1": Duration(20 * 60), "B2": Duration(10 * 60)},
)


def positioned():
    ratings = {("EX-1", "B1-C01"): Ratings(Mastery.ACCOMPANIED, Mastery.PASSES_ON)}
    return replace(full_dossier(), positionings={"EX-1": POSITIONING}, ratings=ratings)


def tables(document):
    return {b.caption: b for b in document.blocks if isinstance(b, Table)}


def said(document):
    return " ".join(r.text for b in document.blocks if isinstance(b, Paragraph) for r in b.runs)


def test_the_programme_is_told_before_and_after():
    report = positioning_report(positioned(), "EX-1", ON)
    assert tables(report)["Le programme avant et après"].rows == (
        ("Veiller", "20 h", "10 h", "– 10 h"),
        ("Entretenir", "10 h", "15 h", "+ 5 h"),
        ("Programme entier", "30 h", "25 h", "– 5 h"),
    )
    assert "Le programme passe de 30 h à 25 h : 5 h de moins." in said(report)


def test_each_competence_has_both_ratings_its_gap_its_proof_and_its_decision():
    rows = tables(positioning_report(positioned(), "EX-1", ON))["Positionnement : Veiller"].rows
    proof = "Attesté par un tiers (2 passages) ; Mise en situation"
    assert rows[0] == ("Repérer une urgence", "2", "4", "+ 2", proof, "Dispense")
    assert rows[1][1:] == ("–", "–", "–", "Explicité (1 passage)", "À décider")


def test_the_plan_keeps_its_paragraphs_and_what_is_planned():
    report = positioning_report(positioned(), "EX-1", ON)
    assert "Commencer par le module 2. Puis le stage." in said(report)
    assert tables(report)["Ce qui est prévu"].rows == (("Laver le linge", "Renforcement", "Un tuteur"),)


def test_person_and_assessor_sign():
    (places,) = [b.places for b in positioning_report(positioned(), "EX-1", ON).blocks if isinstance(b, Signatures)]
    assert [p.name for p in places] == ["Zoë Łukasz", "Paul Mercier"]


def test_an_empty_report_still_reads_well():
    for dossier, code in ((Dossier("d"), ""), (Dossier("d", fiches={"EX-1": FICHE}), "EX-1")):
        report = positioning_report(dossier, code, ON)
        assert "Les heures du programme ne sont pas encore écrites" in said(report)
        assert report.blocks[-1] == [b for b in report.blocks if isinstance(b, Signatures)][0]  # noqa: RUF015
        assert [b.text for b in report.blocks if isinstance(b, Heading)][-1] == "Signatures"


def test_what_lacks_is_said_and_goes_away():
    assert missing_for_positioning(Dossier("d"), "") == (
        "Un programme : ajoutez au dossier une fiche ou un programme local.",
    )
    assert missing_for_positioning(positioned(), "EX-1") == (
        "La date du positionnement.",
        "La méthode : entretien, mise en situation, questionnaire…",
        "La décision pour 1 compétence.",
    )
