"""Printing a PDF as it is shown, each page on a sheet."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

PAPER = "papier"
"""The name of the format that is printed."""

MOST_DPI = 300  # finer than this, pages take long and look the same


def print_pages(document: QPdfDocument, printer: QPrinter) -> int:
    """Draw the pages that were asked for on a printer, each as large as its sheet allows; return how many."""
    first, last = _asked(document, printer)
    painter = QPainter(printer)
    for page in range(first, last + 1):
        if page > first:
            printer.newPage()
        _draw(document, page, painter, printer)
    painter.end()
    return last - first + 1


def _asked(document: QPdfDocument, printer: QPrinter) -> tuple[int, int]:
    """Return the first and the last page that were asked for, from 0; a printer says 0 for all of them."""
    last = printer.toPage() or document.pageCount()
    return max(printer.fromPage(), 1) - 1, min(last, document.pageCount()) - 1


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    sheet = painter.viewport().size()
    placed = document.pagePointSize(page).toSize().scaled(sheet, Qt.AspectRatioMode.KeepAspectRatio)
    share = min(1.0, MOST_DPI / printer.resolution())
    image = document.render(page, QSize(round(placed.width() * share), round(placed.height() * share)))
    corner = QPoint((sheet.width() - placed.width()) // 2, (sheet.height() - placed.height()) // 2)
    painter.drawImage(QRect(corner, placed), image)
