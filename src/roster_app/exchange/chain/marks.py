"""What an entry says besides who and when: phones, short ids, counts, withdrawn, on call, changed, companions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roster_app.domain.chains import QuestionKind
from roster_app.exchange.chain.numbers import HAN_DIGITS
from roster_app.exchange.chain.reckoning import day_number
from roster_app.exchange.chain.rest import MARK, Rest

_PHONE = re.compile(
    r"(?<!\d)(?<!\d-)(?:\+?86[- ]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4}|1[3-9]\d{2}[ -]?\d{3}[ -]?\d{4})(?!\d)"
    r"|(?<!\d)(0\d{2,3}-\d{7,8})(?!\d)"
)
_NO_PHONE = re.compile(r"(?<!\d)(1[3-9]\d{7,8}|1[3-9]\d{10,13}|1[3-9]\d\*{2,6}\d{2,4})(?!\d)")
_ID = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]\d{1,3})(?![A-Za-z0-9-])")
_ACTS = (
    "测温|登记|检查|查验|排查|劝返|扫码|消毒|消杀|放行|外地|进入?|出|车辆|人员|体温|发热|异常|上报"
    "|发放|宣传单|返乡|电访|入户|热线|接听|复工"
    "|接待|派送|转运|核酸|采样|摸排|走访|返岗|车流|人流|来访"
)
_COUNT = re.compile(
    rf"(?:今天|今日|其中|共|本班|累计)*((?:{_ACTS}){{1,3}}(?:人数|车辆|人员|车)?)\s*:?\s*(\d{{1,6}})\s*(?:人次|车次|[人车辆台次件户份名])?"
)
_COUNT_BESIDE = re.compile(
    r"(?<![^\s,;、。:¦\ue000-\uf8ff])([\u4e00-\u9fff]{2,8})(?<![班点号月日周室楼栋组队第])\s*:?\s*(\d{1,6})(?![\d:点号月日./-])"
    r"\s*(?:人次|车次|[人车辆台次件户份名张个条盒瓶])?"
)
"""Anything else with a number, beside what was surely counted: 口罩发了40个."""
_WITHDRAWN = re.compile(
    "取消|放弃|退出|撤回|不来了?|不去了?|不参加|请假|作废|退接龙|已退|撤销?了?(?=$|[\\s,;。)])|\\bcancel\\w*|\\bwithdraw\\w*"
    "|\\b(?:can'?t|cannot|can not|won'?t)\\b(?: (?:come|make|join|attend))?(?: it)?"
    "|\\bnot (?:coming|available|able to \\w+|going)|\\bno longer \\w+|\\bunavailable\\b|\\bdrop(?:ped|ping)? out\\b",
    re.IGNORECASE,
)
_STANDBY = re.compile(
    "随叫随到|随时(?:待命|可叫|叫)|待命|机动|替补|候补|备勤|备用|后备|stand-?by|on call|reserve|backup", re.IGNORECASE
)
_CHANGED = re.compile(
    "(?:[早中晚夜白]班?)?改(?:成|为|到|上|报|(?=[早中晚夜白周明后\\d]))|换(?:成|到|为)|[早中晚夜白]班?改(?=[早中晚夜白周\\d])|调(?:到|整为)|原"
)
_COMPANION = re.compile(
    r"\(\s*[2-9两二三]\s*[人个位]\s*\)|"
    r"和(?:一个)?(?:家人|家属|老婆|老公|朋友|同事|爱人)(?:一起|同来)?|"
    r"\+\s*[1-9一二两三](?=\s*(?:人|个|位|$|[\s,;。)¦]))[人个位]?|"
    r"(?:带|携)(?:着)?(?:一个|我)?(?:家属|老婆|老公|朋友|同事|爱人|孩子|娃|小孩|儿子|女儿|[1-9一二两三]\s*[人个位])"
)
_TOGETHER = re.compile(
    rf"(?<![\d缺限招差需要每第日号{HAN_DIGITS}])(?:一共|共|我们|我家)?\s*([2-9两二三四五六])\s*(?:个人|人|位)(?=$|[\s,、;。!)¦]|[早中晚夜白全周])"
)
_SOFTLY_WITHDRAWN = re.compile(
    "([^\\s,;。()¦\ue000-\uf8ff]{0,8}?)(?:有事)?(?:没有?空|没有?时间|没法(?:来|去|到)|来不了|去不了|到不了|不能(?:来|参加|到|去)|走不开|抽不开身|不方便)了?"
)
_SOME_TIME = re.compile(
    "\\d\\s*[号日点月]|[一二三四五六七八九十][号日]|周[一二三四五六日天末]|星期|礼拜|[早中晚夜白](?:班|上|间|午|天|$)"
    "|上午|下午|明[天日早晚]|后天|每"
)
_UNDECIDED = re.compile("待定|未定|暂定|不确定|不一定|说不准|看情况|可能|尽量|\\bmaybe\\b|\\btbc\\b|\\?", re.IGNORECASE)
_KIN = re.compile("我(?:爱人|老婆|老公|家属|儿子|女儿|妈妈|爸爸|朋友|同事|邻居)")

_MORE_THAN_A_NAME = (
    _WITHDRAWN,
    _SOFTLY_WITHDRAWN,
    _TOGETHER,
    _STANDBY,
    _CHANGED,
    _COMPANION,
    _UNDECIDED,
    _KIN,
    re.compile("[代替帮]"),
)


@dataclass(frozen=True, slots=True)
class Flags:
    """What an entry says of itself."""

    withdrawn: bool = False
    standby: bool = False
    changed: bool = False
    undecided: bool = False
    companion: bool = False
    together: int = 0
    """How many come, where a number of people is told: 两人."""

    @property
    def asked(self) -> Iterator[QuestionKind]:
        """What must be asked because of it."""
        if self.changed:
            yield QuestionKind.CHANGED
        if self.undecided:
            yield QuestionKind.UNDECIDED
        if self.companion:
            yield QuestionKind.COMPANION


def take_phones(rest: Rest) -> tuple[list[str], list[str]]:
    """Take out phone numbers, and numbers that are nearly one."""
    found = [re.sub("[ -]", "", said[1]) if said[1] else said[2] for said in rest.take_all(_PHONE)]
    return found, [said[1] for said in rest.take_all(_NO_PHONE)]


def take_ids(rest: Rest) -> list[str]:
    """Take out short ids (A3), in capitals."""
    return [said[1].upper() for said in rest.take_all(_ID)]


def take_counts(rest: Rest) -> tuple[tuple[str, int], ...]:
    """Take out what was counted (测温30人), as written."""
    found = rest.take_all(_COUNT)
    if found:
        found += rest.take_all(_COUNT_BESIDE)
    return tuple((said[1], int(said[2])) for said in found)


def take_flags(rest: Rest) -> Flags:
    """Take out words of withdrawing, of being on call, of a change, of doubt, and of companions."""
    changed = rest.take(_CHANGED)
    gone = rest.take(_WITHDRAWN)
    gone = rest.take(_SOFTLY_WITHDRAWN, _of_everything) or gone
    standby, undecided, companion = rest.take(_STANDBY), rest.take(_UNDECIDED), rest.take(_COMPANION)
    together = [day_number(said[1]) for said in rest.take_all(_TOGETHER)]
    return Flags(gone and not changed, standby, changed, undecided, companion, max(together, default=0))


def _of_everything(said: re.Match[str]) -> str | bool:
    """Whether 没空 is said of everything, and not of a day or a shift; what stands before it remains."""
    return False if _SOME_TIME.search(said[1]) else f"{said[1]}{MARK}"


def is_standby_word(text: str) -> bool:
    """Whether the text says that people are on call."""
    return bool(_STANDBY.search(text))


def take_kin(rest: Rest) -> None:
    """Take out 我爱人 and the like, who are named beside it or nowhere."""
    rest.take(_KIN)


def says_more_than_a_name(text: str) -> bool:
    """Whether a mark of any kind stands in the text."""
    return any(pattern.search(text) for pattern in _MORE_THAN_A_NAME)
