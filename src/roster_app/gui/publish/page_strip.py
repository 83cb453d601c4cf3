"""The strip of small pages beside the preview: which pages the sheet has, which is in sight, and a way to each."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from roster_app.gui.publish.previewing import PagePicture
from roster_app.gui.widgets import meanings_of, measures_of, paint_text, rounded_box, smooth, text_font
from roster_app.gui.widgets.measures import Measures
from roster_app.i18n import _

Index = QModelIndex | QPersistentModelIndex
_PICTURE, _SHAPE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_PAPER = QSizeF(76, 92)  # the room of a page, upright or across, as drawn for the body size
_NUMBER, _EDGE = 20, 8  # the line with its number, and the room around


class PageStrip(QListView):
    """Asks for the pictures of the pages in sight; the arrow keys, Home and End go from page to page."""

    chosen = Signal(int)  # the page the person went to, counted from 0
    pictures_wanted = Signal(list, int)  # pages counted from 0; width in device pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = PagesModel(self)
        self._telling = True
        self.setModel(self._pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setAccessibleName(_("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(30)
        self._settled.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settled.start())
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def page(self) -> int:
        """The page that is marked, counted from 0."""
        return self.currentIndex().row()

    @property
    def pictures(self) -> dict[int, QPixmap]:
        """What is shown, by page."""
        return dict(self._pages.pictures)

    def show_pages(self, count: int) -> None:
        """A sheet of so many pages; the pictures of another one stay until theirs come."""
        self._telling = False
        self._pages.show_count(count)
        self._telling = True
        self._settled.start()

    def go_to(self, page: int) -> None:
        """Mark the page in sight; tells nobody."""
        self._telling = False
        self.setCurrentIndex(self._pages.index(page, 0))
        self._telling = True

    def show_picture(self, picture: PagePicture) -> None:
        """The small picture of one page."""
        image = picture.image
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._pages.put(picture.page, QPixmap.fromImage(image))

    def forget_pictures(self) -> None:
        """Of another sheet: not even for a moment should its pages stand there."""
        self._pages.forget()

    def _ask(self) -> None:
        """Only for the pages in sight, and of them for those whose pictures have not come yet."""
        wanted = [page for page in self._in_sight() if self._pages.is_wanting(page)]
        if wanted and self.isVisible():
            self.pictures_wanted.emit(wanted, round(_paper(measures_of(self)).width() * self.devicePixelRatioF()))

    def _in_sight(self) -> range:
        top, row = self.verticalScrollBar().value(), max(self.sizeHintForRow(0), 1)
        beyond = -(-(top + self.viewport().height()) // row)
        return range(top // row, min(beyond, self._pages.rowCount()))

    def _on_current_changed(self, current: Index) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(current.row())

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(_cell(measures).width() + self.verticalScrollBar().sizeHint().width(), measures.px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), _cell(measures_of(self)).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settled.start()


class PagesModel(QAbstractListModel):
    """One row a page, with its small picture; a picture is stale as soon as the sheet has been drawn anew."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures: dict[int, QPixmap] = {}
        self.shape = QSizeF(1, 2**0.5)  # of the paper, as far as it is known
        self._fresh: set[int] = set()
        self._count = 0

    def show_count(self, count: int) -> None:
        self._fresh.clear()
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()
            self.pictures = {page: picture for page, picture in self.pictures.items() if page < count}

    def put(self, page: int, picture: QPixmap) -> None:
        if page < self._count:
            self.pictures[page] = picture
            self.shape = QSizeF(picture.size())
            self._fresh.add(page)
            index = self.index(page, 0)
            self.dataChanged.emit(index, index, [_PICTURE])

    def is_wanting(self, page: int) -> bool:
        return page not in self._fresh

    def forget(self) -> None:
        self.pictures.clear()
        self._fresh.clear()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0), [_PICTURE])

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Page {number} of {count}").format(number=index.row() + 1, count=self._count)
        if role == _SHAPE:
            return self.shape
        return self.pictures.get(index.row()) if role == _PICTURE else None


class _PageDelegate(QStyledItemDelegate):
    """Paper is white by day and by night; the page in sight has a frame of the accent and a bold number."""

    def __init__(self, view: PageStrip) -> None:
        super().__init__(view)
        self._view = view

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _cell(measures_of(self._view))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        measures, meanings, current = measures_of(self._view), meanings_of(self._view), index.row() == self._view.page
        painter.save()
        smooth(painter)
        paper, foot = _places(QRectF(option.rect), index.data(_SHAPE), measures)
        if current:
            edge = measures.px(4)
            ring = meanings.accent.ink if self._view.hasFocus() else None
            around = paper.adjusted(-edge, -edge, edge, edge)
            rounded_box(painter, around, measures.chip_radius, meanings.accent.ground, ring, 1.5)
        picture = index.data(_PICTURE)
        painter.fillRect(paper, Qt.GlobalColor.white)
        if isinstance(picture, QPixmap):
            painter.drawPixmap(paper, picture, QRectF(picture.rect()))
        line = meanings.accent.ink if current else meanings.line
        rounded_box(painter, paper.adjusted(-1, -1, 1, 1), 1, None, line, 1.5 if current else 1)
        font = text_font(option.font, 12, bold=current)
        paint_text(painter, foot, index.data(), font, meanings.accent.ink if current else meanings.second)
        painter.restore()


def _paper(measures: Measures) -> QSizeF:
    return QSizeF(measures.px(_PAPER.width()), measures.px(_PAPER.height()))


def _cell(measures: Measures) -> QSize:
    paper = _paper(measures)
    edge = measures.px(_EDGE)
    return QSize(round(paper.width()) + 2 * edge, round(paper.height()) + measures.px(_NUMBER) + edge)


def _places(cell: QRectF, shape: QSizeF, measures: Measures) -> tuple[QRectF, QRectF]:
    """Where the paper and its number go; paper that lies is as wide as the room and stands at its foot."""
    size = shape.scaled(_paper(measures), Qt.AspectRatioMode.KeepAspectRatio)
    foot = QRectF(cell.left(), cell.bottom() - measures.px(_NUMBER), cell.width(), measures.px(_NUMBER))
    left = cell.center().x() - size.width() / 2
    return QRectF(left, foot.top() - size.height(), size.width(), size.height()), foot
