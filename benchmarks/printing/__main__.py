"""Sheets of paper: how long they take, how large they are, beside the same pages made by others.

    python -m benchmarks.printing [--rounds N] [--teams N]

The month page of a checkpoint and its 31 daily sheets, from a roster in memory to a file, once the type is loaded. The
peers are given the same words with their places and sizes worked out: they need not find them, fit names into cells,
or say where a page ends. Then a district's teams with all their sheets in one go. Peers that are not installed are
passed over: `pip install '.[bench]'`, and LibreOffice from the system.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.printing.compare import compare
from benchmarks.printing.district import print_district
from roster_app import i18n


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--teams", type=int, default=22, help="0 leaves the district out")
    wish = parser.parse_args()
    i18n.install("zh_CN")
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), wish.rounds)
        if wish.teams:
            print_district(Path(folder), wish.teams)
    return 0


if __name__ == "__main__":
    sys.exit(main())
