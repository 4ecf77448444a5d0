"""The certifications that a dossier's stories come closest to."""
