"""The parts of the VAE as the list shows them: their keys, their names, and what each still lacks."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from workbench.domain.dossier import Dossier
from workbench.domain.referential import Bloc, Fiche
from workbench.domain.vae import Part, Practice
from workbench.domain.vae_drafts import practice_text, practised
from workbench.domain.vae_form import SECTIONS
from workbench.domain.vae_missing import Missing, aimed_blocs, missing
from workbench.ui.vae.words import missing_words
from workbench.ui.widgets.card_list import CardRow

_tr = QCoreApplication.translate
LACKS, AIM, BLOC, PRACTICE = "manques", "blocs", "b:", "p:"
_ICONS = {
    "candidat": "personne",
    "situation": "personne",
    "demande": "entretien",
    "parcours": "suite",
    "avis": "reconnaissance",
    "suite": "historique",
}


def part_rows(dossier: Dossier, fiche: Fiche) -> list[CardRow]:
    """Return the rows of the list, in the order in which one fills them."""
    lacks = missing(dossier, fiche)
    numbers = {key: len(found) for key, (_, found) in by_part(lacks).items()}
    rows = [CardRow(LACKS, _tr("VaeParts", "Ce qui reste à compléter"), missing_words(len(lacks)), icon="attention")]
    for section in SECTIONS:
        if section.name == "parcours":
            rows += _bloc_rows(dossier, fiche)
        detail = (
            _tr("VaeParts", "Étapes et délais")
            if section.name == "suite"
            else missing_words(numbers.get(section.name, 0))
        )
        rows.append(CardRow(section.name, section.title, detail, icon=_ICONS[section.name]))
    return rows


def by_part(lacks: Iterable[Missing]) -> dict[str, tuple[str, list[Missing]]]:
    """Group what lacks by the key of the part where it is filled, with the part's title."""
    titles = {section.name: section.title for section in SECTIONS}
    titles |= {
        "personne": _tr("VaeParts", "Personne"),
        "experiences": _tr("VaeParts", "Expériences"),
        AIM: _tr("VaeParts", "Ce qui est demandé"),
    }
    grouped: dict[str, tuple[str, list[Missing]]] = {}
    for lack in lacks:
        key = BLOC + lack.section if lack.bloc else lack.section
        grouped.setdefault(key, (lack.bloc or titles[lack.section], []))[1].append(lack)
    return grouped


def _bloc_rows(dossier: Dossier, fiche: Fiche) -> Iterable[CardRow]:
    aimed = aimed_blocs(dossier, fiche)
    counted = _tr("VaeParts", "{0} blocs sur {1}").format(len(aimed), len(fiche.blocs))
    said = counted if fiche.code in dossier.vae.aimed else missing_words(1)
    yield CardRow(AIM, _tr("VaeParts", "Ce qui est demandé"), said, icon="coche")
    for bloc in aimed:
        yield CardRow(BLOC + bloc.code, bloc.title or bloc.code, _answered(dossier, fiche, bloc), icon="referentiels")
        for experience in practised(dossier, fiche.code, bloc):
            title = _tr("VaeParts", "Exemple : {0}").format(experience.title)
            drafts = _drafts(dossier, fiche, bloc, experience.id)
            state = _tr("VaeParts", "{0} brouillons à relire").format(drafts) if drafts > 1 else ""
            state = _tr("VaeParts", "1 brouillon à relire") if drafts == 1 else state
            yield CardRow(f"{PRACTICE}{bloc.code}|{experience.id}", title, state or _tr("VaeParts", "Relu"))


def _answered(dossier: Dossier, fiche: Fiche, bloc: Bloc) -> str:
    answered = sum((fiche.code, c.code) in dossier.vae.held for c in bloc.competences)
    said = _tr("VaeParts", "{0} réponses sur {1}").format(answered, len(bloc.competences))
    is_read = (fiche.code, bloc.code) in dossier.vae.comments
    return f"{said} · " + (_tr("VaeParts", "commentaire relu") if is_read else _tr("VaeParts", "commentaire à relire"))


def _drafts(dossier: Dossier, fiche: Fiche, bloc: Bloc, experience: str) -> int:
    texts = (practice_text(dossier, Practice(fiche.code, bloc.code, experience, part)) for part in Part)
    return sum(text.is_draft and bool(text.text) for text in texts)
