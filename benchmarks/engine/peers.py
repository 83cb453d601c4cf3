"""The engine's peers, each run in a process of its own.

    python -m benchmarks.engine.peers cpmpy|cpsat FILE [--seconds N] [--seed S]

The last line of output is a measurement (see `trace`); seconds count from the call on, making the model included.
"""

import argparse
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.engine.subject import DutySubject, PublishedSubject, subject_of
from benchmarks.engine.trace import Trace

PATIENCE = 120
"""Seconds beyond its limit after which a peer is stopped: CP-SAT may be slow to end, and judging takes a moment."""


def peers_of(subject: PublishedSubject | DutySubject) -> tuple[str, ...]:
    """The names of the peers that know this format and are installed."""
    with_cpmpy = isinstance(subject, PublishedSubject) and find_spec("cpmpy") is not None
    return ("cpmpy", "cpsat") if with_cpmpy else ("cpsat",)


def last_line(options: list[str], patience: float) -> dict[str, Any] | None:
    """Run Python from the project's root; the last line it prints, as JSON; None where there is none in time."""
    root = Path(__file__).parents[2]
    command = [sys.executable, *options]
    try:
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, timeout=patience, cwd=root)
        answer: dict[str, Any] = json.loads(said.stdout.splitlines()[-1])
    except (subprocess.TimeoutExpired, IndexError, json.JSONDecodeError):
        return None
    return answer


def _solve(peer: str, subject: PublishedSubject | DutySubject, seconds: float, seed: int) -> Trace:
    if isinstance(subject, DutySubject):
        from benchmarks.engine import peer_duty

        return peer_duty.solve(subject, seconds, seed)
    if peer == "cpmpy":
        from benchmarks.engine import peer_cpmpy

        return peer_cpmpy.solve(subject, seconds, seed)
    from benchmarks.engine import peer_published

    return peer_published.solve(subject, seconds, seed)


def main() -> int:
    """Run the peer the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=("cpmpy", "cpsat"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    trace = _solve(asked.peer, subject_of(asked.file.resolve()), asked.seconds, asked.seed)
    print(json.dumps(trace.measured()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
