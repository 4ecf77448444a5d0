"""From neutral blocks to flowables, growing the logical structure on the way."""

from collections.abc import Iterator, Sequence
from functools import singledispatchmethod
from itertools import zip_longest
from typing import Any, Final

from reportlab.platypus import CondPageBreak, KeepTogether, Paragraph, Spacer
from reportlab.platypus import PageBreak as NewPage

from workbench.documents import blocks as b
from workbench.documents.letters import on_one_line, shortened, typeset
from workbench.documents.pdf import flowables as f
from workbench.documents.pdf.glyphs import markup
from workbench.documents.pdf.look import WIDTH, styles
from workbench.documents.pdf.pictures import PagePicture, logo
from workbench.documents.pdf.structure import Element
from workbench.documents.pdf.time_line import MOST_ROWS, TimeFigure

_START: Final = 70.0  # points: what follows a heading shows at least this much of itself under it
_TABLE_START: Final = 105.0  # a caption, the header row and one more, of two lines each
_TONES: Final = {b.Tone.BODY: "body", b.Tone.LEAD: "lead", b.Tone.SMALL: "small"}
_EMPHASES: Final = {b.Emphasis.NONE: "{}", b.Emphasis.STRONG: "<b>{}</b>", b.Emphasis.SOFT: "<i>{}</i>"}


