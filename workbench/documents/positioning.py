"""The report of a positioning: what a person knows of a programme already, and how the programme changes for her."""

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
    SignaturePlace,
    Signatures,
    Table,
    Tone,
    joined,
    plain,
)
from workbench.documents.words import DECISION, MASTERY, STRENGTH, count, day, hours, paragraphs
from workbench.domain.dossier import Dossier
from workbench.domain.positioning import (
    Balance,
    Decision,
    Note,
    Positioning,
    Prerequisite,
    gap,
    module_balance,
    programme_balance,
    tally,
)
from workbench.domain.referential import Bloc, Competence, Fiche

TITLE: Final = "Positionnement avant la formation"
MENTION: Final = "Document de travail, sans valeur de certification"
_WEIGHTS: Final = (2.9, 1.45, 1.65, 1.05, 1.85, 1.75)
_NO_FICHE: Final = Fiche("", "Formation non choisie", ())
_TALLIED: Final = {
    Decision.WAIVED: ("compétence dispensée", "compétences dispensées"),
    Decision.LIGHTENED: ("compétence allégée", "compétences allégées"),
    Decision.FULL: ("compétence en parcours complet", "compétences en parcours complet"),
    Decision.REINFORCED: ("compétence renforcée", "compétences renforcées"),
    None: ("compétence à décider", "compétences à décider"),
}
_DECISION_MEANING: Final = {
    Decision.WAIVED: "La compétence est déjà là, preuve à l’appui : la personne n’a pas à suivre cette partie.",
    Decision.LIGHTENED: "Une part est acquise : la personne suit ce qui lui manque.",
    Decision.FULL: "La personne suit cette partie en entier.",
    Decision.REINFORCED: "Des heures ou un appui s’ajoutent pour que la personne soit à l’aise.",
}


def positioning_report(dossier: Dossier, fiche_code: str, on: date, place: str = "") -> Document:
    """Return the report of a dossier's positioning before a programme; an unknown code gives an empty report."""
    fiche = dossier.fiches.get(fiche_code, _NO_FICHE)
    positioning = dossier.positioning_of(fiche.code)
    name = dossier.person.name or "Personne non nommée"
    blocks: list[Block] = [_cover(dossier, fiche, positioning, on)]
    blocks += _programme(fiche, positioning)
    blocks += _prerequisites(positioning)
    blocks += _competences(dossier, fiche, positioning)
    blocks += _plan(fiche, positioning)
    blocks += _conditions(positioning)
    blocks += _reading_guide()
    blocks += _signatures(dossier, positioning, on, place)
    return Document(f"{TITLE} – {name}", name, f"{TITLE} : {fiche.title}", MENTION, on, tuple(blocks))


def missing_for_positioning(dossier: Dossier, fiche_code: str) -> tuple[str, ...]:
    """Return a sentence for each thing that the report lacks."""
    fiche = dossier.fiches.get(fiche_code)
    if fiche is None:
        return ("Un programme : ajoutez au dossier une fiche ou un programme local.",)
    positioning = dossier.positioning_of(fiche.code)
    notes = (
        (Note.HELD_ON, "La date du positionnement."),
        (Note.ASSESSOR, "Le nom de qui évalue."),
        (Note.METHOD, "La méthode : entretien, mise en situation, questionnaire…"),
        (Note.PLAN, "Le plan individuel."),
    )
    lacking = [sentence for note, sentence in notes if not positioning.note(note)]
    waiting = tally(fiche, positioning)[None]
    if waiting:
        lacking.append(f"La décision pour {count(waiting, 'compétence', 'compétences')}.")
    if not programme_balance(fiche, positioning).before:
        lacking.append("Les heures prévues par le programme.")
    return tuple(lacking)


