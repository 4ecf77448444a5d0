"""Figures, their percentiles, and how they are printed."""

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its unit; a ratio to a bare reference of the same run has the unit « fois »."""

    name: str
    value: float
    unit: str


def spread(name: str, values: Sequence[float], unit: str = "ms") -> list[Figure]:
    """Return the p50, p95 and max of some values."""
    ranked = sorted(values)
    at_95 = ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]
    return [
        Figure(f"{name}, p50", statistics.median(ranked), unit),
        Figure(f"{name}, p95", at_95, unit),
        Figure(f"{name}, max", ranked[-1], unit),
    ]


def timed(function: Callable[..., Value], *args: object) -> tuple[float, Value]:
    """Return the seconds that a call takes, and what it returns."""
    began = time.perf_counter()
    value = function(*args)
    return time.perf_counter() - began, value


def memory(key: str = "VmRSS") -> float:
    """Return the memory of this process in MB, now (`VmRSS`) or at its most (`VmHWM`); 0 where /proc is absent."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(key)), 0.0)


def say(sentence: str) -> None:
    """Say on stderr what is under way: stdout belongs to the figures."""
    print(sentence, file=sys.stderr, flush=True)


def print_figures(bench: str, figures: Sequence[Figure], *, as_json: bool) -> None:
    """Print the figures as a table, or as one JSON object."""
    if as_json:
        rows = [{"nom": f.name, "valeur": round(f.value, 3), "unite": f.unit} for f in figures]
        print(json.dumps({"banc": bench, "chiffres": rows}, ensure_ascii=False))
        return
    width = max(len(f.name) for f in figures)
    for figure in figures:
        number = f"{figure.value:,.2f}".replace(",", "\u202f").replace(".", ",")
        print(f"{figure.name:<{width}}  {number:>12} {figure.unit}")