class StoryTeller:
    """Turns blocks into flowables; `root` is the structure they fill while they are drawn."""

    def __init__(self) -> None:
        """Start with an empty structure."""
        self.root = Element("Document")

    def letterhead(self, head: b.Letterhead) -> list[Any]:
        """Return the logo, to stand above the title."""
        if not head.logo:
            return []
        return [logo(head.logo, self.root.add("Figure", alternative=typeset(head.alternative)))]

    def tell(self, blocks: Sequence[b.Block]) -> list[Any]:
        """Return the flowables of a document."""
        story: list[Any] = []
        for index, block in enumerate(blocks):
            if isinstance(block, b.Heading):
                story.append(CondPageBreak(_room_wanted(blocks[index:])))
            story += self._flow(block)
        return story

    @singledispatchmethod
    def _flow(self, block: b.Block) -> Iterator[Any]:
        raise TypeError(f"no way to draw {type(block).__name__}")

    @_flow.register
    def _(self, block: b.Cover) -> Iterator[Any]:
        yield self._heading(block.title, "title", "H1", 0)
        yield _text(block.name, "name", self.root.add("P"))
        yield from self._pairs(block.facts, "")
        yield Spacer(1, 12)
        yield _text(block.mention, "notice", self.root.add("P"), f.NoticeParagraph, "<b>{}</b>")

    @_flow.register
    def _(self, block: b.Heading) -> Iterator[Any]:
        yield self._heading(block.text, f"heading{block.level}", f"H{block.level + 1}", block.level)

    @_flow.register
    def _(self, block: b.Paragraph) -> Iterator[Any]:
        style = _TONES[block.tone]
        font = styles()[style].fontName
        text = "".join(_EMPHASES[run.emphasis].format(markup(run.text, font)) for run in block.runs)
        yield f.TaggedParagraph.of(text, style, self.root.add("P"))

    @_flow.register
    def _(self, block: b.Quote) -> Iterator[Any]:
        quote = self.root.add("BlockQuote")
        words = _text(f"« {block.text} »", "quote", quote.add("P"), f.BarredParagraph)
        font = styles()["source"].fontName
        source = f"<b>{markup(block.strength, font)}</b> – {markup(on_one_line(block.source), font)}"
        origin = f.BarredParagraph.of(source, "source", quote.add("P"))
        yield from [KeepTogether([words, origin])] if len(block.text) < b.SHORT_QUOTE else [words, origin]

    @_flow.register
    def _(self, block: b.Table) -> Iterator[Any]:
        table = self.root.add("Table")
        yield CondPageBreak(_TABLE_START)
        yield _text(block.caption, "caption", table.add("Caption"))
        row = table.add("TR")
        cells = [[_text(t, "head", row.add("TH", scope="Column"), f.HeaderCell) for t in block.header]]
        for texts in block.rows:
            row = table.add("TR")
            tags = [row.add("TH", scope="Row"), *(row.add("TD") for _ in texts[1:])]
            cells.append([_text(text, "cell", tag) for text, tag in zip(texts, tags, strict=True)])
        widths = [WIDTH * weight / sum(block.weights) for weight in block.weights]
        yield f.TaggedTable(cells, widths, style=f.grid(), repeatRows=1, spaceAfter=12)

    @_flow.register
    def _(self, block: b.BarChart) -> Iterator[Any]:
        if not block.bars:
            return
        yield CondPageBreak(f.ChartFigure.ROW * min(len(block.bars), 16) + 40)
        yield _text(block.title, "caption", self.root.add("P"))
        for bars in f.chart_parts(block):
            yield f.ChartFigure(bars, self.root.add("Figure", alternative=typeset(block.alternative)))

    @_flow.register
    def _(self, block: b.TimeLine) -> Iterator[Any]:
        parts = [block.spans[start : start + MOST_ROWS] for start in range(0, len(block.spans), MOST_ROWS)]
        for number, spans in enumerate(parts):
            yield CondPageBreak(TimeFigure.ROW * len(spans) + 60)
            if not number:
                yield _text(block.title, "caption", self.root.add("P"))
            yield TimeFigure(block, spans, self.root.add("Figure", alternative=typeset(block.alternative)))

    @_flow.register
    def _(self, block: b.BulletList) -> Iterator[Any]:
        if block.title:
            yield CondPageBreak(_START)
            yield _text(block.title, "caption", self.root.add("P"))
        items = self.root.add("L") if block.items else self.root
        for text in block.items:
            item = items.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            made = _text(text, "bullet", body, f.ItemParagraph)
            made.label = label
            yield made

    @_flow.register
    def _(self, block: b.KeyValues) -> Iterator[Any]:
        yield from self._pairs(block.pairs, block.caption)

    @_flow.register
    def _(self, block: b.Notice) -> Iterator[Any]:
        font = styles()["notice"].fontName
        text = f"<b>{markup(block.title, font)}</b> {markup(block.text, font)}"
        yield f.NoticeParagraph.of(text, "notice", self.root.add("P"))

    @_flow.register
    def _(self, block: b.Signatures) -> Iterator[Any]:
        yield f.SignaturePlaces(block.places, self.root)

    @_flow.register
    def _(self, block: b.Picture) -> Iterator[Any]:
        alternative = typeset(on_one_line(block.alternative))
        yield PagePicture(block.content, self.root.add("Figure", alternative=alternative))

    @_flow.register
    def _(self, _block: b.PageBreak) -> Iterator[Any]:
        yield NewPage()

    def _heading(self, text: str, style: str, tag: str, level: int) -> f.HeadingParagraph:
        words = markup(on_one_line(text), styles()[style].fontName)
        made = f.HeadingParagraph.of(words, style, self.root.add(tag))
        if level < 3:
            made.outline = (shortened(typeset(on_one_line(text)), 90), max(level - 1, 0))
        return made

    def _pairs(self, pairs: tuple[tuple[str, str], ...], caption: str) -> Iterator[Any]:
        if not pairs:
            return
        table = self.root.add("Table", summary=typeset(on_one_line(caption)))
        cells = []
        for key, value in pairs:
            row = table.add("TR")
            cells.append([_text(key, "key", row.add("TH", scope="Row")), _text(value, "cell", row.add("TD"))])
        yield f.TaggedTable(cells, [WIDTH * 0.2, WIDTH * 0.8], style=f.pairs(), spaceAfter=10)


def _text(
    text: str, style: str, element: Element, kind: type[f.TaggedParagraph] = f.TaggedParagraph, around: str = "{}"
) -> Any:
    return kind.of(around.format(markup(text, styles()[style].fontName)), style, element)


def _room_wanted(blocks: Sequence[b.Block]) -> float:
    """Return the height in points of a heading, of those right under it and of the start of their content."""
    room = _START
    for block, after in zip_longest(blocks, blocks[1:]):
        match block:
            case b.Heading():
                room += _height(block.text, f"heading{block.level}")
            case b.Paragraph(runs, tone) if tone is b.Tone.SMALL or isinstance(after, b.Signatures):
                room += _height("".join(run.text for run in runs), _TONES[tone])
            case b.Picture(content):
                return room - _START + PagePicture(content, Element("Figure")).height_on_page
            case b.Signatures():
                return room + f.SignaturePlaces.HEIGHT
            case _:
                return room
    return room


def _height(text: str, style: str) -> float:
    shape = styles()[style]
    _, height = Paragraph(markup(on_one_line(text), shape.fontName), shape).wrap(WIDTH, 0)
    return float(height + shape.spaceBefore + shape.spaceAfter)
