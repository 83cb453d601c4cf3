"""Workbooks as chance makes them: tables of every family, cells exchanged, cut, doubled and filled with odd things."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from openpyxl import Workbook

from roster_app.exchange.grids import CellValue, Grid, Merge, text_of, trimmed

NAMES = [
    "张伟",
    "王芳",
    "李秀英",
    "欧阳建国",
    "严 山",
    "阿卜杜热合曼·买买提",
    "刘洋",
    "John Smith",
    "张伟李娜",
    "王芳（代）",
]
CODES = [
    "早",
    "中",
    "晚",
    "休",
    "A1",
    "N",
    "√",
    "×",
    "△",
    "全天",
    "8-12",
    "08：00—12：00",
    "22:00-次日6:00",
    "14点后",
    "OFF",
]
ODD = [
    *[
        "",
        "0",
        "-1",
        "1e308",
        "=B2",
        "=A1+1",
        "#REF!",
        "2020-02-30",
        "13/13",
        "99月99日",
        "6.2",
        "3月5日(周四)",
        "一",
        "周一至周五",
        "1日17日",
        "43895",
    ],
    *[
        "10000-01-01",
        "合计",
        "备注：A=1:00-99:00",
        "3月1日至3月31日",
        "2020年1月1日至9999年12月31日",
        "１２：００－１３：００",
    ],
    *[
        "1-1-1-1-1",
        "+1 +1",
        "0000年0月0日",
        "24:60-25:61",
        "二〇二〇年十三月",
        "A:B:C:D",
        "，，，",
        "12:00-12:00",
        "姓名",
        "日期",
        "星期",
        "🙂",
    ],
    *(" ", "\n", "\u202e王芳", "\ufeff", "（" * 50, "王" * 300, "1" * 400),
]
VALUES: list[object] = [
    *(None, True, 1, 31, 0, -5, 43895, 10**12, 6.2, 6.01, 12.31, float("inf"), 1e308, 13800000001.0),
    *(datetime(2020, 4, 6, 8), date(9999, 12, 31), date(1, 1, 1), time(8, 30), timedelta(hours=30)),
]

Row = list[object]


def table(random: Random) -> list[Row]:
    """A table of one of the families, before anything happened to it."""
    first = date(2020, 1, 1) + timedelta(days=random.randrange(1500))
    days = [first + timedelta(days=step) for step in range(random.randrange(2, 34))]
    families: list[Callable[[], list[Any]]] = [
        lambda: [["姓名", *map(_head(random), days)], *([name, *random.choices(CODES, k=len(days))] for name in NAMES)],
        lambda: [
            ["日期", "班次", "人员"],
            *([_head(random)(d), random.choice(CODES), random.choice(NAMES)] for d in days),
        ],
        lambda: [["班次", *map(_head(random), days[:7])], *([c, *random.choices(NAMES, k=7)] for c in CODES[:4])],
        lambda: [["姓名", "电话", "可值班时间"], *([n, "13800000001", "3月5日上午┋3月6日"] for n in NAMES)],
        lambda: [["", *"一二三四五六日"], *([*random.choices([*NAMES, *range(1, 32)], k=8)] for _ in range(6))],
    ]
    return random.choice(families)()


def _head(random: Random) -> Callable[[date], object]:
    ways: list[Callable[[date], object]] = [
        lambda d: d,
        lambda d: d.day,
        lambda d: f"{d.month}/{d.day}",
        lambda d: f"{d.month}月{d.day}日",
        lambda d: d.toordinal() - 693594,
        lambda d: round(d.month + d.day / 100, 2),
        lambda d: f"{d.month}.{d.day} 周{'一二三四五六日'[d.weekday()]}",
        lambda d: "周一",
    ]
    return random.choice(ways)


def mutated(random: Random, rows: list[Row]) -> list[Row]:
    """The table after a number of mishaps."""
    rows = [list(row) for row in rows]
    for _ in range(random.randrange(12)):
        row = rows[random.randrange(len(rows))] if rows else []
        kind = random.randrange(7)
        if kind == 0 and row:
            row[random.randrange(len(row))] = random.choice(ODD)
        elif kind == 1 and row:
            row[random.randrange(len(row))] = random.choice(VALUES)
        elif kind == 2:
            rows.insert(random.randrange(len(rows) + 1), [random.choice(ODD)] * random.randrange(5))
        elif kind == 3 and len(rows) > 1:
            del rows[random.randrange(len(rows))]
        elif kind == 4 and rows:
            rows.append(list(random.choice(rows)))
        elif kind == 5 and row:
            row.insert(random.randrange(len(row) + 1), random.choice([*ODD, *VALUES]))
        elif kind == 6:
            random.shuffle(row)
    return rows


def grid(random: Random) -> Grid:
    """A sheet in memory, with merges and unfinished formulas."""
    rows = mutated(random, table(random))
    texts = trimmed([text_of(value) for value in row] for row in rows)
    values = {
        (r, c): CellValue(value, random.choice(["", "0.00", "aaa", "d", "[$-804]aaa;@"]))
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
        if value is not None and not isinstance(value, str)
    }
    boxes = [[random.randrange(12) for _ in range(4)] for _ in range(random.randrange(4))]
    merges = tuple(Merge(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in boxes)
    formulas = ["=B2", "=A1", "=B1+1", '=TEXT(B2,"aaa")', "=DATE(2020,13,1)", "=SUM(A1:A9)", "=C3-99999"]
    unfinished = {
        (random.randrange(9), random.randrange(9)): random.choice(formulas) for _ in range(random.randrange(3))
    }
    return Grid(random.choice(["Sheet1", "2020年4月", "6月", ""]), texts, merges, unfinished, values)


def workbook_bytes(random: Random) -> bytes:
    """A package, some of its bytes or of its parts damaged."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in mutated(random, table(random)):
        sheet.append([value if _may_be_stored(value) else None for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return _damaged(random, stream.getvalue())


def _may_be_stored(value: object) -> bool:
    if isinstance(value, date):
        return value.year >= 1900
    return not isinstance(value, str) or value.isprintable()


def _damaged(random: Random, content: bytes) -> bytes:
    kind = random.randrange(4)
    if kind == 0:
        return content
    if kind == 1:
        return _sprinkled(random, content)
    if kind == 2:
        return content[: random.randrange(len(content))]
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            if random.randrange(3) == 0:
                text = _sprinkled(random, text)
            if random.randrange(20):
                new.writestr(part, text)
    return stream.getvalue()


def _sprinkled(random: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.randrange(1, 12)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def csv_bytes(random: Random) -> bytes:
    """A delimited text in some encoding, some of its bytes changed."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=random.choice(",\t;|")).writerows(mutated(random, table(random)))
    encoding = random.choice(["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    content = stream.getvalue().encode(encoding, errors="replace")
    return _sprinkled(random, content) if random.randrange(2) else content
