"""Who an entry of a chain names: nicknames with house numbers, padded and glued names, several people."""

import re
from collections.abc import Collection

from roster_app.domain.names import tidy_name
from roster_app.exchange.chain.person_signs import NOT_NAMES, PLACE, STOP, KnownNames, Name, Place, is_plain_name
from roster_app.exchange.chain.plain import HAN
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.titles import take_titles
from roster_app.exchange.person_names import looks_like_a_name

_LETTER = re.compile("[A-Za-z]")
_HAN = re.compile(f"[{HAN}]")
_ADDRESS = re.compile(
    r"\(\s*[A-Z]?\d{1,4}(?:-\d{1,4})+\s*\)"
    r"|(?<![\d:.-])[A-Z]?\d{1,3}-\d{1,3}-\d{1,4}(?![\d:.])|(?<![\d:.-])[A-Z]?\d{1,3}-\d{3,4}(?![\d:.])室?"
    r"|(?:[A-Z]?\d+|[A-Z]|[一二三四五六七八九十]+)\s*(?:栋|幢|座|号楼|号院|楼|单元|室|号房|期)(?:\s*[\d-]+\s*(?:室|单元|号|层|楼)?)*"
)
_HAN_RUN = re.compile(rf"(?<![{HAN}A-Za-z·])([{HAN}]{{2,4}}|[{HAN}]{{1,6}}(?:·[{HAN}]{{1,8}})+)(?![{HAN}·])")
_AFTER_PLACE = re.compile(rf"(?<![{HAN}])({PLACE.pattern})([{HAN}]{{2,4}})(?![{HAN}])", re.IGNORECASE)
_BEFORE_SLOT = re.compile(
    rf"(?<![{HAN}·])([{HAN}]{{2,4}}?)(?=(?:大夜|小夜|[早中晚夜白日午])班|[早中晚夜白]+班|[早中晚夜白]+[都均也可]|[周][一二三四五六日末]"
    r"|星期|礼拜|全天|上午|下午|晚上|除|取消|放弃)"
)
_PADDED = re.compile(rf"(?<![{HAN}·])([{HAN}])[ \u3000]+([{HAN}])(?![{HAN}])")
_SPACED_OUT = re.compile(rf"(?<![{HAN}·])[{HAN}](?:[ \u3000]+[{HAN}]){{2,3}}(?![{HAN}]|[ \u3000]+[{HAN}](?![{HAN}]))")
_PREFIX = re.compile(rf"(?<![A-Za-z\d])[A-Za-z]{{1,3}}\d?[-_.]?(?=[{HAN}]{{2}})")
_DOTS = re.compile(rf"(?<=[{HAN}])[•‧∙⋅・･●.](?=[{HAN}])")
_LATIN = re.compile(r"(?<![\w])[A-Z][A-Za-z'’-]*\.?(?:\s+[A-Z][A-Za-z'’.-]*){0,3}(?!\w)")
_AFTER_KNOWN = "早中晚夜白全周星除都代替和取放随今明后上下退改不报请来"
_FILLING_TEXT = """
我 我报 我报名 报名 接龙 参加 可 可以 能来 值班 值守 来 到 时间 电话 手机 姓名 班次 都 也 行 能 有空 愿意 选
选择 上 要 报 加 加一 在 与 和 或 本人 好 好的 收到 谢谢 辛苦 辛苦了
日期 时段 以 及 今天 今日 其中 的 了 号 人 名 位 站 去 至 除 班 晨 i can will come join in the a to and or me is
at on ok yes
please free available only shift duty pm am 即可 方便 没问题 负责 申请 自愿 志愿者 同志 师傅
"""
_FILLING = frozenset(_FILLING_TEXT.split())


def take_plain_names(rest: Rest, known: KnownNames) -> None:
    """Take out what is a name by itself, before anything else could take a part of it."""
    rest.text = _DOTS.sub("·", rest.text)
    if known:
        _take_known(rest, known)
    take_titles(rest, known)
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
    found = [word for word in (tidy_name(word) for word in words) if looks_like_a_name(word) and not STOP.search(word)]
    found = [word for word in found if not any(c.isdigit() for c in word)] or found
    chinese = [word for word in found if not word.isascii() and word not in NOT_NAMES]
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


def _behind_place(rest: Rest, said: re.Match[str]) -> str | bool:
    place, name = said[1], said[2]
    if name in NOT_NAMES or STOP.search(name) or not looks_like_a_name(name):
        return False
    return f"{rest.sign(Place(place))} {rest.sign(Name(name))}"


def _spaced_out(rest: Rest, said: re.Match[str]) -> str | bool:
    name = "".join(said[0].split())
    return rest.sign(Name(name)) if name[-1] not in "早中晚夜白" and looks_like_a_name(name) else False


def _padded(rest: Rest, said: re.Match[str]) -> str | bool:
    name = said[1] + said[2]
    return rest.sign(Name(name)) if said[2] not in "早中晚夜白" and looks_like_a_name(name) else False