def _cover(dossier: Dossier, fiche: Fiche, positioning: Positioning, on: date) -> Cover:
    facts = (
        ("Formation visée", joined((fiche.title, fiche.code))),
        ("Organisme", positioning.note(Note.ORGANISATION)),
        ("Tenu le", positioning.note(Note.HELD_ON)),
        ("Évaluation par", positioning.note(Note.ASSESSOR)),
        ("Méthode", positioning.note(Note.METHOD)),
        ("Projet", dossier.person.goal),
        ("Version du", day(on)),
    )
    name = dossier.person.name or "Personne non nommée"
    return Cover(TITLE, name, tuple((key, value) for key, value in facts if value.strip()), f"{MENTION}.")


def _programme(fiche: Fiche, positioning: Positioning) -> Iterator[Block]:
    yield Heading(1, "Ce qui change dans le programme")
    whole = programme_balance(fiche, positioning)
    yield plain(_change_in_a_line(whole), Tone.LEAD)
    counted = tally(fiche, positioning)
    said = tuple(f"{count(number, *_TALLIED[d])}." for d, number in counted.items() if number)
    if said:
        yield BulletList(said)
    if whole.before or whole.after:
        rows = [(b.title or b.code, *_balance(module_balance(b, positioning))) for b in fiche.blocs]
        rows.append(("Programme entier", *_balance(whole)))
        header = ("Module", "Heures prévues", "Heures gardées", "Différence")
        yield Table("Le programme avant et après", header, tuple(rows), (4, 1.6, 1.6, 1.4))


def _change_in_a_line(whole: Balance) -> str:
    if not whole.before and not whole.after:
        return "Les heures du programme ne sont pas encore écrites : on ne peut pas dire ce qu’il devient."
    if not whole.change:
        return f"Le programme garde ses {hours(whole.before)}."
    more = "de plus" if whole.change > 0 else "de moins"
    return f"Le programme passe de {hours(whole.before)} à {hours(whole.after)} : {hours(whole.change)} {more}."


def _balance(balance: Balance) -> tuple[str, str, str]:
    sign = "+ " if balance.change > 0 else "– " if balance.change < 0 else ""
    return hours(balance.before), hours(balance.after), f"{sign}{hours(balance.change)}" if sign else "="


def _prerequisites(positioning: Positioning) -> Iterator[Block]:
    yield Heading(1, "Ce que la formation suppose")
    if not positioning.prerequisites:
        yield plain("Aucun préalable n’est noté.")
        return
    rows = tuple((p.title or "Sans intitulé", _met(p), p.proof or "–") for p in positioning.prerequisites.values())
    yield Table("Les préalables", ("Préalable", "État", "Ce qui le montre"), rows, (3, 1.2, 3))


def _met(prerequisite: Prerequisite) -> str:
    return {None: "À vérifier", True: "Acquis", False: "À acquérir"}[prerequisite.met]


def _competences(dossier: Dossier, fiche: Fiche, positioning: Positioning) -> Iterator[Block]:
    yield Heading(1, "Compétence par compétence")
    if not fiche.competences():
        yield plain("Ce programme ne détaille aucune compétence : rien ne peut encore y être positionné.")
        return
    levels = ", ".join(f"{int(level)} {words.split(' : ')[0].lower()}" for level, words in MASTERY.items())
    yield plain(
        f"La personne s’est située d’abord, qui évalue ensuite, de 1 à 4 : {levels}. "
        "L’écart va du premier avis au second."
    )
    header = ("Compétence", "La personne", "Évaluation", "Écart", "Preuve", "Décision")
    for bloc in fiche.blocs:
        rows = tuple(_row(dossier, fiche, positioning, competence) for competence in bloc.competences)
        yield Heading(2, bloc.title or bloc.code)
        if rows:
            yield Table(
                f"Positionnement : {bloc.title or bloc.code}", header, rows, (2.9, 1.45, 1.65, 1.05, 1.85, 1.75)
            )
        else:
            yield plain("Ce module ne détaille aucune compétence.", Tone.SMALL)


