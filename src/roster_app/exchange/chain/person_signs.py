"""What a person of a chain is told by: names and their signs, places glued to them, and words that are no names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roster_app.exchange.chain.plain import HAN
from roster_app.exchange.person_names import looks_like_a_name

_GATE = "[东南西北中正前后侧大][南北东西]?门"
PLACE = re.compile(
    rf"第?[一二三四五六七八九十\d]+号?(?:卡口|检查点|值守点|岗亭|岗|号?门)|(?:{_GATE}|[一二三四五六七八九十]号门|\d+号门)(?:卡口|岗亭|岗)?"
    rf"|[{HAN}]{{1,6}}?(?:卡口|路口|岗亭|检查点|值守点|服务站|出入口)|(?:North|South|East|West|Main|Back|Front)\s+gate"
    r"|门岗|入口|出口",
    re.IGNORECASE,
)
_NOT_NAMES_TEXT = """
时间 时段 时候 方便 有空 全部 全程 全勤 安排 家属 司机 车辆 高速 支部 单位 连续 马上 平时 应该 国庆 清明 计划
同意 到岗 查验 查车 经理 全家 全员 能来 门岗 都来 和平 党员 志愿 关于 如下
包括 房号 楼栋 电话 手机 姓名 班次 日期 农历 阴历 常态 成员 卡口 金额 路口 车牌 值班 值守 早中 中晚 早晚 早中晚
白晚 全体 平安 幸福 祝福 干部 支援 应急 于是 关门 安全 水电 万一 方案 时至
单双 计时 项目 高峰 强制 时长 终于 农民 谢谢
"""
NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())
STOP = re.compile(
    "班|全天|整天|^周[一二三四五六日末天](?:$|[早中晚夜白上下至到和全都可不没有来去要二三四五六日天])|星期|礼拜|^[单双][号日]|都行|都可|可以|均可|取消|放弃|退出|上午|下午|晚上"
    "|早上|中午|白天|夜里|凌晨|随叫|随到|随时|替补|候补|备勤|机动|今[天晚早日]|明[天晚早日]$|后天|报名|接龙|不来|没空|没时间|来不了|去不了|不行|不方便|请假|卡口|代[报替]|收到|戴口罩"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person as written, in normal form."""

    text: str
    doubtful: bool = False
    """Whether it must be asked about: a surname with a title, or what is left of a word behind a unit."""


@dataclass(frozen=True, slots=True)
class Alias:
    """What stands in brackets behind a name: another name of the same person."""

    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A gate or a checkpoint that a name is glued to."""

    text: str


@dataclass(frozen=True, slots=True)
class ForOther:
    """What follows names the person the entry is for; who stands before only wrote it. `signer` where it is said."""

    signer: str = ""


class KnownNames:
    """Names of a team's people, found where they stand in a text in a time that does not grow with the team."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_start: dict[str, list[str]] = {}
        for name in sorted(set(names), key=len, reverse=True):
            if len(name) >= 2:
                self._by_start.setdefault(name[:2], []).append(name)

    def __contains__(self, name: str) -> bool:
        return name in self._by_start.get(name[:2], ())

    def __bool__(self) -> bool:
        return bool(self._by_start)

    def inside(self, text: str) -> list[str]:
        """Those that stand anywhere in the text, the longest first."""
        starts = {text[i : i + 2] for i in range(len(text) - 1)} & self._by_start.keys()
        return sorted((n for start in starts for n in self._by_start[start] if n in text), key=lambda n: (-len(n), n))


def is_plain_name(text: str) -> bool:
    """Whether the text looks like a name and is no word for anything else."""
    if text in NOT_NAMES or STOP.search(text) or not looks_like_a_name(text):
        return False
    place = PLACE.match(text)
    return place is None or (bool(text[place.end() :]) and not looks_like_a_name(text[place.end() :]))
