"""The experiences of the portfolio: on one axis of time, then each as an evidence card."""

from collections.abc import Iterator
from datetime import date

from workbench.documents.blocks import (
    Block,
    BulletList,
    Heading,
    KeyValues,
    Table,
    TimeLine,
    TimeSpan,
    joined,
    plain,
)
from workbench.documents.portfolio.depths import Card, Depth, Part
from workbench.documents.portfolio.proofs import Proofs, shown_in
from workbench.documents.words import KIND, period
from workbench.domain.dossier import Dossier, Experience
from workbench.domain.lifeline import LifeLine, Stretch, life_line


def life(dossier: Dossier, on: date) -> Iterator[Block]:
    """Draw the experiences on one axis, with a table that says the same; nothing where no period says a date."""
    line = life_line(dossier.experiences.values(), on)
    if not line.stretches:
        return
    yield Heading(1, "La ligne de vie")
    spans = tuple(TimeSpan(_title(s.experience), s.first, s.last, s.begins and s.ends) for s in line.stretches)
    yield TimeLine("Les expériences sur un axe de temps", spans, _said(line))
    rows = tuple(_row(stretch) for stretch in line.stretches)
    header = ("Expérience", "Cadre", "Période", "En même temps que")
    yield Table("La ligne de vie, en mots", header, rows, (3, 2.5, 2, 2.7))
    if line.undated:
        yield BulletList(tuple(map(_title, line.undated)), "Sans date dite, ou sans date lisible")


def _said(line: LifeLine) -> str:
    told = " ; ".join(f"{_title(s.experience)}, {_when(s.experience)}" for s in line.stretches)
    return f"Frise des expériences, de {line.years[0]} à {line.years[1] - 1}. {told}."


def _row(stretch: Stretch) -> tuple[str, ...]:
    experience = stretch.experience
    beside = " ; ".join(title or "Expérience sans titre" for title in stretch.alongside)
    return (_title(experience), KIND[experience.kind], _when(experience), beside or "–")


def experiences(dossier: Dossier, proofs: Proofs, depth: Depth) -> Iterator[Block]:
    """Tell each experience under the headings of an evidence card."""
    yield Heading(1, "Les expériences")
    if not dossier.experiences:
        yield plain(
            "Aucune expérience n’est encore décrite. Un emploi, un engagement bénévole, un proche accompagné, "
            "un savoir-faire pratiqué chez soi : tout peut entrer ici."
        )
    for experience in dossier.experiences.values():
        yield Heading(2, _title(experience))
        yield KeyValues(f"Fiche de preuve : {_title(experience)}", _card(dossier, experience, depth))
        shown = shown_in(dossier, proofs, experience)
        if shown:
            yield BulletList(tuple(c.title or c.code for c in shown), "Ce que cette expérience montre")


def _card(dossier: Dossier, experience: Experience, depth: Depth) -> tuple[tuple[str, str], ...]:
    """Return the headings that say something, and the titles of the stories."""
    recits = [r.title for r in dossier.recits.values() if r.experience_id == experience.id]
    said = {
        Card.TASKS: experience.tasks,
        Card.MEANS: experience.means,
        Card.OTHERS: _lines(("Avec", experience.team), ("Pour", experience.public)),
        Card.FRAME: joined((KIND[experience.kind], _when(experience), experience.organisation, experience.place)),
        Card.MORE: experience.notes,
    }
    told = " ; ".join(f"« {title or 'sans titre'} »" for title in recits) if depth.has(Part.PLACES) else ""
    pairs = [*((heading.value, said[heading]) for heading in depth.headings), ("Récits", told)]
    return tuple((key, value) for key, value in pairs if value.strip())


def _lines(*named: tuple[str, str]) -> str:
    return "\n".join(f"{name} : {value.strip()}" for name, value in named if value.strip())


def _when(experience: Experience) -> str:
    return period(experience.start, experience.end)


def _title(experience: Experience) -> str:
    return experience.title or "Expérience sans titre"
