import os
import random
import select
import subprocess
import sys
from pathlib import Path

from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.services.session import DossierSession, create_dossier
from workbench.store.journal import open_unprotected

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("ETABLI_COUPURES", "12"))
"""A hundred take a minute and a half: `tests/bench` asks for them."""


def last_said(process, wait_for_lines):
    """Kill the typist after so many words of its, and return the last length that it said was saved."""
    said = [process.stdout.readline() for _ in range(wait_for_lines)]
    process.kill()
    rest, _ = process.communicate()
    return int([*said, *rest.splitlines()][-1])


def test_killed_while_typing_nothing_saved_is_lost_and_the_store_opens(tmp_path):
    with open_unprotected(tmp_path) as journal:
        session = create_dossier(journal, Person("Awa"), counsellor="moi", trame="cep")
        session.record(c.ExperienceWritten(Experience("x", "Aide")))
        session.record(c.RecitStarted("r", "x", "Lundi"))
    dossier_id, chance = session.dossier.id, random.Random(20261122)
    command = [sys.executable, str(Path(__file__).with_name("typist.py")), str(tmp_path), dossier_id]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(KILLS):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        select.select([process.stdout], [], [])
        saved = last_said(process, chance.randint(1, 8))
        with open_unprotected(tmp_path) as journal:
            text = DossierSession(journal, dossier_id, "moi").dossier.recits["r"].text
        assert len(text) >= saved
        assert set(text) == {"x"}
