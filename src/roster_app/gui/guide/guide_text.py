"""The guide's Markdown as a document in the colours and lengths of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import Measures
from roster_app.resources import resource

_HEADING_SIZES = {1: 22, 2: 18, 3: 14}
_NOT_IN_A_LINK = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the guide: how deep it stands (1 is the title), its words and where it begins in the document."""

    level: int
    words: str
    position: int

    @property
    def anchor(self) -> str:
        """What a link to it names, spelt as GitHub spells it."""
        return _NOT_IN_A_LINK.sub("", self.words.lower()).replace(" ", "-")


def guide_folder(language: str) -> Path:
    """The folder of the guide in that language, its pictures beside the text; the English one for any other."""
    found = resource("guide") / language
    return found if found.is_dir() else resource("guide", "en")


def read_guide(language: str) -> str:
    """The text of the guide, as Markdown."""
    return (guide_folder(language) / "guide.md").read_text(encoding="utf-8")


def headings(document: QTextDocument) -> tuple[Heading, ...]:
    """All headings in their order."""
    return tuple(
        Heading(level, block.text(), block.position())
        for block in _blocks(document)
        if (level := block.blockFormat().headingLevel())
    )


def dress(document: QTextDocument, meanings: Meanings, measures: Measures) -> None:
    """Give what Qt has read from Markdown the looks of the window: it knows no style sheet for it."""
    whole = QTextCursor(document)
    whole.beginEditBlock()
    for block in _blocks(document):
        _dress_block(block, measures)
        for place, end, found in _runs(block):
            _dress_run(document, place, end, found, block.blockFormat().headingLevel(), meanings, measures)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, meanings, measures)
    whole.endEditBlock()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """The stretches of one format, each with its place in the document."""
    found, walk = [], block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        found.append((fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()))
        walk += 1
    return found


def _dress_block(block: QTextBlock, measures: Measures) -> None:
    form, level = QTextBlockFormat(), block.blockFormat().headingLevel()
    in_table = QTextCursor(block).currentTable() is not None
    if not in_table:
        form.setLineHeight(155, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if level:
        form.setTopMargin(measures.px({1: 4, 2: 30}.get(level, 18)))
        form.setBottomMargin(measures.px(8))
    elif not in_table:
        form.setTopMargin(0)
        form.setBottomMargin(measures.px(4 if block.blockFormat().objectIndex() >= 0 else 10))
    if any(found.isImageFormat() for _place, _end, found in _runs(block)):
        form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        form.setTopMargin(measures.px(6))
        form.setBottomMargin(measures.px(16))
    QTextCursor(block).mergeBlockFormat(form)


def _dress_run(
    document: QTextDocument,
    place: int,
    end: int,
    found: QTextCharFormat,
    level: int,
    meanings: Meanings,
    measures: Measures,
) -> None:
    if found.isImageFormat():
        return
    form = QTextCharFormat(found)
    form.setForeground(QColor(meanings.accent.ink if found.isAnchor() else meanings.ink))
    form.setFontUnderline(found.isAnchor())
    if level:
        form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        form.setProperty(QTextFormat.Property.FontPixelSize, measures.px(_HEADING_SIZES.get(level, 13)))
        form.setFontWeight(QFont.Weight.Bold)
    elif found.fontFixedPitch():
        form.setFontFixedPitch(False)
        form.setFontFamilies([document.defaultFont().family()])
        form.setFontWeight(QFont.Weight.Bold)
        form.setBackground(QColor(meanings.track))
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(form)


def _dress_table(table: QTextTable, meanings: Meanings, measures: Measures) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(meanings.line)))
    form.setBorderCollapse(True)
    form.setCellPadding(measures.px(6))
    form.setCellSpacing(0)
    form.setBottomMargin(measures.px(12))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    for column in range(table.columns()):
        head = table.cellAt(0, column)
        look = head.format()
        look.setBackground(QColor(meanings.ground))
        head.setFormat(look)
        cursor = head.firstCursorPosition()
        plain = QTextBlockFormat()
        plain.setAlignment(Qt.AlignmentFlag.AlignLeft)
        cursor.mergeBlockFormat(plain)
