"""A dossier whose VAE is filled, one that tries to break the layout, and the documents of both and of an empty one."""

from dataclasses import replace

from tests.documents.samples import FICHE, ON, full_dossier, untidy_dossier
from workbench.documents.vae import feasibility_document, practice_document
from workbench.domain.dossier import Dossier
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.domain.vae import Held, Part, Practice
from workbench.domain.vae_form import SECTIONS, Kind

COMMENT = "Zoë veille seule, la nuit.\n\nElle appelle les secours sans attendre."
SIXTY_WORDS = " ".join(["accompagner la personne avec tact afin de préserver son autonomie"] * 6)
LONG_TEXT = ("Un commentaire qui n’en finit pas de dire ce que la personne fait. " * 75)[:5000]
ANSWERS = {
    "candidat.dateNaissance": "14 février 1984",
    "candidat.departementNaissance": "87",
    "candidat.situation.niveauFormationPlusEleve": "N3_CAP_BEP",
    "avis": "FAVORABLE",
    "dates.faisabilite": "02/02/2026",
}
BY_KIND = {Kind.HOURS: "12", Kind.DAY: "02/01/2026"}


def filled_dossier():
    """Return the full dossier with every field that is asked for written, one bloc aimed at, its comment confirmed."""
    dossier = full_dossier()
    vae = dossier.vae.aiming("EX-1", ("B1",)).commented("EX-1", "B1", COMMENT)
    vae = vae.rated("EX-1", "B1-C01", Held.YES).rated("EX-1", "B1-C02", Held.PARTLY)
    for section in SECTIONS:
        for field in section.fields:
            if not field.optional or field.name in ANSWERS:
                answer = field.choices[0][0] if field.choices else BY_KIND.get(field.kind, "Écrit")
                owner = "" if section.personal else "EX-1"
                vae = vae.answered(owner, field.name, ANSWERS.get(field.name, answer))
    return replace(dossier, vae=vae)


def hostile_dossier():
    """Return a dossier with competences of sixty words, texts of 5,000 characters, letters that no font has."""
    dossier = untidy_dossier()
    competences = [tuple(Competence(f"H{b}-C{n}", SIXTY_WORDS) for n in range(6)) for b in range(2)]
    blocs = (Bloc("H0", "Bloc", competences[0]), Bloc("H1", SIXTY_WORDS, competences[1]))
    vae = dossier.vae.commented("EX-1", "H0", LONG_TEXT).commented("EX-1", "H1", "X" * 5000)
    vae = vae.told(Practice("EX-1", "H0", "x1", Part.TASKS), LONG_TEXT).answered("EX-1", "avis.motifs", LONG_TEXT)
    return replace(dossier, fiches={"EX-1": Fiche("EX-1", SIXTY_WORDS, blocs)}, vae=vae)


def _documents(name, make):
    fiche = make().fiches["EX-1"]
    return {
        f"feasibility, {name}": lambda: feasibility_document(make(), fiche, ON),
        f"practice, {name}": lambda: practice_document(make(), fiche, ON),
    }


VAE_DOCUMENTS = {
    **_documents("filled", filled_dossier),
    **_documents("empty", lambda: Dossier("d", fiches={"EX-1": FICHE})),
    **_documents("hostile", hostile_dossier),
}
