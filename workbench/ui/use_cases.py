"""The actions of the services that the screens call; tests hand in their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.dossier import Dossier
from workbench.domain.trame import Trame
from workbench.services.ports import Cancelled, Catalogue, ImportReport, Journal, Progress
from workbench.services.session import DossierSession


@dataclass(frozen=True, slots=True)
class Stores:
    """What is open once the passphrase was given."""

    journal: Journal
    catalogue: Catalogue

    def close(self) -> None:
        """Let go of both files."""
        self.journal.close()
        self.catalogue.close()


@dataclass(frozen=True, slots=True)
class UseCases:
    """One callable for each action of the user that reaches below the interface."""

    is_initialised: Callable[[], bool]
    create_vault: Callable[[str], tuple[Journal, str]]
    unlock: Callable[[str], Journal]
    open_catalogue: Callable[[], Catalogue]
    load_trames: Callable[[], tuple[Trame, ...]]
    add_example: Callable[[Journal, Catalogue, str], DossierSession]
    write_portfolio: Callable[[Dossier, Path, Sequence[str]], tuple[Path, ...]]
    import_referential: Callable[[Path, Progress, Cancelled], ImportReport]


def real_use_cases(folder: Path, *, unprotected: bool = False) -> UseCases:
    """Return the actions on a data folder; `unprotected` opens a store that is not encrypted."""
    from workbench.services import example, referentials, trames, vault  # noqa: PLC0415  (the window shows first)

    def open_catalogue() -> Catalogue:
        return referentials.open_catalogue(folder)

    def import_referential(path: Path, progress: Progress, cancelled: Cancelled) -> ImportReport:
        catalogue = open_catalogue()  # its own connection: this runs in a thread
        try:
            return catalogue.import_file(path, progress, cancelled)
        finally:
            catalogue.close()

    def open_plain(_secret: str) -> Journal:
        return vault.open_unprotected(folder)

    def create(passphrase: str) -> tuple[Journal, str]:
        return vault.create(folder, passphrase)

    def unlock(secret: str) -> Journal:
        return vault.unlock(folder, secret)

    def is_initialised() -> bool:
        return vault.is_initialised(folder)

    return UseCases(
        is_initialised=is_initialised,
        create_vault=create,
        unlock=open_plain if unprotected else unlock,
        open_catalogue=open_catalogue,
        load_trames=trames.load_trames,
        add_example=example.add_example_dossier,
        write_portfolio=_write_portfolio,
        import_referential=import_referential,
    )


def _write_portfolio(dossier: Dossier, folder: Path, formats: Sequence[str]) -> tuple[Path, ...]:
    from workbench.services.portfolio import write_portfolio  # noqa: PLC0415  (heavy: loaded in the thread that writes)

    return write_portfolio(dossier, folder, formats, date.today())  # noqa: DTZ011  (the day where the person sits)
