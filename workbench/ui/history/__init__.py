"""What happened to a dossier, and the way back to any moment of it."""
