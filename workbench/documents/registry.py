"""The documents that Établi writes: one line each, from which the screen, the command line and the files are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from workbench.documents.anonymous import anonymous_portfolio, missing_for_anonymous
from workbench.documents.attestation import attestation, missing_for_attestation
from workbench.documents.blocks import Document
from workbench.documents.easy import easy_portfolio, missing_for_easy
from workbench.documents.layout import USUAL, Layout
from workbench.documents.liaison import liaison, missing_for_liaison
from workbench.documents.portfolio import Reader, portfolio
from workbench.documents.positioning import missing_for_positioning, positioning_report
from workbench.documents.synthesis import missing_for_synthesis, synthesis
from workbench.documents.vae import feasibility_document, practice_document
from workbench.domain.dossier import Dossier
from workbench.domain.pieces import EVERYTHING, TOLD, Topic
from workbench.domain.referential import Fiche
from workbench.domain.trame import Trame
from workbench.domain.vae_missing import missing


@dataclass(frozen=True, slots=True)
class Wish:
    """What is decided when a document is asked for, beside what the dossier holds.

    `fiche` is the code of the one that the document is about, `recipient` the person or service that it is for,
    `trame` the guide that the dossier follows, `layout` what the organisation puts on its documents.
    `read_file` gives the bytes of an attached file by its digest; without it they are listed only.
    """

    on: date
    place: str = ""
    fiche: str = ""
    recipient: str = ""
    trame: Trame | None = None
    layout: Layout = USUAL
    read_file: Callable[[str], bytes] | None = None


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document: `name` is in the names of files, `purpose` says in a line when one needs it.

    `missing` returns a sentence for each thing that the dossier lacks before the document is worth giving; it is
    written all the same. `fiches` returns those it may be about, for documents about one. `data` names the formats
    of `documents.data` that go with it. `is_anonymous` keeps the person's name out of the name of the file.
    `shows` are the topics that it may show, data included: it is written from a dossier without the others, and those
    are read back before it leaves.
    """

    name: str
    title: str
    purpose: str
    build: Callable[[Dossier, Wish], Document]
    missing: Callable[[Dossier, Wish], tuple[str, ...]] = lambda _dossier, _wish: ()
    fiches: Callable[[Dossier], tuple[str, ...]] | None = None
    for_recipient: bool = False
    data: tuple[str, ...] = ()
    is_anonymous: bool = False
    shows: frozenset[Topic] = EVERYTHING


def _all_fiches(dossier: Dossier) -> tuple[str, ...]:
    return tuple(dossier.fiches)


def _portfolio(reader: Reader) -> Callable[[Dossier, Wish], Document]:
    return lambda dossier, wish: portfolio(dossier, wish.on, wish.place, reader, wish.read_file)


def _fiche(dossier: Dossier, wish: Wish) -> Fiche:
    """Return the fiche that a document is about; an empty one, to be filled, where none is chosen."""
    return dossier.fiches.get(wish.fiche, Fiche("", "", ()))


def _feasibility(dossier: Dossier, wish: Wish) -> Document:
    return feasibility_document(dossier, _fiche(dossier, wish), wish.on, wish.place)


def _feasibility_lacks(dossier: Dossier, wish: Wish) -> tuple[str, ...]:
    return tuple(lack.sentence for lack in missing(dossier, _fiche(dossier, wish)))


def _practice(dossier: Dossier, wish: Wish) -> Document:
    return practice_document(dossier, _fiche(dossier, wish), wish.on, wish.place)


_KINDS: Final = (
    DocumentKind(
        "portefeuille",
        "Portefeuille de reconnaissance",
        "Tout ce qui est reconnu, cité.",
        _portfolio(Reader.PERSON),
        data=("open-badges", "json-resume", "europass"),
        shows=TOLD | {Topic.ATTACHMENTS},
    ),
    DocumentKind(
        "portefeuille-jury",
        "Portefeuille pour un jury",
        "Les preuves les plus fortes, à peser.",
        _portfolio(Reader.JURY),
        shows=TOLD | {Topic.ATTACHMENTS},
    ),
    DocumentKind(
        "portefeuille-employeur",
        "Portefeuille pour un employeur",
        "L’essentiel, sans ce qui reste privé.",
        _portfolio(Reader.EMPLOYER),
        shows=TOLD,
    ),
    DocumentKind(
        "positionnement",
        "Positionnement",
        "Avant une formation : ce qui change.",
        lambda dossier, wish: positioning_report(dossier, wish.fiche, wish.on, wish.place),
        lambda dossier, wish: missing_for_positioning(dossier, wish.fiche),
        _all_fiches,
        shows=TOLD | {Topic.POSITIONING},
    ),
    DocumentKind(
        "attestation",
        "Attestation de compétences",
        "Ce que l’expérience montre, signé.",
        lambda dossier, wish: attestation(dossier, wish.on, wish.place),
        lambda dossier, _: missing_for_attestation(dossier),
        data=("open-badges",),
        shows=TOLD,
    ),
    DocumentKind(
        "synthese",
        "Synthèse de l’entretien",
        "Ce qui s’est dit, et la suite.",
        lambda dossier, wish: synthesis(dossier, wish.trame, wish.on, wish.place),
        lambda dossier, wish: missing_for_synthesis(dossier, wish.trame),
        shows=TOLD | {Topic.INTERVIEW},
    ),
    DocumentKind(
        "liaison",
        "Fiche de liaison",
        "Pour un destinataire nommé.",
        lambda dossier, wish: liaison(dossier, wish.recipient, wish.on, wish.place),
        lambda dossier, wish: missing_for_liaison(dossier, wish.recipient),
        for_recipient=True,
        shows=TOLD,
    ),
    DocumentKind(
        "facile-a-lire",
        "Version facile à lire",
        "Phrases courtes, gros caractères.",
        lambda dossier, wish: easy_portfolio(dossier, wish.on),
        lambda dossier, _: missing_for_easy(dossier),
        shows=TOLD,
    ),
    DocumentKind(
        "anonyme",
        "Version anonymisée",
        "Sans les noms ; à relire.",
        lambda dossier, wish: anonymous_portfolio(dossier, wish.on),
        lambda dossier, _: missing_for_anonymous(dossier),
        is_anonymous=True,
        shows=TOLD,
    ),
    DocumentKind(
        "vae-faisabilite",
        "Dossier de faisabilité",
        "VAE : la demande, pour le certificateur.",
        _feasibility,
        _feasibility_lacks,
        _all_fiches,
        data=("vae",),
        shows=TOLD | {Topic.VAE},
    ),
    DocumentKind(
        "vae-dossier-professionnel",
        "Dossier professionnel",
        "VAE : la pratique, pour le jury.",
        _practice,
        fiches=_all_fiches,
        shows=TOLD | {Topic.VAE},
    ),
)

KINDS: Final[Mapping[str, DocumentKind]] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""Every document by its name, in the order in which they are offered."""
