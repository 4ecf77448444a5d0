"""The settings of the window: how it looks, and who works at it."""
