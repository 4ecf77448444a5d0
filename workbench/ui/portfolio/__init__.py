"""The portfolio: preview and saving."""
