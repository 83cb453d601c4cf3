"""What a cell of a roster or of an availability sheet says beside hours: a mark, a part of the day, a shift's code."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_REMEMBERED = 1 << 14


class Mark(StrEnum):
    """What a mark or a word says of somebody's day."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"
    ALWAYS = "always"
    """Any time of the day: 都行."""


_YES_WORDS = """
    √ ○ ● ◯ ☑ ✓ ✔ ⭕ 〇 到 可 在 是 有 能 行 上班 参加 可以 愿意 有空 1 y ok yes true
"""
_NO_WORDS = """
    × ╳ ☒ ✕ ✗ ✘ ❌ 不 否 无 不可 不在 不能 不行 没空 不参加 不可以 0 X n x no false
"""
_PERHAPS_WORDS = """
    ▲ △ ◇ 也许 可能 备选 待定 未定 机动 不确定 看情况 ? tbc tbd maybe unsure perhaps
"""
_ALWAYS_WORDS = """
    不限 任意 全天 全日 均可 整天 都可 都行 随时 全可以 都可以 都有空 24小时 任意时间 全都可以 any allday
    anytime fullday wholeday
"""
_NOT_NAMES_WORDS = """
    无 上午 上班 下午 下班 东门 中午 中班 中秋 事假 人员 休息 值守 值班 假日 假期 元旦 党员 全体 全员 全天 全部
    公休 出差 加班 北门 医生 单休 单位 南门 双休 司机 合计 同上 周末 周次
    国庆 在岗 地点 均可 培训 备勤 备注 外出 夜班 姓名 安全 安排 居委 岗位 巡逻 常班 干部 平时 年假 序号 应急
    开会 待定 护士 支援 支部 放假 方便 无人 日期 日班 早班 时间 星期 春节
    晚上 晚班 暂无 机动 民警 测温 清明 班次 电话 病假 登记 白天 白班 社区 离岗 空缺 端午 签名 签字 管理 组长
    节日 西门 轮休 都行 门岗 随时 领导 高温 都可以
"""
_YES = frozenset(_YES_WORDS.split())
_NO = frozenset(_NO_WORDS.split())
_PERHAPS = frozenset(_PERHAPS_WORDS.split())
_ALWAYS = frozenset(_ALWAYS_WORDS.split())
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_AWAY = re.compile(
    r"休|假|off\b|leave|vacation|holiday|\brest\b|出差|外出|离岗|travel|sick|absent|\b(?:al|sl|ph|pl|ml|rdo|do|ro)\b",
    re.IGNORECASE,
)
_AWAY_CODES = frozenset(["事", "病", "年", "婚", "产", "丧", "调", "公", "补", "空", "o", "/off", "r", "h"])
_PARTS = re.compile(
    r"(?:上午|下午|晚上|夜间|夜里|中午|午间|白天|早上|早晨|凌晨|傍晚|清晨|前夜|后夜|大夜|小夜|全天|早|中|晚|夜|白|日|正|副)"
    r"(?:班|间|岗|段)?|(?:morning|afternoon|evening|night|noon|day|early|late|am|pm)(?:\s*(?:shift|duty))?",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    r".{0,8}班[次一二三四五六七八九十A-Za-z0-9①②③]?|.{0,8}岗[一二三四五六七八九十\d]?|.{0,6}时段.{0,3}|.{0,10}shift.{0,3}|"
    r"[A-Za-z]{1,2}\d{0,2}|\d{1,2}[A-Za-z]|[A-Za-z]班?|第?[一二三四五六七八九十\d]+[班节场轮]",
    re.IGNORECASE,
)


_NO_NAME = re.compile(
    r"[班假室组队区村楼层门口站号]$|^.?[岗休点]$|[门一二三四]岗$|值班|时间|日期|电话|负责|星期|^周[一二三四五六日末]$|人$|[:：]"
)


def plain_word(text: str) -> str:
    """The text in its normal form without blanks, case folded."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


@lru_cache(maxsize=_REMEMBERED)
def mark_of(text: str) -> Mark | None:
    """The mark, or the word that stands for one."""
    word = plain_word(text).strip("。.;!！")
    word = word if len(word) == 1 else word.strip("()（）")
    for mark, words in ((Mark.YES, _YES), (Mark.NO, _NO), (Mark.PERHAPS, _PERHAPS), (Mark.ALWAYS, _ALWAYS)):
        if word in words:
            return mark
    if re.fullmatch(r"(?:全天|整天|都|均)(?:可以?|行|能|有空|空闲|ok)+", word):
        return Mark.ALWAYS
    if re.fullmatch(r"(?:全天|都|均)?(?:不可以?|不行|不能|没空|无空|没时间|有事)", word):
        return Mark.NO
    return None


@lru_cache(maxsize=_REMEMBERED)
def is_away(text: str) -> bool:
    """Whether the word says that somebody is not on duty: 休, 年假, OFF, ANNUAL LEAVE."""
    word = " ".join(unicodedata.normalize("NFKC", text).split())
    return word.casefold() in _AWAY_CODES or (len(word) <= 30 and bool(_AWAY.search(word)))


@lru_cache(maxsize=_REMEMBERED)
def is_part_of_day(text: str) -> bool:
    """Whether the word names a part of the day or a shift by it: 上午, 晚班, night shift."""
    return bool(_PARTS.fullmatch(" ".join(unicodedata.normalize("NFKC", text).split())))


def parts_of_day(text: str) -> tuple[str, ...]:
    """The parts of the day where the text names several and nothing else: 上午┋晚上."""
    parts = tuple(part.strip() for part in re.split(r"[┋、,，;；|\n]+", text) if part.strip())
    return parts if len(parts) > 1 and all(map(is_part_of_day, parts)) else ()


@lru_cache(maxsize=_REMEMBERED)
def is_shift_word(text: str) -> bool:
    """Whether the word may be a shift's name or code."""
    word = " ".join(unicodedata.normalize("NFKC", text).split())
    return is_part_of_day(word) or bool(_SHIFT.fullmatch(word))


@lru_cache(maxsize=_REMEMBERED)
def is_no_name(text: str) -> bool:
    """Whether the word, though it begins as a surname, names nobody."""
    word = plain_word(text)
    return word in _NOT_NAMES or bool(_NO_NAME.search(word))


@dataclass(frozen=True, slots=True)
class ShiftMeaning:
    """What a code stands for in one sheet; minutes from the day's midnight where they are told."""

    name: str = ""
    start: int | None = None
    end: int | None = None
    away: bool = False
