"""How Établi looks: tokens, light and dark, zoom; one style sheet for the whole application."""

from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from workbench.paths import RESSOURCES
from workbench.ui.theme.tokens import DARK, INTERFACE_FONT, LIGHT, RADIUS, READING_FONT, SPACE, TYPE, Palette

ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
SCHEMES = ("systeme", "clair", "sombre")


class Theme(QObject):
    """The look in force; `changed` is emitted when colours or sizes are no longer the same."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: str = "systeme", zoom: float = 1.0) -> None:
        """Dress the application and follow the system's colour scheme."""
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.zoom = zoom
        self.palette: Palette = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._dress()

    def choose(self, scheme: str) -> None:
        """Follow the system (`systeme`), or always be `clair` or `sombre`."""
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

    def px(self, size: float) -> int:
        """Return a length at the zoom in force."""
        return max(1, round(size * self.zoom))

    def space(self, name: str) -> int:
        """Return a distance of the scale, at the zoom in force."""
        return self.px(SPACE[name])

    def font(self, size: str, *, weight: QFont.Weight = QFont.Weight.Normal, reading: bool = False) -> QFont:
        """Return a font of the type scale."""
        font = QFont(READING_FONT if reading else INTERFACE_FONT)
        font.setPixelSize(self.px(TYPE[size]))
        font.setWeight(weight)
        return font

    def color(self, name: str) -> QColor:
        """Return a colour of the palette by its name."""
        return QColor(getattr(self.palette, name))

    @Slot()
    def _follow_system(self) -> None:
        if self.scheme == "systeme":
            self._dress()

    def _is_dark(self) -> bool:
        if self.scheme == "systeme":
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.scheme == "sombre"

    def _dress(self) -> None:
        self.palette = DARK if self._is_dark() else LIGHT
        self._app.setPalette(_qt_palette(self.palette))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _style_sheet(self) -> str:
        template = Template((RESSOURCES / "styles" / "etabli.qss").read_text("utf-8"))
        colours = {name: getattr(self.palette, name) for name in self.palette.__slots__}
        sizes = {f"space_{k}": f"{self.px(v)}px" for k, v in SPACE.items()}
        sizes |= {f"type_{k}": f"{self.px(v)}px" for k, v in TYPE.items()}
        sizes |= {f"radius_{k}": f"{self.px(v)}px" for k, v in RADIUS.items()}
        icons = (RESSOURCES / "icons").as_posix()
        flavour = "sombre" if self.palette.is_dark else "clair"
        return template.substitute(colours | sizes, icons=icons, flavour=flavour, control=f"{self.px(20)}px")


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
