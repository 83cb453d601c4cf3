"""The table: every instance of some folders, the engine and its peers in the same run, medians over seeds."""

import csv
import math
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.engine.peers import PATIENCE, last_line, peers_of
from benchmarks.engine.subject import DutySubject, subject_of
from benchmarks.engine.trace import MARKS

DUTY_ANCHORS = {"team60": -214, "team45-tight": 1145, "team40-unequal": 8586, "street300": -1261, "district1000": -3746}
"""The best bounds known of the duty instances, as published beside them."""

Measurement = dict[str, Any]


def print_table(folders: Iterable[Path], only: Sequence[str], seconds: float, seeds: int, peers: bool) -> None:
    """Measure and print in Markdown, line by line as they come; times are in seconds.

    `feasible` is the first roster that breaks no hard rule, `complete` the first that lacks nobody.
    """
    files = [path for folder in folders for path in _instances(folder) if not only or path.stem in only]
    if not files:
        print("No instances found: name a folder with published (.txt) or duty (.json) instances by --folder.")
        return
    marks = [*(f"{mark:g}" for mark in MARKS if mark < seconds), f"{seconds:g}"]
    standings = [f"{what} at {mark} s" for mark in marks for what in ("cost", "bound")]
    head = ["instance", "solver", "feasible", "complete", *standings, "to best known", "hard", "MB", "ended"]
    _line(head)
    _line(["---"] * len(head))
    for path in files:
        for solver in ("engine", *(peers_of(subject_of(path)) if peers else ())):
            runs = [_measured(solver, path, seconds, seed) for seed in range(1, seeds + 1)]
            _line([path.stem, solver, *_cells([run for run in runs if run], len(runs), marks, best_known(path))])


def _instances(folder: Path) -> list[Path]:
    files = [path for suffix in ("*.json", "*.txt") for path in folder.glob(suffix)]
    return sorted(files, key=lambda path: (path.suffix, len(path.stem), path.stem))


def _measured(solver: str, path: Path, seconds: float, seed: int) -> Measurement | None:
    """One run in a process of its own."""
    module = ["benchmarks.engine"] if solver == "engine" else ["benchmarks.engine.peers", solver]
    options = ["--seconds", str(seconds), "--seed", str(seed)]
    return last_line(["-m", *module, str(path.resolve()), *options], seconds + PATIENCE)


def best_known(path: Path) -> float | None:
    """The best known cost of a published instance (best_known.csv beside it), the best bound of a duty instance."""
    if isinstance(subject_of(path), DutySubject):
        return DUTY_ANCHORS.get(path.stem)
    told = path.parent / "best_known.csv"
    if not told.exists():
        return None
    with told.open(encoding="utf-8", newline="") as lines:
        known = {f"Instance{row['instance']}": float(row["best_known_ub"]) for row in csv.DictReader(lines)}
    return known.get(path.stem)


def _cells(there: Sequence[Measurement], runs: int, marks: Sequence[str], best: float | None) -> list[str]:
    """Medians of the seeds; the violations and the memory are the worst seen. Who has no roster counts as the worst."""
    costs = [median((run["marks"][mark]["cost"] for run in there), runs, math.inf) for mark in marks]
    bounds = [median((run["marks"][mark]["bound"] for run in there), runs, -math.inf) for mark in marks]
    times = [median((run[f"first_{what}_s"] for run in there), runs, math.inf) for what in ("feasible", "complete")]
    gap = "" if best is None or math.isinf(costs[-1]) else _gap(costs[-1], best)
    return [
        *map(_told, times),
        *(_told(value) for pair in zip(costs, bounds, strict=True) for value in pair),
        gap,
        _told(max((at["hard_violations"] or 0 for run in there for at in run["marks"].values()), default=math.inf)),
        _told(max((run["peak_mb"] for run in there if run["peak_mb"] is not None), default=math.inf)),
        _told(median((run["seconds"] for run in there), runs, math.inf)),
    ]


def median(values: Iterable[float | None], runs: int, missing: float) -> float:
    """The median of so many runs; a run that has no value counts as `missing`."""
    known = [value for value in values if value is not None]
    return statistics.median([*known, *[missing] * (runs - len(known))])


def _gap(cost: float, best: float) -> str:
    """In points; in percent as well where costs are positive."""
    return f"{cost - best:+g}" + (f" ({100 * (cost - best) / best:.2f} %)" if best > 0 else "")


def _told(value: float) -> str:
    return "–" if math.isinf(value) else f"{value:.9g}"


def _line(cells: Sequence[str]) -> None:
    print("|", " | ".join(cells), "|", flush=True)
