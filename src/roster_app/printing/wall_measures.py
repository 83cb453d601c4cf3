"""The measures of a weekly wall roster's sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from roster_app.printing.fitting import Frame
from roster_app.printing.fonts import Face, TypeCase
from roster_app.printing.paper import MM, Paper
from roster_app.printing.wall_content import CheckpointBlock

POST_SIZE = 1.1
"""Size of a post's name, in sizes of the small print."""


@dataclass(frozen=True, slots=True)
class WallMeasures:
    """The measures of one wall sheet in points, lying or upright; A4 is A3 made smaller, except for the names' own
    size."""

    paper: Paper
    day_count: int
    post_width: float
    """Width of the column of posts."""
    landscape: bool = True

    @property
    def page(self) -> Frame:
        return self.paper.landscape if self.landscape else self.paper.portrait

    @property
    def unit(self) -> float:
        """Size of the small print; all other furniture is a multiple of it."""
        return small_print(self.paper)

    @property
    def margin(self) -> float:
        return margin(self.paper)

    @property
    def sizes(self) -> range:
        """Sizes of the names to choose from, the smallest is the standard of the paper."""
        return range(28, 45) if self.paper is Paper.A3 else range(20, 33)

    @property
    def checkpoint_width(self) -> float:
        return self.unit * 3.4

    @property
    def shift_width(self) -> float:
        return self.unit * 6.4

    @property
    def days_left(self) -> float:
        """Where the first day's column begins."""
        return self.margin + self.checkpoint_width + self.shift_width + self.post_width

    @property
    def day_width(self) -> float:
        """A short week keeps columns of a fifth at most; what is left over is for notes."""
        room = self.page.width - self.margin - self.days_left
        return room / max(self.day_count, 5)

    @property
    def header_height(self) -> float:
        return self.unit * 3.6

    @property
    def body_top(self) -> float:
        return self.margin + self.unit * 6.0 + self.header_height

    @property
    def body_height(self) -> float:
        return self.page.height - self.margin - self.unit * 4.4 - self.body_top

    @property
    def gap(self) -> float:
        """Room between a name and the lines around its cell, at each side."""
        return self.unit * 0.5

    @property
    def padding(self) -> float:
        """Room above the first and below the last name of a shift."""
        return self.unit * 0.15


def small_print(paper: Paper) -> float:
    """Size of the smallest words on a wall sheet."""
    return 10.5 if paper is Paper.A3 else 8.0


def margin(paper: Paper) -> float:
    """Between the edge of the paper and what stands on it, in points."""
    return 9 * MM if paper is Paper.A3 else 7 * MM


def measure(
    paper: Paper, day_count: int, blocks: Sequence[CheckpointBlock], type_case: TypeCase, *, landscape: bool
) -> WallMeasures:
    """The measures of the sheets of these blocks: the column of posts is as wide as their longest word."""
    unit = small_print(paper)
    words = {word for block in blocks for s in block.shifts for seat in s.seats for word in seat.post.split()}
    widest = max((type_case.ems(word, Face.BOLD) for word in words), default=0.0) * POST_SIZE * unit
    return WallMeasures(paper, day_count, min(max(widest + unit, 4.4 * unit), 7.5 * unit), landscape)
