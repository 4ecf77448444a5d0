"""The list of dossiers."""
