"""How soon a roster is complete, and how close to the best, on invented months and on published duty instances.

    python benchmarks/engine [--seconds N] [--instances FOLDER] [NAME ...]

Times run from the call on a warm engine in this process; compiling the problem is told apart. FOLDER holds duty
instances (*.json) and their judge, verify.py; costs of those are in their own points.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from instances import SCALE, duty_instance, month_of, rows_of

from roster_app.domain.fairness import Ledger
from roster_app.domain.roster import Proposal
from roster_app.engine.facts import RosterProblem
from roster_app.engine.problem import build
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits, solve
from roster_app.engine.serving import load_solvers

MOMENTS = (5.0, 10.0, 20.0)
PUBLISHED = ("team60", "team45-tight", "street300")


def main() -> int:
    """Measure what the command line asks for."""
    asked = _arguments()
    load_solvers()
    names = asked.names or [name for name, _ in _all(asked.instances)]
    for name, make in _all(asked.instances):
        if name in names:
            began = time.perf_counter()
            problem = make()
            _measure(name, problem, time.perf_counter() - began, asked.seconds, asked.instances)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only these instances")
    parser.add_argument("--seconds", type=float, default=20.0, help="time for each")
    parser.add_argument("--instances", type=Path, help="folder of duty instances")
    return parser.parse_args()


def _all(folder: Path | None) -> Iterator[tuple[str, Callable[[], RosterProblem]]]:
    for seed in (1, 2):
        yield f"month60-{seed}", lambda seed=seed: build(*month_of(seed=seed), Ledger())
    yield "month45", lambda: build(*month_of(people=45), Ledger())
    for name in PUBLISHED if folder else ():
        yield name, lambda name=name: duty_instance(folder / f"{name}.json")


def _measure(name: str, problem: RosterProblem, compiling: float, seconds: float, folder: Path | None) -> None:
    reports: list[Progress] = []
    proposal = solve(problem, Limits(seconds), reports.append, lambda: False, strict=True)
    scale = SCALE if name in PUBLISHED else 1
    complete = next((r.seconds for r in reports if not r.vacancies), None)
    print(f"{name}: {len(problem.people)} people, {problem.seats} duties, compiled in {compiling:.2f} s")
    print(f"  first roster {reports[0].seconds:.2f} s, {reports[0].vacancies} vacancies; complete: {_time(complete)}")
    for moment in MOMENTS:
        known = [r for r in reports if r.seconds <= moment]
        if moment < min(seconds, proposal.seconds) and known:
            print(f"  {moment:4.0f} s: {_standing(known[-1].cost, known[-1].bound, scale)}")
    state = "proven" if proposal.optimal else "not proven"
    print(f"  {proposal.seconds:4.1f} s: {_standing(proposal.cost, proposal.bound, scale)}, {state}")
    if folder and name in PUBLISHED:
        print(f"  judge: {_verified(proposal, problem, folder / f'{name}.json')}")


def _time(seconds: float | None) -> str:
    return "never" if seconds is None else f"{seconds:.2f} s"


def _standing(cost: int, bound: int | None, scale: int) -> str:
    told = "no bound" if bound is None else f"bound {bound / scale:g}, gap {(cost - bound) / scale:g}"
    return f"cost {cost / scale:g}, {told}"


def _verified(proposal: Proposal, problem: RosterProblem, instance: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "roster.json")
        path.write_text(json.dumps(rows_of(proposal, problem)))
        judge = [sys.executable, instance.parent / "verify.py", instance, path]
        return subprocess.run(judge, capture_output=True, text=True, check=False).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
