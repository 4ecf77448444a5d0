"""Reading the words of a story from a file: Word, OpenDocument, or plain text in any encoding."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from workbench.errors import UnreadableFileError

LARGEST: Final = 60_000_000
"""Bytes of the words of a file, once unpacked."""

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_ASIDE: Final = frozenset({f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls"})
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_ENCODINGS: Final = ("cp1252", "mac_roman", "cp850")
_FRENCH: Final = frozenset("éèêëàâùûüîïôöçœæÉÈÊÀÂÙÛÎÔÇŒ’‘“”«»…–—€°• \u00a0")


def read_words(path: Path) -> str:
    """Return the words of a .docx, .odt or .txt; UnreadableFileError where it cannot be read."""
    readers = {".docx": _read_docx, ".odt": _read_odt, ".txt": _read_text}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFileError(
            f"« {path.name} » n’est pas d’un format lu ici : enregistrez-le en .docx, .odt, .txt ou .pdf."
        )
    try:
        return reader(path)
    except OSError as error:
        raise UnreadableFileError(
            f"« {path.name} » ne s’ouvre pas : vérifiez qu’il est là et qu’il est permis de le lire."
        ) from error
    except (BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise UnreadableFileError(
            f"« {path.name} » est abîmé ou protégé : ouvrez-le dans son logiciel et enregistrez-le à nouveau."
        ) from error


def _read_docx(path: Path) -> str:
    _weigh(path)
    with path.open("rb") as file:
        body = Document(file).element.body
    return "\n".join(_docx_paragraph(p) for p in body.iter(qn("w:p")) if not _is_doubled(p))


def _is_doubled(paragraph: Any) -> bool:
    """Say whether a paragraph is the second wording of a drawing, kept by Word for older programs."""
    return any(above.tag.endswith("}Fallback") for above in paragraph.iterancestors())


def _docx_paragraph(paragraph: Any) -> str:
    signs = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    words = []
    for element in paragraph.iter():
        if next(element.iterancestors(qn("w:p")), paragraph) is not paragraph:
            continue  # a text box has its own paragraphs
        words.append(element.text or "" if element.tag == qn("w:t") else _sign(element, signs))
    is_listed = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    text = "".join(words)
    return f"• {text}" if is_listed and text.strip() else text


def _sign(element: Any, signs: dict[str, str]) -> str:
    in_run = element.getparent() is not None and element.getparent().tag == qn("w:r")
    return signs.get(element.tag, "") if in_run else ""


def _read_odt(path: Path) -> str:
    _weigh(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(path) as archive:
        root = etree.fromstring(archive.read("content.xml"), parser)
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise ValueError(path.name)
    return "\n".join(_odt_paragraphs(body))


def _odt_paragraphs(element: Any, bullet: str = "") -> Iterator[str]:
    for child in element:
        if child.tag in _ASIDE:
            continue
        if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            yield bullet + "".join(_odt_words(child))
            bullet = ""
        else:
            yield from _odt_paragraphs(child, "• " if child.tag == f"{_TEXT}list-item" else bullet)


def _odt_words(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in {f"{_TEXT}s", f"{_TEXT}tab"}:
            yield " "
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _ASIDE and isinstance(child.tag, str):
            yield from _odt_words(child)
        yield child.tail or ""


def _weigh(path: Path) -> None:
    with ZipFile(path) as archive:
        if sum(info.file_size for info in archive.infolist() if info.filename.endswith(".xml")) > LARGEST:
            raise UnreadableFileError(f"« {path.name} » est trop grand pour être un récit : n’en gardez que le récit.")


def _read_text(path: Path) -> str:
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise UnreadableFileError(f"« {path.name} » est trop grand pour être un récit : n’en gardez que le récit.")
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "")
    if encoding:
        return data.decode(encoding, errors="replace")
    if data[1:200:2].count(0) > len(data[1:200:2]) // 2:
        return data.decode("utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return max((data.decode(name, errors="replace") for name in _OLD_ENCODINGS), key=_frenchness)


def _frenchness(text: str) -> int:
    """Say how much the letters beyond ASCII look French; the first of equals wins."""
    return sum(1 if letter in _FRENCH else -1 for letter in text if letter > "\x7f")
