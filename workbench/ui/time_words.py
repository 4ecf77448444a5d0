"""How dates, moments and lengths of time are said to the user, in French."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

_tr = QCoreApplication.translate

_ONE = (0, 1, 60)
"""Minutes that are said in the singular."""


def date_words(iso: str) -> str:
    """Say a day; `iso` is its ISO date."""
    day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    words = QLocale(QLocale.Language.French).toString(day, "d MMMM yyyy")
    return words.replace("1 ", "1er ", 1) if day.day() == 1 else words


def remaining_words(seconds: float) -> str:
    """Say about how long something still takes."""
    if seconds < 8:
        return _tr("words", "encore quelques secondes")
    if seconds < 50:
        return _tr("words", "encore {0} secondes environ").format(max(10, round(seconds / 10) * 10))
    minutes = round(seconds / 60)
    return (
        _tr("words", "encore une minute environ")
        if minutes <= 1
        else _tr("words", "encore {0} minutes environ").format(minutes)
    )


def minutes_words(minutes: int) -> str:
    """Say how long something takes, in hours from one hour on."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _tr("words", "{0} min").format(rest)
    return _tr("words", "{0} h {1:02}").format(hours, rest) if rest else _tr("words", "{0} h").format(hours)


def spent_words(seconds: int, planned: int) -> str:
    """Say how much of the planned minutes was spent."""
    if not seconds:
        words = _tr("words", "{0} prévue") if planned in _ONE else _tr("words", "{0} prévues")
        return words.format(minutes_words(planned))
    minutes = seconds // 60
    if not minutes:
        return _tr("words", "moins d’une minute sur {0}").format(minutes_words(planned))
    words = _tr("words", "{0} passée sur {1}") if minutes in _ONE else _tr("words", "{0} passées sur {1}")
    return words.format(minutes_words(minutes), minutes_words(planned))


def day_words(moment: str) -> str:
    """Say the day of a moment (ISO 8601), where the person sits."""
    return date_words(datetime.fromisoformat(moment).astimezone().date().isoformat())


def clock_words(moment: str) -> str:
    """Say the time of day of a moment (ISO 8601), where the person sits."""
    return datetime.fromisoformat(moment).astimezone().strftime("%H:%M")


def short_moment_words(moment: str) -> str:
    """Say the day and the time of a moment (ISO 8601) in figures."""
    return datetime.fromisoformat(moment).astimezone().strftime("%d/%m %H:%M")


def when_words(moment: str, now: datetime) -> str:
    """Say when something happened; `moment` is ISO 8601, `now` knows its time zone."""
    if not moment:
        return ""
    then = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    days = (now.date() - then.date()).days
    if days >= 7:
        return QLocale(QLocale.Language.French).toString(then, "d MMMM yyyy")
    if days > 1:
        return _tr("words", "il y a {0} jours").format(days)
    return _lately_words(then, now)


def _lately_words(then: datetime, now: datetime) -> str:
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return _tr("words", "à l’instant")
    if minutes < 60:
        return _tr("words", "il y a {0} min").format(minutes)
    words = _tr("words", "aujourd’hui à {0}") if then.date() == now.date() else _tr("words", "hier à {0}")
    return words.format(then.strftime("%H:%M"))
