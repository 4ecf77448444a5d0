"""The actions of the services that the screens call; tests hand in their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from workbench.domain.analysis import StoryAnalysis
from workbench.domain.attachments import Attachment
from workbench.domain.bank import OwnWordings
from workbench.domain.catalogue import SourceImport
from workbench.domain.dossier import Dossier
from workbench.domain.local_examples import LocalExample
from workbench.domain.partial import Wanted
from workbench.domain.referential import Fiche
from workbench.domain.trame import Trame
from workbench.services.ports import Cancelled, Catalogue, Journal, Progress
from workbench.services.session import DossierSession
from workbench.services.succession import Succession
from workbench.ui import analyst_process

if TYPE_CHECKING:
    from workbench.documents.layout import Layout
    from workbench.documents.registry import Wish
    from workbench.domain.handover import Handed
    from workbench.services.cut_files import CutImport
    from workbench.services.example_packs import ImportedPack
    from workbench.services.read_back import Handover, ReadPiece
    from workbench.services.relances import Bank
    from workbench.services.trames import Shelf
    from workbench.services.verification import Report


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
    """One callable for each action of the user that reaches below the interface.

    Those of the comparison run in the analyst's process: they can be sent there.
    """

    is_initialised: Callable[[], bool]
    create_vault: Callable[[str], tuple[Journal, str]]
    unlock: Callable[[str], Journal]
    open_catalogue: Callable[[], Catalogue]
    load_shelf: "Callable[[], Shelf]"
    copy_trame: Callable[[Trame, str], Trame]
    save_trame: Callable[[Trame], None]
    remove_trame: Callable[[str], None]
    load_bank: "Callable[[], Bank]"
    save_wordings: Callable[[str, OwnWordings], None]
    add_example: Callable[[Journal, str], DossierSession]
    load_layout: "Callable[[], Layout]"
    save_layout: "Callable[[Layout], None]"
    read_logo: Callable[[Path], bytes]
    write_document: "Callable[[Dossier, str, Wish, Path, Sequence[str], bytes | None], tuple[Path, ...]]"
    attach: Callable[[Path, str, Callable[[bytes], str], date], Attachment]
    read_back: "Callable[[Dossier, str, str, tuple[str, ...]], tuple[ReadPiece, ...]]"
    hand_over: "Callable[[Dossier, Handover, Path, bytes], Handed]"
    import_referentials: Callable[[Sequence[Path], Progress, Cancelled], tuple[SourceImport, ...]]
    fetch_referentials: Callable[[Progress, Cancelled], tuple[SourceImport, ...]]
    successions: Callable[[Dossier, Catalogue], tuple[Succession, ...]]
    set_withdrawn: Callable[[Journal, LocalExample, str, bool], None]
    names_in: Callable[[Journal, Sequence[LocalExample]], frozenset[str]]
    write_examples: Callable[[Sequence[LocalExample], Path], tuple[Path, ...]]
    import_examples: "Callable[[Path], ImportedPack]"
    advance_comparison: Callable[[], tuple[int, int]]
    rank_fiches: Callable[[tuple[str, ...], Wanted, int], tuple[Fiche, ...]]
    read_fiche: Callable[[Fiche, tuple[tuple[str, str], ...]], dict[str, StoryAnalysis]]
    list_imported: "Callable[[], tuple[ImportedPack, ...]]"
    remove_imported: Callable[[str], None]
    verify_file: "Callable[[Path, Journal], Report]"
    own_fingerprint: Callable[[Journal], str]
    export_cuts: Callable[[Path], int]
    import_cuts: "Callable[[Path, bool], CutImport]"
    own_words: Callable[[], frozenset[str]]
    add_word: Callable[[str], None]
    read_story: Callable[[Path], str]
    story_of_pages: Callable[[Path, tuple[str, ...]], str]


def real_use_cases(folder: Path, *, unprotected: bool = False) -> UseCases:
    """Return the actions on a data folder; `unprotected` opens a store that is not encrypted."""
    return UseCases(
        is_initialised=lambda: _service("vault").is_initialised(folder),
        create_vault=lambda passphrase: _service("vault").create(folder, passphrase),
        unlock=partial(_unlock, folder, unprotected=unprotected),
        open_catalogue=lambda: _service("referentials").open_catalogue(folder),
        load_shelf=lambda: _service("trames").load_shelf(folder),
        copy_trame=lambda trame, title: _service("trames").copy_trame(trame, title, folder),
        save_trame=lambda trame: _service("trames").save_trame(trame, folder),
        remove_trame=lambda trame_id: _service("trames").remove_trame(trame_id, folder),
        load_bank=lambda: _service("relances").load_bank(folder),
        save_wordings=lambda code, own: _service("relances").save_wordings(code, own, folder),
        add_example=partial(_add_example, folder),
        load_layout=lambda: _service("layout").load_layout(folder),
        save_layout=lambda layout: _service("layout").save_layout(layout, folder),
        read_logo=lambda path: _service("layout").read_logo(path),
        write_document=lambda *args: _service("documents").write_document(*args),
        attach=lambda *args: _service("attachments").attach(*args),
        read_back=lambda *args: _service("read_back").read_back(*args),
        hand_over=lambda *args: _service("handover").hand_over(*args),
        import_referentials=partial(_import_referentials, folder),
        fetch_referentials=partial(_fetch_referentials, folder),
        successions=lambda *args: _service("succession").successions(*args),
        set_withdrawn=_set_withdrawn,
        names_in=lambda *args: _service("examples").names_in(*args),
        write_examples=_write_examples,
        import_examples=lambda path: _service("example_packs").import_pack(path, folder),
        advance_comparison=partial(analyst_process.advance_comparison, folder),
        rank_fiches=partial(analyst_process.rank_fiches, folder),
        read_fiche=partial(analyst_process.read_fiche, folder),
        list_imported=lambda: _service("example_packs").list_imported(folder),
        export_cuts=partial(_export_cuts, folder),
        import_cuts=partial(_import_cuts, folder),
        own_words=lambda: _service("own_words").read_words(folder),
        add_word=lambda word: _service("own_words").add_word(folder, word),
        read_story=lambda path: _service("story_files").read_story(path),
        story_of_pages=lambda path, pages: _service("story_files").story_of_pages(path, pages),
        remove_imported=lambda name: _service("example_packs").remove_imported(name, folder),
        verify_file=lambda path, journal: _service("verification").verify_file(path, journal.signing_key()),
        own_fingerprint=lambda journal: _service("verification").fingerprint_of(journal.signing_key()),
    )


def _unlock(folder: Path, secret: str, *, unprotected: bool) -> Journal:
    vault = _service("vault")
    return vault.open_unprotected(folder) if unprotected else vault.unlock(folder, secret)


def _own_catalogue(folder: Path) -> Catalogue:
    """Open a connection of one's own: what asks for it may run in a thread."""
    return _service("referentials").open_catalogue(folder)


