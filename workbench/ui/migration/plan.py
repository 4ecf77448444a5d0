"""What a migration will do: plain values, worked out without any widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.changes import FicheMigrated
from workbench.domain.dossier import Dossier, Evidence
from workbench.domain.migration import Alignment, Correspondence, Likeness
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.services.succession import Succession


@dataclass(frozen=True, slots=True)
class Line:
    """A competence of the old fiche, with what was decided of it in the dossier."""

    bloc: Bloc
    competence: Competence
    alignment: Alignment
    passages: tuple[Evidence, ...] = ()
    refusals: int = 0

    @property
    def code(self) -> str:
        """Return the competence's code."""
        return self.competence.code

    @property
    def is_concerned(self) -> bool:
        """Say whether something was decided of it, which a person has to bring over."""
        return bool(self.passages or self.refusals)


class Plan:
    """The lines of a migration, where each goes, and which were confirmed."""

    def __init__(self, succession: Succession, dossier: Dossier, alignments: Sequence[Alignment]) -> None:
        """Propose for each competence the one that is most alike, if any is."""
        self.before, self.after = succession.before, succession.after
        found = {a.before: a for a in alignments}
        self.lines = tuple(
            _line(dossier, self.before, bloc, competence, found[competence.code])
            for bloc in self.before.blocs
            for competence in bloc.competences
        )
        self._goes = {line.code: line.alignment.proposed for line in self.lines}
        self._confirmed: set[str] = set()

    @property
    def concerned(self) -> tuple[Line, ...]:
        """Return the lines to confirm."""
        return tuple(line for line in self.lines if line.is_concerned)

    @property
    def others(self) -> tuple[Line, ...]:
        """Return the lines of which nothing was decided yet."""
        return tuple(line for line in self.lines if not line.is_concerned)

    @property
    def confirmed(self) -> int:
        """Count the lines that were confirmed."""
        return sum(line.code in self._confirmed for line in self.concerned)

    @property
    def is_complete(self) -> bool:
        """Say whether every line was confirmed."""
        return self.confirmed == len(self.concerned)

    def goes(self, line: Line) -> tuple[str, ...]:
        """Return where a line goes: codes of the new fiche, or none."""
        return self._goes[line.code]

    def likeness(self, line: Line) -> Likeness:
        """Return how alike a line and where it goes are, by the least alike."""
        levels = [line.alignment.likeness_to(code) for code in self._goes[line.code]]
        return max(levels, key=list(Likeness).index, default=Likeness.NONE)

    def is_confirmed(self, line: Line) -> bool:
        """Say whether a line was confirmed."""
        return line.code in self._confirmed

    def send(self, line: Line, codes: tuple[str, ...]) -> None:
        """Have a line go elsewhere; it has to be confirmed again."""
        self._goes[line.code] = codes
        self._confirmed.discard(line.code)

    def confirm(self, line: Line) -> None:
        """Take where a line goes as confirmed."""
        self._confirmed.add(line.code)

    def reopen(self, line: Line) -> None:
        """Take a confirmation back."""
        self._confirmed.discard(line.code)

    def keep_choices_of(self, earlier: "Plan") -> None:
        """Take over what was chosen on lines that are still the same, of the same migration."""
        known: Mapping[str, Line] = {line.code: line for line in earlier.lines}
        for line in self.lines:
            if known[line.code] == line:
                self._goes[line.code] = earlier.goes(line)
                if earlier.is_confirmed(line):
                    self._confirmed.add(line.code)

    def moving(self) -> int:
        """Count the passages that follow to the new fiche."""
        return sum(len(line.passages) for line in self.concerned if self._goes[line.code])

    def staying(self) -> int:
        """Count the passages that find no competence there."""
        return sum(len(line.passages) for line in self.concerned if not self._goes[line.code])

    def change(self, archive_id: str) -> FicheMigrated:
        """Return the change that does it, with what was confirmed only."""
        pairs = (Correspondence(code, self._goes[code]) for code in self._goes if code in self._confirmed)
        return FicheMigrated(archive_id, self.before, self.after, tuple(pairs))


def _line(dossier: Dossier, fiche: Fiche, bloc: Bloc, competence: Competence, alignment: Alignment) -> Line:
    refusals = sum(r.fiche == fiche.code and r.competence == competence.code for r in dossier.refusals.values())
    return Line(bloc, competence, alignment, dossier.evidence_for(fiche.code, competence.code), refusals)
