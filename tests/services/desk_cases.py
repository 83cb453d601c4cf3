"""A small office made through the use cases, as a coordinator would make it."""

from dataclasses import dataclass
from datetime import date, datetime

from roster_app.domain.edits import EditKind, settle
from roster_app.domain.ids import CheckpointId, DutyId, PostId, QualificationId, TeamId, VolunteerId, new_id
from roster_app.domain.people import Volunteer
from roster_app.domain.places import Checkpoint, Post
from roster_app.domain.roster import Origin, RosterPeriod
from roster_app.services import OpenRoster, Services

FIRST, LAST = date(2020, 4, 6), date(2020, 4, 12)


@dataclass
class Clock:
    """Now, until the test says otherwise."""

    time: datetime

    def __call__(self) -> datetime:
        return self.time


@dataclass(frozen=True)
class Office:
    """What the tests need to know of it."""

    services: Services
    team_id: TeamId
    leader: QualificationId
    checkpoint: Checkpoint
    posts: tuple[Post, ...]
    people: tuple[Volunteer, ...]

    def period(self, first: date = FIRST, last: date = LAST) -> RosterPeriod:
        return self.services.rostering.create_period(self.team_id, first, last)

    def held_period(self) -> RosterPeriod:
        """A week in which every duty is held, by eight people in turn."""
        made = self.period()
        roster = self.open(made).roster
        holders = {duty.id: self.people[n % 8].id for n, duty in enumerate(roster.plan.duties)}
        self.services.rostering.apply_edit(made.id, settle(roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL))
        return made

    def open(self, period: RosterPeriod) -> OpenRoster:
        return self.services.rostering.open(period.id)

    def duty(self, opened: OpenRoster, day: date, hour: int, post: int = 0) -> DutyId:
        start = datetime(day.year, day.month, day.day, hour)
        wanted = self.posts[post].id
        return next(d.id for d in opened.roster.plan.duties if d.span.start == start and d.post_id == wanted)


def small_office(services: Services) -> Office:
    team = services.teams.create("commando", "street office", "8218 0110")
    (leader,) = services.teams.directory(team.id).qualifications
    pattern = services.places.add_from_template(team.id, "three_by_eight")
    checkpoint = services.places.new_checkpoint(team.id, "north gate", pattern)
    posts = (
        Post(PostId(new_id()), CheckpointId(checkpoint.id), "lead", requires=frozenset({leader.id}), leads=True),
        Post(PostId(new_id()), CheckpointId(checkpoint.id), "check", order=1),
    )
    services.places.save_checkpoint(checkpoint, posts)
    people = tuple(
        Volunteer(
            VolunteerId(new_id()),
            team.id,
            name,
            qualifications=frozenset({leader.id} if n < 4 else ()),
            phone=f"1300000000{n}",
        )
        for n, name in enumerate(("王建国", "李秀英", "张伟", "欧阳少东", "陈玥", "黎晓彤", "何平", "潘少芬"))
    )
    for person in people:
        services.people.add(person)
    return Office(services, team.id, leader.id, checkpoint, posts, people)
