"""Strategies for every value that is stored: each names all fields of its type, so a new field cannot be forgotten."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from roster_app.domain.acceptance import Acceptance
from roster_app.domain.book import Entry
from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.chains import ChainPaste
from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.fairness import BurdenKind, LedgerEntry
from roster_app.domain.hand_over import HandOver, OpenItem, SupplyCount, SupplyKind, SupplyList
from roster_app.domain.ids import new_id
from roster_app.domain.inspected import ColumnUse, LayoutKind
from roster_app.domain.people import (
    Availability,
    AvailabilityKind,
    Crew,
    Gender,
    Leave,
    LeaveKind,
    Qualification,
    Team,
    Volunteer,
)
from roster_app.domain.places import (
    Area,
    Checkpoint,
    CheckpointKind,
    DemandWindow,
    DutyTag,
    Hue,
    Post,
    ShiftPattern,
    ShiftType,
)
from roster_app.domain.posting_ledger import PostingEntry
from roster_app.domain.remembered_forms import RememberedForm
from roster_app.domain.roster import (
    Assignment,
    DatedSeat,
    Duty,
    DutyPlan,
    Edition,
    Origin,
    PeriodState,
    PostedDuty,
    RosterPeriod,
    SeatLevel,
    Shift,
)
from roster_app.domain.rules import Rule
from roster_app.domain.stationery import SHEET, Stationery
from roster_app.domain.team import TeamRules
from roster_app.domain.timespan import Span

T = TypeVar("T")

ids = st.builds(new_id)
"""Never the same twice, so that examples do not meet each other's rows."""

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
names = texts.filter(str.strip)
counts = st.integers(0, 2**31 - 1)
days = st.dates(date(1950, 1, 1), date(2200, 12, 31))
moments = st.datetimes(datetime(1950, 1, 1), datetime(2200, 12, 31))
minutes = moments.map(lambda moment: moment.replace(second=0, microsecond=0))
spans = st.builds(lambda start, length: Span(start, start + timedelta(minutes=length)), minutes, st.integers(1, 10**6))


