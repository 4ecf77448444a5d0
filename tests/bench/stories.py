"""Long stories and large dossiers, out of the spoken examples that are shipped."""

import random
from dataclasses import replace
from functools import reduce
from itertools import cycle
from pathlib import Path

from workbench.domain import changes as c
from workbench.domain.dossier import Dossier, Evidence, Experience, ExperienceKind, Person, Recit, Strength
from workbench.domain.fold import fold
from workbench.domain.passages import PassageMap
from workbench.domain.positions import Edit
from workbench.domain.referential import Fiche
from workbench.matching.packs import read_packs
from workbench.matching.sentences import split
from workbench.services.referentials import open_catalogue
from workbench.services.session import new_id, utc_now

AUTHOR = "Mesure"
SEED = 20261122
PARAGRAPH = 6
"""Sentences."""


def sentences() -> list[str]:
    """Return some thousands of different sentences, in an order that is always the same."""
    said = {s[:1].upper() + s[1:].rstrip(".") + "." for p in read_packs() for entry in p.competence for s in entry.dit}
    shuffled = sorted(said)
    random.Random(SEED).shuffle(shuffled)
    return shuffled


def story_of_words(words: int) -> str:
    """Return a story of different sentences that has at least so many words."""
    taken: list[str] = []
    count = 0
    for sentence in sentences():
        taken.append(sentence)
        count += len(sentence.split())
        if count >= words:
            break
    return _paragraphs(taken)


def story_of_characters(length: int) -> str:
    """Return a story of so many characters; sentences come back once all were told."""
    taken: list[str] = []
    count = 0
    for sentence in cycle(sentences()):
        taken.append(sentence)
        count += len(sentence) + 1
        if count >= length:
            return _paragraphs(taken)[:length]
    raise AssertionError


def shipped_fiches(folder: Path, *codes: str) -> tuple[Fiche, ...]:
    """Return fiches of the catalogue as it is shipped; all of them without codes."""
    with open_catalogue(folder) as catalogue:
        return tuple(catalogue.fiche(code) for code in codes or [f.code for f in catalogue.fiches()])


def long_story_events(fiche: Fiche, length: int, passages: int) -> tuple[tuple[c.Event, ...], Dossier]:
    """Return the journal of a dossier with one story of so many characters and so many accepted passages."""
    text = story_of_characters(length)
    spans = split(text)
    competences = [competence.code for competence in fiche.competences()]
    changes: list[c.Change] = [
        c.DossierCreated(Person("Long", "Récit"), AUTHOR, "cep-reconnaissance"),
        c.ExperienceWritten(Experience("x", "Toute une vie")),
        c.RecitStarted("r", "x", "Depuis le début"),
        c.TextEdited("r", (Edit(0, 0, text),)),
        c.FicheAdded(fiche),
    ]
    for number in range(passages):
        span, code = spans[number % len(spans)], competences[number % len(competences)]
        changes.append(c.EvidenceAccepted(f"e{number}", "r", span, fiche.code, code, Strength.TOLD, suggested=True))
    events = tuple(c.Event(new_id(), "long", clock, utc_now(), AUTHOR, ch) for clock, ch in enumerate(changes, 1))
    return events, fold("long", events)


def large_dossier(fiches: tuple[Fiche, ...], experiences: int, passages: int, blocs: int) -> Dossier:
    """Return a dossier with so many experiences (a story each), passages and blocs to cover."""
    all_blocs = [bloc for fiche in fiches for bloc in fiche.blocs][:blocs]
    fiche = replace(fiches[0], blocs=tuple(all_blocs))
    competences = [competence.code for competence in fiche.competences()]
    said = sentences()
    each = -(-passages // experiences)
    told = {f"r{n}": said[n * each * 2 : (n + 1) * each * 2] for n in range(experiences)}
    evidence: dict[str, Evidence] = {}
    for recit_id, lines in told.items():
        for span in split(_paragraphs(lines))[:each]:
            code = competences[len(evidence) % len(competences)]
            name = f"e{len(evidence)}"
            evidence[name] = Evidence(name, recit_id, span, fiche.code, code, Strength(1 + len(evidence) % 5))
    return Dossier(
        "grand",
        Person("Marie-Thérèse", "Grand-Dossier", goal="Obtenir un titre professionnel."),
        counsellor=AUTHOR,
        experiences={f"x{n}": _experience(n) for n in range(experiences)},
        recits={r: Recit(r, f"x{r[1:]}", f"Le moment {r[1:]}", _paragraphs(lines)) for r, lines in told.items()},
        evidence=reduce(PassageMap.with_item, list(evidence.values())[:passages], PassageMap()),
        fiches={fiche.code: fiche},
    )


def _experience(number: int) -> Experience:
    kinds = list(ExperienceKind)
    return Experience(
        f"x{number}", f"Poste {number}", kinds[number % len(kinds)], str(1980 + number), str(1981 + number),
        place="Limoges", public="Une trentaine de personnes", means="Cahier, vélo, téléphone", team="Deux collègues",
    )  # fmt: skip


def _paragraphs(lines: list[str]) -> str:
    return "\n".join(" ".join(lines[n : n + PARAGRAPH]) for n in range(0, len(lines), PARAGRAPH))
