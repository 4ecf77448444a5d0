"""The errors that a person may read: one French sentence that says what to do.

Anything else that is raised is a bug, and is shown as one.
"""


class EtabliError(Exception):
    """A situation that the user can mend; its text is one French sentence, shown as it is."""


class UnreadableFileError(EtabliError):
    """A file given by the user is not what it should be."""


class UnknownFicheError(EtabliError):
    """No fiche of that code is in the catalogue."""


class StoreError(EtabliError):
    """The store of dossiers cannot be opened or written."""


class WrongPassphraseError(StoreError):
    """Neither the passphrase nor the recovery key opens the store."""


class NewerStoreError(StoreError):
    """The store was written by a newer version of Établi."""


class UnreachableError(EtabliError):
    """What was to be fetched from the network cannot be."""


class CancelledError(EtabliError):
    """The user stopped a long action; nothing was changed."""
