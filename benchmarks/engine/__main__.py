"""The engine on instances and on invented months.

    python -m benchmarks.engine FILE [--seconds N] [--seed S] [--out ROSTER.json]
    python -m benchmarks.engine table [--folder DIR ...] [--only NAME ...] [--seconds N] [--seeds N] [--peers]
    python -m benchmarks.engine

FILE is a published shift-scheduling instance (.txt) or a duty instance (.json). The roster is written as the
instance's judge reads it; the last line of output is a measurement in JSON. `table` prints one line for each instance
of the folders. Without anything it says what it needs and rosters two invented months.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.engine.published import BadInstance

FOLDERS = [Path(__file__).parents[3] / "shared" / "benchmarks" / name for name in ("duty", "shift_scheduling")]
"""Where instances are looked for if no folder is named: beside the checkout."""


def main(words: list[str]) -> int:
    """Do what the command line asks; 1 where a file is no instance."""
    try:
        return _table(words[1:]) if words[:1] == ["table"] else _one(words)
    except (BadInstance, OSError) as reason:
        print(f"cannot be read: {reason}", file=sys.stderr)
        return 1


def _one(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, help="where the roster is written")
    asked = parser.parse_args(words)
    if asked.file is None:
        return _months(min(asked.seconds, 20))
    from benchmarks.engine.engine import run
    from benchmarks.engine.subject import subject_of

    trace = run(subject_of(asked.file), asked.seconds, asked.seed)
    if asked.out:
        asked.out.write_text(json.dumps(trace.roster), encoding="utf-8")
    print(json.dumps(trace.measured()))
    return 0


def _table(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="table", description="One line for each instance; see the module.")
    parser.add_argument("--folder", type=Path, action="append", help="instances, with verify.py or best_known.csv")
    parser.add_argument("--only", nargs="+", default=[], help="names of instances, as Instance5 or team60")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--peers", action="store_true", help="CPMpy's own model and plain CP-SAT beside the engine")
    asked = parser.parse_args(words)
    from benchmarks.engine.table import print_table

    print_table(asked.folder or FOLDERS, asked.only, asked.seconds, asked.seeds, asked.peers)
    return 0


def _months(seconds: float) -> int:
    from benchmarks.engine.month import measure

    print("A published (.txt) or duty (.json) instance can be named, or `table --folder DIR`; without one, two months:")
    for people in (60, 45):
        print(measure(people, seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
