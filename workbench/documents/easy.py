"""The portfolio in easy words, for the person: one idea a sentence, no abbreviation, large type.

The rules are those of « facile à lire et à comprendre »; a text deserves that name only once persons concerned
have read it again, which no program does: the sentences of `missing_for_easy` say so.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import Block, BulletList, Cover, Document, Heading, Paragraph, Quote, Tone, plain
from workbench.documents.data.common import Proven, proven
from workbench.documents.letters import shortened
from workbench.documents.recognised import name_of
from workbench.documents.words import day
from workbench.domain.dossier import Dossier, Experience, ExperienceKind
from workbench.domain.reading import in_plain_words

TITLE: Final = "Ce que je sais faire"
MENTION: Final = "Ce document n’est pas un diplôme"
MOST_QUOTED: Final = 240
"""Characters of a passage that are quoted: the whole is in the portfolio."""
LONGEST: Final = 15
"""Words past which a sentence is no longer short."""

_PLACE: Final = {
    ExperienceKind.JOB: "C’était un emploi.",
    ExperienceKind.VOLUNTEERING: "C’était du bénévolat.",
    ExperienceKind.CARING: "J’ai aidé une personne proche.",
    ExperienceKind.INFORMAL: "J’ai travaillé sans contrat.",
    ExperienceKind.ABROAD: "J’ai travaillé dans un autre pays.",
    ExperienceKind.TRAINING: "C’était une formation ou un stage.",
    ExperienceKind.HOBBY: "C’était un loisir.",
}
_WHOLE: Final = {
    "CV": "curriculum vitæ",
    "EPI": "équipements de protection",
    "RDV": "rendez-vous",
    "VAE": "validation des acquis de l’expérience",
    "CEP": "conseil en évolution professionnelle",
    "SST": "secours au travail",
    "EHPAD": "maison de retraite",
    "PMR": "personnes à mobilité réduite",
    "etc.": "et d’autres choses",
    "ex.": "exemple",
}
_SHORT: Final = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in _WHOLE if word.isupper()) + r")\b")
_DOTTED: Final = re.compile(r"\b(?:etc|ex)\.")
_MINE: Final = {"son": "mon", "sa": "ma", "ses": "mes"}
_OWN: Final = re.compile(r"^(\w+ (?:compte )?(?:de |à )?)(son|sa|ses)\b")  # right after the verb: whose verb it is
_INFINITIVE: Final = re.compile(r"[^\W\d_]+(?:er|ir|re)\b", re.IGNORECASE)


def easy_portfolio(dossier: Dossier, on: date) -> Document:
    """Return what a person knows how to do, in her own first person and in easy words."""
    name = name_of(dossier)
    blocks: list[Block] = [Cover(TITLE, name, (("Date", day(on)),), f"{MENTION}.")]
    blocks += _purpose(dossier)
    blocks += _life(dossier)
    blocks += _skills(dossier)
    blocks += _rights(dossier)
    return Document(f"{TITLE} – {name}", name, "Version facile à lire", MENTION, on, tuple(blocks), large=True)


def missing_for_easy(dossier: Dossier) -> tuple[str, ...]:
    """Return what a reader still has to do before the text is easy to read."""
    lacks = ["Une relecture avec une personne concernée : sans elle, ce n’est pas encore du FALC."]
    sentences = [_i_can(p) for p in proven(dossier)]
    long = [sentence for sentence in sentences if len(sentence.split()) > LONGEST]
    if long:
        lacks.append(f"Des phrases plus courtes : {len(long)} dépassent {LONGEST} mots. Raccourcissez-les dans Word.")
    return tuple(lacks)


def in_whole_words(text: str) -> str:
    """Return a text without the abbreviations that are known here."""
    return _DOTTED.sub(lambda found: _WHOLE[found[0]], _SHORT.sub(lambda found: _WHOLE[found[0]], text))


def _purpose(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "À quoi sert ce document ?")
    yield from _sentences("Ce document parle de moi.", "Il dit ce que je sais faire.", "Il est écrit avec mes mots.")
    if dossier.person.goal:
        yield plain(f"Mon projet : {in_whole_words(dossier.person.goal)}")


def _life(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Ce que j’ai vécu")
    if not dossier.experiences:
        yield from _sentences("Je n’ai encore rien raconté.", "Je peux le faire quand je veux.")
    for experience in dossier.experiences.values():
        yield Heading(2, in_whole_words(experience.title) or "Une expérience")
        yield from _sentences(_PLACE[experience.kind], *_when_and_where(experience))


def _when_and_where(experience: Experience) -> Iterator[str]:
    if experience.start:
        yield f"Début : {experience.start}."
    if experience.end:
        yield f"Fin : {experience.end}."
    if experience.place:
        yield f"Lieu : {experience.place}."


def _skills(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Ce que je sais faire")
    found = list(proven(dossier))
    if not found:
        yield from _sentences("Rien n’est encore écrit ici.", "Cela ne veut pas dire que je ne sais rien faire.")
    for p in found:
        yield Heading(2, _i_can(p))
        yield from _said(dossier, p)


def _said(dossier: Dossier, p: Proven) -> Iterator[Block]:
    """Yield what the person said of it: her words at the reading if there are any, else her shortest passage."""
    own = next((e.wording for e in p.proofs if e.wording and dossier.is_confirmed(e)), "")
    passages = sorted((dossier.passage(e).strip() for e in p.proofs), key=len)
    yield plain("J’ai dit :", Tone.SMALL)
    yield Quote(shortened(own or passages[0], MOST_QUOTED), "Mes mots", "je peux les changer")


def _i_can(p: Proven) -> str:
    """Return a competence in the first person: « Je sais laver le linge. »"""
    words = in_whole_words(in_plain_words(p.competence.title) or p.competence.code)
    lower = _OWN.sub(lambda found: found[1] + _MINE[found[2]], words[:1].lower() + words[1:])
    return f"Je sais {lower}." if _INFINITIVE.match(words) else f"Je connais ceci : {lower}."


def _rights(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Ce document est à moi")
    yield BulletList(
        (
            "Je garde ce document.",
            "Je choisis qui peut le lire.",
            "Je peux changer une phrase.",
            "Je peux enlever une phrase.",
            "Je peux tout arrêter.",
        )
    )
    if dossier.counsellor:
        yield Heading(1, "J’ai une question")
        yield from _sentences(f"Je peux parler à {dossier.counsellor}.", "C’est gratuit.")


def _sentences(*sentences: str) -> Iterator[Paragraph]:
    """Yield one paragraph for each sentence."""
    for sentence in sentences:
        yield plain(sentence)
