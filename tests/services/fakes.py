"""A journal in memory, that can be told to fail."""

from workbench.domain.dossier import summarise
from workbench.errors import StoreError


class FakeJournal:
    def __init__(self):
        self.written = []
        self.shown = {}
        self.full = False

    def append(self, events, dossier):
        if self.full:
            raise StoreError("Le disque est plein.")
        self.written += events
        self.shown[dossier.id] = summarise(dossier)

    def events(self, dossier_id):
        return tuple(e for e in self.written if e.dossier_id == dossier_id)

    def summaries(self, search=""):
        return tuple(self.shown.values())

    def erase(self, dossier_id):
        self.written = [e for e in self.written if e.dossier_id != dossier_id]
        del self.shown[dossier_id]

    def close(self):
        pass
