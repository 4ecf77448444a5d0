"""What the engine knows beyond the language: spoken examples, gestures, how rare words are in speech."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.referential import Competence, Fiche
from workbench.matching.compiled import read_compiled
from workbench.matching.packs import SAME_ELSEWHERE, Pack, find_competences, fingerprint, likeness
from workbench.matching.pipeline import collector_paused
from workbench.matching.thesaurus import Thesaurus
from workbench.matching.told_stories import ToldStory
from workbench.matching.vectors import Lexicon
from workbench.matching.words import learn_stems

if TYPE_CHECKING:
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Example:
    """A spoken sentence and the places (indexes of competences) that it shows; it may show none."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What was written for the engine, read once."""

    packs: tuple[Pack, ...]
    stories: tuple[ToldStory, ...]
    lexicon: Lexicon
    thesaurus: Thesaurus

    def examples(
        self, fiche: Fiche, competences: Sequence[Competence], aside: frozenset[str], untold: str = ""
    ) -> list[Example]:
        """Return the examples for some competences: the fiche's own pack and stories, and the same wordings elsewhere.

        Whatever was written for the fiches set `aside` (codes) does not count, nor the story `untold` (its name).
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
                own = _places_of_codes(pack, competences, places)
                found += _own_examples(pack, own)
                for story in self.stories:
                    if story.fiche == fiche.code and story.nom != untold:
                        found += _told(story, own)
            else:
                found += _examples_elsewhere(pack, prints, sharing)
        return found


def load_knowledge(vocab: "Vocab") -> Knowledge:
    """Read everything that is shipped; takes seconds where it was edited since it was compiled."""
    with collector_paused():
        compiled = read_compiled()
        learn_stems(compiled.stems)
        lexicon = Lexicon(vocab, compiled.counts, compiled.texts)
        return Knowledge(compiled.packs, compiled.recits, lexicon, Thesaurus(compiled.gestes, lexicon))


def _places_of_codes(
    pack: Pack, competences: Sequence[Competence], places: Mapping[str, int]
) -> dict[str, tuple[int, ...]]:
    """Return the places of each code of a pack, found by the print of its wording."""
    found: dict[str, tuple[int, ...]] = {}
    for code, entries in find_competences(pack.competence, competences).items():
        for entry in entries:
            own = pack.competence[entry].code
            found[own] = (*found.get(own, ()), places[code])
    return found


def _own_examples(pack: Pack, places: Mapping[str, tuple[int, ...]]) -> Iterator[Example]:
    for entry in pack.competence:
        for place in places.get(entry.code, ()):
            yield from (Example(text, (place,)) for text in entry.dit)
            yield from (Example(text, ()) for text in entry.pas)


def _told(story: ToldStory, places: Mapping[str, tuple[int, ...]]) -> Iterator[Example]:
    for line in story.lignes:
        shown = {place for code in line.montre for place in places.get(code, ())}
        if shown or not line.montre:
            yield Example(line.texte, tuple(sorted(shown)))


def _examples_elsewhere(
    pack: Pack, prints: Sequence[frozenset[str]], sharing: Mapping[str, list[int]]
) -> list[Example]:
    """Return a pack's examples for the same wordings; `sharing` has the prints that hold each stem's hash."""
    found = []
    for entry in pack.competence:
        own = frozenset(entry.empreinte.split())
        for place in sorted({place for shared in _rarest(own, sharing) for place in sharing.get(shared, ())}):
            if likeness(own, prints[place]) >= SAME_ELSEWHERE:
                found += [Example(text, (place,)) for text in entry.dit]
    return found


def _rarest(own: frozenset[str], sharing: Mapping[str, list[int]]) -> list[str]:
    """Return the hashes of a print of which a print that is the same holds one at least."""
    unshared = int((1 - SAME_ELSEWHERE) * len(own) + 1e-9)
    return sorted(own, key=lambda h: len(sharing.get(h, ())))[: unshared + 1]
