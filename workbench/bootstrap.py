"""Put the pieces together: the command line, and behind it the window."""

import os
import sys
from pathlib import Path

from workbench.cli.app import Window, build
from workbench.errors import EtabliError


def main() -> int:
    """Run the command line and return its exit code: 0, 1 for a sentence on stderr, 2 for usage."""
    app = build(Window(_open_window, _capture))
    try:
        app(prog_name="etabli", standalone_mode=True)
    except EtabliError as error:
        print(error, file=sys.stderr)  # noqa: T201 (the command line's only channel for errors)
        return 1
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0


def _open_window(folder: Path) -> int:
    """Open the window; Qt is imported here and not before."""
    from workbench.ui.app import run  # noqa: PLC0415

    return run(folder)


def _capture(folder: Path) -> tuple[Path, ...]:
    """Write a picture of every screen; no display is needed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from workbench.ui.captures import capture_all  # noqa: PLC0415

    return capture_all(folder)
