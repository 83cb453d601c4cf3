"""How running text and labels are set into a frame: Chinese breaks between characters, other words stay whole."""

import re
from collections.abc import Iterator

from roster_app.printing.fitting import LEADING, Ems, Frame, Piece, Setting

_NEVER_FIRST = "、。，．：；！？·…—）》」』】〉〕%,.:;!?)]}”’"
_NEVER_LAST = "（《「『【〈〔([{“‘"
_UNIT = re.compile(
    rf"[{re.escape(_NEVER_LAST)}]*(?:[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
    r"|[^\s\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]+)"
    rf"[{re.escape(_NEVER_FIRST)}]*|\s+"
)
_HARDLY_SMALLER = 0.8
_TORN_ONLY_BELOW = 0.55
_STEP = 0.5
_SMALLEST = 3.0


def wrap(text: str, width: float, size: float, ems: Ems) -> tuple[str, ...]:
    """Lines no wider than `width` points; no line begins with a closing mark or ends with an opening one."""
    lines = [""]
    for unit in _units(text, width / size, ems):
        if lines[-1] and ems((lines[-1] + unit).rstrip()) * size > width:
            lines.append("")
        lines[-1] += unit if lines[-1] else unit.lstrip()
    return tuple(line.rstrip() for line in lines)


def wrap_evenly(text: str, width: float, size: float, ems: Ems) -> tuple[str, ...]:
    """As many lines as `wrap` needs, all of nearly one length."""
    return _balanced(text, wrap(text, width, size, ems), size, ems)


def fit_text(text: str, frame: Frame, size: float, ems: Ems, *, balanced: bool = True) -> Setting:
    """The text on one line if it need hardly shrink for it, else in the largest size at which all lines fit.

    Balanced lines are of nearly one length, as a label needs them; others are filled, as a paragraph is.
    """
    one_line = fit_line(text, frame.width, size, ems)
    if one_line.size >= _HARDLY_SMALLER * size and one_line.height <= frame.height:
        return one_line
    torn_at = size * _TORN_ONLY_BELOW
    while size > _SMALLEST and not (
        _fits(wrap(text, frame.width, size, ems), frame, size, ems)
        and (size < torn_at or _whole(text, frame.width / size, ems))
    ):
        size -= _STEP
    lines = wrap(text, frame.width, size, ems)
    return _set(_balanced(text, lines, size, ems) if balanced else lines, size)


def _balanced(text: str, lines: tuple[str, ...], size: float, ems: Ems) -> tuple[str, ...]:
    """The same number of lines, the longest of them as short as it can be."""
    narrower = max(map(ems, lines)) - _STEP
    while narrower > 1 and _whole(text, narrower, ems):
        shorter = wrap(text, narrower * size, size, ems)
        if len(shorter) > len(lines):
            break
        lines, narrower = shorter, narrower - _STEP
    return lines


def fit_line(text: str, width: float, size: float, ems: Ems) -> Setting:
    """The text on one line, in the largest size up to `size` that fits."""
    widest = ems(text) * size
    return _set((text,), size if widest <= width else int(size * width / widest * 10) / 10)


def stacked(text: str, height: float, size: float) -> Setting:
    """The characters below each other, as a narrow column is labelled in Chinese."""
    letters = tuple(text.replace(" ", ""))
    return _set(letters, min(size, int(height / (len(letters) * LEADING) * 10) / 10))


def can_stack(text: str) -> bool:
    """Whether every character stands upright by itself: Chinese ones and single digits."""
    return bool(re.fullmatch(r"(?:[\u3400-\u9fff\U00020000-\U0003ffff]|(?<!\d)\d(?!\d))+", text))


def _set(lines: tuple[str, ...], size: float) -> Setting:
    return Setting(tuple((Piece(line, size),) for line in lines))


def _fits(lines: tuple[str, ...], frame: Frame, size: float, ems: Ems) -> bool:
    tall = len(lines) * size * LEADING
    return tall <= frame.height and all(ems(line) * size <= frame.width for line in lines)


def _whole(text: str, most: float, ems: Ems) -> bool:
    """Whether no word has to be torn apart."""
    return all(ems(unit) <= most for unit in _UNIT.findall(text) if not unit.isspace())


def _units(text: str, most: float, ems: Ems) -> Iterator[str]:
    """What may not be broken, in order; a word wider than a whole line falls apart into its characters."""
    for unit in _UNIT.findall(text):
        if ems(unit) > most and not unit.isspace():
            yield from unit
        else:
            yield unit
