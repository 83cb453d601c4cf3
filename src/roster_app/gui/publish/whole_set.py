"""Every sheet that is wanted of some days at once: what lies in the folder afterwards, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from roster_app.domain.errors import DomainError
from roster_app.domain.ids import PeriodId
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_choices import SheetChoice, choices_of
from roster_app.services import OpenRoster
from roster_app.services.sheets import (
    MONTHLY,
    PaperSize,
    PrintedSheet,
    Profile,
    SheetKind,
    SheetOrder,
    Sheets,
    Turned,
    file_name,
)

_BESIDES = MONTHLY | {SheetKind.SLIPS, SheetKind.HANDOVER, SheetKind.STATISTICS}
"""Kinds of which only the sheet in sight is saved with the others."""


@dataclass(frozen=True, slots=True)
class FileOrder:
    """One file of the set."""

    name: str
    choice: SheetChoice
    order: SheetOrder


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file (by its place in the set): the sheet, or why there is none."""

    place: int
    sheet: PrintedSheet | None
    error: DomainError | None = None


def whole_set(publication: Publication, like: SheetOrder) -> tuple[FileOrder, ...]:
    """The wall roster of all checkpoints in A3, the change sheets of those that have really changed, then each
    checkpoint's sign-in sheets; days and names as in `like`, change sheets of the whole period. The sheet `like` orders
    is among them where it is of another kind, as a monthly roster.

    All of them are to be posted, or public notices where `like` is one; none is an internal copy.
    """
    opened = publication.opened
    files: list[FileOrder] = []
    changes = (c for c in choices_of(SheetKind.CHANGE, opened) if c.checkpoint_id in publication.told)
    sign_in = (c for c in choices_of(SheetKind.DUTY, opened) if c.checkpoint_id is not None)
    for choice in (choices_of(SheetKind.WALL, opened)[0], *changes, *sign_in, *_further(opened, like)):
        order = replace(
            like,
            kind=choice.kind,
            checkpoint_ids=choice.checkpoint_ids,
            paper=like.paper if choice.kind in MONTHLY else PaperSize.A3,
            profile=Profile.PUBLIC if like.shown_as is Profile.PUBLIC else Profile.POSTED,
            since=None,
            turned=like.turned if choice.kind in MONTHLY or choice.kind is like.kind else Turned.AUTO,
        )
        if choice.kind is SheetKind.CHANGE:
            since, period = publication.compared_with(choice), opened.period
            order = replace(order, first=period.first, last=period.last, since=since.number if since else None)
        taken = {file.name for file in files}
        files.append(FileOrder(_free_name(file_name(order, opened.directory), taken), choice, order))
    return tuple(files)


def _further(opened: OpenRoster, like: SheetOrder) -> Iterator[SheetChoice]:
    """The sheet that is ordered, where the set does not hold its kind anyway."""
    if like.kind in _BESIDES:
        yield from (c for c in choices_of(like.kind, opened) if c.checkpoint_ids == like.checkpoint_ids)


def save_set(
    sheets: Sheets,
    period_id: PeriodId,
    files: tuple[FileOrder, ...],
    folder: Path,
    stopped: Event,
    report: Callable[[FileResult], object],
) -> None:
    """Write one file after the other until `stopped`; a file that cannot be written does not keep back the others."""
    for place, file in enumerate(files):
        if stopped.is_set():
            return
        try:
            report(FileResult(place, sheets.print(period_id, file.order, folder / file.name)))
        except DomainError as error:
            report(FileResult(place, None, error))


def _free_name(name: str, taken: set[str]) -> str:
    """Two checkpoints of one name do not write over each other."""
    stem, number = name.removesuffix(".pdf"), 2
    while name in taken:
        name = f"{stem} ({number}).pdf"
        number += 1
    return name
