"""Finding an action, a place or a dossier by a few letters of its name."""
