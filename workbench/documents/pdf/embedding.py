"""Files carried inside a PDF, associated with the whole document as PDF/A-3 wants them."""

from datetime import date
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from workbench.documents.blocks import Attachment


def embed(pdf: Pdf, attachment: Attachment, on: date, content: Any = None) -> None:
    """Put a file in a PDF, before those that are there; `content` is its stream where the caller makes it."""
    stream = pdf.make_stream(attachment.content) if content is None else content
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{attachment.media_type}")
    stream.Params = Dictionary(Size=len(attachment.content), ModDate=String(f"D:{on:%Y%m%d}000000Z"))
    file = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Supplement if attachment.supplements else Name.Data,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    pdf.Root.AF = Array([file, *pdf.Root.get("/AF", ())])
    _name(pdf, attachment.name, file)


def _name(pdf: Pdf, name: str, file: Any) -> None:
    """List a file in the name tree, whose keys are in order."""
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    listed = pdf.Root.Names.get("/EmbeddedFiles", Dictionary(Names=Array())).Names
    pairs = [(str(listed[i]), listed[i + 1]) for i in range(0, len(listed), 2)]
    ordered = sorted([*pairs, (name, file)], key=lambda pair: pair[0].encode())
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array([v for key, kept in ordered for v in (String(key), kept)]))


def embedded(pdf: Pdf) -> dict[str, Any]:
    """Return the streams of the files that a PDF carries, by name."""
    return {str(file.UF): file.EF.F for file in pdf.Root.get("/AF", ())}
