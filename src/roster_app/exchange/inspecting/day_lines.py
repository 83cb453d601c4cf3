"""The days of one line of cells, resolved, with the questions they raise."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from roster_app.domain.inspected import EntryVerdict, QuestionKind
from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hints import Hints
from roster_app.exchange.days.resolving import Resolution, resolve
from roster_app.exchange.grids import Place
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.tally import Tally

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class MeantDay:
    """A day as meant, and what the doubts about it make of every entry on it."""

    day: date | None
    verdict: EntryVerdict = EntryVerdict.OK


@dataclass(frozen=True, slots=True)
class Reading:
    """What days are read with: the titles' hints, the day of reading, and whether that was given by the person."""

    hints: Hints
    on: date
    on_given: bool
    month_first: bool = False
    """Whether 3/8 is 8 March beyond doubt, as it is in Chinese."""
    first_day: date | None = None
    """The first day of the line, where the person told it."""

    def hints_for(self, said: Collection[DayText]) -> Hints:
        """Those of the titles, or what the person told."""
        if self.first_day is None:
            return self.hints
        weekdays = all(text.day is None for text in said)
        last = self.first_day + timedelta(days=6 if weekdays else 31)
        return Hints(self.first_day.year, self.first_day.month, self.first_day, last)


def meant_days(
    view: SheetView, tally: Tally, said: Mapping[K, DayText], places: Mapping[K, Place], reading: Reading
) -> dict[K, MeantDay]:
    """The days meant, by the keys of `said`, which stand in the order of the cells."""
    if not said:
        return {}
    resolution = resolve(list(said.values()), reading.hints_for(said.values()), reading.on)
    _count_proofs(view, resolution)
    _ask_about_line(view, tally, said, places, resolution, reading)
    meant: dict[K, MeantDay] = {}
    all_disagree = _all_disagree(resolution)
    for key, resolved in zip(said, resolution.days, strict=True):
        verdict = EntryVerdict.OK
        address, text = view.address(*places[key]), view.text(*places[key])
        if resolved.day is None:
            verdict = EntryVerdict.WRONG
            tally.ask(address, QuestionKind.NO_SUCH_DAY, text)
        elif all_disagree:
            verdict = EntryVerdict.ASK
        elif resolved.agrees is False:
            verdict = EntryVerdict.WRONG
            tally.ask(address, QuestionKind.WEEKDAY, text, resolved.day.isoformat())
        elif (resolution.order_supposed and not reading.month_first) or (
            (resolution.week_supposed or resolution.month_supposed) and not reading.on_given
        ):
            verdict = EntryVerdict.ASK
        meant[key] = MeantDay(resolved.day, verdict)
    return meant


def _ask_about_line(
    view: SheetView,
    tally: Tally,
    said: Mapping[K, DayText],
    places: Mapping[K, Place],
    resolution: Resolution,
    reading: Reading,
) -> None:
    first = next(iter(said))
    address, text = view.address(*places[first]), view.text(*places[first])
    day = next((resolved.day for resolved in resolution.days if resolved.day), None)
    hint = day.isoformat() if day else ""
    if resolution.week_supposed:
        tally.ask(address, QuestionKind.WEEK, text, hint)
    elif resolution.month_supposed:
        tally.ask(address, QuestionKind.MONTH, text, hint)
    elif resolution.year_supposed and not reading.on_given:
        tally.ask(address, QuestionKind.YEAR, text, str(day.year) if day else "")
    if _all_disagree(resolution):
        tally.ask(address, QuestionKind.WEEKDAY, text, hint)
    if resolution.order_supposed and not reading.month_first:
        tally.ask(address, QuestionKind.DAY_ORDER, text, hint)


def _count_proofs(view: SheetView, resolution: Resolution) -> None:
    view.days_found += len(resolution.days)
    view.proven += sum(day.agrees is True for day in resolution.days)
    view.contradicted += sum(day.agrees is False for day in resolution.days)


_FEW = 3


def _all_disagree(resolution: Resolution) -> bool:
    """Whether every weekday of a longer line is another, so that the line is in doubt and not one of its cells."""
    proved = [day.agrees for day in resolution.days if day.agrees is not None]
    return len(proved) > _FEW and not any(proved)
