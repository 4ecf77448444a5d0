"""Cutting a certifier's list into competences, as a careful reader would."""

import re
from dataclasses import replace
from typing import Final

from workbench.domain.referential import Bloc, Competence, Fiche

_BREAK: Final = re.compile(r"\s{4,}|\s{2,3}(?=[-*•o–▪\dA-ZÀ-Ý])|\s[-*•▪]\s|^[-*•▪]\s")


def cut(list_text: str) -> tuple[str, ...]:
    """Return the competences of a list, in its order; markers and headings are left out."""
    items = (item.strip(" -*•–▪\t\n\r") for item in _BREAK.split(list_text))
    return tuple(item for item in items if item and not item.endswith(":"))


def cut_fiche(fiche: Fiche) -> Fiche:
    """Return the fiche with the competences of the blocs that only have their certifier's list."""
    return replace(fiche, blocs=tuple(_cut_bloc(bloc) for bloc in fiche.blocs))


def _cut_bloc(bloc: Bloc) -> Bloc:
    if bloc.competences or not bloc.source_text:
        return bloc
    titles = enumerate(cut(bloc.source_text), start=1)
    return replace(bloc, competences=tuple(Competence(f"{bloc.code}-C{n:02d}", title) for n, title in titles))
