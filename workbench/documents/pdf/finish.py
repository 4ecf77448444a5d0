"""What reportlab leaves out: the structure tree, the metadata, and what PDF/UA-1 and PDF/A-3a ask for."""

from io import BytesIO
from typing import Any, Final

import pikepdf
from PIL import ImageCms
from pikepdf import Array, Dictionary, Name, Pdf, String

from workbench.documents.blocks import Document
from workbench.documents.pdf.structure import Element, Mark

_UA: Final = "http://www.aiim.org/pdfua/ns/id/"
_PROGRAM: Final = "Établi"


def finish(drawn: bytes, document: Document, root: Element) -> bytes:
    """Return the PDF with its structure, language, title and conformance stated."""
    output = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _add_structure(pdf, root)
        _add_reading_rules(pdf, document)
        _add_colour_space(pdf)
        _add_metadata(pdf, document)
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
        made.Alt = String(element.alternative)
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
    if element.box:
        return Dictionary(O=Name.Layout, BBox=Array([round(side, 2) for side in element.box]), Placement=Name.Block)
    return Dictionary(O=Name.List, ListNumbering=Name.Disc) if element.tag == "L" else None


def _add_reading_rules(pdf: Pdf, document: Document) -> None:
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines


def _add_colour_space(pdf: Pdf) -> None:
    """Say that the colours are sRGB, as PDF/A asks."""
    profile = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
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
    moment = f"{document.on.isoformat()}T00:00:00+00:00"
    del pdf.docinfo
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = document.title
        metadata["dc:creator"] = [document.author]
        metadata["dc:description"] = document.subject
        metadata["dc:language"] = [document.language]
        metadata["xmp:CreatorTool"] = _PROGRAM
        metadata["xmp:CreateDate"] = moment
        metadata["xmp:ModifyDate"] = moment
        metadata["pdf:Producer"] = _PROGRAM
        metadata[f"{{{_UA}}}part"] = "1"
        metadata["pdfaid:part"] = "3"
        metadata["pdfaid:conformance"] = "A"
