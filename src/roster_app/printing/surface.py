"""The sheet ReportLab draws on: the only place that knows its canvas. Points, from the top left corner downwards."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from roster_app.domain.numbers import mobiles_in
from roster_app.i18n import current_language
from roster_app.printing.fitting import Ems, Frame, Piece, Setting, line_height
from roster_app.printing.fonts import MIDDLE, Face, Fonts, fonts

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

HAIRLINE = 0.35
RULE = 0.8
FRAME = 1.2
STRUCK_BEYOND = 1.5
"""How far a line through a name reaches beyond it, so that it is no part of a character."""
SHADE = 0.12
"""Grey of weekends and holidays: seen in black and white, still white enough to write on and to photocopy."""

_SHORTEST_MOBILE = 11  # signs; most of what is drawn is shorter and need not be looked through
_drawing = Lock()  # the faces keep a reading position, so one document is drawn at a time


class Align(Enum):
    """Where a text stands beside its x."""

    LEFT = 0.0
    MIDDLE = 0.5
    RIGHT = 1.0


class Surface:
    """One document, page after page. `full_phones` counts the full mobile numbers on all pages so far.

    Without `repeats` the document has one page, and nothing is kept for further ones.
    """

    def __init__(self, canvas: "Canvas", type_case: Fonts, *, repeats: bool = True) -> None:
        self.full_phones = 0
        self._canvas = canvas
        self._type = type_case
        self._repeats = repeats
        self._kept: dict[Hashable, tuple[str, int]] = {}
        self._height = 0.0
        self._stroke = 0.0

    @property
    def type_case(self) -> Fonts:
        """The faces it draws with."""
        return self._type

    def begin_page(self, size: Frame) -> None:
        """Start a page of this size."""
        self._height = size.height
        self._stroke = 0.0
        self._canvas.setPageSize((size.width, size.height))

    def end_page(self) -> None:
        """Finish the page begun last."""
        self._canvas.showPage()

    def repeated(self, key: Hashable, draw: Callable[[], object]) -> None:
        """What looks the same on many pages: drawn once, kept in the file once, shown again at the same place.

        The key holds everything that the drawing depends on, but for the size of the page.
        """
        if not self._repeats:
            draw()
            return
        whole = (self._height, key)
        if whole not in self._kept:
            self._kept[whole] = self._keep(str(len(self._kept)), draw)
        name, phones = self._kept[whole]
        self._canvas.doForm(name)
        self.full_phones += phones

    def _keep(self, name: str, draw: Callable[[], object]) -> tuple[str, int]:
        """As a form XObject (PDF 32000-1, 8.10), which begins with a state of its own; with its full phone numbers."""
        phones, stroke = self.full_phones, self._stroke
        self._stroke = 0.0
        self._canvas.beginForm(name)
        draw()
        self._canvas.endForm()
        found, self.full_phones, self._stroke = self.full_phones - phones, phones, stroke
        return name, found

    def width(self, text: str, size: float, face: Face = Face.REGULAR) -> float:
        """Width of a text in points."""
        return self._type.ems(text, face) * size

    def ems(self, face: Face = Face.REGULAR) -> Ems:
        """How a face measures texts: for the fitting of names and labels."""
        return lambda text: self._type.ems(text, face)

    def text(
        self,
        x: float,
        middle: float,
        text: str,
        size: float,
        face: Face = Face.REGULAR,
        align: Align = Align.LEFT,
    ) -> float:
        """One line with its middle at the given height; answers with its width."""
        self._count_phones(text)
        return self._line(x, middle, (Piece(text, size),), face, align)

    def setting(
        self,
        x: float,
        middle: float,
        setting: Setting,
        face: Face = Face.REGULAR,
        align: Align = Align.MIDDLE,
        *,
        struck: bool = False,
    ) -> None:
        """Set lines around the given height, struck through or not."""
        self._count_phones("\n".join("".join(piece.text for piece in line) for line in setting.lines))
        top = middle - setting.height / 2
        for line in setting.lines:
            height = top + line_height(line) / 2
            width = self._line(x, height, line, face, align)
            if struck:
                left = x - align.value * width
                self.line(left - STRUCK_BEYOND, height, left + width + STRUCK_BEYOND, height, RULE)
            top += line_height(line)

    def upwards(self, x: float, middle: float, text: str, size: float, face: Face = Face.REGULAR) -> None:
        """A line turned to read from the bottom to the top, centred on (x, middle)."""
        self._count_phones(text)
        with self._turned(x, middle, 90):
            self._pieces(-self.width(text, size, face) / 2, -MIDDLE * size, (Piece(text, size),), face)

    def watermark(self, x: float, middle: float, text: str, size: float) -> None:
        """Large slanting letters that darken the paper a little and leave everything readable."""
        with self._turned(x, middle, 30):
            self._canvas.setFillAlpha(0.08)
            self._pieces(-self.width(text, size, Face.BOLD) / 2, -MIDDLE * size, (Piece(text, size),), Face.BOLD)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = HAIRLINE) -> None:
        """A straight line."""
        self._stroked(width)
        self._canvas.line(_fine(x1), _fine(self._height - y1), _fine(x2), _fine(self._height - y2))

    def box(self, x: float, top: float, width: float, height: float, stroke: float = RULE) -> None:
        """A frame."""
        self._stroked(stroke)
        self._canvas.rect(_fine(x), _fine(self._height - top - height), _fine(width), _fine(height))

    def shade(self, x: float, top: float, width: float, height: float, grey: float = SHADE) -> None:
        """A grey ground."""
        self._canvas.setFillGray(1 - grey)
        self._canvas.rect(x, self._height - top - height, width, height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def modules(self, x: float, top: float, unit: float, boxes: Iterable[tuple[int, int, int, int]]) -> None:
        """Black rectangles (x, y, width, height) of whole units of so many points, downwards from a corner, one shape.

        In units of their own they are short in the file and soon written.
        """
        from reportlab.pdfgen.pathobject import PDFPathObject

        operators = [f"{left} {y} {width} {height} re" for left, y, width, height in boxes]
        if not operators:
            return
        self._canvas.saveState()
        self._canvas.transform(unit, 0, 0, -unit, x, self._height - top)
        self._canvas.drawPath(PDFPathObject(["n", *operators]), stroke=0, fill=1)
        self._canvas.restoreState()

    def picture(self, x: float, top: float, room: Frame, content: bytes) -> float:
        """A PNG or JPEG file as large as the room allows, at its left and in the middle of its height; its width."""
        from reportlab.lib.utils import ImageReader

        found = ImageReader(BytesIO(content))
        across, down = found.getSize()
        scale = min(room.width / across, room.height / down)
        width, height = across * scale, down * scale
        y = self._height - top - (room.height + height) / 2
        self._canvas.drawImage(found, x, y, width, height)
        return width

    def _stroked(self, width: float) -> None:
        """How wide the lines that follow are; said once for all of a kind."""
        if width != self._stroke:
            self._canvas.setLineWidth(width)
            self._stroke = width

    @contextmanager
    def _turned(self, x: float, middle: float, degrees: float) -> Iterator[None]:
        self._canvas.saveState()
        self._canvas.translate(x, self._height - middle)
        self._canvas.rotate(degrees)
        yield
        self._canvas.restoreState()

    def _count_phones(self, text: str) -> None:
        if len(text) >= _SHORTEST_MOBILE:
            self.full_phones += len(mobiles_in(text))

    def _line(self, x: float, middle: float, line: Iterable[Piece], face: Face, align: Align) -> float:
        pieces = tuple(line)
        width = sum(self.width(piece.text, piece.size, face) * piece.scale for piece in pieces)
        largest = max((piece.size for piece in pieces), default=0.0)
        self._pieces(x - align.value * width, self._height - middle - MIDDLE * largest, pieces, face)
        return width

    def _pieces(self, x: float, baseline: float, pieces: Iterable[Piece], face: Face) -> None:
        drawn = self._canvas.beginText(_fine(x), _fine(baseline))
        scale = 1.0
        for piece in pieces:
            if piece.scale != scale:
                scale = piece.scale
                drawn.setHorizScale(scale * 100)
            for run in self._type.runs(piece.text, face):
                drawn.setFont(run.face.value, piece.size)
                drawn.textOut(run.text)
        if scale != 1.0:
            drawn.setHorizScale(100)
        self._canvas.drawText(drawn)


def _fine(length: float) -> float:
    """A place on paper to a hundredth of a point, a third of the finest dot of a printer: a sixth off every file."""
    return round(length, 2)


def write(path: Path, title: str, pages: Sequence[tuple[Frame, Callable[[Surface], None]]]) -> int:
    """A PDF document of these pages, each its size and what draws it; the same drawing gives the same bytes.

    Answers with how many full mobile numbers stand on its pages, wherever they come from.
    One thread at a time draws; the others wait.
    """
    with surface(path, title, repeats=len(pages) > 1) as paper:
        for size, draw in pages:
            paper.begin_page(size)
            draw(paper)
            paper.end_page()
    return paper.full_phones


@contextmanager
def surface(path: Path, title: str, *, repeats: bool = True) -> Iterator[Surface]:
    """A document that is written to `path` when the block ends; the same drawing gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    with _drawing:
        type_case = fonts()
        canvas = Canvas(
            str(path),
            invariant=1,
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # else an unembedded Helvetica is named
            lang=current_language().replace("_", "-"),
        )
        canvas.setTitle(title)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        yield Surface(canvas, type_case, repeats=repeats)
        canvas.save()
