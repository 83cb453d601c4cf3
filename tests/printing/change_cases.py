"""Rosters that were published and then changed, to print change sheets of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from paper_reading import type_case
from paper_teams import NOW, Ground, directory, full, imprint, period

from roster_app.domain import edits, parts
from roster_app.domain.differences import differences
from roster_app.domain.editions import new_edition
from roster_app.domain.edits import RosterEdit
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.roster import Edition, Roster
from roster_app.domain.team import Directory
from roster_app.printing import change_drawing
from roster_app.printing.change_sheet import ChangePage, ChangeRequest, paginate
from roster_app.printing.furniture import Imprint

THREE_POSTS = Ground(posts=(("负责人", 1), ("测温", 1), ("登记", 1)))


@dataclass(frozen=True)
class Change:
    """An edition that hangs, and the roster as it stands now."""

    team: Directory
    posted: Roster
    now: Roster
    published: bool = True
    since: int = 2

    @property
    def edition(self) -> Edition:
        """What hangs."""
        return new_edition(self.posted, self.since, NOW - timedelta(days=1), "区志明")

    @property
    def imprint(self) -> Imprint:
        """Of edition 3, or of a draft."""
        return imprint(self.now if self.published else None)

    def pages(self, *checkpoints: CheckpointId, **other: object) -> tuple[ChangePage, ...]:
        """Every page of the sheet."""
        days, found = self.posted.period, differences(self.edition, self.now)
        request = ChangeRequest(days.first, days.last, self.edition, found, checkpoints)
        signed = replace(self.imprint, **other)  # type: ignore[arg-type]
        return paginate(self.team, request, signed, type_case())


def drawn(change: Change, path: Path, *checkpoints: CheckpointId, **other: object) -> Path:
    """The sheet as a document."""
    change_drawing.draw(change.pages(*checkpoints, **other), path)
    return path


def sparse(*, published: bool = True) -> Change:
    """One checkpoint: another person, a duty left vacant, one cut in two, one filled."""
    team = directory(replace(THREE_POSTS, checkpoints=("横岗卡口",)))
    posted = full(team, stride=7)
    duties = posted.plan.duties
    posted = edits.apply(posted, edits.clear(posted, [duties[20].id]))
    noon = datetime.combine(duties[12].span.start.date(), duties[12].span.start.time()) + timedelta(hours=4)
    now = edited(posted, edits.assign(posted, duties[4].id, VolunteerId(6)))
    now = edited(now, edits.clear(now, [duties[10].id]))
    now = edits.apply(now, parts.take_over(now, duties[12].id, VolunteerId(8), noon, count(9001).__next__))
    now = edited(now, edits.assign(now, duties[20].id, VolunteerId(7)))
    return Change(team, posted, now, published)


def crowded(changes: int = 40, *, published: bool = True) -> Change:
    """One checkpoint with so many other people in the first of its duties."""
    team = directory(replace(THREE_POSTS, checkpoints=("横岗卡口",)))
    posted = full(team)
    people = [v.id for v in team.volunteers]
    now = posted
    for n, duty in enumerate(posted.plan.duties[:changes]):
        now = edited(now, edits.assign(now, duty.id, people[(n + 11) % len(people)]))
    return Change(team, posted, now, published)


def long_names(*, published: bool = True) -> Change:
    """Names and words of every length around one day's changes."""
    names = (
        "阿卜杜热合曼·买买提", "Christopher Montgomery-Smith", "许煜竣", "许煜焌", "张伟", "张伟", "黄𬀩", "䶮㛃",
        "古丽米热·阿不都热依木", "欧阳少东",
    )  # fmt: skip
    office = "广东省广州市白云区永平街道横三社区居民委员会疫情防控工作领导小组办公室"
    ground = Ground(("横岗经济合作社东侧临时体温监测点",), posts=(("出入登记与返穗登记", 3), ("Temperature check", 1)))
    team = directory(ground, names, office)
    team = replace(team, team=replace(team.team, duty_phone="020-8218 0110 / 020-8218 0120"))
    posted = full(team, period(last=period().first + timedelta(days=1)))
    now = posted
    for n, duty in enumerate(posted.plan.duties):
        now = edited(now, edits.assign(now, duty.id, team.volunteers[(n + 3) % len(names)].id))
    return Change(team, posted, now, published)


def unchanged() -> Change:
    """Nothing differs."""
    team = directory(THREE_POSTS)
    return Change(team, full(team), full(team))


def edited(roster: Roster, *wishes: RosterEdit) -> Roster:
    """The roster after some edits."""
    for wish in wishes:
        roster = edits.apply(roster, wish)
    return roster


def rows_on(pages: Sequence[ChangePage]) -> list[tuple[str, str, list[str], list[str]]]:
    """Shift, post, and who is named before and after, row by row."""
    return [
        (
            row.row.shift,
            row.row.post,
            *(
                [f"{part.name or '-'} {part.clock}".strip() for part in parts]
                for parts in (row.row.before, row.row.after)
            ),
        )
        for page in pages
        for day in page.days
        for row in day.rows
    ]
