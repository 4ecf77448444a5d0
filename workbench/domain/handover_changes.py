"""What can happen to the documents that leave a dossier, and to the person's agreement; none of it is ever undone."""

from dataclasses import dataclass

from workbench.domain.handover import Consent, Handed


@dataclass(frozen=True, slots=True)
class ConsentGiven:
    """The person agreed to give documents to somebody."""

    consent: Consent


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn:
    """The person took an agreement back; `on` is an ISO 8601 day. What was given before was given."""

    consent_id: str
    on: str


@dataclass(frozen=True, slots=True)
class DocumentHanded:
    """A document was written for somebody."""

    handed: Handed


HandoverChange = ConsentGiven | ConsentWithdrawn | DocumentHanded
