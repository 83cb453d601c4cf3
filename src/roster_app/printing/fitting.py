"""How a name is set into a frame: condensed, broken between its parts, made smaller — never cut, never torn apart.

Pure arithmetic: the widths come from outside. All measures are points; a width in ems is that of type of one point.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

NARROWEST = 0.78
"""The most a name may be condensed before another way is taken."""
LEADING = 1.05
"""Height of a line of a name, in sizes."""
_HANGS = re.compile(r"[gjpqyQ]")
_HANGING = 0.1
"""How far such a letter reaches below its line, in sizes."""
MARK, SMALLEST_MARK = 0.55, 0.3
"""Size of a namesake's mark, (颐和), in sizes of the name, and how far it gives way before the name does."""
_READ_CLOSE_BY = 5.0
"""Points: a mark beside a name of ordinary size gives way no further."""

Ems = Callable[[str], float]
_PART = re.compile(r"[^\s·•・‧]*[·•・‧]+|[^\s·•・‧]+")
_GRAIN = 10  # sizes and scales are cut to tenths and thousandths: the same on every machine
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Frame:
    """The room a text may take."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in one size; `scale` is its horizontal scale, 1 when not condensed."""

    text: str
    size: float
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as it will stand: lines from top to bottom, each of pieces from left to right.

    Of a name with a mark, `mark` is the mark, which is the last piece of the last line.
    """

    lines: tuple[tuple[Piece, ...], ...]
    mark: str = ""

    @property
    def size(self) -> float:
        """Size of its first line, which for a name is the size of the name."""
        return self.lines[0][0].size if self.lines else 0.0

    @property
    def scale(self) -> float:
        """Its narrowest horizontal scale."""
        return min((piece.scale for line in self.lines for piece in line), default=1.0)

    @property
    def name_lines(self) -> tuple[tuple[Piece, ...], ...]:
        """The lines that hold more than the mark."""
        alone = len(self.lines) > 1 and self.mark and len(self.lines[-1]) == 1
        return self.lines[:-1] if alone else self.lines

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return sum(line_height(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, and the mark that tells namesakes apart: 张伟 and (颐和)."""

    text: str
    mark: str = ""

    def __str__(self) -> str:
        return self.text + self.mark


def line_height(line: Sequence[Piece]) -> float:
    """What one line takes of the height."""
    return LEADING * max((piece.size for piece in line), default=0.0)


def fit_name(name: Name, frame: Frame, size: float, ems: Ems) -> Setting:
    """Set a name as well as the frame allows, `size` at the most.

    One line; condensed to 78 %; broken after · or at a space; smaller. The mark follows the name or stands on a
    line of its own, where it alone gives way.
    """
    return fit_broken(breakings(name, ems), frame, size)


def fit_broken(ways: Sequence["Breaking"], frame: Frame, size: float) -> Setting:
    """What `fit_name` answers, of a name whose breakings are known."""
    for way in ways:
        if way.largest(frame, size) >= size:
            return way.set(frame, size)
    best = max(ways, key=lambda way: (way.largest(frame, size), -len(way.lines)))
    return best.set(frame, best.largest(frame, size))


def spread(name: str) -> str:
    """A two-character name set to the width of three: 张　三."""
    return f"{name[0]}\u3000{name[1]}" if re.fullmatch(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2}", name) else name


def parts_of(name: str) -> tuple[str, ...]:
    """The pieces a name may be broken into, each with the dot that ends it: 阿卜杜热合曼· and 买买提."""
    return tuple(_PART.findall(name)) or ("",)


