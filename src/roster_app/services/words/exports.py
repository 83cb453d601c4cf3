"""Words on what leaves the program as files: titles, remarks, what they are called."""

from datetime import date, datetime

from roster_app.domain.roster import Edition, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services.words.times import moment, period_title


def roster_title(directory: Directory, period: RosterPeriod) -> str:
    """永平街横三社区 横三突击队 值班表（2020年4月）."""
    team = " ".join(filter(None, (directory.team.office, directory.team.name)))
    return _("{team} duty roster ({period})").format(team=team, period=period_title(period.first, period.last))


def roster_subtitle(period: RosterPeriod, edition: Edition | None, at: datetime) -> str:
    """2020-04-01 至 2020-04-30 · 第2版 · 4月6日 08:30 导出."""
    days = _("{first} to {last}").format(first=period.first.isoformat(), last=period.last.isoformat())
    state = _("draft") if edition is None else _("edition {number}").format(number=edition.number)
    return " · ".join((days, state, _("exported {moment}").format(moment=moment(at))))


def list_title(directory: Directory) -> str:
    """横三突击队 队员名单."""
    return _("{team} volunteers").format(team=directory.team.name)


def list_remark(at: datetime) -> str:
    """内部资料…: full numbers are in it."""
    return _("Internal: full phone numbers, do not pass on. Exported {moment}.").format(moment=moment(at))


def calendar_name(name: str) -> str:
    """张伟 值班日历."""
    return _("{name} duties").format(name=name)


def everything_file_name(today: date) -> str:
    """全部数据 2020-04-08, without an ending."""
    return _("Everything {day}").format(day=today.isoformat())


def roster_file_name(directory: Directory, first: date, last: date) -> str:
    """横三突击队 值班表 2020-04-01至2020-04-30, without an ending."""
    days = _("{first} to {last}").format(first=first.isoformat(), last=last.isoformat())
    return _("{team} duty roster {days}").format(team=directory.team.name, days=days)
