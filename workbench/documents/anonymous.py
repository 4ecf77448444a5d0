"""The portfolio without names: for somebody who may see what was done, and not who did it."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, Final

from workbench.documents.blocks import Block, Cover, Document, Heading, Notice, Signatures, plain
from workbench.documents.portfolio import portfolio
from workbench.domain.anonymity import Pseudonyms, pseudonyms
from workbench.domain.dossier import Dossier

TITLE: Final = "Portefeuille anonymisé"
AUTHOR: Final = "Personne anonyme"
_NAMED: Final = ("Avec", "Contact", "Lieu")
_SHOWN: Final = 12


def anonymous_portfolio(dossier: Dossier, on: date) -> Document:
    """Return the portfolio with every name that was found replaced, and without what serves to identify."""
    known = pseudonyms(dossier)
    blocks = [_masked(block, known) for block in portfolio(dossier, on).blocks if not isinstance(block, Signatures)]
    cover = next(block for block in blocks if isinstance(block, Cover))
    shown = tuple(pair for pair in cover.facts if pair[0] not in _NAMED)
    blocks[0] = replace(cover, title=TITLE, name=AUTHOR, facts=shown)
    blocks[1:1] = _warning()
    return Document(TITLE, AUTHOR, TITLE, "Noms remplacés – anonymat non garanti", on, _unsigned(blocks))


def missing_for_anonymous(dossier: Dossier) -> tuple[str, ...]:
    """Return what a person has to read again: words that may be names and were left."""
    left = pseudonyms(dossier).left_to_read
    sentences = ["Votre relecture : un métier rare, une date ou un lieu décrit font parfois reconnaître quelqu’un."]
    if left:
        words = ", ".join(f"« {word} »" for word in left[:_SHOWN])
        more = f" et {len(left) - _SHOWN} autres" if len(left) > _SHOWN else ""
        sentences.append(f"Ces mots, laissés tels quels, sont peut-être des noms : {words}{more}.")
    return tuple(sentences)


def _warning() -> list[Block]:
    return [
        Notice(
            "Ce qui est fait, et ce qui ne l’est pas.",
            "Les noms de la personne et de celles dont elle parle, les lieux et les employeurs repérés sont remplacés, "
            "toujours de la même façon ; adresses électroniques, numéros de téléphone et codes postaux sont "
            "masqués. L’anonymat n’est pas garanti : un nom en début de phrase, un surnom, un métier rare ou des "
            "circonstances racontées peuvent faire reconnaître quelqu’un. Ce document est à relire avant d’être remis.",
        )
    ]


def _unsigned(blocks: list[Block]) -> tuple[Block, ...]:
    """Return the blocks without the part that people sign: who signs is no longer anonymous."""
    end = next((i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.text == "Signatures"), len(blocks))
    return (*blocks[:end], plain("Ce document n’est pas signé : une signature dirait qui parle."))


def _masked(value: Any, known: Pseudonyms) -> Any:
    """Return a block with every text masked."""
    if isinstance(value, str):
        return known.applied(value)
    if isinstance(value, tuple):
        return tuple(_masked(item, known) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _masked(getattr(value, f.name), known) for f in fields(value)})
    return value
