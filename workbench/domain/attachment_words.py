"""What each change of the attached files is called in words."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from workbench.domain import attachment_changes as c
from workbench.domain.change_names import Names, quoted


def _added(names: Names, change: c.AttachmentAdded) -> str:
    names.attachments[change.attachment.id] = change.attachment.title
    return f"Pièce jointe ajoutée : {quoted(change.attachment.title)}"


def _described(names: Names, change: c.AttachmentDescribed) -> str:
    before = quoted(names.attachments.get(change.attachment_id, ""))
    names.attachments[change.attachment_id] = change.title
    return f"Pièce jointe {before} décrite : {quoted(change.title)}"


def _removed(names: Names, change: c.AttachmentRemoved) -> str:
    return f"Pièce jointe retirée : {quoted(names.attachments.get(change.attachment_id, ''))}"


ATTACHMENT_TELLERS: Final[Mapping[type, Callable[[Names, Any], str]]] = {
    c.AttachmentAdded: _added,
    c.AttachmentDescribed: _described,
    c.AttachmentRemoved: _removed,
}
