"""Which team and which roster a command is about."""

from datetime import date

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.names import name_key
from roster_app.domain.people import Team, Volunteer
from roster_app.domain.roster import Duty, Roster, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services import Services


class NotChosen(Exception):
    """The command does not say enough; the text is a sentence with the way out."""


def chosen_team(services: Services, name: str | None) -> Team:
    """The team of this name, or the only one."""
    teams = services.teams.all()
    if name is not None:
        found = [team for team in teams if name_key(team.name) == name_key(name)]
        if not found:
            raise DomainError(ErrorCode.UNKNOWN_TEAM, name=name)
        return found[0]
    if not teams:
        raise NotChosen(no_team_yet())
    if len(teams) > 1:
        names = _(", ").join(team.name for team in teams)
        raise NotChosen(_("There are several teams; say which one with --team: {names}").format(names=names))
    return teams[0]


def no_team_yet() -> str:
    """What to do in an empty database."""
    return _("There is no team yet. Make one with: roster-app team create NAME")


def chosen_period(services: Services, team: Team, day: date | None) -> RosterPeriod:
    """The roster that has the day, or the latest one."""
    periods = services.rostering.periods(team.id)
    found = [p for p in periods if day is None or p.first <= day <= p.last]
    if not found:
        raise DomainError(ErrorCode.UNKNOWN_PERIOD, first=day or team.name)
    return max(found, key=lambda p: p.first)


def chosen_period_within(services: Services, team: Team, first: date, last: date) -> RosterPeriod:
    """The latest roster that has any of the days."""
    found = [p for p in services.rostering.periods(team.id) if p.first <= last and first <= p.last]
    if not found:
        raise DomainError(ErrorCode.UNKNOWN_PERIOD, first=first)
    return max(found, key=lambda p: p.first)


def chosen_checkpoints(directory: Directory, names: list[str] | None) -> tuple[CheckpointId, ...]:
    """The checkpoints of these names; none named, none chosen."""
    chosen = []
    for name in names or ():
        found = [c.id for c in directory.checkpoints if name_key(c.name) == name_key(name)]
        if not found:
            raise DomainError(ErrorCode.UNKNOWN_CHECKPOINT, name=name)
        chosen.append(found[0])
    return tuple(chosen)


def chosen_person(directory: Directory, words: str) -> Volunteer:
    """The one volunteer of this name, or the only one meant by part of it, pinyin, initials or a phone's tail."""
    everybody = directory.volunteers
    found = [v for v in everybody if name_key(words) in (name_key(directory.name[v.id]), name_key(v.name))]
    found = found or [v for v in everybody if v.matches(words)]
    if not found:
        raise DomainError(ErrorCode.UNKNOWN_VOLUNTEER, name=words)
    if len(found) > 1:
        names = _(", ").join(directory.name[v.id] for v in found)
        raise NotChosen(_("Several volunteers are meant: {names}").format(names=names))
    return found[0]


def chosen_people(directory: Directory, names: list[str] | None) -> tuple[VolunteerId, ...]:
    """The volunteers meant, each once; none named, none chosen."""
    return tuple(dict.fromkeys(chosen_person(directory, name).id for name in names or ()))


def chosen_duty(
    roster: Roster, directory: Directory, day: date | None, checkpoint: str, shift: str | None, post: str | None
) -> Duty:
    """The first duty that fits what was said, a vacant one before those that are held."""
    (place,) = chosen_checkpoints(directory, [checkpoint])
    found = [duty for duty in roster.plan.duties if roster.plan.shift[duty.shift_id].checkpoint_id == place]
    found = [duty for duty in found if day in (None, roster.plan.shift[duty.shift_id].day)]
    for said, name_of in ((shift, _shift_name), (post, _post_name)):
        if said is not None:
            found = [duty for duty in found if name_key(name_of(duty, roster, directory)) == name_key(said)]
    if not found:
        raise NotChosen(_("No duty of this roster fits. Check day, checkpoint, shift and post."))
    return min(found, key=lambda duty: duty.id in roster.assignments)


def _shift_name(duty: Duty, roster: Roster, directory: Directory) -> str:
    return directory.shift_type[roster.plan.shift[duty.shift_id].shift_type_id].name


def _post_name(duty: Duty, _roster: Roster, directory: Directory) -> str:
    return directory.post[duty.post_id].name
