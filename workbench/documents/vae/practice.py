"""The dossier professionnel: by activity (a bloc), examples of practice under five headings."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import Block, BulletList, Cover, Document, Heading, KeyValues, Tone, joined, plain
from workbench.documents.vae.parts import (
    FROM_EXPERIENCE,
    FROM_PASSAGES,
    NO_NAME,
    TO_FILL,
    answer_of,
    drafts_notice,
    sworn,
    written,
)
from workbench.documents.words import count, day
from workbench.domain.dossier import Dossier, Experience
from workbench.domain.referential import Bloc, Fiche
from workbench.domain.vae import Part, Practice
from workbench.domain.vae_drafts import experience_id_of, practice_text, practised
from workbench.domain.vae_form import FIELDS
from workbench.domain.vae_missing import aimed_blocs

TITLE: Final = "Dossier professionnel"
MENTION: Final = "Document sans valeur de certification : le jury seul décide"
PARTS: Final = {
    Part.TASKS: "1. Tâches effectuées, et dans quelles conditions",
    Part.MEANS: "2. Moyens utilisés",
    Part.OTHERS: "3. Avec qui",
    Part.CONTEXT: "4. Contexte",
    Part.MORE: "5. Compléments",
}


def practice_document(dossier: Dossier, fiche: Fiche, on: date, place: str = "") -> Document:
    """Return the dossier professionnel for a fiche as it stands on a date; `place` is where it is signed."""
    name = dossier.person.name or NO_NAME
    facts = (
        ("Certification", joined((fiche.title, fiche.code))),
        ("Établi le", day(on)),
        ("Avec", dossier.counsellor),
    )
    blocks: list[Block] = [Cover(TITLE, name, tuple((k, v) for k, v in facts if v.strip()), f"{MENTION}.")]
    blocks += _contents(dossier, fiche)
    for number, bloc in enumerate(aimed_blocs(dossier, fiche), 1):
        blocks += _activity(dossier, fiche, number, bloc)
    blocks += _titles(dossier, fiche)
    blocks += sworn(dossier, on, place)
    return Document(f"{TITLE} – {name}", name, TITLE, MENTION, on, tuple(blocks))


def practices_of(dossier: Dossier, fiche: Fiche, bloc: Bloc) -> tuple[tuple[Experience, tuple[Practice, ...]], ...]:
    """Return the examples of a bloc: each experience with its five headings."""
    return tuple(
        (experience, tuple(Practice(fiche.code, bloc.code, experience.id, part) for part in Part))
        for experience in practised(dossier, fiche.code, bloc)
    )


def _contents(dossier: Dossier, fiche: Fiche) -> Iterator[Block]:
    yield Heading(1, "Les activités et leurs exemples")
    blocs = aimed_blocs(dossier, fiche)
    if not blocs:
        yield plain("Ce référentiel n’a pas de bloc : aucune activité ne peut encore être décrite.")
        return
    lines = []
    for number, bloc in enumerate(blocs, 1):
        examples = len(practised(dossier, fiche.code, bloc))
        said = count(examples, "exemple", "exemples") if examples else "pas encore d’exemple"
        lines.append(f"Activité {number} – {bloc.title or bloc.code} : {said}.")
    yield BulletList(tuple(lines))
    yield from drafts_notice(_drafts(dossier, fiche))


def _drafts(dossier: Dossier, fiche: Fiche) -> int:
    texts = [
        practice_text(dossier, practice)
        for bloc in aimed_blocs(dossier, fiche)
        for _, practices in practices_of(dossier, fiche, bloc)
        for practice in practices
    ]
    return sum(text.is_draft and bool(text.text) for text in texts)


def _activity(dossier: Dossier, fiche: Fiche, number: int, bloc: Bloc) -> Iterator[Block]:
    yield Heading(1, f"Activité {number} – {bloc.title or bloc.code}")
    yield plain(bloc.code, Tone.SMALL)
    examples = practices_of(dossier, fiche, bloc)
    if not examples:
        yield plain("Aucun exemple n’est encore raconté pour cette activité.")
        yield BulletList(tuple(c.title or c.code for c in bloc.competences), "Ce qu’un exemple pourrait montrer")
    for place, (experience, practices) in enumerate(examples, 1):
        yield Heading(2, f"Exemple {place} – {experience.title or 'Expérience sans titre'}")
        shown = [c.title or c.code for c in bloc.competences if _is_shown(dossier, fiche, c.code, experience.id)]
        if shown:
            yield BulletList(tuple(shown), "Compétences que cet exemple montre")
        for practice in practices:
            yield Heading(3, PARTS[practice.part])
            source = FROM_PASSAGES if practice.part is Part.TASKS else FROM_EXPERIENCE
            empty = "Rien de plus." if practice.part is Part.MORE else f"{TO_FILL}."
            yield from written(practice_text(dossier, practice), source, empty)


def _is_shown(dossier: Dossier, fiche: Fiche, competence: str, experience_id: str) -> bool:
    proofs = dossier.evidence_for(fiche.code, competence)
    return experience_id in {experience_id_of(dossier, proof) for proof in proofs}


def _titles(dossier: Dossier, fiche: Fiche) -> Iterator[Block]:
    yield Heading(1, "Titres, diplômes et pièces")
    pairs = tuple((FIELDS[n].label, answer_of(dossier, owner, n) or TO_FILL) for n, owner in _titles_of(fiche))
    yield KeyValues("Titres, diplômes et pièces", pairs)


def _titles_of(fiche: Fiche) -> tuple[tuple[str, str], ...]:
    highest = "candidat.situation.niveauCertificationObtenuePlusEleve"
    title = "candidat.situation.intituleCertificationObtenuePlusEleve"
    return ((highest, ""), (title, ""), ("documents", fiche.code))
