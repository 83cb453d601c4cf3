"""Reading with calamine, in a process of its own: some damaged files make it end its process; ours must go on."""

import multiprocessing
import os
import sys
from collections.abc import Iterator
from io import BytesIO
from multiprocessing.connection import Connection

from roster_app.exchange.grids import MAX_COLUMNS, CellValue, Grid, Merge, text_of, trimmed

_PATIENCE = 60.0
_MEMORY = 4 << 30


def grids_by_calamine(content: bytes, hidden: bool = False) -> list[Grid] | None:
    """The visible sheets of a workbook old or new, or all; nothing where calamine refuses, dies or takes too long."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    reader = context.Process(target=_send_grids, args=(there, content, hidden), daemon=True)
    reader.start()
    there.close()
    try:
        return here.recv() if here.poll(_PATIENCE) else None
    except EOFError:
        return None
    finally:
        reader.kill()
        reader.join()
        here.close()


def _send_grids(answers: Connection, content: bytes, hidden: bool) -> None:
    from python_calamine import CalamineError

    _fall_silently()
    try:
        answers.send(list(_grids(content, hidden)))
    except CalamineError:
        answers.send(None)


def _fall_silently() -> None:
    """No word of a crash on the user's terminal, and an end before the machine runs out of memory."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _grids(content: bytes, hidden: bool) -> Iterator[Grid]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
        for about in workbook.sheets_metadata:
            if about.typ is SheetTypeEnum.WorkSheet and (hidden or about.visible is SheetVisibleEnum.Visible):
                sheet = workbook.get_sheet_by_name(about.name)
                cells = sheet.to_python(skip_empty_area=False)
                rows = trimmed(map(text_of, row[:MAX_COLUMNS]) for row in cells)
                values = {
                    (at, column): CellValue(value)
                    for at, row in enumerate(cells[: len(rows)])
                    for column, value in enumerate(row[:MAX_COLUMNS])
                    if not isinstance(value, str)
                }
                merges = tuple(Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ())
                yield Grid(about.name, rows, merges, values=values)
