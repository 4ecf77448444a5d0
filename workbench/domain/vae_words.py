"""What each change of a VAE is called in words."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from workbench.domain import vae_changes as v
from workbench.domain.change_names import Names, quoted
from workbench.domain.vae_form import label_of


def _answered(_: Names, change: v.VaeAnswered) -> str:
    return f"VAE : {quoted(label_of(change.field))} {'écrit' if change.answer.strip() else 'effacé'}"


def _aimed(names: Names, change: v.VaeAimed) -> str:
    aimed = "1 bloc demandé" if len(change.blocs) == 1 else f"{len(change.blocs)} blocs demandés"
    return f"VAE : {aimed} pour {quoted(names.fiches.get(change.fiche, change.fiche))}"


def _rated(names: Names, change: v.VaeRated) -> str:
    competence = quoted(names.competences.get((change.fiche, change.competence), change.competence))
    return f"VAE : {competence}, {change.held.value if change.held else 'réponse retirée'}"


def _commented(names: Names, change: v.VaeCommented) -> str:
    done = "écrit" if change.comment.strip() else "rendu à son brouillon"
    return f"VAE : commentaire {done} pour {quoted(names.blocs.get((change.fiche, change.bloc), change.bloc))}"


def _practice_told(names: Names, change: v.VaePracticeTold) -> str:
    done = "écrite" if change.text.strip() else "rendue à son brouillon"
    return f"VAE : pratique {done} pour {quoted(names.experiences.get(change.practice.experience, ''))}"


VAE_TELLERS: Final[Mapping[type, Callable[[Names, Any], str]]] = MappingProxyType(
    {
        v.VaeAnswered: _answered,
        v.VaeAimed: _aimed,
        v.VaeRated: _rated,
        v.VaeCommented: _commented,
        v.VaePracticeTold: _practice_told,
    }
)
