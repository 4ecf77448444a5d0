"""The synthesis of a CEP interview: what was asked, what was said and seen, what comes next."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import Block, BulletList, Cover, Document, Heading, KeyValues, Notice, Tone, plain
from workbench.documents.recognised import both, by_fiche, facts, name_of, signatures
from workbench.documents.words import KIND, MASTERY, count, day, hours, period
from workbench.domain.dossier import Dossier
from workbench.domain.interviews import Interview, interviews
from workbench.domain.reading import in_plain_words
from workbench.domain.trame import Trame, answer_key

TITLE: Final = "Synthèse de l’entretien"
MENTION: Final = "Document remis à la personne, sans valeur de certification"


def synthesis(dossier: Dossier, trame: Trame | None, on: date, place: str = "") -> Document:
    """Return the synthesis of the interviews so far; `trame` is the guide that the answers belong to."""
    name = name_of(dossier)
    known = facts(
        ("Date", day(on)),
        ("Lieu", place),
        ("Avec", dossier.counsellor),
        ("Rencontres", _met(interviews(dossier))),
        ("Trame suivie", trame.title if trame else ""),
    )
    blocks: list[Block] = [Cover(TITLE, name, known, f"{MENTION}.")]
    blocks += _request(dossier)
    blocks += _answers(dossier, trame)
    blocks += _experiences(dossier)
    blocks += _recognised(dossier)
    blocks += _rights()
    sentence = "La synthèse est relue ensemble ; la personne peut faire corriger ou retirer ce qu’elle veut."
    blocks += signatures(on, place, sentence, *both(dossier))
    return Document(f"{TITLE} – {name}", name, TITLE, MENTION, on, tuple(blocks))


def missing_for_synthesis(dossier: Dossier, trame: Trame | None) -> tuple[str, ...]:
    """Return a sentence for each thing that the synthesis lacks."""
    lacks = [] if dossier.person.goal else ["La demande de la personne (écran Personne)."]
    lacks += [
        f"« {field.label} », à l’étape « {step.title} »."
        for step in (trame.steps if trame else ())
        for field in step.fields
        if field.required and not dossier.answers.get(answer_key(step, field), "").strip()
    ]
    return tuple(lacks)


def _met(held: tuple[Interview, ...]) -> str:
    if not held:
        return ""
    days = " ; ".join(dict.fromkeys(day(date.fromisoformat(i.began[:10])) for i in held))
    return (
        f"{count(len(held), 'entretien', 'entretiens')} ({days}), {hours(sum(i.seconds for i in held) // 60)} en tout"
    )


def _request(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "La demande")
    yield plain(dossier.person.goal or "La demande reste à formuler, avec les mots de la personne.", Tone.LEAD)


def _answers(dossier: Dossier, trame: Trame | None) -> Iterator[Block]:
    yield Heading(1, "Ce qui s’est dit")
    told = False
    for step in trame.steps if trame else ():
        said = facts(*((f.label, dossier.answers.get(answer_key(step, f), "")) for f in step.fields))
        if said:
            told = True
            yield Heading(2, step.title)
            yield KeyValues(step.title, said)
    if not told:
        yield plain("Rien n’a encore été noté au fil des étapes.")


def _experiences(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Les expériences abordées")
    if not dossier.experiences:
        yield plain("Aucune expérience n’a encore été abordée.")
        return
    lines = []
    for experience in dossier.experiences.values():
        told = sum(r.experience_id == experience.id and bool(r.text.strip()) for r in dossier.recits.values())
        when = period(experience.start, experience.end) or "sans date"
        stories = count(told, "récit", "récits")
        lines.append(
            f"{experience.title or 'Expérience sans titre'} ({KIND[experience.kind].lower()}, {when}) : {stories}."
        )
    yield BulletList(tuple(lines))


def _recognised(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Ce que les récits montrent")
    found = list(by_fiche(dossier))
    if not found:
        yield plain("Aucun passage n’a encore été relié à une compétence.")
    for title, competences in found:
        said = count(len(competences), "compétence étayée", "compétences étayées")
        items = []
        for p in competences:
            own = dossier.ratings_of(p.key, p.competence.code).person
            rated = f" – la personne se situe : {MASTERY[own].split(' : ')[0].lower()}" if own else ""
            items.append(f"{in_plain_words(p.competence.title) or p.competence.code}{rated}")
        yield BulletList(tuple(items), f"{title} : {said} sur {len(competences[0].fiche.competences())}")


def _rights() -> Iterator[Block]:
    yield Heading(1, "Pour la suite")
    yield plain(
        "L’initiative reste à la personne : c’est elle qui décide de la suite, de qui lit ce document et de revenir "
        "ou non. Le conseil en évolution professionnelle est gratuit et confidentiel."
    )
    yield Notice(
        f"{MENTION}.", "Rien de cet entretien n’est transmis à quelqu’un d’autre sans l’accord écrit de la personne."
    )
