"""Reading 10,000 rows beside bare openpyxl and calamine: seconds, medians.

    python -m benchmarks.exchange [--rounds N] [--fuzz N [--seed S]]

`--fuzz` reads N damaged sheets, files and texts instead, and tells failures, the longest wait and the memory.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from benchmarks.exchange.fuzz import ON, fuzz
from roster_app.exchange.inspecting.inspection import inspect_file

ROWS = 10_000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--fuzz", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    if asked.fuzz:
        return 0 if fuzz(asked.fuzz, asked.seed) else 1
    with tempfile.TemporaryDirectory() as folder:
        for kind, rows in (("volunteers", volunteers()), ("duties", duties())):
            path = Path(folder) / f"{kind}.xlsx"
            write(path, rows)
            compare(kind, path, asked.rounds)
    return 0


def volunteers() -> list[list[object]]:
    """A list of volunteers of ten columns."""
    heads: list[object] = ["序号", "姓名", "性别", "单位", "片区", "班组", "职务", "手机", "政治面貌", "备注"]
    return [
        heads,
        *(
            [n, name(n), "男", f"单位{n % 40}", "横岗", n % 9, "队员", 13_000_000_000 + n, "群众", ""]
            for n in range(ROWS)
        ),
    ]


def duties() -> list[list[object]]:
    """A roster as a list of ten columns."""
    first = date(2020, 1, 1)
    heads: list[object] = ["日期", "星期", "班次", "开始", "结束", "卡口", "值班员", "手机", "负责人", "备注"]
    rows: list[list[object]] = []
    for n in range(ROWS):
        day = first + timedelta(days=n // 30)
        week = "一二三四五六日"[day.weekday()]
        rows.append(
            [day, week, "早班", "06:30", "11:30", f"{n % 30}号卡口", name(n), 13_000_000_000 + n, name(n + 7), ""]
        )
    return [heads, *rows]


def name(number: int) -> str:
    """An invented name of three characters."""
    signs = "文和清远宁齐安思博子扬若衿明平水"
    return "王李张刘陈杨黄赵吴周"[number % 10] + signs[number // 10 % 16] + signs[number // 160 % 16]


def write(path: Path, rows: list[list[object]]) -> None:
    """A workbook of one sheet."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("名单")
    for row in rows:
        sheet.append(row)
    book.save(path)


def compare(kind: str, path: Path, rounds: int) -> None:
    """Ours beside both bare readers."""
    from openpyxl import load_workbook
    from python_calamine import CalamineWorkbook

    bare = median(rounds, lambda: load_workbook(path, data_only=True))
    swift = median(rounds, lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
    ours = median(rounds, lambda: inspect_file(path, ON))
    print(
        f"{kind:12} openpyxl {bare:5.2f} s   calamine {swift:5.2f} s   inspected {ours:5.2f} s   = {ours / bare:4.2f} ×"
    )


def median(rounds: int, act: Callable[[], object]) -> float:
    """Seconds of one act."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


if __name__ == "__main__":
    sys.exit(main())