def every_field(of: type[T], /, **strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Values of a type with every field drawn."""
    forgotten = {field.name for field in fields(of)} - strategies.keys()
    assert not forgotten, f"{of.__name__}: no strategy for {forgotten}"
    return st.builds(of, **strategies)


def some_of(values: list[T]) -> st.SearchStrategy[T | None]:
    """One of the values, or nothing."""
    return st.sampled_from([None, *values])


def teams() -> st.SearchStrategy[Team]:
    return every_field(Team, id=ids, name=texts, office=texts, duty_phone=texts, version=st.integers(1, 9))


def stationeries() -> st.SearchStrategy[Stationery]:
    word, rule = st.none() | texts, names.filter(lambda text: "\n" not in text).map(lambda text: text[:20])
    return every_field(
        Stationery,
        title=st.none() | texts.map(lambda text: text + SHEET),
        made_label=word,
        reviewed_label=word,
        date_label=word,
        rules=st.none() | st.lists(rule.filter(str.strip), max_size=8).map(tuple),
        logo=st.none() | st.binary(max_size=200),
    )


def special_days() -> st.SearchStrategy[dict[date, SpecialDay]]:
    special = every_field(SpecialDay, type=st.sampled_from(DayType), occasion=texts)
    return st.dictionaries(days, special, max_size=5)


def day_tables() -> st.SearchStrategy[DayTable]:
    years = st.frozensets(st.integers(1950, 2200), max_size=4)
    return every_field(DayTable, announced_years=years, special=special_days(), overrides=special_days())


def team_rules(checkpoints: list[int], entries: st.SearchStrategy[Entry]) -> st.SearchStrategy[TeamRules]:
    limit = st.none() | counts
    pairs = [frozenset({one, other}) for one in checkpoints for other in checkpoints if one < other]
    return every_field(
        TeamRules,
        min_rest_minutes=counts,
        max_consecutive_days=limit,
        max_week_minutes=limit,
        max_consecutive_nights=limit,
        max_nights=limit,
        night_start=counts,
        night_end=counts,
        night_counts_from=counts,
        leader_each_shift=st.booleans(),
        travel_within_area=counts,
        travel_between_areas=counts,
        travel=st.dictionaries(st.sampled_from(pairs), counts),
        entries=st.lists(entries, max_size=4).map(tuple),
    )


def qualifications(team: int, known: list[int]) -> st.SearchStrategy[Qualification]:
    return every_field(
        Qualification,
        id=ids,
        team_id=st.just(team),
        name=texts,
        leads=st.booleans(),
        includes=st.frozensets(st.sampled_from(known)),
    )


def crews(team: int, leaders: list[int]) -> st.SearchStrategy[Crew]:
    return every_field(Crew, id=ids, team_id=st.just(team), name=texts, leader_id=some_of(leaders))


def volunteers(
    team: int, areas: list[int], crews: list[int], qualifications: list[int]
) -> st.SearchStrategy[Volunteer]:
    return every_field(
        Volunteer,
        id=ids,
        team_id=st.just(team),
        name=names,
        affiliation=texts,
        area_id=some_of(areas),
        crew_id=some_of(crews),
        qualifications=st.frozensets(st.sampled_from(qualifications)),
        phone=texts,
        title=texts,
        nights_allowed=st.booleans(),
        joined=st.none() | days,
        left=st.none() | days,
        note=texts,
        pinyin=texts,
        gender=st.sampled_from(Gender),
        new=st.booleans(),
        name_consent=st.booleans(),
        phone_consent=st.booleans(),
        aliases=st.lists(texts, max_size=3).map(tuple),
        version=st.integers(1, 9),
    )


def availabilities(volunteer: int, shift_types: list[int]) -> st.SearchStrategy[Availability]:
    return every_field(
        Availability,
        id=ids,
        volunteer_id=st.just(volunteer),
        kind=st.sampled_from(AvailabilityKind),
        first=spans,
        rule=texts,
        except_on=st.lists(days, max_size=3).map(tuple),
        note=texts,
        points=st.none() | counts,
        shift_type_id=some_of(shift_types),
        also_on=st.lists(days, max_size=3).map(tuple),
    )


def leaves(volunteer: int) -> st.SearchStrategy[Leave]:
    return every_field(
        Leave, id=ids, volunteer_id=st.just(volunteer), span=spans, kind=st.sampled_from(LeaveKind), reason=texts
    )


def areas(team: int) -> st.SearchStrategy[Area]:
    return every_field(Area, id=ids, team_id=st.just(team), name=texts, order=counts)


def checkpoints(team: int, areas: list[int], patterns: list[int]) -> st.SearchStrategy[Checkpoint]:
    return every_field(
        Checkpoint,
        id=ids,
        team_id=st.just(team),
        name=names,
        kind=st.sampled_from(CheckpointKind),
        area_id=some_of(areas),
        pattern_id=some_of(patterns),
        phone=texts,
        address=texts,
        order=counts,
        version=st.integers(1, 9),
    )


def seat_counts() -> st.SearchStrategy[dict[str, int | None]]:
    """Minimum, headcount and maximum as they may stand together."""
    return st.tuples(st.none() | st.integers(0, 20), st.integers(0, 20), st.none() | st.integers(0, 20)).map(
        lambda drawn: {
            "minimum": None if drawn[0] is None else min(drawn[0], drawn[1]),
            "headcount": drawn[1],
            "maximum": None if drawn[2] is None else drawn[1] + drawn[2],
        }
    )


def demand_windows() -> st.SearchStrategy[DemandWindow]:
    return st.tuples(st.integers(0, 1439), seat_counts()).flatmap(
        lambda drawn: every_field(
            DemandWindow,
            start=st.just(drawn[0]),
            end=st.integers(drawn[0] + 1, drawn[0] + 1440),
            day_types=st.frozensets(st.sampled_from(DayType)),
            **{name: st.just(count) for name, count in drawn[1].items()},
        )
    )


def posts(checkpoint: int, qualifications: list[int]) -> st.SearchStrategy[Post]:
    return seat_counts().flatmap(
        lambda drawn: every_field(
            Post,
            id=ids,
            checkpoint_id=st.just(checkpoint),
            name=texts,
            requires=st.frozensets(st.sampled_from(qualifications)),
            windows=st.lists(demand_windows(), max_size=3).map(tuple),
            tags=st.frozensets(st.sampled_from(DutyTag)),
            leads=st.booleans(),
            office_duty=st.booleans(),
            order=counts,
            reserve=st.booleans(),
            **{name: st.just(count) for name, count in drawn.items()},
        )
    )


def shift_types(team: int) -> st.SearchStrategy[ShiftType]:
    return st.integers(0, 1439).flatmap(
        lambda start: every_field(
            ShiftType,
            id=ids,
            team_id=st.just(team),
            name=texts,
            code=texts,
            start=st.just(start),
            end=st.integers(start + 1, start + 2880),
            hue=st.sampled_from(Hue),
        )
    )


def patterns(team: int, shift_types: list[int]) -> st.SearchStrategy[ShiftPattern]:
    return every_field(
        ShiftPattern,
        id=ids,
        team_id=st.just(team),
        name=texts,
        shift_type_ids=st.lists(st.sampled_from(shift_types), min_size=1, unique=True).map(tuple),
    )


def periods(team: int) -> st.SearchStrategy[RosterPeriod]:
    return st.tuples(days, st.integers(0, 40)).flatmap(
        lambda drawn: every_field(
            RosterPeriod,
            id=ids,
            team_id=st.just(team),
            first=st.just(drawn[0]),
            last=st.just(drawn[0] + timedelta(days=drawn[1])),
            state=st.sampled_from(PeriodState),
        )
    )


def plans(team: int, checkpoints: list[int], shift_types: list[int], posts: list[int]) -> st.SearchStrategy[DutyPlan]:
    """Any shifts of a few days with any duties, not only those a team would want."""

    def shifts(period: RosterPeriod) -> st.SearchStrategy[list[Shift]]:
        shift = every_field(
            Shift,
            id=ids,
            period_id=st.just(period.id),
            checkpoint_id=st.sampled_from(checkpoints),
            shift_type_id=st.sampled_from(shift_types),
            day=st.dates(period.first, period.last),
            span=spans,
        )
        return st.lists(shift, max_size=4, unique_by=lambda s: (s.checkpoint_id, s.shift_type_id, s.day))

    def duties(made: list[Shift]) -> st.SearchStrategy[list[Duty]]:
        if not made:
            return st.just([])
        duty = every_field(
            Duty,
            id=ids,
            shift_id=st.sampled_from([shift.id for shift in made]),
            post_id=st.sampled_from(posts),
            seat=st.integers(1, 9),
            span=spans,
            level=st.sampled_from(SeatLevel),
        )
        return st.lists(duty, max_size=5, unique_by=lambda d: (d.shift_id, d.post_id, d.seat, d.span.start))

    return st.composite(
        lambda draw: DutyPlan(
            period := draw(periods(team)),
            made := tuple(draw(shifts(period))),
            tuple(draw(duties(list(made)))),
        )
    )()


def assignments(volunteers: list[int]) -> st.SearchStrategy[Assignment]:
    return every_field(
        Assignment,
        volunteer_id=st.sampled_from(volunteers),
        origin=st.sampled_from(Origin),
        locked=st.booleans(),
    )


def first_edits(duties: list[int], volunteers: list[int]) -> st.SearchStrategy[RosterEdit]:
    """Edits of a roster in which everything is vacant."""

    def changes(held: dict[int, Assignment]) -> st.SearchStrategy[RosterEdit]:
        made = tuple(AssignmentChange(duty, None, after) for duty, after in held.items())
        return every_field(
            RosterEdit,
            kind=st.sampled_from(EditKind),
            changes=st.just(made),
            seats=st.just(()),
            statements=st.just(()),
            counts=st.just(()),
        )

    return st.dictionaries(st.sampled_from(duties), assignments(volunteers), min_size=1).flatmap(changes)


posted_duties = st.builds(
    PostedDuty,
    st.builds(DatedSeat, ids, ids, days, ids, st.integers(1, 9)),
    spans,
)


def editions(period: int, volunteers: list[int], checkpoints: list[int]) -> st.SearchStrategy[Edition]:
    return every_field(
        Edition,
        id=ids,
        period_id=st.just(period),
        number=st.integers(1, 99),
        published_at=moments,
        published_by=texts,
        holders=st.dictionaries(ids, st.sampled_from(volunteers), max_size=5),
        check_codes=st.dictionaries(st.sampled_from(checkpoints), texts),
        duties=st.dictionaries(ids, posted_duties, max_size=5),
    ).flatmap(
        lambda edition: st.fixed_dictionaries({}, optional=dict.fromkeys(edition.holders, posted_duties)).map(
            lambda known: replace(edition, duties={**edition.duties, **known})
        )
    )


def ledger_entries(volunteers: list[int], period: int) -> st.SearchStrategy[LedgerEntry]:
    return every_field(
        LedgerEntry,
        id=ids,
        volunteer_id=st.sampled_from(volunteers),
        period_id=st.just(period),
        kind=st.sampled_from(BurdenKind),
        amount=st.integers(-(2**31), 2**31 - 1),
        at=moments,
        note=texts,
        corrects=st.none(),
    )


def posting_entries(team: int, period: int) -> st.SearchStrategy[PostingEntry]:
    return every_field(
        PostingEntry,
        id=ids,
        team_id=st.just(team),
        period_id=st.just(period),
        checkpoint_id=ids,
        kind=texts,
        edition=counts,
        code=texts,
        posted_at=moments,
        author=texts,
        taken_down_at=st.none(),
        ends=st.none(),
        note=texts,
    )


def chain_pastes(team: int, period: int) -> st.SearchStrategy[ChainPaste]:
    return every_field(
        ChainPaste,
        id=ids,
        team_id=st.just(team),
        period_id=st.sampled_from([period, None]),
        title=texts,
        text=texts,
        digest=texts,
        read_as=texts,
        day=days,
        pasted_at=moments,
        author=texts,
    )


def remembered_forms(team: int) -> st.SearchStrategy[RememberedForm]:
    return every_field(
        RememberedForm,
        team_id=st.just(team),
        fingerprint=texts,
        noted_at=moments,
        layout=st.sampled_from([None, *LayoutKind]),
        header_row=st.one_of(st.none(), st.integers(1, 400)),
        columns=st.dictionaries(st.integers(0, 511), st.sampled_from(list(ColumnUse)), max_size=4),
        skipped=st.booleans(),
        shifts=st.dictionaries(texts, ids, max_size=3),
        places=st.dictionaries(texts, ids, max_size=3),
        post_id=st.one_of(st.none(), ids),
        as_wishes=st.booleans(),
    )


def acceptances(period: int, volunteers: list[int]) -> st.SearchStrategy[Acceptance]:
    return every_field(
        Acceptance,
        id=ids,
        period_id=st.just(period),
        rule=st.sampled_from(Rule),
        duty_ids=st.frozensets(st.integers(1, 2**63 - 1), max_size=4),
        volunteer_id=some_of(volunteers),
        deviation=counts,
        reason=texts,
        author=texts,
        at=moments,
    )


def open_items(checkpoint: int) -> st.SearchStrategy[OpenItem]:
    return every_field(
        OpenItem,
        id=ids,
        checkpoint_id=st.just(checkpoint),
        text=texts,
        owner=texts,
        raised_at=minutes,
        raised_in=texts,
        done_at=st.none() | minutes,
        done_by=texts,
    )


def hand_overs(checkpoint: int) -> st.SearchStrategy[HandOver]:
    return every_field(
        HandOver,
        checkpoint_id=st.just(checkpoint),
        moment=minutes,
        anomalies=texts,
        outgoing=texts,
        incoming=texts,
        signed_at=st.none() | minutes,
        acknowledged_at=st.none() | minutes,
    )


def supply_counts(checkpoint: int) -> st.SearchStrategy[SupplyCount]:
    return every_field(
        SupplyCount,
        checkpoint_id=st.just(checkpoint),
        item=texts,
        at=minutes,
        count=counts,
        unit=texts,
    )


def supply_lists(team: int) -> st.SearchStrategy[SupplyList]:
    word = texts.map(lambda text: " ".join(text.split()))
    kind = every_field(SupplyKind, name=word.filter(bool), unit=word)
    return every_field(SupplyList, team_id=st.just(team), kinds=st.lists(kind, max_size=4).map(tuple))
