"""The journal of dossiers on disk: encrypted, append-only, with the projections that lists need."""