def _row(dossier: Dossier, fiche: Fiche, positioning: Positioning, competence: Competence) -> tuple[str, ...]:
    ratings = dossier.ratings_of(fiche.code, competence.code)
    position = positioning.position(competence.code)
    between = gap(ratings)
    return (
        competence.title or competence.code,
        str(int(ratings.person)) if ratings.person else "–",
        str(int(ratings.counsellor)) if ratings.counsellor else "–",
        "–" if between is None else "aucun" if not between else f"{'+' if between > 0 else '–'} {abs(between)}",
        _proof(dossier, fiche, competence, position.proof),
        DECISION[position.decision],
    )


def _proof(dossier: Dossier, fiche: Fiche, competence: Competence, other: str) -> str:
    proofs = dossier.evidence_for(fiche.code, competence.code)
    told = ""
    if proofs:
        strongest = STRENGTH[max(e.strength for e in proofs)]
        told = f"{strongest} ({count(len(proofs), 'passage', 'passages')})"
    return joined((told, other), " ; ") or "–"


def _plan(fiche: Fiche, positioning: Positioning) -> Iterator[Block]:
    yield Heading(1, "Le plan individuel")
    for line in paragraphs(positioning.note(Note.PLAN)) or ("Le plan reste à écrire.",):
        yield plain(line)
    rows = tuple(row for bloc in fiche.blocs for row in _planned(bloc, positioning))
    if rows:
        yield Table("Ce qui est prévu", ("Compétence", "Décision", "Ce qui est prévu"), rows, (3.4, 1.5, 3.2))


def _planned(bloc: Bloc, positioning: Positioning) -> Iterator[tuple[str, str, str]]:
    for competence in bloc.competences:
        position = positioning.position(competence.code)
        if position.plan:
            yield competence.title or competence.code, DECISION[position.decision], position.plan


def _conditions(positioning: Positioning) -> Iterator[Block]:
    yield Heading(1, "Dans quelles conditions")
    facts = (("Rythme", positioning.note(Note.RHYTHM)), ("Financement", positioning.note(Note.FUNDING)))
    known = tuple((key, value) for key, value in facts if value)
    if known:
        yield KeyValues("Rythme et financement", known)
    else:
        yield plain("Le rythme et le financement restent à convenir.")
    yield Heading(2, "Les aménagements utiles")
    for line in paragraphs(positioning.note(Note.ADJUSTMENTS)) or ("Aucun aménagement n’est demandé à ce jour.",):
        yield plain(line)
    yield plain("Seul le besoin est écrit ici. Personne n’a à en donner la raison.", Tone.SMALL)


def _reading_guide() -> Iterator[Block]:
    yield Heading(1, "Comment lire ce document")
    rows = tuple((DECISION[decision], meaning) for decision, meaning in _DECISION_MEANING.items())
    yield Table("Les quatre décisions", ("Décision", "Ce qu’elle change"), rows, (1.2, 4))
    yield plain(
        "Les heures gardées sont celles que l’organisme a écrites. Là où il n’en a pas écrit, elles se déduisent des "
        "décisions : les compétences d’un module en partagent les heures à parts égales ; une dispense retire sa part, "
        "un allègement la moitié, un renforcement ajoute la moitié ; on arrondit au quart d’heure."
    )
    yield Notice(
        f"{MENTION}.", "Un positionnement n’est pas un examen. Il peut être revu à tout moment, à la demande de chacun."
    )


def _signatures(dossier: Dossier, positioning: Positioning, on: date, place: str) -> Iterator[Block]:
    yield Heading(1, "Signatures")
    where = f"Fait à {place}, le {day(on)}." if place.strip() else f"Fait le {day(on)}."
    yield plain(f"{where} Chacun signe après avoir relu et garde un exemplaire.")
    yield Signatures(
        (
            SignaturePlace("La personne", dossier.person.name),
            SignaturePlace("L’évaluateur, l’évaluatrice", positioning.note(Note.ASSESSOR)),
        )
    )
