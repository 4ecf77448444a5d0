"""The fonts that are shipped: the same letters on every desk, and offscreen."""

from PySide6.QtGui import QFontDatabase

from workbench.errors import StoreError
from workbench.paths import RESSOURCES


def load_fonts() -> None:
    """Make the shipped fonts known to Qt.

    Raises:
        StoreError: none can be read: the installation is damaged.
    """
    files = sorted(path for path in (RESSOURCES / "fonts").iterdir() if path.suffix in {".otf", ".ttf"})
    loaded = [QFontDatabase.addApplicationFont(str(path)) >= 0 for path in files]
    if not any(loaded):
        raise StoreError("Les polices d’Établi sont introuvables : réinstallez l’application.")
