"""Sentences about the people of one shift, and about who holds one duty."""

from roster_app.domain.book import Mix, Trait
from roster_app.domain.roster import DutyPlan
from roster_app.domain.rules import Violation
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services.words.names import duty_name, shift_name


def alone(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 夜班：只有一个人."""
    return _("{shift}: somebody stands there alone").format(shift=_shift(v, directory, plan))


def together(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 早班：应一起值班的 王芳 不在."""
    return _("{shift}: {names} should stand there too").format(
        shift=_shift(v, directory, plan), names=_names(v, directory)
    )


def apart(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 早班：张伟、王芳 不应同班."""
    return _("{shift}: {names} should not stand together").format(
        shift=_shift(v, directory, plan), names=_names(v, directory)
    )


def new_people(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 早班：新队员 2 人，老队员 1 人."""
    return _("{shift}: {new} new with {others} experienced").format(
        shift=_shift(v, directory, plan), new=v.actual, others=v.limit
    )


def mix(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 夜班：全是同一性别."""
    if isinstance(v.entry, Mix) and v.entry.by is Trait.AFFILIATION:
        return _("{shift}: everybody is of one affiliation").format(shift=_shift(v, directory, plan))
    return _("{shift}: everybody is of one gender").format(shift=_shift(v, directory, plan))


def squad(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 早班：班组缺 王芳."""
    return _("{shift}: {names} of the crew are missing").format(
        shift=_shift(v, directory, plan), names=_names(v, directory)
    )


def turn(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 夜班 登记：轮到 王芳."""
    return _("{duty}: the turn is {names}").format(duty=_duty(v, directory, plan), names=_names(v, directory))


def changed(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 夜班 登记：已发布的是 王芳."""
    return _("{duty}: published was {names}").format(duty=_duty(v, directory, plan), names=_names(v, directory))


def away(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 夜班 登记：不在本片区."""
    return _("{duty}: outside the home area").format(duty=_duty(v, directory, plan))


def place_change(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """北门 4月6日 夜班 登记：与上一班不在同一地点."""
    return _("{duty}: another place than the duty before").format(duty=_duty(v, directory, plan))


def _shift(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    shift = None if v.shift_id is None else plan.shift.get(v.shift_id)
    return shift_name(shift, directory) if shift is not None else ""


def _duty(v: Violation, directory: Directory, plan: DutyPlan) -> str:
    """The last duty it is about that belongs to this plan."""
    own = [duty_id for duty_id in v.duty_ids if duty_id in plan.duty]
    return duty_name(own[-1], plan, directory) if own else ""


def _names(v: Violation, directory: Directory) -> str:
    return _(", ").join(directory.name[who] for who in v.others if who in directory.name)
