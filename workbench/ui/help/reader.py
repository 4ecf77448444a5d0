"""A page of the help, set in the fonts and colours of the window; links lead to other pages."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextLength, QTextTable
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from workbench.ui import theme
from workbench.ui.widgets.basics import unbroken

LINE_PERCENT = 145


class HelpReader(QTextBrowser):
    """Shows Markdown; emits the name of the page that a link names."""

    page_wanted = Signal(str)

    def __init__(self) -> None:
        """Make an empty reader."""
        super().__init__()
        self._text = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Page d’aide"))
        self.anchorClicked.connect(self._follow)
        theme.current().changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Show a page from its beginning."""
        if text != self._text:
            self._text = text
            self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_words(self, heading: str, words: str) -> None:
        """Go to a heading and mark the words searched."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if heading and self.find(heading):
            self.setTextCursor(QTextCursor(self.textCursor().block()))
            top = self.cursorRect().top() + self.verticalScrollBar().value()
            self.verticalScrollBar().setValue(top - theme.current().space("m"))
        self.setExtraSelections([self._mark(cursor) for word in words.split() for cursor in self._places(word)])

    @Slot()
    def _dress(self) -> None:
        look = theme.current()
        document = self.document()
        document.setDefaultFont(look.font("large"))
        document.setDocumentMargin(look.space("l"))
        document.setMarkdown(unbroken(self._text), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        whole = QTextCursor(document)
        whole.beginEditBlock()  # laid out once, not after each paragraph
        block = document.begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        whole.endEditBlock()

    def _dress_block(self, block) -> None:
        look = theme.current()
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setTopMargin(look.space("xl") if level == 2 else look.space("xs"))
        spacing.setBottomMargin(look.space("s"))
        cursor.mergeBlockFormat(spacing)
        if level:
            letters = QTextCharFormat()
            letters.setFont(look.font("display" if level == 1 else "title", weight=QFont.Weight.DemiBold))
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(letters)

    def _dress_table(self, table: QTextTable) -> None:
        look = theme.current()
        shape = table.format()
        shape.setCellPadding(look.space("s"))
        shape.setBorder(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)

    def _places(self, word: str) -> list[QTextCursor]:
        found, cursor = [], self.document().find(word)
        while not cursor.isNull():
            found.append(cursor)
            cursor = self.document().find(word, cursor)
        return found

    def _mark(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(theme.current().color("warning_soft"))
        mark.format.setFontUnderline(True)
        return mark

    @Slot("QUrl")
    def _follow(self, url) -> None:
        self.page_wanted.emit(url.toString().removesuffix(".md"))
