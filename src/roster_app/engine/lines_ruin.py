"""Search by taking parts of a few people's lines out and putting the best ones back (kernel/lines_ruin.c)."""

import ctypes
from dataclasses import dataclass

import numpy as np

from roster_app.engine.form import Numbers
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.native import library, pointer


@dataclass(frozen=True, slots=True)
class Manner:
    """How boldly: people out at once, slots in a window (0: all), points of noise on prices, heat in points."""

    people: int = 3
    window: int = 14
    noise: float = 5.0
    hot: float = 3.0
    cold: float = 0.5


class Ruin:
    """A roster under this search, and the best one it has seen; one thread at a time, as its pricer."""

    def __init__(self, pricer: Pricer, lines: Numbers) -> None:
        self.pricer = pricer
        self.stop = np.zeros(1, np.int32)
        """Set to 1 from any thread to end a run within a move."""
        self._kernel = _kernel()
        self._lines = np.ascontiguousarray(lines)
        handle = self._kernel.ruin_new(pricer.handle, pointer(self._lines))
        self._handle: ctypes.c_void_p | None = ctypes.c_void_p(handle)

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            self._kernel.ruin_free(self._handle)

    def start(self, window: int = 28) -> int:
        """Everybody's line afresh, each the best for what the others hold; in pieces of a window of slots."""
        self._kernel.ruin_start(self._handle, window, pointer(self.stop))
        return self.cost

    def take(self, lines: Numbers) -> None:
        """Go on from these lines [people, slots]; the best seen stays."""
        self._lines = np.ascontiguousarray(lines)
        self._kernel.ruin_take(self._handle, pointer(self._lines))

    def guide(self, prices: Numbers) -> None:
        """Let scaled prices [needs], near the optimum of the relaxation, tell what a free seat is worth."""
        self._kernel.ruin_guide(self._handle, pointer(prices))

    def run(self, moves: int, manner: Manner, seconds: float = 0.0) -> int:
        """So many moves while heat falls, or fewer in the seconds if any; the cost of the best roster seen."""
        return int(self._kernel.ruin_run(
            self._handle, moves, manner.hot, manner.cold, manner.people, manner.window, manner.noise, seconds,
            pointer(self.stop),
        ))  # fmt: skip

    @property
    def cost(self) -> int:
        """Of the roster it stands at."""
        return int(self._kernel.ruin_cost(self._handle))

    def best(self) -> tuple[Numbers, int]:
        """The best lines seen and their cost."""
        lines = np.empty((self.pricer.form.people, self.pricer.form.slots), np.int32)
        return lines, int(self._kernel.ruin_best(self._handle, pointer(lines)))


def _kernel() -> ctypes.CDLL:
    kernel = library()
    kernel.ruin_new.restype = ctypes.c_void_p
    kernel.ruin_new.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    for name in ("ruin_free", "ruin_take", "ruin_start", "ruin_guide"):
        getattr(kernel, name).restype = None
    kernel.ruin_free.argtypes = [ctypes.c_void_p]
    kernel.ruin_guide.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    kernel.ruin_take.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    for name in ("ruin_run", "ruin_cost", "ruin_best"):
        getattr(kernel, name).restype = ctypes.c_int64
    kernel.ruin_cost.argtypes = [ctypes.c_void_p]
    kernel.ruin_best.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    kernel.ruin_start.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p]
    kernel.ruin_run.argtypes = [
        ctypes.c_void_p, ctypes.c_int64, ctypes.c_double, ctypes.c_double, ctypes.c_int32, ctypes.c_int32,
        ctypes.c_double, ctypes.c_double, ctypes.c_void_p,
    ]  # fmt: skip
    return kernel
