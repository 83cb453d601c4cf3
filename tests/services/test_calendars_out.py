"""Calendar files: stable identities, numbers that rise, cancellations; read back by a second library."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import vobject
from desk_cases import Clock, Office

from roster_app.domain.edits import assign, clear
from roster_app.domain.roster import RosterPeriod

MONDAY = date(2020, 4, 6)
CHINA = timedelta(hours=8)


class Desk:
    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.folder = office, folder
        self.period: RosterPeriod = office.period()

    def hold(self, day: date, hour: int, person: int) -> None:
        opened = self.office.open(self.period)
        duty = self.office.duty(opened, day, hour)
        self._apply(assign(opened.roster, duty, self.office.people[person].id))

    def clear(self, day: date, hour: int) -> None:
        opened = self.office.open(self.period)
        self._apply(clear(opened.roster, [self.office.duty(opened, day, hour)]))

    def _apply(self, edit: object) -> None:
        self.office.services.rostering.apply_edit(self.period.id, edit)  # type: ignore[arg-type]

    def export(self, folder: str = "calendars") -> dict[str, bytes]:
        written = self.office.services.exports.calendars(self.period.id, self.folder / folder)
        return {path.stem.removesuffix(" duties"): path.read_bytes() for path in written.paths}

    def name(self, person: int) -> str:
        return self.office.people[person].name


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    made = Desk(office, tmp_path)
    made.hold(MONDAY, 8, 0)
    made.hold(MONDAY, 16, 1)
    return made


def events(content: bytes) -> dict[str, object]:
    """By UID, as vobject understands them."""
    calendar = vobject.readOne(content.decode())
    return {event.uid.value: event for event in calendar.contents.get("vevent", [])}


def only(content: bytes) -> object:
    (event,) = events(content).values()
    return event


def test_a_volunteers_duty_is_read_by_another_library(desk: Desk) -> None:
    event = only(desk.export()[desk.name(0)])
    assert event.dtstart.value.replace(tzinfo=None) == datetime(2020, 4, 6, 8)
    assert event.dtend.value.replace(tzinfo=None) == datetime(2020, 4, 6, 16)
    assert event.dtstart.value.utcoffset() == event.dtend.value.utcoffset() == CHINA
    assert (event.location.value, event.status.value) == ("north gate", "CONFIRMED")
    assert "lead" in event.summary.value


def test_a_checkpoints_watch_names_everybody(desk: Desk) -> None:
    desk.office.services.rostering.apply_edit(
        desk.period.id,
        assign(
            desk.office.open(desk.period).roster,
            desk.office.duty(desk.office.open(desk.period), MONDAY, 8, 1),
            desk.office.people[5].id,
        ),
    )
    watches = sorted(events(desk.export()["north gate"]).values(), key=lambda e: e.dtstart.value)
    assert len(watches) == 2
    assert watches[0].description.value == f"lead: {desk.name(0)}\ncheck: {desk.name(5)}"
    assert watches[0].summary.value.endswith(f"{desk.name(0)}, {desk.name(5)}")


def test_lines_end_with_crlf_and_are_folded(desk: Desk) -> None:
    for content in desk.export().values():
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)
        assert max(map(len, content.split(b"\r\n"))) <= 75
        assert b"BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai" in content


def test_texts_are_escaped(desk: Desk) -> None:
    place = desk.office.checkpoint
    desk.office.services.places.save_checkpoint(
        type(place)(place.id, place.team_id, "north; gate, 1\\2", pattern_id=place.pattern_id), desk.office.posts
    )
    assert only(desk.export()[desk.name(0)]).location.value == "north; gate, 1\\2"


def test_exporting_again_changes_nothing(desk: Desk) -> None:
    assert desk.export() == desk.export()


def test_an_unchanged_duty_keeps_its_number_while_others_change(desk: Desk) -> None:
    before = only(desk.export()[desk.name(0)])
    desk.hold(MONDAY + timedelta(days=2), 8, 2)
    after = only(desk.export()[desk.name(0)])
    assert (after.uid.value, after.sequence.value) == (before.uid.value, before.sequence.value)


def test_a_dropped_duty_is_cancelled_with_a_higher_number(desk: Desk) -> None:
    before = only(desk.export()[desk.name(0)])
    desk.hold(MONDAY, 8, 2)
    files = desk.export()
    after = only(files[desk.name(0)])
    assert (after.uid.value, after.status.value) == (before.uid.value, "CANCELLED")
    assert int(after.sequence.value) > int(before.sequence.value)
    assert only(files[desk.name(2)]).status.value == "CONFIRMED"
    assert only(files[desk.name(2)]).uid.value != before.uid.value


def test_a_duty_that_comes_back_is_confirmed_with_a_higher_number_still(desk: Desk) -> None:
    numbers = [int(only(desk.export()[desk.name(0)]).sequence.value)]
    for step in (lambda: desk.clear(MONDAY, 8), lambda: desk.hold(MONDAY, 8, 0)):
        step()
        numbers.append(int(only(desk.export()[desk.name(0)]).sequence.value))
    assert numbers == sorted(set(numbers))
    assert only(desk.export()[desk.name(0)]).status.value == "CONFIRMED"


def test_undoing_raises_the_number_too(desk: Desk) -> None:
    desk.clear(MONDAY, 8)
    before = max(int(event.sequence.value) for event in events(desk.export()["north gate"]).values())
    desk.office.services.rostering.undo(desk.period.id)
    after = min(int(event.sequence.value) for event in events(desk.export("elsewhere")["north gate"]).values())
    assert after > before


def test_what_an_edition_told_is_cancelled_without_any_earlier_file(desk: Desk) -> None:
    desk.office.services.rostering.publish(desk.period.id)
    desk.clear(MONDAY, 8)
    assert only(desk.export("somewhere new")[desk.name(0)]).status.value == "CANCELLED"


def test_duties_of_other_periods_in_the_file_are_left_alone(desk: Desk) -> None:
    desk.export()
    first, desk.period = desk.period, desk.office.period(date(2020, 4, 13), date(2020, 4, 19))
    desk.hold(date(2020, 4, 14), 8, 0)
    told = events(desk.export()[desk.name(0)])
    assert len(told) == 2
    assert {event.status.value for event in told.values()} == {"CONFIRMED"}
    desk.period = first
    desk.clear(MONDAY, 8)
    assert sorted(e.status.value for e in events(desk.export()[desk.name(0)]).values()) == ["CANCELLED", "CONFIRMED"]


def test_a_file_that_is_no_calendar_is_no_earlier_export(desk: Desk) -> None:
    (desk.folder / "calendars").mkdir()
    (desk.folder / "calendars" / f"{desk.name(0)} duties.ics").write_bytes(b"no calendar\xff")
    assert only(desk.export()[desk.name(0)]).status.value == "CONFIRMED"


def test_the_stamp_is_in_utc(desk: Desk, clock: Clock) -> None:
    stamp = only(desk.export()[desk.name(0)]).dtstamp.value
    assert stamp == clock.time.replace(second=0, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_who_never_stood_has_no_file_unless_asked_for(desk: Desk) -> None:
    assert set(desk.export()) == {desk.name(0), desk.name(1), "north gate"}
    idle = desk.office.people[6]
    written = desk.office.services.exports.calendars(desk.period.id, desk.folder / "own", [idle.id], [])
    assert [events(path.read_bytes()) for path in written.paths] == [{}]
