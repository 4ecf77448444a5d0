"""Correcting how the list of a bloc is cut: each gesture is an entry of the journal of corrections."""

from dataclasses import replace

from workbench.domain import cuts
from workbench.domain.cuts import BlocCut, Cut, CutEntry
from workbench.errors import UnknownFicheError
from workbench.referentials.cutting import begins_at
from workbench.services.ports import CutCatalogue
from workbench.services.session import new_id, utc_now


def bloc_cut(catalogue: CutCatalogue, fiche: str, bloc: str) -> BlocCut:
    """Return how a bloc is cut.

    Raises:
        UnknownFicheError: there is no such bloc, or it did not come as a list.
    """
    found = next((one for one in catalogue.bloc_cuts(fiche) if one.automatic.bloc == bloc), None)
    if found is None:
        raise UnknownFicheError(f"Le bloc « {bloc} » n’a pas de liste à découper : choisissez-en un autre.")
    return found


def split(cut: Cut, position: int) -> Cut:
    """Return the cut with the piece at a position in two; the bullet or number there belongs to neither."""
    return cuts.split(cut, position, begins_at)


def correct(catalogue: CutCatalogue, view: BlocCut, cut: Cut, author: str = "") -> BlocCut:
    """Write that a bloc is cut so, unless it already is, and return it as it is seen now.

    Raises:
        StoreError: the correction cannot be written.
    """
    if cut == view.cut and not view.missed:
        return view
    return _write(catalogue, view, replace(_entry(view, author), text=cut.text, pieces=cut.pieces))


def return_to_automatic(catalogue: CutCatalogue, view: BlocCut, author: str = "") -> BlocCut:
    """Write that a bloc is cut by the rules again; this too can be undone."""
    entry = view.history.entry
    return _write(catalogue, view, _entry(view, author)) if entry is not None and entry.pieces else view


def undo(catalogue: CutCatalogue, view: BlocCut, author: str = "") -> BlocCut:
    """Take back the latest correction of a bloc, if there is one."""
    return _retract(catalogue, view, view.history.undoable, author)


def redo(catalogue: CutCatalogue, view: BlocCut, author: str = "") -> BlocCut:
    """Bring back what was just undone, if anything was."""
    return _retract(catalogue, view, view.history.redoable, author)


def _retract(catalogue: CutCatalogue, view: BlocCut, entry_id: str, author: str) -> BlocCut:
    return _write(catalogue, view, replace(_entry(view, author), retracts=entry_id)) if entry_id else view


def _entry(view: BlocCut, author: str) -> CutEntry:
    return CutEntry(new_id(), utc_now(), author, view.fiche, view.automatic.bloc)


def _write(catalogue: CutCatalogue, view: BlocCut, entry: CutEntry) -> BlocCut:
    catalogue.cuts.append(entry)
    return bloc_cut(catalogue, view.fiche, entry.bloc)
