"""Fair shares: in proportion to availability, the ledger taken off, nothing lost on the way."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from rosters import HOLIDAY_ON_THURSDAY, rosters
from small_teams import EASY, MONDAY, duty_at, held, people, plan, post, town

from roster_app.domain.fairness import (
    Burden,
    BurdenKind,
    Ledger,
    LedgerEntry,
    burdens,
)
from roster_app.domain.ids import LeaveId, LedgerEntryId, PeriodId, VolunteerId
from roster_app.domain.people import Leave
from roster_app.domain.places import WHOLE_DAY
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge, Rule
from roster_app.domain.sharing import close_ledger, fair_shares
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days

NOW = datetime(2020, 5, 1)
ANN, BOB = VolunteerId(1), VolunteerId(2)


def share(directory: Directory, who: VolunteerId, kind: BurdenKind, ledger: Ledger | None = None) -> float:
    return fair_shares(plan(directory), directory, ledger or Ledger())[who].band(kind).share


def test_equals_share_equally() -> None:
    team = town(people(3), [post()])
    assert share(team, ANN, BurdenKind.MINUTES) == pytest.approx(7 * 1440 / 3)
    assert share(team, ANN, BurdenKind.NIGHTS) == pytest.approx(7 / 3)
    assert share(team, ANN, BurdenKind.WEEKENDS) == pytest.approx(2)


def test_leave_lowers_the_share_in_proportion() -> None:
    team = town(people(2), [post()])
    away = replace(team, leaves=(Leave(LeaveId(1), ANN, whole_days(MONDAY, date(2020, 4, 8))),))
    assert share(away, ANN, BurdenKind.MINUTES) == pytest.approx(7 * 1440 * 4 / 11)


def test_nights_are_shared_by_those_who_may_do_them() -> None:
    ann, bob = people(2)
    team = town([replace(ann, nights_allowed=False), bob], [post()])
    assert share(team, ANN, BurdenKind.NIGHTS) == 0
    assert share(team, BOB, BurdenKind.NIGHTS) == pytest.approx(7)


def test_what_was_carried_before_is_taken_off() -> None:
    team = town(people(2), [post()])
    before = Ledger((LedgerEntry(LedgerEntryId(1), ANN, PeriodId(9), BurdenKind.NIGHTS, 200, NOW),))
    assert share(team, ANN, BurdenKind.NIGHTS, before) == pytest.approx(2.5)
    assert share(team, BOB, BurdenKind.NIGHTS, before) == pytest.approx(4.5)


def test_a_correction_is_an_entry_of_its_own() -> None:
    first = LedgerEntry(LedgerEntryId(1), ANN, PeriodId(9), BurdenKind.NIGHTS, 200, NOW)
    corrected = Ledger((first, replace(first, id=LedgerEntryId(2), amount=-200, corrects=first.id)))
    assert corrected.carried(ANN, BurdenKind.NIGHTS) == 0


def test_a_holiday_is_not_also_a_weekend_and_a_whole_day_weighs_its_night_minutes() -> None:
    team = town(people(1), [post()], times=WHOLE_DAY, days=HOLIDAY_ON_THURSDAY)
    made = plan(team)
    thursday = next(d.id for d in made.duties if made.shift_of(d.id).day == date(2020, 4, 9))
    carried = burdens(held(made, {thursday: 1}).stints, team)
    assert carried == {ANN: Burden(1440, nights=1, weekends=0, holidays=1, night_minutes=480, duties=1)}


@given(rosters())
def test_the_shares_of_everybody_add_up_to_the_whole(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    shares = fair_shares(roster.plan, directory, Ledger())
    full = sum((b for b in burdens(_everything(roster), directory).values()), Burden())
    for kind in BurdenKind:
        assert sum(s.band(kind).share for s in shares.values()) == pytest.approx(full.amount(kind))
        for one in shares.values():
            band = one.band(kind)
            assert band.low <= band.share + 1e-6
            assert band.share <= band.high + 1e-6


def _everything(roster: Roster) -> list:  # type: ignore[type-arg]
    return [roster.plan.stint(d.id, ANN) for d in roster.plan.duties]


@given(rosters())
def test_closing_a_full_roster_leaves_a_ledger_that_sums_to_nothing(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    full = held(roster.plan, {d.id: directory.volunteers[n % 2].id for n, d in enumerate(roster.plan.duties)})
    entries = close_ledger(full, directory, Ledger(), NOW)
    for kind in BurdenKind:
        total = sum(e.amount for e in entries if e.kind is kind)
        assert abs(total) <= len(directory.volunteers)


def test_a_burden_outside_the_band_is_a_wish_missed_with_the_edge_it_passed() -> None:
    team = town(people(2), [post()], rules=EASY)
    made = plan(team)
    nights = {duty_at(made, d, 0): 1 for d in made.period.days}
    found = {v.rule: v for v in Judge(made, team).judge(held(made, nights)) if v.volunteer_id == ANN}
    assert (found[Rule.SHARE_OF_NIGHTS].actual, found[Rule.SHARE_OF_NIGHTS].limit) == (7, 4)
    assert not found[Rule.SHARE_OF_NIGHTS].is_hard
