"""How Établi looks: tokens, light, dark and high contrast, zoom; one style sheet for the whole application."""

from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
    QStyleHints,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workbench.paths import RESSOURCES
from workbench.ui.theme.tokens import (
    DARK,
    HIGH_DARK,
    HIGH_LIGHT,
    INTERFACE_FONT,
    LIGHT,
    RADIUS,
    READING_FONT,
    SPACE,
    TYPE,
    Palette,
)

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
LETTERS = (1.0, 1.3, 1.6, 2.0)
"""How many times larger the letters of the story may be."""
SCHEMES = ("systeme", "clair", "sombre", "contraste-clair", "contraste-sombre")
MOTIONS = ("systeme", "reduits", "tous")
_ALWAYS = {"clair": LIGHT, "sombre": DARK, "contraste-clair": HIGH_LIGHT, "contraste-sombre": HIGH_DARK}
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Theme(QObject):
    """The look in force; `changed` is emitted when colours or sizes are no longer the same."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: str = "systeme", zoom: float = 1.0) -> None:
        """Dress the application and follow the system's colour scheme."""
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.zoom = zoom
        self.motion = "systeme"
        self.letters = LETTERS[0]
        self.palette: Palette = LIGHT
        self._blink = app.cursorFlashTime()
        hints, wishes = _system()
        hints.colorSchemeChanged.connect(self._follow_system)
        wishes.contrastPreferenceChanged.connect(self._follow_system)
        wishes.motionPreferenceChanged.connect(self._still)
        self._dress()
        self._still()

    def choose(self, scheme: str) -> None:
        """Follow the system (`systeme`), or always be what another of `SCHEMES` names."""
        self.scheme = scheme
        self._dress()

    def set_zoom(self, zoom: float) -> None:
        """Make everything larger or smaller."""
        self.zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._dress()

    def zoom_by(self, steps: int) -> None:
        """Go to the next larger or smaller zoom."""
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self.zoom))
        self.set_zoom(ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)])

    def set_letters(self, letters: float) -> None:
        """Make the letters of the story larger than the rest, so many times."""
        self.letters = min(max(letters, LETTERS[0]), LETTERS[-1])
        self.changed.emit()

    def next_letters(self) -> None:
        """Go to the next larger letters of the story, and from the largest back to the usual ones."""
        self.set_letters(next((scale for scale in LETTERS if scale > self.letters + 0.01), LETTERS[0]))

    def choose_motion(self, motion: str) -> None:
        """Follow the system (`systeme`), or always reduce what moves (`reduits`), or never (`tous`)."""
        self.motion = motion
        self._still()
        self.changed.emit()

    @property
    def is_still(self) -> bool:
        """Say whether what moves is reduced."""
        if self.motion == "systeme":
            return _system()[1].motionPreference() is Qt.MotionPreference.ReducedMotion
        return self.motion == "reduits"

    def px(self, size: float) -> int:
        """Return a length at the zoom in force."""
        return max(1, round(size * self.zoom))

    def space(self, name: str) -> int:
        """Return a distance of the scale, at the zoom in force."""
        return self.px(SPACE[name])

    def font(self, size: str, *, weight: QFont.Weight = QFont.Weight.Normal, reading: bool = False) -> QFont:
        """Return a font of the type scale."""
        font = QFont(READING_FONT if reading else INTERFACE_FONT)
        font.setPixelSize(self.px(TYPE[size] * (self.letters if size == "recit" else 1)))
        font.setWeight(weight)
        return font

    def color(self, name: str) -> QColor:
        """Return a colour of the palette by its name."""
        return QColor(getattr(self.palette, name))

    @Slot()
    def _follow_system(self) -> None:
        if self.scheme == "systeme":
            self._dress()

    @Slot()
    def _still(self) -> None:
        """Stop, or start again, all that moves by itself: Qt's own effects and the blinking of the cursor."""
        for effect in _EFFECTS:
            self._app.setEffectEnabled(effect, not self.is_still)
        self._app.setCursorFlashTime(0 if self.is_still else self._blink)

    def _wanted_palette(self) -> Palette:
        if self.scheme != "systeme":
            return _ALWAYS[self.scheme]
        hints, wishes = _system()
        is_high = wishes.contrastPreference() is Qt.ContrastPreference.HighContrast
        if hints.colorScheme() is Qt.ColorScheme.Dark:
            return HIGH_DARK if is_high else DARK
        return HIGH_LIGHT if is_high else LIGHT

    def _dress(self) -> None:
        self.palette = self._wanted_palette()
        self._app.setPalette(_qt_palette(self.palette))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _style_sheet(self) -> str:
        template = Template((RESSOURCES / "styles" / "etabli.qss").read_text("utf-8"))
        colours = {name: getattr(self.palette, name) for name in self.palette.__slots__}
        sizes = {f"space_{k}": f"{self.px(v)}px" for k, v in SPACE.items()}
        sizes |= {f"inner_{k}": f"{self.px(v) - 1}px" for k, v in SPACE.items()}
        sizes |= {f"type_{k}": f"{self.px(v)}px" for k, v in TYPE.items()}
        sizes |= {f"radius_{k}": f"{self.px(v)}px" for k, v in RADIUS.items()}
        icons = (RESSOURCES / "icons").as_posix()
        flavour = "sombre" if self.palette.is_dark else "clair"
        return template.substitute(
            colours | sizes, icons=icons, flavour=flavour, control=f"{self.px(20)}px", bar=f"{self.px(12)}px"
        )


@lru_cache(maxsize=1)
def _system() -> tuple[QStyleHints, QAccessibilityHints]:
    """Return what the system says; both are kept, because PySide lets go of the second with the first."""
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


_themes: list[Theme] = []


def install(app: QApplication, scheme: str = "systeme", zoom: float = 1.0) -> Theme:
    """Dress an application and return its theme."""
    _themes[:] = [Theme(app, scheme, zoom)]
    return _themes[0]


def current() -> Theme:
    """Return the theme in force."""
    return _themes[0]


def icon(name: str, colour: str = "text", size: int = 20) -> QIcon:
    """Return a shipped icon in a colour of the palette."""
    theme = current()
    return QIcon(_drawn(name, getattr(theme.palette, colour), theme.px(size)))


def picture(name: str, colour: str = "text", size: int = 20) -> QPixmap:
    """Return a shipped icon as a picture, in a colour of the palette; `size` in pixels at zoom 1."""
    theme = current()
    return _drawn(name, getattr(theme.palette, colour), theme.px(size))


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int) -> QPixmap:
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    svg = (RESSOURCES / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    image = QImage(QSize(round(size * ratio), round(size * ratio)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.ground,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.sunken,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.ToolTipBase: palette.raised,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Dark: palette.sunken,  # what a PDF page lies on
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(palette.muted))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor(palette.muted))
    return made
