"""Reading a PDF back: its structure, what it marks, its words."""

from io import BytesIO

import pikepdf
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

PAINTING = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "INLINE IMAGE"}


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return every structure element in reading order."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [kid for kid in reversed(list(element.K)) if "/S" in kid]
    return found


def tags(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S)[1:] for element in elements(pdf)]


def unmarked(page: pikepdf.Page) -> list[str]:
    """Return the painting operators that are neither content of an element nor in an artifact."""
    depth, found = 0, []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        depth += operator in {"BDC", "BMC"}
        depth -= operator == "EMC"
        if operator in PAINTING and not depth:
            found.append(operator)
    return found


def words(content: bytes) -> str:
    """Return the text of a PDF on one line."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return " ".join(" ".join(pages).split())  # no-break spaces become plain ones


Place = tuple[float, float]


def places(page: pikepdf.Page) -> dict[int, Place]:
    """Return where the first word or drawing of each mark stands: x and y of the page, y upwards."""
    found: dict[int, Place] = {}
    matrices, line, marks = [pikepdf.Matrix()], pikepdf.Matrix(), []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            matrices.append(matrices[-1])
        elif operator == "Q":
            matrices.pop()
        elif operator == "cm":
            matrices[-1] = pikepdf.Matrix(*map(float, operands)) @ matrices[-1]
        elif operator == "Tm":
            line = pikepdf.Matrix(*map(float, operands))
        elif operator == "Td":
            line = pikepdf.Matrix(1, 0, 0, 1, *map(float, operands)) @ line
        elif operator in {"BDC", "BMC"}:
            marks.append(int(operands[1].MCID) if operator == "BDC" and "/MCID" in operands[1] else None)
        elif operator == "EMC":
            marks.pop()
        elif operator in {"Tj", "TJ", "Do", "re"} and marks and marks[-1] is not None:
            words = line @ matrices[-1] if operator in {"Tj", "TJ"} else matrices[-1]
            found.setdefault(marks[-1], (float(words.e), float(words.f)))
    return found


def read_order(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """Return the marks (page, number) in the order in which a screen reader says them."""
    numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    found = []

    def walk(element: pikepdf.Dictionary, page: int) -> None:
        page = numbers[element.Pg.objgen] if "/Pg" in element else page
        for kid in element.K if isinstance(element.K, pikepdf.Array) else [element.K]:
            if isinstance(kid, int):
                found.append((page, kid))
            elif "/S" in kid:
                walk(kid, page)
            elif "/MCID" in kid:
                found.append((numbers[kid.Pg.objgen] if "/Pg" in kid else page, int(kid.MCID)))

    walk(pdf.Root.StructTreeRoot.K, 0)
    return found
