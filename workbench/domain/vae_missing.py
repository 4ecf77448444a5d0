"""What a dossier de faisabilité still lacks, each thing named where it is filled."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.dossier import Dossier
from workbench.domain.moments import read_moment
from workbench.domain.referential import Bloc, Fiche
from workbench.domain.vae_drafts import answer_to, comment_on
from workbench.domain.vae_form import SECTIONS, Field, Kind, Section


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to fill: its `name` for programs, its `section` of the form (or a bloc’s code), the words, its bloc."""

    name: str
    section: str
    words: str
    bloc: str = ""

    @property
    def sentence(self) -> str:
        """Return the words with the bloc that they are about."""
        return f"« {self.bloc} » : {self.words}" if self.bloc else self.words


def missing(dossier: Dossier, fiche: Fiche) -> tuple[Missing, ...]:
    """Return what the dossier de faisabilité of a fiche lacks, in the order of the form."""
    return (*_missing_names(dossier), *_missing_fields(dossier, fiche), *_missing_rest(dossier, fiche))


def aimed_blocs(dossier: Dossier, fiche: Fiche) -> tuple[Bloc, ...]:
    """Return the blocs asked for; all of them until some are named."""
    named = dossier.vae.aimed.get(fiche.code)
    return fiche.blocs if named is None else tuple(bloc for bloc in fiche.blocs if bloc.code in named)


def is_readable(field: Field, answer: str) -> bool:
    """Say whether an answer is one that its field accepts: a whole date, a number of hours, one of the choices."""
    if field.kind is Kind.DAY:
        moment = read_moment(answer)
        return moment is not None and moment.day is not None
    if field.kind is Kind.HOURS:
        return hours(answer) is not None
    return field.kind is not Kind.CHOICE or answer in dict(field.choices)


def hours(answer: str) -> float | None:
    """Return a number of hours as it is written (« 12 », « 3,5 h »), or None where it is something else."""
    number = answer.strip().lower().removesuffix("heures").removesuffix("heure").removesuffix("h").strip()
    whole, _, part = number.replace(".", ",").partition(",")
    if not (whole.isascii() and whole.isdigit() and (not part or (part.isascii() and part.isdigit()))):
        return None
    return float(f"{whole}.{part or 0}")


def _missing_names(dossier: Dossier) -> Iterator[Missing]:
    for name, value, words in (
        ("candidat.prenom", dossier.person.first_name, "Prénom"),
        ("candidat.nom", dossier.person.last_name, "Nom de naissance"),
    ):
        if not value.strip():
            yield Missing(name, "personne", words)


def _missing_fields(dossier: Dossier, fiche: Fiche) -> Iterator[Missing]:
    for section in SECTIONS:
        for field in section.fields:
            lack = _lack(dossier, fiche, section, field)
            if lack:
                yield Missing(field.name, section.name, lack)


def _lack(dossier: Dossier, fiche: Fiche, section: Section, field: Field) -> str:
    answer = answer_to(dossier, "" if section.personal else fiche.code, field.name).text.strip()
    if not answer:
        return "" if field.optional else field.label
    return "" if is_readable(field, answer) else f"{field.label} : « {answer} » ne se lit pas"


def _missing_rest(dossier: Dossier, fiche: Fiche) -> Iterator[Missing]:
    if not dossier.experiences:
        yield Missing("experiences", "experiences", "Au moins une expérience")
    if fiche.code not in dossier.vae.aimed:
        yield Missing("certification.estViseePartiellement", "blocs", "Certification entière, ou blocs demandés")
    elif not aimed_blocs(dossier, fiche):
        yield Missing("certification.blocs", "blocs", "Au moins un bloc demandé")
    for bloc in aimed_blocs(dossier, fiche):
        yield from _missing_of_bloc(dossier, fiche, bloc)


def _missing_of_bloc(dossier: Dossier, fiche: Fiche, bloc: Bloc) -> Iterator[Missing]:
    title = bloc.title or bloc.code
    silent = sum((fiche.code, c.code) not in dossier.vae.held for c in bloc.competences)
    if silent:
        counted = "1 compétence" if silent == 1 else f"{silent} compétences"
        yield Missing("blocs.competences.statut", bloc.code, f"{counted} sans réponse", title)
    comment = comment_on(dossier, fiche.code, bloc)
    if comment.is_draft:
        state = "commentaire à relire" if comment.text else "commentaire à écrire"
        yield Missing("blocs.commentaire", bloc.code, state, title)
