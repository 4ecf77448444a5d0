"""The dossier de faisabilité of a VAE: every field, what is missing first, then bloc by bloc what the person holds."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import (
    Block,
    BulletList,
    Cover,
    Document,
    Heading,
    KeyValues,
    Notice,
    Table,
    Tone,
    joined,
    plain,
)
from workbench.documents.data.vae import Duration, duration
from workbench.documents.vae.parts import (
    FROM_PASSAGES,
    NO_NAME,
    TO_FILL,
    answer_of,
    drafts_notice,
    section_pairs,
    sworn,
    written,
)
from workbench.documents.words import KIND, STRENGTH, count, day, period
from workbench.domain.dossier import Dossier, Evidence, Experience
from workbench.domain.referential import Bloc, Fiche
from workbench.domain.vae_deadlines import State, Step, steps
from workbench.domain.vae_drafts import comment_on
from workbench.domain.vae_form import SECTIONS, Section
from workbench.domain.vae_missing import Missing, aimed_blocs, missing

TITLE: Final = "Dossier de faisabilité VAE"
MENTION: Final = "Document préparatoire : la recevabilité et la validation ne sont pas décidées ici"

_DURATIONS: Final = {
    Duration.UNKNOWN: "Inconnue",
    Duration.UNDER_ONE: "Moins d’un an",
    Duration.ONE_TO_THREE: "Entre un et trois ans",
    Duration.OVER_THREE: "Plus de trois ans",
    Duration.OVER_FIVE: "Plus de cinq ans",
    Duration.OVER_TEN: "Plus de dix ans",
}
_SECTIONS: Final = {section.name: section for section in SECTIONS}
_PART_TITLES: Final = {
    **{section.name: section.title for section in SECTIONS},
    "personne": _SECTIONS["candidat"].title,
    "experiences": "Expériences",
    "blocs": "Blocs demandés",
}


def feasibility_document(dossier: Dossier, fiche: Fiche, on: date, place: str = "") -> Document:
    """Return the dossier de faisabilité for a fiche as it stands on a date; `place` is where it is signed."""
    name = dossier.person.name or NO_NAME
    blocks: list[Block] = [_cover(dossier, fiche, name, on)]
    blocks += _to_fill(dossier, fiche)
    blocks += _request(dossier, fiche)
    blocks += _person(dossier, fiche)
    blocks += _experiences(dossier, on)
    blocks += _competences(dossier, fiche)
    blocks += _section(dossier, fiche, _SECTIONS["parcours"])
    blocks += _section(dossier, fiche, _SECTIONS["avis"])
    blocks += _follow_up(dossier, fiche, on)
    blocks += sworn(dossier, on, place)
    return Document(f"{TITLE} – {name}", name, TITLE, MENTION, on, tuple(blocks))


def _cover(dossier: Dossier, fiche: Fiche, name: str, on: date) -> Cover:
    facts = (
        ("Certification", joined((fiche.title, fiche.code))),
        ("Établi le", day(on)),
        ("Avec", dossier.counsellor),
    )
    return Cover(TITLE, name, tuple((key, value) for key, value in facts if value.strip()), f"{MENTION}.")


def _to_fill(dossier: Dossier, fiche: Fiche) -> Iterator[Block]:
    yield Heading(1, "Ce qui reste à compléter")
    lacks = missing(dossier, fiche)
    if not lacks:
        yield plain("Rien ne manque : tous les champs sont remplis et chaque commentaire a été relu.")
        return
    yield plain(f"{count(len(lacks), 'point reste', 'points restent')} à compléter ou à relire avant l’envoi.")
    yield KeyValues("Ce qui manque, partie par partie", tuple(_by_section(lacks)))


def _by_section(lacks: tuple[Missing, ...]) -> Iterator[tuple[str, str]]:
    parts: dict[str, list[str]] = {}
    for lack in lacks:
        parts.setdefault(_PART_TITLES.get(lack.section, "Compétences"), []).append(lack.sentence)
    for title, words in parts.items():
        yield title, " ; ".join(words)


def _request(dossier: Dossier, fiche: Fiche) -> Iterator[Block]:
    yield Heading(1, "La demande")
    if fiche.notice:
        yield Notice("À savoir", fiche.notice)
    aimed = dossier.vae.aimed.get(fiche.code)
    scope = TO_FILL
    if aimed is not None:
        whole = len(aimed_blocs(dossier, fiche)) == len(fiche.blocs)
        scope = "La certification entière" if whole else f"{count(len(aimed), 'bloc', 'blocs')} sur {len(fiche.blocs)}"
    level = f"Niveau {fiche.level}" if fiche.level else ""
    certification = joined((fiche.title, fiche.code, level, fiche.origin))
    pairs = (("Certification", certification or TO_FILL), ("Ce qui est demandé", scope))
    yield KeyValues("La demande", (*pairs, *section_pairs(dossier, fiche, _SECTIONS["demande"])))


def _person(dossier: Dossier, fiche: Fiche) -> Iterator[Block]:
    section = _SECTIONS["candidat"]
    yield Heading(1, section.title)
    names = (
        ("Nom de naissance", dossier.person.last_name or TO_FILL),
        ("Prénom", dossier.person.first_name or TO_FILL),
    )
    yield KeyValues("Identité et coordonnées", (*names, *section_pairs(dossier, fiche, section)))
    yield from _section(dossier, fiche, _SECTIONS["situation"], level=2)


def _section(dossier: Dossier, fiche: Fiche, section: Section, level: int = 1) -> Iterator[Block]:
    yield Heading(level, section.title)
    yield KeyValues(section.title, section_pairs(dossier, fiche, section))


def _experiences(dossier: Dossier, on: date) -> Iterator[Block]:
    yield Heading(1, "Expériences en rapport avec la certification")
    if not dossier.experiences:
        yield plain("Aucune expérience n’est encore décrite. Salariée ou non, bénévole ou familiale : toutes comptent.")
    for experience in dossier.experiences.values():
        yield Heading(2, experience.title or "Expérience sans titre")
        yield KeyValues("L’expérience", _facts(experience, on))


def _facts(experience: Experience, on: date) -> tuple[tuple[str, str], ...]:
    facts = (
        ("Cadre", joined((KIND[experience.kind], experience.organisation, experience.place))),
        ("Période", period(experience.start, experience.end)),
        ("Durée", _DURATIONS[duration(experience, on)]),
        ("Activités", experience.tasks),
        ("Public", experience.public),
        ("Moyens", experience.means),
        ("Équipe", experience.team),
        ("Compléments", experience.notes),
    )
    return tuple((key, value) for key, value in facts if value.strip())


def _competences(dossier: Dossier, fiche: Fiche) -> Iterator[Block]:
    yield Heading(1, "Compétences, bloc par bloc")
    aimed = aimed_blocs(dossier, fiche)
    drafts = [c for c in (comment_on(dossier, fiche.code, b) for b in aimed) if c.is_draft and c.text]
    yield from drafts_notice(len(drafts))
    for bloc in aimed:
        yield from _bloc(dossier, fiche, bloc)
    others = tuple(joined((b.code, b.title)) for b in fiche.blocs if b not in aimed)
    if others:
        yield BulletList(others, "Blocs qui ne sont pas demandés")


def _bloc(dossier: Dossier, fiche: Fiche, bloc: Bloc) -> Iterator[Block]:
    yield Heading(2, bloc.title or bloc.code)
    yield plain(bloc.code, Tone.SMALL)
    rows = []
    for competence in bloc.competences:
        held = dossier.vae.held.get((fiche.code, competence.code))
        proofs = dossier.evidence_for(fiche.code, competence.code)
        rows.append((competence.title or competence.code, held.value if held else TO_FILL, _support(proofs)))
    if rows:
        yield Table(
            "Ce que la personne dit maîtriser", ("Compétence", "Maîtrisée", "Appui"), tuple(rows), (5, 2.1, 2.4)
        )
    yield Heading(3, "Lien entre les activités et le bloc")
    yield from written(comment_on(dossier, fiche.code, bloc), FROM_PASSAGES)


def _support(proofs: tuple[Evidence, ...]) -> str:
    if not proofs:
        return "Pas encore raconté"
    told = count(len(proofs), "passage", "passages")
    return f"{told} ; au mieux : {STRENGTH[max(e.strength for e in proofs)].lower()}"


def _follow_up(dossier: Dossier, fiche: Fiche, on: date) -> Iterator[Block]:
    yield Heading(1, "Étapes et délais")
    rows = tuple((s.title, day(s.on) if s.on else "–", state_words(s)) for s in steps(dossier, fiche, on))
    yield Table("Les étapes de la démarche", ("Étape", "Date", "Où l’on en est"), rows, (2.6, 2, 5))
    decision = answer_of(dossier, fiche.code, "decision")
    if decision:
        reasons = answer_of(dossier, fiche.code, "decision.commentaire")
        pairs = (("Décision", decision), ("Motifs", reasons))
        yield KeyValues("Décision du certificateur", tuple((k, v) for k, v in pairs if v))


def state_words(step: Step) -> str:
    """Say where a step stands."""
    due = day(step.due) if step.due else ""
    said = {
        State.DONE: "Fait",
        State.NEXT: "Prochaine étape",
        State.LATER: "À venir",
        State.WAITING: f"Réponse attendue au plus tard le {due} ; sans réponse à cette date, le dossier est recevable",
        State.TACIT: f"Sans réponse au {due} : le silence vaut recevabilité",
    }[step.state]
    return joined((f"{said}.", step.warning), " ")
