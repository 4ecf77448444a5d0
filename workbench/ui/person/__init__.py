"""The person who owns the dossier."""
