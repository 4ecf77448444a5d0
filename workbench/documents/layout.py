"""What an organisation puts of its own on every document: its logo, its colour, its words."""

from dataclasses import dataclass, replace
from typing import Final

from workbench.documents import blocks as b
from workbench.documents.colours import ACCENT, LEAST_CONTRAST, contrast, is_colour
from workbench.documents.words import paragraphs

LONGEST_LINE: Final = 90
"""Characters of a header or a footer: it is one line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of an organisation; `logo` is a picture (PNG), `notices` its legal notices, a paragraph a line."""

    accent: str = ACCENT
    header: str = ""
    footer: str = ""
    notices: str = ""
    organisation: str = ""
    logo: bytes = b""


USUAL: Final = Layout()


def flaw(layout: Layout) -> str:
    """Return what has to be mended before a layout is used, in a sentence, or nothing."""
    if not is_colour(layout.accent):
        return "La couleur s’écrit avec six chiffres ou lettres de A à F, comme #0E6560 : corrigez-la."
    seen = contrast(layout.accent)
    if seen < LEAST_CONTRAST:
        ratio = f"{seen:.1f}".replace(".", ",")
        return f"Cette couleur se lit mal : contraste de {ratio} pour 1, il faut 4,5. Choisissez-la plus foncée."
    if max(len(layout.header), len(layout.footer)) > LONGEST_LINE:
        return f"L’en-tête et le pied de page tiennent en {LONGEST_LINE} caractères : raccourcissez-les."
    return ""


def dressed(document: b.Document, layout: Layout, *, is_anonymous: bool = False) -> b.Document:
    """Return a document in a layout, the notices before the places to sign; an anonymous one keeps the colour alone."""
    if is_anonymous:
        return replace(document, layout=b.Letterhead(layout.accent))
    alternative = f"Logo : {layout.organisation}" if layout.organisation else "Logo de l’organisation"
    head = b.Letterhead(layout.accent, layout.header, layout.footer, layout.logo, alternative)
    return replace(document, layout=head, blocks=_with_notices(document.blocks, layout.notices))


def _with_notices(blocks: tuple[b.Block, ...], notices: str) -> tuple[b.Block, ...]:
    said = [b.plain(line, b.Tone.SMALL) for line in paragraphs(notices)]
    if not said:
        return blocks
    ends = (n for n, block in enumerate(blocks) if block == b.Heading(1, "Signatures"))
    end = next(ends, len(blocks))
    return (*blocks[:end], b.Heading(1, "Mentions légales"), *said, *blocks[end:])
