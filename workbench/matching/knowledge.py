"""What the engine knows beyond the language: spoken examples, gestures, how rare words are in speech."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.referential import Competence, Fiche
from workbench.matching.classifier import NOTHING
from workbench.matching.compiled import read_compiled
from workbench.matching.packs import SAME_ELSEWHERE, Pack, find_competences, fingerprint, likeness
from workbench.matching.pipeline import collector_paused
from workbench.matching.thesaurus import Thesaurus
from workbench.matching.vectors import Lexicon
from workbench.matching.words import learn_stems

if TYPE_CHECKING:
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Example:
    """A spoken sentence and the place (index of a competence) that it shows, or NOTHING."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What was written for the engine, read once."""

    packs: tuple[Pack, ...]
    lexicon: Lexicon
    thesaurus: Thesaurus

    def examples(self, fiche: Fiche, competences: Sequence[Competence], aside: frozenset[str]) -> list[Example]:
        """Return the examples for some competences: the fiche's own pack, and the same wordings elsewhere.

        Whatever was written for the fiches set `aside` (codes) does not count.
        """
        places = {c.code: place for place, c in enumerate(competences)}
        prints = [fingerprint(c.title) for c in competences]
        sharing: dict[str, list[int]] = {}
        for place, hashes in enumerate(prints):
            for shared in hashes:
                sharing.setdefault(shared, []).append(place)
        found: list[Example] = []
        for pack in self.packs:
            if pack.fiche in aside:
                continue
            if pack.fiche == fiche.code:
                found += _own_examples(pack, competences, places)
            else:
                found += _examples_elsewhere(pack, prints, sharing)
        return found


def load_knowledge(vocab: "Vocab") -> Knowledge:
    """Read everything that is shipped; takes seconds where it was edited since it was compiled."""
    with collector_paused():
        compiled = read_compiled()
        learn_stems(compiled.stems)
        lexicon = Lexicon(vocab, compiled.counts, compiled.texts)
        return Knowledge(compiled.packs, lexicon, Thesaurus(compiled.gestes, lexicon))


def _own_examples(pack: Pack, competences: Sequence[Competence], places: dict[str, int]) -> list[Example]:
    found = []
    for code, entries in find_competences(pack.competence, competences).items():
        for entry in entries:
            found += [Example(text, places[code]) for text in pack.competence[entry].dit]
            found += [Example(text, NOTHING) for text in pack.competence[entry].pas]
    return found


def _examples_elsewhere(
    pack: Pack, prints: Sequence[frozenset[str]], sharing: Mapping[str, list[int]]
) -> list[Example]:
    """Return a pack's examples for the same wordings; `sharing` has the prints that hold each stem's hash."""
    found = []
    for entry in pack.competence:
        own = frozenset(entry.empreinte.split())
        for place in sorted({place for shared in _rarest(own, sharing) for place in sharing.get(shared, ())}):
            if likeness(own, prints[place]) >= SAME_ELSEWHERE:
                found += [Example(text, place) for text in entry.dit]
    return found


def _rarest(own: frozenset[str], sharing: Mapping[str, list[int]]) -> list[str]:
    """Return the hashes of a print of which a print that is the same holds one at least."""
    unshared = int((1 - SAME_ELSEWHERE) * len(own) + 1e-9)
    return sorted(own, key=lambda h: len(sharing.get(h, ())))[: unshared + 1]
