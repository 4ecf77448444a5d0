"""What was learnt at the desk: listing it, withdrawing it, making it ready to be read again before it leaves."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.domain import changes as c
from workbench.domain.fold import fold
from workbench.domain.local_examples import LocalExample, known_names
from workbench.services.ports import Journal
from workbench.services.session import DossierSession


def set_withdrawn(journal: Journal, example: LocalExample, author: str, *, withdrawn: bool) -> None:
    """Withdraw an example from what the engine learns, or put it back; its dossier must not be open elsewhere."""
    change = change_of(example, withdrawn=withdrawn)
    DossierSession(journal, example.dossier_id, author).record(change)


def change_of(example: LocalExample, *, withdrawn: bool) -> c.Change:
    """Return the change that withdraws an example or puts it back."""
    return c.ExampleWithdrawn(example.id) if withdrawn else c.ExampleRestored(example.id)


def names_in(journal: Journal, examples: Iterable[LocalExample]) -> frozenset[str]:
    """Return the names known in the dossiers of some examples: none of them may leave."""
    dossiers = {e.dossier_id for e in examples}
    return frozenset(name for key in dossiers for name in known_names(fold(key, journal.events(key))))


def ready_to_leave(examples: Sequence[LocalExample], codes: Sequence[str] = ()) -> Iterator[LocalExample]:
    """Give the examples that may be exported: not withdrawn, of the fiches asked for (all without codes)."""
    return (e for e in examples if not e.withdrawn and (not codes or e.fiche in codes))
