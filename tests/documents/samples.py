"""Dossiers that the tests of the documents share: one that is full, one that nobody tidied."""

from dataclasses import replace
from datetime import date

from workbench.documents.blocks import Document
from workbench.documents.portfolio import portfolio
from workbench.domain.dossier import Dossier, Evidence, Experience, ExperienceKind, Person, Recit, Strength
from workbench.domain.positions import Span
from workbench.domain.referential import Bloc, Competence, Fiche

ON = date(2026, 3, 1)
STORY = "J’ai relevé les volets : il était tombé.\nJ’ai appelé le 15 & j’ai attendu <avec lui>.\nJe n’ai rien noté."
LONG_STORY = " ".join(f"Au passage {n}, je vérifiais la porte et je changeais l’eau des fleurs." for n in range(75))
SENTENCES = tuple(STORY.splitlines())
LONG_TITLE = " ".join(["accompagner la personne avec tact afin de préserver son autonomie"] * 6)

FICHE = Fiche(
    "EX-1",
    "Aide à domicile",
    (
        Bloc("B1", "Veiller", (Competence("B1-C01", "Repérer une urgence"), Competence("B1-C02", LONG_TITLE))),
        Bloc("B2", "Entretenir", (Competence("B2-C01", "Laver le linge"),)),
    ),
    level=3,
    origin="Référentiel livré",
    notice="Référentiel illustratif.",
)


def evidence(name: str, words: str, competence: str, strength: Strength, story: str = STORY) -> Evidence:
    """Return a proof whose passage is these words of the story."""
    start = story.index(words)
    recit = "r1" if story is STORY else "r2"
    return Evidence(name, recit, Span(start, start + len(words)), "EX-1", competence, strength)


def full_dossier() -> Dossier:
    """Return a dossier with two stories and three proofs; one competence has none."""
    proofs = (
        evidence("e1", SENTENCES[0], "B1-C01", Strength.TOLD),
        evidence("e2", SENTENCES[1], "B1-C01", Strength.ATTESTED),
        evidence("e3", LONG_STORY, "B1-C02", Strength.EXPLICIT, LONG_STORY),
    )
    recits = (Recit("r1", "x1", "Un lundi", STORY), Recit("r2", "x1", "Les jours", LONG_STORY))
    return Dossier(
        "d1",
        Person("Zoë", "Łukasz", goal="Obtenir un titre"),
        counsellor="Claire Nœud",
        experiences={"x1": Experience("x1", "Chez monsieur Roux", ExperienceKind.CARING, "2016", "2024", "Limoges")},
        recits={recit.id: recit for recit in recits},
        evidence={proof.id: proof for proof in proofs},
        fiches={"EX-1": FICHE},
    )


def untidy_dossier() -> Dossier:
    """Return a dossier with letters no font has, control characters, a fiche of many blocs, one without any."""
    letters = "A\x00\x07 \ud800 👩🏽\u200d🍳 שלום مرحبا → ✓ ☐\u202f: <b>&amp; 日本 \ufffe " + "W" * 2500
    dossier = full_dossier()
    blocs = tuple(
        Bloc(f"M{n}", f"Bloc {n} {letters if n == 3 else ''}", (Competence(f"M{n}-C01", letters),) if n == 5 else ())
        for n in range(40)
    )
    proof = Evidence("e4", "r3", Span(0, len(letters)), "EX-1", "B2-C01")
    return replace(
        dossier,
        person=Person("Zoë 🚀", letters),
        counsellor=letters,
        experiences={**dossier.experiences, "x2": Experience("x2", letters, public=letters, team="ligne\n" * 300)},
        recits={**dossier.recits, "r3": Recit("r3", "gone", letters, letters)},
        evidence={**dossier.evidence, "e4": proof},
        fiches={**dossier.fiches, "M": Fiche("M", letters, blocs, active=False), "V": Fiche("V", "Vide", ())},
    )


def full_document() -> Document:
    """Return the portfolio of the full dossier."""
    return portfolio(full_dossier(), ON, "Limoges")
