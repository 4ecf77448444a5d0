"""The documents of a VAE: the dossier de faisabilité, and the dossier professionnel by activity."""

from workbench.documents.vae.feasibility import feasibility_document
from workbench.documents.vae.practice import practice_document

__all__ = ["feasibility_document", "practice_document"]
