"""The Word writer."""

from workbench.documents.docx.writer import write_docx

__all__ = ["write_docx"]
