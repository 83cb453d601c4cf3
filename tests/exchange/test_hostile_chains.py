"""Texts nobody wrote in good faith: long in every way a text can be long, and read all the same in a moment."""

import time
from datetime import date

import pytest

from roster_app.domain.chains import ChainShift
from roster_app.exchange.chain import read_chain
from roster_app.exchange.chain.plain import MAX_CHARACTERS
from roster_app.exchange.chain.resolving import KnownPerson, resolve_people

SECONDS = 5.0
"""Of one processor; all of them take less than two where nothing else runs."""
SHIFTS = (ChainShift("早班", 390, 690), ChainShift("中班", 690, 1050), ChainShift("夜班", 1350, 1830))
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明"


def name(number: int) -> str:
    """One of four thousand names."""
    return SURNAMES[number % 16] + GIVEN[number // 16 % 16] + GIVEN[number // 256 % 16]


def names(line: int, count: int) -> list[str]:
    return [name(line * count + i) for i in range(count)]


HOSTILE = {
    "800 chains": "\n".join(f"#接龙\n4月{i % 28 + 1}日第{i}卡口值班\n1. 张伟 早班" for i in range(800)),
    "1250 chains without numbers": "\n".join(f"#接龙\n第{i}卡口\n张伟 早班" for i in range(830)),
    "a heading of templates": "#接龙\n4月7日\n" + "\n".join("早班：" + "、".join(names(i, 20)) for i in range(2400)),
    "templates without colons": "#接龙\n4月7日\n" + "\n".join("早班 " + " ".join(names(i, 20)) for i in range(2400)),
    "many templates, many entries": "#接龙\n4月7日\n"
    + "\n".join(f"{i // 60 % 24}:{i % 60:02d}-{(i // 60 + 1) % 24}:{i % 60:02d}：" for i in range(1200))
    + "\n"
    + "\n".join(f"{i + 1}. {name(i)} 早班" for i in range(1200)),
    "fifteen people a line": "#接龙\n4月7日早班\n"
    + "\n".join(f"{i}. {'、'.join(names(i, 15))}" for i in range(1, 2400)),
    "ten thousand numbers in a line": "#接龙 4月7日早班 " + " ".join(f"{i + 1}. {name(i)}" for i in range(10_000)),
    "names glued together": "#接龙\n4月7日\n" + "\n".join(f"{i}. {''.join(names(i, 25))}" for i in range(1, 2300)),
    "every day, every shift": "#接龙\n4月\n" + "\n".join(f"{i}. {name(i)} 每天全天 除夜班都行" for i in range(1, 2400)),
    "ids nobody offers": "#接龙\n"
    + "\n".join(f"A{i % 999} 4月{i % 28 + 1}日 早班 x2" for i in range(1200))
    + "\n"
    + "\n".join(f"{i + 1}. {name(i)} B{i % 999}" for i in range(1200)),
    "only a number": "#接龙\n1. " + "1" * 90_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_reads_a_hostile_text_in_a_moment(text: str) -> None:
    people = [KnownPerson(name(number), f"138{number:08d}") for number in range(2000)]

    began = time.process_time()
    chain = resolve_people(
        read_chain(text[:MAX_CHARACTERS], date(2020, 4, 6), SHIFTS, frozenset(p.name for p in people)), people
    )

    assert time.process_time() - began < SECONDS
    assert len(chain.lines) == text[:MAX_CHARACTERS].count("\n") + 1
    assert all(line.verdict for line in chain.lines)
