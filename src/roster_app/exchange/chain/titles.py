"""What people put around a name: a title behind it, a unit before it, another name of theirs in brackets."""

import re
from dataclasses import replace

from roster_app.exchange.chain.person_signs import Alias, KnownNames, Name, is_plain_name
from roster_app.exchange.chain.plain import HAN
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.surnames import COMPOUND_SURNAMES, has_surname

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


def take_titles(rest: Rest, known: KnownNames) -> None:
    """Take out names with a title, behind a unit, or before another name in brackets."""
    rest.take(_TITLED, lambda said: _titled(rest, said))
    rest.take(_OF_UNIT, lambda said: _of_unit(rest, said, known))
    rest.take(_KNOWN_IN_BRACKETS, lambda said: _known_in_brackets(rest, said))
    rest.take(_BRACKETED, lambda said: _bracketed(rest, said))


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


def has_title_or_unit(text: str) -> bool:
    """Whether a title stands behind the name or a unit before it, as far as the text tells."""
    return bool(_TITLED.search(text) or _OF_UNIT.search(text))
