"""The PDF writer."""

from workbench.documents.pdf.writer import render_pdf, write_pdf

__all__ = ["render_pdf", "write_pdf"]
