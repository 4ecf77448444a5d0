"""What the panel shows of one sentence: plain values, worked out without any widget."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from workbench.domain.analysis import Relance, SentenceAnalysis, Suggestion
from workbench.domain.dossier import Dossier, Evidence, Postponing, Refusal
from workbench.domain.positions import Span

CompetenceKey = tuple[str, str]
"""A fiche's code and a competence's."""


@dataclass(frozen=True, slots=True)
class CompetenceView:
    """A competence with its bloc; `mark` numbers the bloc among those of the dossier."""

    fiche: str
    code: str
    title: str
    bloc_code: str
    bloc_title: str
    mark: int

    @property
    def key(self) -> CompetenceKey:
        """Return what names it in the dossier."""
        return (self.fiche, self.code)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of a sentence, and the competences that are not suggested anywhere."""

    evidence: Iterable[Evidence] = ()
    refusals: Iterable[Refusal] = ()
    postponed: Iterable[Postponing] = ()
    silenced: Collection[CompetenceKey] = frozenset()


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence: what was accepted in it, what is proposed, what else could be, what was put aside, what to ask."""

    span: Span
    who: SentenceAnalysis | None = None
    accepted: tuple[tuple[Evidence, CompetenceView], ...] = ()
    proposed: tuple[tuple[Suggestion, CompetenceView], ...] = ()
    others: tuple[tuple[Suggestion, CompetenceView], ...] = ()
    refused: tuple[tuple[Refusal, CompetenceView], ...] = ()
    postponed: tuple[tuple[Postponing, CompetenceView], ...] = ()
    relances: tuple[Relance, ...] = ()


def competence_views(dossier: Dossier) -> dict[CompetenceKey, CompetenceView]:
    """Return every competence of the dossier's fiches, with the number of its bloc."""
    blocs = [(fiche, bloc) for fiche in dossier.fiches.values() for bloc in fiche.blocs]
    return {
        (fiche.code, c.code): CompetenceView(fiche.code, c.code, c.title, bloc.code, bloc.title, mark)
        for mark, (fiche, bloc) in enumerate(blocs)
        for c in bloc.competences
    }


def sentence_view(
    span: Span,
    analysis: SentenceAnalysis | None,
    decided: Decided,
    known: dict[CompetenceKey, CompetenceView],
) -> SentenceView:
    """Sort what is known of a sentence; what was `decided` touches it."""
    accepted = tuple((e, known[e.fiche, e.competence]) for e in decided.evidence if (e.fiche, e.competence) in known)
    refused = tuple((r, known[r.fiche, r.competence]) for r in decided.refusals if (r.fiche, r.competence) in known)
    later = tuple((p, known[p.fiche, p.competence]) for p in decided.postponed if (p.fiche, p.competence) in known)
    settled = {*(view.key for _, view in (*accepted, *refused, *later)), *decided.silenced}
    open_ones = [
        (replace(s, score=round(s.score, 2)), known[s.fiche, s.competence])
        for s in (analysis.suggestions if analysis else ())
        if (s.fiche, s.competence) in known and (s.fiche, s.competence) not in settled
    ]
    return SentenceView(
        span=span,
        who=replace(analysis, span=Span(0, 0), suggestions=(), relances=(), lacks=()) if analysis else None,
        accepted=accepted,
        proposed=tuple(pair for pair in open_ones if pair[0].proposed),
        others=tuple(pair for pair in open_ones if not pair[0].proposed),
        refused=refused,
        postponed=later,
        relances=analysis.relances if analysis else (),
    )
