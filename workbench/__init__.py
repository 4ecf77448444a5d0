"""Établi: a desktop workbench that recognises what people can do."""
