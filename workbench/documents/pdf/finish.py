"""What reportlab leaves out: the structure tree, the metadata, and what PDF/UA-1 and PDF/A-3a ask for."""

from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from workbench.documents.blocks import Document
from workbench.documents.letters import clean, on_one_line, shortened
from workbench.documents.pdf.embedding import embed
from workbench.documents.pdf.structure import Element, Mark
from workbench.paths import RESSOURCES

_SHIPPED: Final = RESSOURCES / "documents"
_PROGRAM: Final = "Établi"
_LONGEST: Final = 8000  # characters of a string: PDF/A allows 32,767 bytes


def finish(drawn: bytes, document: Document, root: Element) -> bytes:
    """Return the PDF with its structure, language, title and conformance stated."""
    output = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _add_structure(pdf, root)
        _add_reading_rules(pdf, document)
        _add_colour_space(pdf)
        _add_metadata(pdf, document)
        for attachment in reversed(document.attachments):
            embed(pdf, attachment, document.on)
        pdf.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()


def _add_structure(pdf: Pdf, root: Element) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    owners: list[dict[int, Any]] = [{} for _ in pdf.pages]
    tree.K = _element(pdf, root, tree, owners)
    numbers = Array()
    for index, page in enumerate(pdf.pages):
        page.obj.StructParents = index
        page.obj.Tabs = Name.S
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([owners[index][mcid] for mcid in sorted(owners[index])])))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pdf.pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _element(pdf: Pdf, element: Element, parent: Any, owners: list[dict[int, Any]]) -> Any:
    """Write an element and its kids, noting in `owners` which element each mark of each page belongs to."""
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
    if element.alternative:
        made.Alt = String(shortened(element.alternative, _LONGEST))
    attributes = _attributes(element)
    if attributes is not None:
        made.A = attributes
    kids = Array()
    for kid in element.kids:
        if isinstance(kid, Mark):
            owners[kid.page][kid.mcid] = made
            kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[kid.page].obj, MCID=kid.mcid))
        else:
            kids.append(_element(pdf, kid, made, owners))
    made.K = kids
    return made


def _attributes(element: Element) -> Any:
    if element.scope:
        return Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if element.summary:
        return Dictionary(O=Name.Table, Summary=String(shortened(element.summary, _LONGEST)))
    if element.box:
        return Dictionary(O=Name.Layout, BBox=Array([round(side, 2) for side in element.box]), Placement=Name.Block)
    return Dictionary(O=Name.List, ListNumbering=Name.Disc) if element.tag == "L" else None


def _add_reading_rules(pdf: Pdf, document: Document) -> None:
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines


def _add_colour_space(pdf: Pdf) -> None:
    """Say that the colours are sRGB, as PDF/A asks."""
    profile = pdf.make_stream((_SHIPPED / "sRGB.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _add_metadata(pdf: Pdf, document: Document) -> None:
    """State title, language and conformance; the dictionary of old must not contradict them, so it goes."""
    if "/Info" in pdf.trailer:
        del pdf.trailer.Info
    values = {"title": document.title, "author": document.author, "subject": document.subject}
    words = {name: escape(clean(on_one_line(value))) for name, value in values.items()}
    packet = (
        (_SHIPPED / "metadata.xmp")
        .read_text("utf-8")
        .format(**words, language=document.language, program=_PROGRAM, moment=f"{document.on.isoformat()}T00:00:00Z")
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
