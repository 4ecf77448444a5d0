"""What the window remembers from one day to the next; nothing here names a person whom a dossier is about."""

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from workbench.ui import theme

RECENT = 12
_SHARES = "shares/"


class Preferences(QObject):
    """The settings file of the window, read and written by name; `changed` tells of the names of those who work."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        """Read and write a settings file."""
        super().__init__(parent)
        self._settings = settings

    @property
    def counsellor(self) -> str:
        """Return the name of who works at this desk."""
        return self._text("counsellor")

    @property
    def organisation(self) -> str:
        """Return the name of the organisation."""
        return self._text("organisation")

    def introduce(self, counsellor: str, organisation: str) -> None:
        """Keep the names of who works at this desk and of the organisation."""
        if (counsellor, organisation) != (self.counsellor, self.organisation):
            self._settings.setValue("counsellor", counsellor)
            self._settings.setValue("organisation", organisation)
            self.changed.emit()

    @property
    def geometry(self) -> QByteArray:
        """Return the place and size of the window."""
        return self._settings.value("geometry", QByteArray())

    @property
    def room(self) -> str:
        """Return the room that the window was left in."""
        return self._text("room")

    def shares(self) -> dict[str, int]:
        """Return how much of each split its first part had, in thousandths, by its name."""
        names = [key for key in self._settings.allKeys() if key.startswith(_SHARES)]
        return {name.removeprefix(_SHARES): int(value) for name in names if (value := self._text(name)).isdecimal()}

    def keep_shares(self, shares: dict[str, int]) -> None:
        """Remember how much of each split its first part has."""
        for name, thousandths in shares.items():
            self._settings.setValue(f"{_SHARES}{name}", thousandths)

    @property
    def letters(self) -> float:
        """Return how many times larger the letters of the story are."""
        try:
            return float(self._text("letters") or theme.LETTERS[0])
        except ValueError:
            return theme.LETTERS[0]

    @property
    def recent(self) -> tuple[str, ...]:
        """Return the keys of what the palette was last used for, the latest first."""
        return tuple(self._text("recent").split("\n")) if self._text("recent") else ()

    def note_used(self, key: str) -> None:
        """Put something first among what the palette was used for."""
        others = [used for used in self.recent if used != key]
        self._settings.setValue("recent", "\n".join([key, *others][:RECENT]))

    def keep_look(self) -> None:
        """Remember colours, zoom, letters and motion as they are."""
        look = theme.current()
        kept = (("scheme", look.scheme), ("zoom", look.zoom), ("letters", look.letters), ("motion", look.motion))
        for name, value in kept:
            self._settings.setValue(name, value)

    def keep_window(self, geometry: QByteArray, room: str) -> None:
        """Remember the window as it is left, on the disk."""
        self._settings.setValue("geometry", geometry)
        if room:
            self._settings.setValue("room", room)
        self._settings.sync()

    def _text(self, name: str) -> str:
        return str(self._settings.value(name, "") or "")


def look_of(settings: QSettings) -> tuple[str, float, str]:
    """Return the scheme, the zoom and the motion that were chosen; what is not understood is as usual."""
    scheme = str(settings.value("scheme", "systeme"))
    motion = str(settings.value("motion", "systeme"))
    try:
        zoom = float(settings.value("zoom", 1.0))
    except (TypeError, ValueError):
        zoom = 1.0
    return (
        scheme if scheme in theme.SCHEMES else "systeme",
        min(max(zoom, theme.ZOOMS[0]), theme.ZOOMS[-1]),
        motion if motion in theme.MOTIONS else "systeme",
    )
