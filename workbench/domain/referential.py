"""Referentials: a fiche, its blocs and their competences, as a dossier or the catalogue holds them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Competence:
    """One assessable competence; `code` is unique within its fiche (`RNCP37715BC02-C04`)."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc de compétences; `source_text` is the list as the certifier wrote it, where there is one."""

    code: str
    title: str
    competences: tuple[Competence, ...]
    source_text: str = ""


@dataclass(frozen=True, slots=True)
class Fiche:
    """A certification or programme, cut into blocs; `origin` and `notice` are shown beside its title.

    `jobs` are the ROME métiers it leads to (« K1304 Services domestiques »); `valid_until` is an ISO date.
    """

    code: str
    title: str
    blocs: tuple[Bloc, ...]
    level: int | None = None
    active: bool = True
    replaced_by: tuple[str, ...] = ()
    origin: str = ""
    notice: str = ""
    certifiers: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    valid_until: str = ""

    def competences(self) -> tuple[Competence, ...]:
        """Return every competence in the fiche's order."""
        return tuple(c for bloc in self.blocs for c in bloc.competences)

    def competence(self, code: str) -> Competence | None:
        """Return the competence of that code, or None."""
        return next((c for c in self.competences() if c.code == code), None)

    def bloc_of(self, competence_code: str) -> Bloc | None:
        """Return the bloc that holds the competence of that code, or None."""
        return next((b for b in self.blocs if any(c.code == competence_code for c in b.competences)), None)
