"""What each change of the documents that leave does to a dossier."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from workbench.domain import handover_changes as c
from workbench.domain.dossier import Dossier


def _given(dossier: Dossier, change: c.ConsentGiven) -> Dossier:
    return replace(dossier, consents=MappingProxyType({**dossier.consents, change.consent.id: change.consent}))


def _withdrawn(dossier: Dossier, change: c.ConsentWithdrawn) -> Dossier:
    known = dossier.consents.get(change.consent_id)
    if known is None:
        return dossier
    return replace(
        dossier, consents=MappingProxyType({**dossier.consents, known.id: replace(known, withdrawn=change.on)})
    )


def _handed(dossier: Dossier, change: c.DocumentHanded) -> Dossier:
    return replace(dossier, handed=MappingProxyType({**dossier.handed, change.handed.id: change.handed}))


HANDOVER_FOLDED: Final[Mapping[type, Callable[[Dossier, Any], Dossier]]] = MappingProxyType(
    {c.ConsentGiven: _given, c.ConsentWithdrawn: _withdrawn, c.DocumentHanded: _handed}
)
