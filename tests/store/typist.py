"""Types into a store until it is killed, saying on its output what it has handed over and when."""

import sys
import time
from pathlib import Path

from workbench.domain.positions import Edit
from workbench.services.session import DossierSession
from workbench.store.journal import open_unprotected

FLUSH_SECONDS = 0.02


def main() -> None:
    folder, dossier_id = Path(sys.argv[1]), sys.argv[2]
    session = DossierSession(open_unprotected(folder), dossier_id, "moi")
    length = len(session.dossier.recits["r"].text)
    flushed = time.monotonic()
    while True:
        session.type("r", Edit(length, 0, "x"))
        length += 1
        if time.monotonic() - flushed >= FLUSH_SECONDS:
            session.flush()
            flushed = time.monotonic()
            sys.stdout.write(f"{length}\n")
            sys.stdout.flush()


main()