def _import_referentials(
    folder: Path, paths: Sequence[Path], progress: Progress, cancelled: Cancelled
) -> tuple[SourceImport, ...]:
    with _own_catalogue(folder) as catalogue:
        return _service("referential_imports").import_sources(catalogue, paths, progress, cancelled)


def _fetch_referentials(folder: Path, progress: Progress, cancelled: Cancelled) -> tuple[SourceImport, ...]:
    with _own_catalogue(folder) as catalogue:
        return _service("referential_imports").fetch_sources(catalogue, progress, cancelled)


def _add_example(folder: Path, journal: Journal, author: str) -> DossierSession:
    with _own_catalogue(folder) as catalogue:
        return _service("example").add_example_dossier(journal, catalogue, author)


def _export_cuts(folder: Path, path: Path) -> int:
    with _own_catalogue(folder) as catalogue:
        return _service("cut_files").export_cuts(catalogue, path, date.today())  # noqa: DTZ011


def _import_cuts(folder: Path, path: Path, replacing: bool) -> "CutImport":  # noqa: FBT001  (called through Tasks)
    with _own_catalogue(folder) as catalogue:
        return _service("cut_files").import_cuts(catalogue, path, replacing=replacing)


def _write_examples(examples: Sequence[LocalExample], output: Path) -> tuple[Path, ...]:
    packs = _service("example_packs")
    return packs.write_packs(packs.packs_of(examples), output)


def _set_withdrawn(journal: Journal, example: LocalExample, author: str, withdrawn: bool) -> None:  # noqa: FBT001
    _service("examples").set_withdrawn(journal, example, author, withdrawn=withdrawn)


def _service(name: str) -> ModuleType:
    """Return a module of the services, loaded when it is first needed: the window shows before any of them."""
    return import_module(f"workbench.services.{name}")
