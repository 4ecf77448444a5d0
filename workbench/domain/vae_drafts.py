"""What the dossier tells by itself for a VAE: prefilled answers, and drafts that quote the accepted passages.

A draft is what a counsellor starts from; it stays one until it is edited or confirmed (then it is in `Dossier.vae`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.domain.contact import email_of, phone_of
from workbench.domain.dossier import Dossier, Evidence, Experience
from workbench.domain.referential import Bloc, Competence
from workbench.domain.vae import Part, Practice

LONGEST_QUOTE: Final = 320
"""Characters of a passage that a draft quotes; the rest is left out at the end of a word, and said so."""
MOST_QUOTES: Final = 2
"""Passages that a draft quotes for one competence of an experience, the strongest first."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the VAE, and whether it is still a draft.

    A draft may be empty; another text is empty where the person withdrew it for a document: no draft takes its place.
    """

    text: str
    is_draft: bool


def answer_to(dossier: Dossier, fiche: str, name: str) -> Written:
    """Return the answer to a field, or what the dossier tells of it, as a draft."""
    written = dossier.vae.answers.get((fiche, name))
    if written is not None:
        return Written(written, is_draft=False)
    return Written(_prefilled(dossier, fiche, name), is_draft=True)


def comment_on(dossier: Dossier, fiche: str, bloc: Bloc) -> Written:
    """Return the comment of a bloc, or its draft."""
    written = dossier.vae.comments.get((fiche, bloc.code))
    if written is not None:
        return Written(written, is_draft=False)
    return Written(draft_comment(dossier, fiche, bloc), is_draft=True)


def practice_text(dossier: Dossier, practice: Practice) -> Written:
    """Return a heading of an example of practice, or its draft."""
    written = dossier.vae.practices.get(practice)
    if written is not None:
        return Written(written, is_draft=False)
    return Written(_draft_part(dossier, practice), is_draft=True)


def practised(dossier: Dossier, fiche: str, bloc: Bloc) -> tuple[Experience, ...]:
    """Return the experiences that exemplify a bloc: evidence was accepted there, or somebody wrote of it."""
    proofs = [e for c in bloc.competences for e in dossier.evidence_for(fiche, c.code)]
    told = {experience_id_of(dossier, proof) for proof in proofs}
    told |= {p.experience for p in dossier.vae.practices if (p.fiche, p.bloc) == (fiche, bloc.code)}
    return tuple(e for e in dossier.experiences.values() if e.id in told)


def draft_comment(dossier: Dossier, fiche: str, bloc: Bloc) -> str:
    """Tie a bloc to what the person did: a paragraph for each experience, with the person's words."""
    paragraphs = []
    for experience in practised(dossier, fiche, bloc):
        quotes = list(_quotes(dossier, fiche, bloc, experience.id))
        if quotes:
            paragraphs.append("\n".join((f"{_named(experience)} :", *quotes)))
    missing = [_title(c) for c in bloc.competences if not dossier.evidence_for(fiche, c.code)]
    if paragraphs and missing:
        paragraphs.append("Pas encore raconté : " + " ; ".join(missing) + ".")
    return "\n\n".join(paragraphs)


def _quotes(dossier: Dossier, fiche: str, bloc: Bloc, experience_id: str) -> Iterator[str]:
    for competence in bloc.competences:
        proofs = [
            e for e in dossier.evidence_for(fiche, competence.code) if experience_id_of(dossier, e) == experience_id
        ]
        strongest = sorted(proofs, key=lambda e: -e.strength)[:MOST_QUOTES]
        if strongest:
            words = " ".join(f"« {shortened(said(dossier, e))} »" for e in strongest)
            yield f"– {_title(competence)} : {words}"


def _draft_part(dossier: Dossier, practice: Practice) -> str:
    experience = dossier.experiences.get(practice.experience)
    if experience is None:
        return ""
    texts = {
        Part.TASKS: lambda: _tasks(dossier, practice),
        Part.MEANS: lambda: experience.means,
        Part.OTHERS: lambda: "\n".join(part for part in (experience.team, experience.public) if part.strip()),
        Part.CONTEXT: lambda: _context(experience),
        Part.MORE: lambda: experience.notes,
    }
    return texts[practice.part]().strip()


def _tasks(dossier: Dossier, practice: Practice) -> str:
    """Return the tasks that were written, then each passage of the experience that shows the bloc, as it was told."""
    fiche = dossier.fiches.get(practice.fiche)
    bloc = next((b for b in fiche.blocs if b.code == practice.bloc), None) if fiche else None
    proofs = [e for c in bloc.competences for e in dossier.evidence_for(practice.fiche, c.code)] if bloc else []
    kept = [e for e in proofs if experience_id_of(dossier, e) == practice.experience]
    recits = list(dossier.recits)
    places = {(recits.index(e.recit_id), e.span.start, e.span.end): e for e in kept}
    quotes = [f"« {said(dossier, e)} »" for _, e in sorted(places.items())]
    experience = dossier.experiences[practice.experience]
    return "\n".join(part for part in (experience.tasks, *quotes) if part.strip())


def _context(experience: Experience) -> str:
    when = " – ".join(part for part in (experience.start, experience.end) if part.strip())
    parts = (experience.title, experience.organisation, experience.place, when)
    return " ; ".join(part for part in parts if part.strip())


def _prefilled(dossier: Dossier, fiche_code: str, name: str) -> str:
    fiche = dossier.fiches.get(fiche_code)
    known = {
        "candidat.email": email_of(dossier.person.contact),
        "candidat.telephone": phone_of(dossier.person.contact),
        "demande.objectifs": dossier.person.goal,
        "certification.certificateur": ", ".join(fiche.certifiers) if fiche else "",
    }
    return known.get(name, "").strip()


def said(dossier: Dossier, proof: Evidence) -> str:
    """Return how the person puts a proof: her own wording once she read it back, else the words of the story."""
    return " ".join((proof.wording or dossier.passage(proof)).split())


def shortened(passage: str) -> str:
    """Return a passage on one line, its end left out where it is long."""
    words = " ".join(passage.split())
    if len(words) <= LONGEST_QUOTE:
        return words
    return words[:LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:") + " […]"


def experience_id_of(dossier: Dossier, proof: Evidence) -> str:
    """Return the experience that a proof was told about, or nothing if its story was taken out."""
    recit = dossier.recits.get(proof.recit_id)
    return recit.experience_id if recit else ""


def _named(experience: Experience) -> str:
    when = " – ".join(part for part in (experience.start, experience.end) if part.strip())
    title = experience.title or "Expérience sans titre"
    return f"{title} ({when})" if when else title


def _title(competence: Competence) -> str:
    return (competence.title or competence.code).rstrip(" .;")
