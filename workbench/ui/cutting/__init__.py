"""Correcting how the list of a bloc is cut into competences."""
