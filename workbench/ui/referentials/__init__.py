"""The catalogue of referentials."""
