"""Words that deserve to be read again before they leave, and why."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.positions import Span


class Category(StrEnum):
    """Why words are pointed at."""

    HEALTH = "sante"
    UNION = "syndicat"
    RELIGION = "religion"
    ORIGIN = "origine"
    JUSTICE = "justice"
    OPINION = "opinion"
    NIR = "nir"
    BANK = "banque"
    PHONE = "telephone"
    EMAIL = "courriel"
    ADDRESS = "adresse"
    NAME = "nom"
    CHOSEN = "choisi"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are pointed at, and why."""

    span: Span
    category: Category
