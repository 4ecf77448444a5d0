"""The stories: their list, the editor, the suggestions beside it."""
