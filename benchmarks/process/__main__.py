"""The engine's process on an invented month of sixty people.

    python -m benchmarks.process [--seconds N]

Tells how long the process takes from its start until it has answered a small problem, how much memory it takes, when
the first roster of the month came, and how long a window's event loop was ever kept waiting while it searched, beside
the same loop with nothing to do.
"""

import argparse
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from benchmarks.engine.month import month_of
from roster_app.domain.fairness import Ledger
from roster_app.engine.problem import build
from roster_app.engine.process import EngineProcess
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits

_FRAME = 16.0
"""Milliseconds that a frame lasts."""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10.0, help="how long the month is searched")
    seconds = parser.parse_args().seconds
    app = QCoreApplication([])
    print(f"nothing to do: {_told(_gaps(app, lambda: time.sleep(seconds)))}")
    engine = EngineProcess()
    began = time.perf_counter()
    small = build(*month_of(people=6, checkpoints=1, days=1), Ledger())
    engine.solve(small, Limits(0.1), lambda progress: None)
    print(f"ready: {time.perf_counter() - began:.2f} s from the start of the process to its first answer")
    firsts: list[float] = []

    def search() -> None:
        started = time.perf_counter()

        def told(progress: Progress) -> None:
            if progress.assignments is not None and not progress.vacancies:
                firsts.append(time.perf_counter() - started)

        engine.solve(build(*month_of(), Ledger()), Limits(seconds), told)

    gaps = _gaps(app, search)
    print(f"first complete roster: {firsts[0]:.2f} s after it was asked for")
    print(f"searching: {_told(gaps)}")
    print(f"memory of the process: {_megabytes():.0f} MB at the most")
    engine.close()


def _gaps(app: QCoreApplication, work: Callable[[], None]) -> list[float]:
    """Milliseconds between two ticks of an event loop whose timer asks for one each millisecond."""
    gaps, last = [], time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now
        if not worker.is_alive():
            app.quit()

    worker = threading.Thread(target=work)
    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(tick)
    timer.start()
    worker.start()
    app.exec()
    timer.stop()
    return gaps[1:]


def _told(gaps: list[float]) -> str:
    longest = sorted(gaps)[-3:]
    late = sum(gap > _FRAME for gap in gaps)
    return f"longest waits {', '.join(f'{gap:.1f}' for gap in longest)} ms, {late} of {len(gaps)} over {_FRAME:.0f} ms"


def _megabytes() -> float:
    """The peak of the youngest child of this process (Linux)."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    status = [Path(f"/proc/{child}/status").read_text(encoding="ascii") for child in children]
    peaks = [int(line.split()[1]) for text in status for line in text.splitlines() if line.startswith("VmHWM")]
    return max(peaks, default=0) / 1024


if __name__ == "__main__":
    main()
