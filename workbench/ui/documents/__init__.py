"""The documents: choosing one, its preview, saving it."""