@dataclass(frozen=True, slots=True)
class Breaking:
    """One way to break a name; widths in ems, that of the mark at the mark's own size."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    mark: str = ""
    mark_width: float = 0.0
    mark_below: bool = False

    def largest(self, frame: Frame, size: float) -> float:
        """The largest size up to `size` at which it fits the frame when everything gives way as far as may be."""
        across = self._widest_size(frame.width / NARROWEST, size)
        down = frame.height / self._high
        return size if min(across, down) >= size else _floor(min(across, down), _GRAIN)

    def _widest_size(self, room: float, size: float) -> float:
        """The largest size up to `size` at which the lines are as wide as the room, the mark giving way as it can:
        to a share of the name, then no further, then with the name."""
        widest, last = max(self.widths), self.widths[-1]
        if not widest:
            return size
        beside = 0.0 if self.mark_below else self.mark_width
        upper = room / max(widest, last + SMALLEST_MARK * beside)
        if upper * SMALLEST_MARK < _READ_CLOSE_BY and beside:
            upper = min(
                (room - _READ_CLOSE_BY * beside) / max(last, _TOLERANCE), room / widest, _READ_CLOSE_BY / SMALLEST_MARK
            )
            if upper * MARK < _READ_CLOSE_BY:
                upper = min(room / max(widest, last + MARK * beside), _READ_CLOSE_BY / MARK)
        return min(upper, size)

    def set(self, frame: Frame, size: float) -> Setting:
        """The lines at this size; the mark shrinks first, then all of it is condensed."""
        mark_size = self._mark_size(frame, size)
        widest = self._widest(mark_size / size) * size
        scale = 1.0 if widest <= frame.width else max(_floor(frame.width / widest, 1000), NARROWEST)
        lines: list[tuple[Piece, ...]] = [(Piece(line, size, scale),) for line in self.lines]
        if self.mark_below:
            lines.append((self._mark_alone(frame, mark_size),))
        elif self.mark:
            lines[-1] += (Piece(self.mark, mark_size, scale),)
        return Setting(tuple(lines), self.mark)

    @property
    def _high(self) -> float:
        """Sizes from top to foot; as they stand in the middle of a frame, what hangs below is kept free above too."""
        hanging = 2 * _HANGING * bool(not self.mark_below and _HANGS.search(self.lines[-1]))
        return (len(self.lines) + MARK * self.mark_below) * LEADING + hanging

    def _widest(self, mark: float) -> float:
        """Ems of the widest line, with a mark beside the last of them that is `mark` sizes large."""
        beside = 0.0 if self.mark_below else mark * self.mark_width
        return max(*self.widths, self.widths[-1] + beside)

    def _mark_size(self, frame: Frame, size: float) -> float:
        if not self.mark or self.mark_below:
            return _floor(MARK * size, _GRAIN)
        room = frame.width / size - self.widths[-1]
        least = max(SMALLEST_MARK, _READ_CLOSE_BY / size)
        share = min(MARK, max(least, room / self.mark_width if self.mark_width else MARK))
        return _floor(share * size, _GRAIN)

    def _mark_alone(self, frame: Frame, size: float) -> Piece:
        if self.mark_width * size <= frame.width:
            return Piece(self.mark, size)
        scale = _floor(frame.width / (self.mark_width * size), 1000)
        if scale >= NARROWEST:
            return Piece(self.mark, size, scale)
        return Piece(self.mark, _floor(frame.width / (self.mark_width * NARROWEST), _GRAIN), NARROWEST)


def breakings(name: Name, ems: Ems) -> tuple[Breaking, ...]:
    """Every sensible one, the fewest lines first, the mark beside the name before below it.

    They are the same for all frames and sizes: who sets a name often asks for them once.
    """
    return tuple(_breakings(name, ems))


def _breakings(name: Name, ems: Ems) -> Iterator[Breaking]:
    for lines in _lines(parts_of(name.text), ems):
        widths = tuple(ems(line) for line in lines)
        yield Breaking(lines, widths, name.mark, ems(name.mark))
        if name.mark:
            yield Breaking(lines, widths, name.mark, ems(name.mark), mark_below=True)


def _lines(parts: Sequence[str], ems: Ems) -> Iterator[tuple[str, ...]]:
    """For each number of lines those whose widest is narrowest."""
    if len(parts) == 1:
        yield tuple(parts)
        return
    widths = {ems(_joined(parts[i:j])) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)}
    best: dict[int, tuple[str, ...]] = {}
    for width in sorted(widths):
        if lines := _filled(parts, width, ems):
            best.setdefault(len(lines), lines)
    yield from (best[count] for count in sorted(best))


def _filled(parts: Sequence[str], width: float, ems: Ems) -> tuple[str, ...]:
    """Lines filled in order up to the width; nothing when a part alone is wider."""
    lines: list[str] = []
    begin = 0
    for end in range(1, len(parts) + 1):
        if ems(_joined(parts[begin:end])) > width + _TOLERANCE:
            lines.append(_joined(parts[begin : end - 1]))
            begin = end - 1
            if ems(parts[begin]) > width + _TOLERANCE:
                return ()
    return (*lines, _joined(parts[begin:]))


def _joined(parts: Sequence[str]) -> str:
    """The parts on one line: a blank between words, none after a dot."""
    text = ""
    for part in parts:
        text += part if not text or text[-1] in "·•・‧" else f" {part}"
    return text


def _floor(value: float, grain: int) -> float:
    return int(value * grain + _TOLERANCE) / grain
