"""Damaged sheets, files and texts by the thousand: no error but a refusal, no long wait, no great need of memory."""

import resource
import tempfile
import time
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.exchange import mutations
from roster_app.domain.errors import DomainError
from roster_app.domain.inspected import Inspection
from roster_app.exchange.inspecting.inspection import inspect_file, inspect_grids

ON = date(2020, 4, 6)
_EVERY = 1000


def fuzz(runs: int, seed: int) -> bool:
    """Read that many; tells the slowest, the memory and every failure with its seed."""
    slowest, failures, refused = 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(seed, seed + runs):
            began = time.perf_counter()
            try:
                check(inspected(number, Path(folder)))
            except DomainError:
                refused += 1
            except Exception as error:  # noqa: BLE001  whatever it is, it is what is looked for
                failures += 1
                print(f"seed {number}: {type(error).__name__}: {error}")
            slowest = max(slowest, time.perf_counter() - began)
            if (number - seed + 1) % (10 * _EVERY) == 0:
                print(
                    f"{number - seed + 1} read, {failures} failed, {refused} refused, slowest {slowest:.2f} s",
                    flush=True,
                )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{runs} read: {failures} failed, {refused} refused; slowest {slowest:.2f} s; at most {memory:.0f} MB")
    return failures == 0


def inspected(number: int, folder: Path) -> Inspection:
    """What one damaged thing comes to: mostly sheets in memory, now and then files and texts."""
    random = Random(number)
    if number % 10 == 0:
        path = folder / "list.xlsx"
        path.write_bytes(mutations.workbook_bytes(random))
    elif number % 10 < 4:
        path = folder / "list.csv"
        path.write_bytes(mutations.csv_bytes(random))
    else:
        return inspect_grids([mutations.grid(random)], random.choice(["", "2020年4月"]), ON)
    return inspect_file(path, ON)


def check(found: Inspection) -> None:
    """Nothing is lost: every row has its fate, every entry its cell."""
    for sheet in found.sheets:
        assert sheet.rows_in == sheet.imported + sheet.unchanged + sheet.skipped + sheet.wrong
    assert all(entry.cell for entry in found.entries)
