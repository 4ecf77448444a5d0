"""How an experience is said in a line."""

from PySide6.QtCore import QCoreApplication

from workbench.domain.dossier import Experience
from workbench.domain.lifeline import Stretch
from workbench.ui.widgets.card_list import CardRow
from workbench.ui.words import kind_words

_tr = QCoreApplication.translate


def card_row(experience: Experience) -> CardRow:
    """Return the row of an experience: its title, its kind, its period in the person's words."""
    return CardRow(experience.id, experience.title, detail_words(experience), icon="experiences")


def detail_words(experience: Experience) -> str:
    """Say the kind and the period of an experience."""
    period = " – ".join(part for part in (experience.start, experience.end) if part)
    return " · ".join(part for part in (kind_words(experience.kind), period) if part)


def stretch_words(stretch: Stretch) -> str:
    """Say in a sentence what the life line draws of an experience."""
    said = [stretch.experience.title, detail_words(stretch.experience)]
    if not stretch.begins:
        said.append(_tr("life_line", "début non dit"))
    if not stretch.ends:
        said.append(_tr("life_line", "fin non dite"))
    if stretch.alongside:
        others = ", ".join(f"« {title} »" for title in stretch.alongside)
        said.append(_tr("life_line", "en même temps que {0}").format(others))
    return ", ".join(said)
