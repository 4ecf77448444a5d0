"""What a dossier holds of the story on screen, placed in its text while that is being typed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from workbench.domain.dossier import Dossier, Evidence, Overruling, Postponing, Refusal
from workbench.domain.positions import Edit, Span
from workbench.ui.passages import Passages

Lying = TypeVar("Lying", Evidence, Refusal, Overruling, Postponing)


class StoryPassages:
    """The evidence, refusals, suggestions put off and corrections of a story; `apply` moves them with the typing."""

    def __init__(self) -> None:
        """Hold nothing."""
        self.evidence: Passages[Evidence] = Passages()
        self.refusals: Passages[Refusal] = Passages()
        self.postponed: Passages[Postponing] = Passages()
        self.overrulings: Passages[Overruling] = Passages()

    def read(self, dossier: Dossier, recit_id: str) -> None:
        """Hold what a dossier holds of a story."""
        self.evidence = _placed(dossier.evidence.values(), recit_id)
        self.refusals = _placed(dossier.refusals.values(), recit_id)
        self.postponed = _placed(dossier.postponed.values(), recit_id)
        self.overrulings = _placed(dossier.overrulings.values(), recit_id)

    def apply(self, edit: Edit) -> None:
        """Move everything with an edit of the text."""
        for passages in (self.evidence, self.refusals, self.postponed, self.overrulings):
            passages.apply(edit)

    def said(self) -> tuple[Overruling, ...]:
        """Return what the counsellor said of the story, in its text as it stands."""
        return tuple(replace(item, span=span) for span, item in self.overrulings.all())

    def settled(self) -> frozenset[int]:
        """Return where passages that were answered begin."""
        answered = (self.evidence, self.refusals, self.postponed)
        return frozenset(span.start for passages in answered for span, _ in passages.all())


def touching(passages: Passages[Lying], span: Span) -> Iterator[Lying]:
    """Give the passages that share a character with a span."""
    return (item for place, item in passages.near(span.start, span.end) if place.overlaps(span))


def _placed(items: Iterable[Lying], recit_id: str) -> Passages[Lying]:
    return Passages([(item.span, item) for item in items if item.recit_id == recit_id])
