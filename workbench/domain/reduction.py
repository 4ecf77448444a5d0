"""The dossier that a document is written from: without what it does not show, was withdrawn or is masked.

Nothing else of the stories remains than the passages that are kept: what was not read back cannot leave.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeVar

from workbench.domain.attachments import Attachment
from workbench.domain.dossier import Dossier, Evidence, Experience, Recit
from workbench.domain.handover import Choice, Choices, Treatment
from workbench.domain.passages import PassageMap
from workbench.domain.pieces import EXPERIENCE_FIELDS, PERSON_FIELDS, Topic, key_of, passage_key
from workbench.domain.positioning import Positioning
from workbench.domain.positions import Span
from workbench.domain.vae import Vae

MASKED: Final = "[…]"
_KEPT: Final = Choice(Treatment.KEEP)

Key = TypeVar("Key")
Item = TypeVar("Item")


def narrowed(dossier: Dossier, topics: Collection[Topic], fiche: str = "") -> Dossier:
    """Return a dossier without the topics that a document does not show, nor the fiches that it is not about."""
    if fiche:
        dossier = replace(
            dossier,
            fiches=_those(dossier.fiches, fiche),
            archives=MappingProxyType({}),
            evidence=dossier.evidence.without([e.id for e in dossier.evidence.values() if e.fiche != fiche]),
            positionings=_those(dossier.positionings, fiche),
            vae=_vae_of(dossier.vae, fiche),
        )
    nothing: Mapping[str, object] = MappingProxyType({})
    emptied: dict[Topic, dict[str, object]] = {
        Topic.VAE: {"vae": Vae()},
        Topic.POSITIONING: {"positionings": nothing},
        Topic.ATTACHMENTS: {"attachments": nothing},
        Topic.INTERVIEW: {"answers": nothing, "preparation": nothing, "visits": ()},
    }
    gone = {name: empty for topic, parts in emptied.items() if topic not in topics for name, empty in parts.items()}
    return replace(dossier, **gone) if gone else dossier  # type: ignore[arg-type]


def reduced(dossier: Dossier, choices: Choices, *, whole_stories: bool = False) -> Dossier:
    """Return a dossier once each piece was kept, masked or withdrawn as `choices` say by key (see `pieces`).

    `whole_stories` leaves around the passages the rest of their story, for a document that learns names there and
    shows none of it.
    """
    dossier = _with_texts(_with_passages(dossier, choices, whole_stories=whole_stories), choices)
    dossier = replace(dossier, attachments=_attachments_left(dossier, choices))
    aside: PassageMap[Evidence] = PassageMap()
    nothing: Mapping[str, object] = MappingProxyType({})
    emptied = {"taken_back": aside, "refusals": aside, "postponed": aside, "overrulings": aside, "relances": aside}
    return replace(dossier, **emptied, consents=nothing, handed=nothing)  # type: ignore[arg-type]


def treated(words: str, choice: Choice) -> str:
    """Return the words of a piece as they leave."""
    if choice.treatment is Treatment.KEEP or not words.strip():
        return words
    if choice.treatment is Treatment.WITHDRAW:
        return ""
    hidden = choice.hidden or (Span(0, len(words)),)
    return "".join(part.text for part in _segments(words, [Span(0, len(words))], hidden))


@dataclass(frozen=True, slots=True)
class _Segment:
    """A part of a text and what becomes of it: its place before, its new beginning, its new words."""

    before: Span
    start: int
    text: str

    @property
    def is_as_it_was(self) -> bool:
        return len(self.text) == self.before.end - self.before.start and self.text != MASKED


def _segments(text: str, kept: Iterable[Span], hidden: Iterable[Span]) -> Iterator[_Segment]:
    """Cut a text into what is kept, what is masked, and what is cut out where neither is."""
    masked = _merged(hidden)
    kept = _merged(kept)
    places = {0, len(text), *(edge for span in (*kept, *masked) for edge in (span.start, span.end))}
    edges = sorted(p for p in places if not any(span.start < p < span.end for span in masked))
    start = 0
    for first, last in pairwise(edges):
        here = Span(first, last)
        is_kept = any(span.overlaps(here) for span in kept)
        words = MASKED if here in masked else text[first:last] if is_kept else ""
        yield _Segment(here, start, words)
        start += len(words)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans that neither overlap nor touch, in order."""
    merged: list[Span] = []
    for span in sorted((s for s in spans if not s.is_empty), key=lambda s: s.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _with_passages(dossier: Dossier, choices: Choices, *, whole_stories: bool) -> Dossier:
    read = (e for e in dossier.evidence.values() if dossier.competence_of(e) is not None)
    kept = {e.id: e for e in read if not _is_withdrawn(e, choices)}
    recits: dict[str, Recit] = {}
    placed: dict[str, Evidence] = {}
    for recit in dossier.recits.values():
        inside = [e for e in kept.values() if e.recit_id == recit.id]
        hidden = [span for e in inside for span in _hidden(recit.text, e, choices)]
        kept_spans = [Span(0, len(recit.text))] if whole_stories else [e.span for e in inside]
        segments = list(_segments(recit.text, kept_spans, hidden))
        recits[recit.id] = replace(recit, text="".join(part.text for part in segments))
        confirmed = {e.id for e in inside if dossier.is_confirmed(e)}
        for item in inside:
            span = _moved(item.span, segments)
            agreed = recits[recit.id].text[span.start : span.end] if item.id in confirmed else ""
            placed[item.id] = replace(item, span=span, agreed=agreed)
    evidence: PassageMap[Evidence] = PassageMap()
    for key, item in kept.items():
        evidence = evidence.with_item(_reworded(placed.get(key, item), choices))
    return replace(dossier, recits=MappingProxyType(recits), evidence=evidence)


def _is_withdrawn(evidence: Evidence, choices: Choices) -> bool:
    choice = choices.get(passage_key(evidence.recit_id, evidence.span.start, evidence.span.end), _KEPT)
    return choice.treatment is Treatment.WITHDRAW


def _hidden(text: str, evidence: Evidence, choices: Choices) -> list[Span]:
    start, end = evidence.span.start, evidence.span.end
    choice = choices.get(passage_key(evidence.recit_id, start, end), _KEPT)
    if choice.treatment is not Treatment.MASK or not text[start:end].strip():
        return []
    spans = choice.hidden or (Span(0, end - start),)
    return [Span(start + span.start, start + span.end) for span in spans]


def _moved(span: Span, segments: list[_Segment]) -> Span:
    """Return where a passage lies once its story was cut; a mask that it touches is wholly its own."""
    touched = [part for part in segments if part.before.overlaps(span)]
    if not touched:
        return Span(0, 0)
    first, last = touched[0], touched[-1]
    start = first.start + (span.start - first.before.start if first.is_as_it_was else 0)
    end = last.start + (span.end - last.before.start if last.is_as_it_was else len(last.text))
    return Span(start, max(start, end))


def _reworded(evidence: Evidence, choices: Choices) -> Evidence:
    choice = choices.get(key_of(Topic.PASSAGES, "relu", evidence.id), _KEPT)
    return replace(evidence, wording=treated(evidence.wording, choice))


def _with_texts(dossier: Dossier, choices: Choices) -> Dossier:
    def said(words: str, topic: Topic, *parts: str) -> str:
        return treated(words, choices.get(key_of(topic, *parts), _KEPT))

    def experience(known: Experience) -> Experience:
        texts = {n: said(getattr(known, n), Topic.EXPERIENCES, known.id, n) for n in EXPERIENCE_FIELDS}
        return replace(known, **texts)  # type: ignore[arg-type]

    def positioning(fiche: str, known: Positioning) -> Positioning:
        topic = Topic.POSITIONING
        notes = {n: said(t, topic, "note", fiche, n) for n, t in known.notes.items()}
        asked = {
            k: replace(p, proof=said(p.proof, topic, "prerequis", fiche, p.id)) for k, p in known.prerequisites.items()
        }
        positions = {
            k: replace(p, proof=said(p.proof, topic, "preuve", fiche, k), plan=said(p.plan, topic, "plan", fiche, k))
            for k, p in known.positions.items()
        }
        return replace(known, notes=_frozen(notes), prerequisites=_frozen(asked), positions=_frozen(positions))

    person = {n: said(getattr(dossier.person, n), Topic.PERSON, n) for n in PERSON_FIELDS}
    recits = {k: replace(r, title=said(r.title, Topic.EXPERIENCES, "recit", r.id)) for k, r in dossier.recits.items()}
    return replace(
        dossier,
        person=replace(dossier.person, **person),
        experiences=_frozen({k: experience(e) for k, e in dossier.experiences.items()}),
        recits=_frozen(recits),
        vae=_vae_said(dossier.vae, choices),
        positionings=_frozen({k: positioning(k, p) for k, p in dossier.positionings.items()}),
        answers=_frozen({k: said(a, Topic.INTERVIEW, k) for k, a in dossier.answers.items()}),
    )


def _attachments_left(dossier: Dossier, choices: Choices) -> Mapping[str, Attachment]:
    """Return the attached files that leave; words of a file cannot be hidden, so one that is masked stays behind."""
    left = {}
    for known in dossier.attachments.values():
        choice = choices.get(key_of(Topic.ATTACHMENTS, known.id), _KEPT)
        if choice.treatment is Treatment.KEEP:
            left[known.id] = known
        elif choice.treatment is Treatment.MASK:
            left[known.id] = replace(known, title=treated(known.title, choice), digest="", size=0)
    return _frozen(left)


def _vae_said(vae: Vae, choices: Choices) -> Vae:
    def said(words: str, *parts: str) -> str:
        return treated(words, choices.get(key_of(Topic.VAE, *parts), _KEPT))

    answers = {k: said(a, "reponse", *k) for k, a in vae.answers.items()}
    comments = {k: said(c, "bloc", *k) for k, c in vae.comments.items()}
    practices = {p: said(text, "pratique", p.fiche, p.bloc, p.experience, p.part) for p, text in vae.practices.items()}
    return replace(vae, answers=_frozen(answers), comments=_frozen(comments), practices=_frozen(practices))


def _vae_of(vae: Vae, fiche: str) -> Vae:
    """Return what a VAE says of one fiche, and of the person."""
    owners = {fiche, ""}
    return Vae(
        answers=_frozen({k: v for k, v in vae.answers.items() if k[0] in owners}),
        aimed=_those(vae.aimed, fiche),
        held=_frozen({k: v for k, v in vae.held.items() if k[0] == fiche}),
        comments=_frozen({k: v for k, v in vae.comments.items() if k[0] == fiche}),
        practices=_frozen({k: v for k, v in vae.practices.items() if k.fiche == fiche}),
    )


def _those(items: Mapping[str, Item], key: str) -> Mapping[str, Item]:
    return MappingProxyType({k: v for k, v in items.items() if k == key})


def _frozen(items: dict[Key, Item]) -> Mapping[Key, Item]:
    return MappingProxyType(items)
