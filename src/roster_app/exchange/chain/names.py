"""Who an entry of a chain names: nicknames with house numbers, padded and glued names, several people, proxies."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from roster_app.domain.names import tidy_name
from roster_app.exchange.chain.plain import HAN
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.surnames import COMPOUND_SURNAMES, has_surname

_GATE = "[东南西北中正前后侧大][南北东西]?门"
PLACE = re.compile(
    rf"第?[一二三四五六七八九十\d]+号?(?:卡口|检查点|值守点|岗亭|岗|号?门)|(?:{_GATE}|[一二三四五六七八九十]号门|\d+号门)(?:卡口|岗亭|岗)?"
    rf"|[{HAN}]{{1,6}}?(?:卡口|路口|岗亭|检查点|值守点|服务站|出入口)|(?:North|South|East|West|Main|Back|Front)\s+gate"
    r"|门岗|入口|出口",
    re.IGNORECASE,
)
_LETTER = re.compile("[A-Za-z]")
_HAN = re.compile(f"[{HAN}]")
_ADDRESS = re.compile(
    r"\(\s*[A-Z]?\d{1,4}(?:-\d{1,4})+\s*\)"
    r"|(?<![\d:.-])[A-Z]?\d{1,3}-\d{1,3}-\d{1,4}(?![\d:.])|(?<![\d:.-])[A-Z]?\d{1,3}-\d{3,4}(?![\d:.])室?"
    r"|(?:[A-Z]?\d+|[A-Z]|[一二三四五六七八九十]+)\s*(?:栋|幢|座|号楼|号院|楼|单元|室|号房|期)(?:\s*[\d-]+\s*(?:室|单元|号|层|楼)?)*"
)
_NOT_NAMES_TEXT = """
时间 时段 时候 方便 有空 全部 全程 全勤 安排 家属 司机 车辆 高速 支部 单位 连续 马上 平时 应该 国庆 清明 计划
同意 到岗 查验 查车 经理 全家 全员 能来 门岗 都来 和平 党员 志愿 关于 如下
包括 房号 楼栋 电话 手机 姓名 班次 日期 农历 阴历 常态 成员 卡口 金额 路口 车牌 值班 值守 早中 中晚 早晚 早中晚
白晚 全体 平安 幸福 祝福 干部 支援 应急 于是 关门 安全 水电 万一 方案 时至
单双 计时 项目 高峰 强制 时长 终于 农民 谢谢
"""
_NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())
_STOP = re.compile(
    "班|全天|整天|^周[一二三四五六日末天](?:$|[早中晚夜白上下至到和全都可不没有来去要二三四五六日天])|星期|礼拜|^[单双][号日]|都行|都可|可以|均可|取消|放弃|退出|上午|下午|晚上"
    "|早上|中午|白天|夜里|凌晨|随叫|随到|随时|替补|候补|备勤|机动|今[天晚早日]|明[天晚早日]$|后天|报名|接龙|不来|没空|没时间|来不了|去不了|不行|不方便|请假|卡口|代[报替]|收到|戴口罩"
)
_HAN_RUN = re.compile(rf"(?<![{HAN}A-Za-z·])([{HAN}]{{2,4}}|[{HAN}]{{1,6}}(?:·[{HAN}]{{1,8}})+)(?![{HAN}·])")
_AFTER_PLACE = re.compile(rf"(?<![{HAN}])({PLACE.pattern})([{HAN}]{{2,4}})(?![{HAN}])", re.IGNORECASE)
_BEFORE_SLOT = re.compile(
    rf"(?<![{HAN}·])([{HAN}]{{2,4}}?)(?=(?:大夜|小夜|[早中晚夜白日午])班|[早中晚夜白]+班|[周][一二三四五六日末]"
    r"|星期|礼拜|全天|上午|下午|晚上|除|取消|放弃)"
)
_PADDED = re.compile(rf"(?<![{HAN}·])([{HAN}])[ \u3000]+([{HAN}])(?![{HAN}])")
_SPACED_OUT = re.compile(rf"(?<![{HAN}·])[{HAN}](?:[ \u3000]+[{HAN}]){{2,3}}(?![{HAN}]|[ \u3000]+[{HAN}](?![{HAN}]))")
_PREFIX = re.compile(rf"(?<![A-Za-z\d])[A-Za-z]{{1,3}}\d?[-_.]?(?=[{HAN}]{{2}})")
_DOTS = re.compile(rf"(?<=[{HAN}])[•‧∙⋅・･●.](?=[{HAN}])")
_LATIN = re.compile(r"(?<![\w])[A-Z][A-Za-z'’-]*\.?(?:\s+[A-Z][A-Za-z'’.-]*){0,3}(?!\w)")
_SIGNER_BEFORE = re.compile(rf"[(\s由]*([{HAN}]{{2,4}}?)(?:代|替|帮)(?:忙|为)?(?:报名|报|接龙|接|填|签)了?\)?")
_FOR = re.compile(
    rf"(?<![{HAN}])(?:代替?|替|帮)(?:我|他|她)?(?:爱人|老婆|老公|家属|同事|朋友|邻居|妈妈|爸爸|儿子|女儿)?([{HAN}]{{0,6}}?)(?:报名|报|接龙|填|接)\s*:?"
    rf"|(?<![{HAN}])(?:代替?班?|替班?|顶替?班?|帮)(?=[{HAN}]{{2,4}}(?![{HAN}]))"
)
_GLUED_FOR = re.compile(
    rf"(?<![{HAN}])([{HAN}]{{2,4}}?)(?:代替?|替|帮)([{HAN}]{{2,4}}?)"
    rf"(?=[^{HAN}]|$|报名?|接龙|[早中晚夜白]|全天|周|星期)"
)
_TITLE = (
    "师傅|老师|主任|书记|大哥|大姐|阿姨|叔叔|大爷|大妈|大叔|经理|医生|警官|队长|站长|组长|所长|科长|女士|先生|同志"
    "|哥|姐|叔|婶"
)
_UNIT = (
    "志愿者|物业|社区|居委会|居委|村委会|村委|街道|网格员|网格|保安|业委会|业主|党员|团员|预备党员|大学生|学生"
    "|下沉干部|干部|民警|城管|社工|楼长|单元长|义工|教师|护士|群众|妇联|支部|工会|小区|学校|医院"
)
_UNTIL = rf"(?=$|[^{HAN}]|[早中晚夜白](?:班|上|$|[^{HAN}])|全天|周|星期|上午|下午|今|明)"
_TITLED = re.compile(rf"(?<![{HAN}·])(?:{_UNIT})?([{HAN}]{{1,4}}?)({_TITLE}){_UNTIL}")
_OF_UNIT = re.compile(rf"(?<![{HAN}·])(?:{_UNIT})([{HAN}]{{2,4}}?){_UNTIL}")
_BRACKETED = re.compile(rf"(?<=[{HAN}A-Za-z\ue000-\uf8ff])\s*\(\s*([{HAN}A-Za-z·]{{2,10}})\s*\)")
_KNOWN_IN_BRACKETS = re.compile(rf"([{HAN}]{{2,4}}|[\ue000-\uf8ff])\s*\(\s*([\ue000-\uf8ff])\s*\)")
_LAST_RUN = re.compile(rf"(?<![{HAN}·])([{HAN}·]{{2,8}}|[A-Z][A-Za-z]+)\s*$")
_ALONE = re.compile(
    r"\(\s*(?:代|替|代班|代报|代替)\s*\)|(?<=\s)(?:代班|代报|替班|顶班|代|替|帮)(?=\s|$)"
    r"|\b(?:on behalf of|instead of|for)\s+(?=[A-Z])"
)
_LATIN_FOR = re.compile(
    r"(?<!\w)([A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2})\s+\(?(?i:signed up |signing )?(?:on behalf of|instead of|for)\s+"
    r"(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar |Apr|May |Jun |Jul|Aug|Sep|Oct|Nov|Dec"
    r"|Morning|Evening|Night|Day|Shift)"
    r"([A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2})"
)
_AFTER_KNOWN = "早中晚夜白全周星除都代替和取放随今明后上下退改不报请来"
_FILLING_TEXT = """
我 我报 我报名 报名 接龙 参加 可 可以 能来 值班 值守 来 到 时间 电话 手机 姓名 班次 都 也 行 能 有空 愿意 选
选择 上 要 报 加 加一 在 与 和 或 本人 好 好的 收到 谢谢 辛苦 辛苦了
日期 时段 以 及 今天 今日 其中 的 了 号 人 名 位 站 去 至 除 班 晨 i can will come join in the a to and or me is
at on ok yes
please free available only shift duty pm am 即可 方便 没问题 负责 申请 自愿 志愿者 同志 师傅
"""
_FILLING = frozenset(_FILLING_TEXT.split())


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


def take_proxies(rest: Rest) -> None:
    """Take out 代, 替 and 帮 where they speak of another person; signs for `ForOther` and `Name` stand there."""

    def glued(said: re.Match[str]) -> str | bool:
        one, other = said[1], said[2]
        if not (looks_like_a_name(one) and looks_like_a_name(other)) or _STOP.search(other):
            return False
        return f"{rest.sign(Name(one))} {rest.sign(ForOther())} {rest.sign(Name(other))}"

    def signer(said: re.Match[str]) -> str | bool:
        return rest.sign(ForOther(said[1])) if looks_like_a_name(said[1]) else False

    def latin(said: re.Match[str]) -> str:
        return f"{rest.sign(Name(said[1]))} {rest.sign(ForOther())} {rest.sign(Name(said[2]))}"

    rest.take(_GLUED_FOR, glued)
    rest.take(_LATIN_FOR, latin)
    rest.take(_SIGNER_BEFORE, signer)
    rest.take(_ALONE, lambda _said: rest.sign(ForOther()))

    def plainly(said: re.Match[str]) -> str | bool:
        if said[1] and is_plain_name(said[1]):
            return f"{rest.sign(ForOther())} {rest.sign(Name(said[1]))}"
        at_the_start = not said.string[: said.start()].strip(" (¦")
        return False if at_the_start and "报" not in said[0] else rest.sign(ForOther())

    rest.take(_FOR, plainly)


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


def take_plain_names(rest: Rest, known: KnownNames) -> None:
    """Take out what is a name by itself, before anything else could take a part of it."""
    rest.text = _DOTS.sub("·", rest.text)
    if known:
        _take_known(rest, known)
    rest.take(_TITLED, lambda said: _titled(rest, said))
    rest.take(_OF_UNIT, lambda said: _of_unit(rest, said, known))
    rest.take(_KNOWN_IN_BRACKETS, lambda said: _known_in_brackets(rest, said))
    rest.take(_BRACKETED, lambda said: _bracketed(rest, said))
    rest.take(_SPACED_OUT, lambda said: _spaced_out(rest, said))
    rest.take(_PADDED, lambda said: _padded(rest, said))
    rest.take(_PREFIX)
    rest.take(_AFTER_PLACE, lambda said: _behind_place(rest, said))
    rest.take(_BEFORE_SLOT, lambda said: rest.sign(Name(said[1])) if is_plain_name(said[1]) else False)
    rest.take(_HAN_RUN, lambda said: rest.sign(Name(said[1])) if is_plain_name(said[1]) else False)


def take_address(rest: Rest) -> list[str]:
    """Take out buildings and rooms."""
    return [said[0].strip("() ") for said in rest.take_all(_ADDRESS)]


def take_place(rest: Rest) -> str | None:
    """Take out checkpoints and gates; answers with the first."""
    found = rest.take_all(PLACE)
    glued = next((meant.text for meant in rest.meanings() if isinstance(meant, Place)), None)
    return glued or (found[0][0].strip() if found else None)


def names_left(rest: Rest) -> list[str]:
    """Names in what nobody understood: glued ones, Latin ones, at last a nickname."""
    latin = [said[0].strip() for said in rest.take_all(_LATIN) if said[0].lower() not in _FILLING]
    words = [word for word in rest.words if word.lower() not in _FILLING and not word.isdigit()]
    found = [word for word in (tidy_name(word) for word in words) if looks_like_a_name(word) and not _STOP.search(word)]
    found = [word for word in found if not any(c.isdigit() for c in word)] or found
    chinese = [word for word in found if not word.isascii() and word not in _NOT_NAMES]
    return chinese[:8] or latin[:4] or found[:1] or [w for w in map(tidy_name, words) if len(w) <= 12][:1]


def words_left(rest: Rest, people: Collection[str] = ()) -> str:
    """What remains as a note, apart from the people themselves."""
    return " ".join(word for word in rest.words if word.lower() not in _FILLING and tidy_name(word) not in people)


def _take_known(rest: Rest, known: KnownNames) -> None:
    for name in known.inside(rest.text):
        start = rest.text.find(name)
        while start >= 0:
            end = start + len(name)
            if _stands_alone(rest.text, start, end):
                rest.text = f"{rest.text[:start]}{rest.sign(Name(name))}{rest.text[end:]}"
                end = start + 1
            start = rest.text.find(name, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter is glued to the name, no character before a short one, and behind only what says when."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _LETTER.fullmatch(before) or _LETTER.fullmatch(after) or (end - start < 3 and _HAN.fullmatch(before)):
        return False
    return not _HAN.fullmatch(after) or after in _AFTER_KNOWN


def _titled(rest: Rest, said: re.Match[str]) -> str | bool:
    """郭宁师傅 is 郭宁; 郭师傅 remains, and is asked about."""
    if has_surname(said[1] + "某") and (len(said[1]) == 1 or said[1] in COMPOUND_SURNAMES):
        return rest.sign(Name(said[1] + said[2], doubtful=True))
    return rest.sign(Name(said[1])) if is_plain_name(said[1]) else False


def _of_unit(rest: Rest, said: re.Match[str], known: KnownNames) -> str | bool:
    if not is_plain_name(said[1]):
        return False
    return rest.sign(Name(said[1], doubtful=said[1] not in known))


def _bracketed(rest: Rest, said: re.Match[str]) -> str | bool:
    """A name in brackets is another name of who stands before it, where that is a name."""
    before = _LAST_RUN.search(said.string, 0, said.start())
    named = before is not None and is_plain_name(before[1])
    named = named or isinstance(rest.meaning(said.string[said.start() - 1]), Name)
    return rest.sign(Alias(said[1])) if named and is_plain_name(said[1]) else False


def _known_in_brackets(rest: Rest, said: re.Match[str]) -> str | bool:
    """柳柳（何柳） is 何柳 where 何柳 is known; two known people are two, and asked about."""
    inside = rest.meaning(said[2])
    if not isinstance(inside, Name):
        return False
    if isinstance(rest.meaning(said[1]), Name):
        return f"{said[1]} {rest.sign(replace(inside, doubtful=True))}"
    return f"{rest.sign(Alias(said[1]))} {said[2]}" if is_plain_name(said[1]) else False


def _behind_place(rest: Rest, said: re.Match[str]) -> str | bool:
    place, name = said[1], said[2]
    if name in _NOT_NAMES or _STOP.search(name) or not looks_like_a_name(name):
        return False
    return f"{rest.sign(Place(place))} {rest.sign(Name(name))}"


def _spaced_out(rest: Rest, said: re.Match[str]) -> str | bool:
    name = "".join(said[0].split())
    return rest.sign(Name(name)) if name[-1] not in "早中晚夜白" and looks_like_a_name(name) else False


def _padded(rest: Rest, said: re.Match[str]) -> str | bool:
    name = said[1] + said[2]
    return rest.sign(Name(name)) if said[2] not in "早中晚夜白" and looks_like_a_name(name) else False


def has_title_or_unit(text: str) -> bool:
    """Whether a title stands behind the name or a unit before it, as far as the text tells."""
    return bool(_TITLED.search(text) or _OF_UNIT.search(text))


def is_plain_name(text: str) -> bool:
    if text in _NOT_NAMES or _STOP.search(text) or not looks_like_a_name(text):
        return False
    place = PLACE.match(text)
    return place is None or (bool(text[place.end() :]) and not looks_like_a_name(text[place.end() :]))
