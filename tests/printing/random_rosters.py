"""Any team with any roster, as hypothesis draws them: what the sheets must survive."""

from datetime import timedelta

from hypothesis import strategies as st
from paper_teams import MONDAY, Ground, directory, period, vacant

from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory

SHIFTS = {
    "one": (("全天", "全", 510, 1950),),
    "two": (("白班", "白", 480, 1200), ("夜班", "夜", 1200, 1920)),
    "four": (("早班", "早", 390, 690), ("中班", "中", 690, 1050), ("晚班", "晚", 1050, 1500), ("夜班", "夜", 60, 390)),
}
ORDINARY = ("王建国", "张伟", "欧阳雪梅", "李秀英", "何平", "上官婉儿")
RARE = ("黄𬀩", "䶮㛃", "𣸣𬣙", "赵犇", "张𡃁")
"""Of characters beyond the BMP and in no common type; 𡃁 is in ours neither."""
MINORITY = ("阿卜杜热合曼·买买提", "古丽娜尔·阿卜杜克里木·艾合买提江", "尼玛扎西", "巴雅尔图·额尔德尼")
ENGLISH = (
    "Christopher Montgomery-Smith",
    "Christopher Montgomery",
    "Peggy Quay-Yip",
    "Maria del Carmen Lopez",
    "Bo Li",
    "Wolfeschlegelsteinhausen",
)

names = st.lists(st.sampled_from([*ORDINARY, *RARE, *MINORITY, *ENGLISH]), min_size=1, max_size=24)
"""Namesakes among them, too, who carry a mark."""

posts = st.lists(st.tuples(st.sampled_from(["测温", "登记", "出入登记"]), st.integers(1, 6)), min_size=1, max_size=3)
places = st.integers(1, 3).map(lambda count: tuple(f"第{n}卡口" for n in range(count)))


@st.composite
def rosters(draw: st.DrawFn) -> tuple[Directory, Roster]:
    """One to three places with one to six people a post, for one to forty days; anybody or nobody in each duty."""
    ground = Ground(draw(places), draw(st.sampled_from(list(SHIFTS.values()))), tuple(draw(posts)))
    team = directory(ground, draw(names))
    roster = vacant(team, period(MONDAY, MONDAY + timedelta(draw(st.integers(0, 39)))))
    people = [v.id for v in team.volunteers]
    holders = draw(st.lists(st.sampled_from([None, *people]), min_size=1, max_size=40))
    turns = {duty.id: holders[n % len(holders)] for n, duty in enumerate(roster.plan.duties)}
    return team, roster.with_assignments({duty: Assignment(who) for duty, who in turns.items() if who})
