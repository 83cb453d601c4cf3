"""Prints every sheet in a process of its own, whose clock, for every library in it, is some days fast.

python print_later.py DATABASE PERIOD FOLDER DAYS
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_now = time.time


def move_clocks(days: int) -> None:
    """Before any library is loaded that could have taken a clock of the standard library along."""
    seconds = days * 86_400

    def fast(clock: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *given: clock(*given or (_now() + seconds,))

    time.time = lambda: _now() + seconds
    time.localtime, time.gmtime = fast(time.localtime), fast(time.gmtime)


if __name__ == "__main__":
    move_clocks(int(sys.argv[4]))
    from every_sheet import print_every_sheet

    print_every_sheet(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
