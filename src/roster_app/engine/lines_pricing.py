"""Pricing of one person's line: the compiled programme over slots, and what its answer is worth.

Prices are scaled whole numbers, so that sums of them, and the bounds made of them, are exact. A `Pricer` serves one
thread at a time; calls release the interpreter's lock.
"""

import ctypes
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from roster_app.engine.form import UNLIMITED, Form, Numbers
from roster_app.engine.native import library, pointer

FOUND, EXACT, BOUND = 1, 2, 4
MAY_BE_ANY = -2
"""In a slot where a line is not held to anything."""
ROOM = 256 << 20
"""Bytes one pricing may use for its values before it leaves totals out."""


@dataclass(frozen=True, slots=True)
class BestLine:
    """A line, slot by slot; the value of the programme in scaled points; whether it is exact, and whether a bound.

    The value is the line's cost less its prices where `exact`; where `bound`, no line of this person is below it.
    """

    line: Numbers
    value: int
    exact: bool
    bound: bool


class Pricer:
    """Prices lines of a form's people; keeps what it has learnt about each of them."""

    def __init__(self, form: Form, seed: int = 0, room: int = ROOM) -> None:
        self.form = form
        self._kernel = _kernel()
        self._prices = np.zeros(0, np.int32)
        self._handle = self._kernel.lines_new(ctypes.byref(form.struct), room, seed)
        self.scale = int(self._kernel.lines_scale(self._handle))

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            self._kernel.lines_free(self._handle)
            self._handle = None

    @property
    def handle(self) -> ctypes.c_void_p:
        """For other calls of the kernel; valid as long as this pricer."""
        return ctypes.c_void_p(self._handle)

    def scaled(self, prices: NDArray[np.float64]) -> Numbers:
        """Prices in points, made whole."""
        limit = UNLIMITED // 2
        return np.clip(np.rint(prices * self.scale), -limit, limit).astype(np.int32)

    def best_line(self, person: int, prices: Numbers, around: Numbers | None = None,
                  window: tuple[int, int] | None = None, must: Numbers | None = None) -> BestLine | None:  # fmt: skip
        """The cheapest line under scaled prices [needs]; with a window of slots, `around` stays as it is elsewhere.

        `must` [slots]: what the line is held to, each a need, -1 for free, or MAY_BE_ANY.

        None where no line keeps the hard rules inside the window (or the programme cannot say).
        """
        self._prices = prices  # the kernel looks at them again for more lines
        line = np.full(self.form.slots, -1, np.int32) if around is None else around.copy()
        first, end = window or (0, self.form.slots)
        value = ctypes.c_int64()
        answer = self._kernel.lines_best(
            self._handle, person, pointer(prices), None if must is None else pointer(must), first, end, pointer(line),
            ctypes.byref(value),
        )  # fmt: skip
        if not answer & FOUND:
            return None
        return BestLine(line, value.value, bool(answer & EXACT), bool(answer & BOUND))

    def more_lines(self, slack: float, count: int) -> Numbers:
        """Random lines [count, slots] of the person priced last, at most `slack` points dearer than the best."""
        lines = np.full((count, self.form.slots), -1, np.int32)
        self._kernel.lines_sample(self._handle, self._slack(slack), count, pointer(lines))
        return lines

    def every_line(self, slack: float, most: int) -> Numbers | None:
        """All lines of the person priced last that are at most `slack` points dearer; None if more than `most`."""
        lines = np.full((max(most, 1), self.form.slots), -1, np.int32)
        found = self._kernel.lines_list(self._handle, self._slack(slack), most, pointer(lines))
        return lines[:found] if found >= 0 else None

    def _slack(self, points: float) -> int:
        return int(min(max(0.0, points) * self.scale, UNLIMITED // 4))


def best_line(form: Form, person: int, prices: NDArray[np.float64]) -> BestLine | None:
    """The cheapest line of one person under prices in points [needs]; for more than a few calls keep a `Pricer`."""
    pricer = Pricer(form)
    return pricer.best_line(person, pricer.scaled(prices))


def _kernel() -> ctypes.CDLL:
    kernel = library()
    kernel.lines_new.restype = ctypes.c_void_p
    kernel.lines_new.argtypes = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_uint64]
    kernel.lines_free.argtypes = [ctypes.c_void_p]
    kernel.lines_free.restype = None
    kernel.lines_scale.argtypes = [ctypes.c_void_p]
    kernel.lines_best.argtypes = [
        ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int32, ctypes.c_int32,
        ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    kernel.lines_sample.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.c_int32, ctypes.c_void_p]
    kernel.lines_sample.restype = None
    kernel.lines_list.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.c_int32, ctypes.c_void_p]
    return kernel
