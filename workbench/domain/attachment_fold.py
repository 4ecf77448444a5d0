"""What each change of the attached files does to a dossier."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from workbench.domain import attachment_changes as c
from workbench.domain.dossier import Dossier


def _added(dossier: Dossier, change: c.AttachmentAdded) -> Dossier:
    added = change.attachment
    return replace(dossier, attachments=MappingProxyType({**dossier.attachments, added.id: added}))


def _described(dossier: Dossier, change: c.AttachmentDescribed) -> Dossier:
    known = dossier.attachments.get(change.attachment_id)
    if known is None:
        return dossier
    described = replace(known, title=change.title, kind=change.kind)
    return replace(dossier, attachments=MappingProxyType({**dossier.attachments, known.id: described}))


def _removed(dossier: Dossier, change: c.AttachmentRemoved) -> Dossier:
    kept = {key: item for key, item in dossier.attachments.items() if key != change.attachment_id}
    return replace(dossier, attachments=MappingProxyType(kept))


ATTACHMENT_FOLDED: Final[Mapping[type, Callable[[Dossier, Any], Dossier]]] = {
    c.AttachmentAdded: _added,
    c.AttachmentDescribed: _described,
    c.AttachmentRemoved: _removed,
}
