"""A journal in memory, that can be told to fail."""

import hashlib

from workbench.domain.dossier import summarise
from workbench.domain.local_examples import local_examples
from workbench.errors import StoreError


class FakeJournal:
    def __init__(self):
        self.written = []
        self.shown = {}
        self.taught = {}
        self.files = {}
        self.full = False

    def append(self, events, dossier):
        if self.full:
            raise StoreError("Le disque est plein.")
        self.written += events
        self.shown[dossier.id] = summarise(dossier)
        self.taught[dossier.id] = local_examples(dossier)

    def events(self, dossier_id):
        return tuple(e for e in self.written if e.dossier_id == dossier_id)

    def summaries(self, search=""):
        return tuple(self.shown.values())

    def local_examples(self):
        return tuple(e for taught in self.taught.values() for e in taught)

    def erase(self, dossier_id):
        self.written = [e for e in self.written if e.dossier_id != dossier_id]
        del self.shown[dossier_id], self.taught[dossier_id]

    def keep_file(self, dossier_id, content):
        digest = hashlib.sha256(content).hexdigest()
        self.files[dossier_id, digest] = content
        return digest

    def read_file(self, dossier_id, digest):
        return self.files[dossier_id, digest]

    def signing_key(self):
        return b"k" * 32

    def close(self):
        pass
