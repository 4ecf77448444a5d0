"""Progress bars: on stderr, and only where somebody looks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from workbench.services.ports import Progress as Report


@contextmanager
def progress_bar(label: str, total: int = 0) -> Iterator[Report]:
    """Show a bar on a terminal while the block runs; yield what it is told with (done, whole)."""
    console = Console(stderr=True)
    if not sys.stderr.isatty():
        yield _say_nothing
        return
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn(), console=console, transient=True
    ) as bar:
        task = bar.add_task(label, total=total or None)

        def advance(done: int, whole: int) -> None:
            bar.update(task, completed=done, total=whole or total or None)

        yield advance


def _say_nothing(_done: int, _whole: int) -> None:
    """Leave a log or a pipe clean."""
