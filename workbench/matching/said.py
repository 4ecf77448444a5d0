"""Who did what, where somebody said so: found again in the sentences of a story."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from workbench.domain.analysis import WhoDidWhat
from workbench.domain.positions import Span


def by_sentence(spans: Sequence[Span], said: Iterable[tuple[Span, WhoDidWhat]]) -> dict[int, WhoDidWhat]:
    """Return what was said of each sentence, by its number; the latest said wins. `spans` are in the story's order."""
    ends = [span.end for span in spans]
    found: dict[int, WhoDidWhat] = {}
    for passage, who in said:
        number = bisect_right(ends, passage.start)
        while number < len(spans) and spans[number].start < passage.end:
            found[number] = who
            number += 1
    return found
