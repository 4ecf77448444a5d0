"""A dossier as data that other programs read: one pure function for each format."""

from workbench.documents.data.formats import FORMATS, DataFormat, attachments

__all__ = ["FORMATS", "DataFormat", "attachments"]
