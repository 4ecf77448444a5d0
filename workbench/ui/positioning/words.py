"""How decisions and hours are said and read on the screen of a positioning."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from workbench.domain.mastery import Ratings
from workbench.domain.positioning import Balance, Decision, gap

_tr = QCoreApplication.translate
_HOURS: Final = re.compile(r"(\d{1,4})(?:[,.](\d{1,2}))?\s*(?:h(?:eures?)?\s*(\d{1,2})?)?(?:\s*min)?", re.IGNORECASE)
_MINUTES: Final = re.compile(r"(\d{1,5})\s*min\w*", re.IGNORECASE)


def decision_words(decision: Decision | None) -> str:
    """Say a decision."""
    return {
        None: _tr("positioning", "À décider"),
        Decision.WAIVED: _tr("positioning", "Dispense"),
        Decision.LIGHTENED: _tr("positioning", "Allègement"),
        Decision.FULL: _tr("positioning", "Parcours complet"),
        Decision.REINFORCED: _tr("positioning", "Renforcement"),
    }[decision]


def hours_words(minutes: int) -> str:
    """Say a duration: « 3 h 30 »."""
    whole, rest = divmod(minutes, 60)
    if rest and not whole:
        return _tr("positioning", "{0} min").format(rest)
    return _tr("positioning", "{0} h {1:02}").format(whole, rest) if rest else _tr("positioning", "{0} h").format(whole)


def read_hours(text: str) -> int | None:
    """Return the minutes of « 35 », « 3,5 », « 3 h 30 » or « 45 min », or None if it says no duration."""
    words = " ".join(text.split())
    minutes = _MINUTES.fullmatch(words)
    if minutes:
        return int(minutes[1])
    found = _HOURS.fullmatch(words)
    if found is None or (found[2] and found[3]) or int(found[3] or 0) > 59:
        return None
    tenths = float(f"0.{found[2]}") if found[2] else 0.0
    return int(found[1]) * 60 + round(tenths * 60) + int(found[3] or 0)


def balance_words(balance: Balance) -> str:
    """Say what a module or the programme becomes."""
    if not balance.before and not balance.after:
        return _tr("positioning", "Heures à écrire")
    if not balance.change:
        return _tr("positioning", "{0}, inchangé").format(hours_words(balance.before))
    sign = "+" if balance.change > 0 else "–"
    return _tr("positioning", "{0} → {1} ({2} {3})").format(
        hours_words(balance.before), hours_words(balance.after), sign, hours_words(abs(balance.change))
    )


def gap_words(ratings: Ratings) -> str:
    """Say how far apart the two ratings are, in whose favour."""
    between = gap(ratings)
    if between is None:
        return _tr("positioning", "L’écart se dira quand les deux avis seront là.")
    if not between:
        return _tr("positioning", "Les deux avis se rejoignent.")
    levels = _tr("positioning", "{0} niveau") if abs(between) == 1 else _tr("positioning", "{0} niveaux")
    side = (
        _tr("positioning", "qui évalue voit plus haut que la personne")
        if between > 0
        else _tr("positioning", "qui évalue voit moins haut que la personne")
    )
    return _tr("positioning", "Écart de {0} : {1}.").format(levels.format(abs(between)), side)
