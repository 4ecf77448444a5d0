"""The old fiche and the new one side by side, and what was decided brought over, line by line."""
