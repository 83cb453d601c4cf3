"""What a roster's workbook is made from, and what its sheets share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from roster_app.domain.duty_codes import DutyCodes, duty_codes
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Duty, Roster, Shift
from roster_app.domain.team import Directory

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

GREY, HEAD, GREY_HEAD = "#E6E6E6", "#DDE6F0", "#C9CED4"
"""Of cells of days on which offices rest, of headings, of headings of such days."""


@dataclass(frozen=True)
class BookOrder:
    """What is written: a roster with the words of its head; `weekday` names a day of the week in a sign or two."""

    roster: Roster
    directory: Directory
    title: str
    subtitle: str
    at: datetime
    weekday: Callable[[date], str]

    @cached_property
    def codes(self) -> DutyCodes:
        """Codes of all duties, and what they mean."""
        return duty_codes(self.roster.plan, self.directory)

    @cached_property
    def people(self) -> tuple[VolunteerId, ...]:
        """Who was a member on any of the days, or holds a duty, in order of pinyin."""
        held = {a.volunteer_id for a in self.roster.assignments.values()}
        days = self.roster.period.days
        ours = [v for v in self.directory.volunteers if v.id in held or any(map(v.member_on, days))]
        return tuple(v.id for v in sorted(ours, key=lambda v: (v.pinyin, v.name, v.id)))

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """All duties by day, place, time and post."""
        rank = {code: number for number, code in enumerate(self.codes.meanings)}
        return tuple(
            sorted(
                self.roster.plan.duties,
                key=lambda d: (self.shift(d).day, rank[self.codes.of_duty[d.id]], d.seat, d.span.start, d.id),
            )
        )

    def shift(self, duty: Duty) -> Shift:
        """The shift a duty belongs to."""
        return self.roster.plan.shift[duty.shift_id]

    def rests(self, day: date) -> bool:
        """Whether offices rest that day, so that it is grey."""
        return not self.directory.days.day(day).type.is_work

    def label(self, duty: Duty) -> tuple[str, ...]:
        """The words by which a row of the list is known: those of `roster_marks.LABEL`."""
        shift = self.shift(duty)
        post = self.directory.post[duty.post_id].name
        seats = [d for d in self.roster.plan.duties_of[shift.id] if d.post_id == duty.post_id]
        return (
            shift.day.isoformat(),
            self.directory.checkpoint[shift.checkpoint_id].name,
            self.directory.shift_type[shift.shift_type_id].name,
            f"{duty.span.start:%H:%M}–{duty.span.end:%H:%M}",
            f"{post} {duty.seat}" if len({d.seat for d in seats}) > 1 else post,
        )


def set_page(sheet: "Worksheet", order: BookOrder, first_row: int, last_row: int, last_column: int) -> None:
    """A4 upright, or A3 across for many columns; fitted in width, the head on every page, nothing hidden printed."""
    many = last_column > 12
    if many:
        sheet.set_landscape()
    sheet.set_paper(8 if many else 9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.center_horizontally()
    sheet.repeat_rows(0, first_row - 1)
    sheet.print_area(0, 1, last_row, last_column)
    sheet.set_footer(f"&L{order.subtitle}&R&P / &N")


PROTECTION = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True, "format_cells": True}
"""What may be done beside editing the open cells; there is no password, so whoever means to can take it off."""
