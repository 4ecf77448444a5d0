"""The little of WordprocessingML that python-docx has no call for."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement


def element_of(thing: Any) -> Any:
    """Return the XML element of a paragraph, run, table, row or cell."""
    return thing._element  # noqa: SLF001 - python-docx keeps it there for this use


def tag(name: str, *children: Any, **attributes: str) -> Any:
    """Return a new element of the `w:` namespace: `tag("shd", fill="EAF3F1")`."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(children)
    return made
