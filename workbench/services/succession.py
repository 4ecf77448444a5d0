"""Which fiches of a dossier have a successor in the catalogue: another fiche, or a newer edition of themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from workbench.domain.dossier import Dossier
from workbench.domain.referential import Fiche
from workbench.errors import UnknownFicheError


class KnownFiches(Protocol):
    """Where fiches are found by their code."""

    def fiche(self, code: str) -> Fiche:
        """Return a fiche, or raise UnknownFicheError."""


@dataclass(frozen=True, slots=True)
class Succession:
    """A fiche of a dossier and what may take its place."""

    before: Fiche
    after: Fiche

    @property
    def is_edition(self) -> bool:
        """Say whether both have the same number."""
        return self.before.code == self.after.code

    @property
    def is_new_cut(self) -> bool:
        """Say whether the certifier's lists are the same, cut into other competences."""
        lists = [[(bloc.code, bloc.source_text) for bloc in fiche.blocs] for fiche in (self.before, self.after)]
        return self.is_edition and lists[0] == lists[1] and any(text for _, text in lists[0])


def successions(dossier: Dossier, catalogue: KnownFiches) -> tuple[Succession, ...]:
    """Return what may take the place of a dossier's fiches, in their order.

    A fiche that is « remplacée par » others has these, or what replaced them in turn; otherwise a newer edition of it
    counts if its competences are worded otherwise. A successor that the dossier has already is the dossier's own.
    """
    return tuple(
        Succession(fiche, after)
        for fiche in dossier.fiches.values()
        for after in _successors(fiche, dossier.fiches, catalogue)
        if after.competences()
    )


def _successors(fiche: Fiche, own: Mapping[str, Fiche], catalogue: KnownFiches) -> tuple[Fiche, ...]:
    latest = _find(fiche.code, catalogue)
    replacing = {
        f.code: own.get(f.code, f) for f in _ends((latest or fiche).replaced_by, catalogue, frozenset((fiche.code,)))
    }
    if replacing:
        return tuple(replacing.values())
    return (latest,) if latest is not None and _wordings(latest) != _wordings(fiche) else ()


def _ends(codes: tuple[str, ...], catalogue: KnownFiches, seen: frozenset[str]) -> Iterator[Fiche]:
    """Yield where replacements lead: the first that are active, or the last that are known."""
    for code in codes:
        found = None if code in seen else _find(code, catalogue)
        if found is None:
            continue
        later = () if found.active else tuple(_ends(found.replaced_by, catalogue, seen | {code}))
        yield from later or (found,)


def _find(code: str, catalogue: KnownFiches) -> Fiche | None:
    try:
        return catalogue.fiche(code)
    except UnknownFicheError:
        return None


def _wordings(fiche: Fiche) -> list[list[str]]:
    return [[" ".join(c.title.split()).casefold() for c in bloc.competences] for bloc in fiche.blocs]
