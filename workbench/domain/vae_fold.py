"""What each change of a VAE does to a dossier."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from workbench.domain import vae_changes as c
from workbench.domain.dossier import Dossier


def _answered(dossier: Dossier, change: c.VaeAnswered) -> Dossier:
    return replace(dossier, vae=dossier.vae.answered(change.fiche, change.field, change.answer))


def _aimed(dossier: Dossier, change: c.VaeAimed) -> Dossier:
    return replace(dossier, vae=dossier.vae.aiming(change.fiche, change.blocs))


def _rated(dossier: Dossier, change: c.VaeRated) -> Dossier:
    return replace(dossier, vae=dossier.vae.rated(change.fiche, change.competence, change.held))


def _commented(dossier: Dossier, change: c.VaeCommented) -> Dossier:
    return replace(dossier, vae=dossier.vae.commented(change.fiche, change.bloc, change.comment))


def _practice_told(dossier: Dossier, change: c.VaePracticeTold) -> Dossier:
    return replace(dossier, vae=dossier.vae.told(change.practice, change.text))


VAE_FOLDED: Final[Mapping[type, Callable[[Dossier, Any], Dossier]]] = MappingProxyType(
    {
        c.VaeAnswered: _answered,
        c.VaeAimed: _aimed,
        c.VaeRated: _rated,
        c.VaeCommented: _commented,
        c.VaePracticeTold: _practice_told,
    }
)
