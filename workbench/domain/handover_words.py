"""What each change of the documents that leave is called in words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from workbench.domain import handover_changes as c
from workbench.domain.change_names import Names, quoted


def _day(on: str) -> str:
    return date.fromisoformat(on).strftime("%d/%m/%Y")


def _given(names: Names, change: c.ConsentGiven) -> str:
    consent = change.consent
    names.recipients[consent.id] = consent.recipient
    end = f"jusqu’au {_day(consent.until)}" if consent.until else "sans date de fin"
    purpose = f", pour {quoted(consent.purpose)}" if consent.purpose else ""
    return f"Accord donné pour {quoted(consent.recipient)}{purpose}, {end}"


def _withdrawn(names: Names, change: c.ConsentWithdrawn) -> str:
    return f"Accord retiré pour {quoted(names.recipients.get(change.consent_id, ''))}"


def _handed(names: Names, change: c.DocumentHanded) -> str:
    handed = change.handed
    to = quoted(names.recipients.get(handed.consent_id, "")) if handed.consent_id else "la personne"
    return f"Document remis à {to} : {quoted(handed.file)}"


HANDOVER_TELLERS: Final[Mapping[type, Callable[[Names, Any], str]]] = {
    c.ConsentGiven: _given,
    c.ConsentWithdrawn: _withdrawn,
    c.DocumentHanded: _handed,
}
