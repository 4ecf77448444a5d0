"""`coupures`: the power-cut test, with a hundred kills."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure, say, timed

ROOT = Path(__file__).resolve().parents[2]
TEST = "tests/store/test_power_cut.py"
KILLS = 100


def measure() -> list[Figure]:
    """Run the test; a failure stops the measure with what pytest says."""
    say(f"{KILLS} coupures…")
    command = [sys.executable, "-m", "pytest", "-q", TEST]
    environment = {**os.environ, "ETABLI_COUPURES": str(KILLS)}
    seconds, done = timed(
        lambda: subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    )
    passed = re.search(r"(\d+) passed", done.stdout)
    if done.returncode or not passed:
        raise SystemExit(done.stdout + done.stderr)
    return [
        Figure("coupures (SIGKILL pendant la frappe)", KILLS, "fois"),
        Figure("pertes au-delà de la dernière frappe, magasins qui ne s'ouvrent plus", 0, ""),
        Figure("durée", seconds, "s"),
    ]
