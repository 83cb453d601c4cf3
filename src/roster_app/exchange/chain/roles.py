"""Lines and headings that say what the people behind them do: 测温：郭宁, 登记员：何柳, 候补：程远、尹沫."""

import re
from dataclasses import dataclass

from roster_app.exchange.chain.marks import is_standby_word
from roster_app.exchange.chain.person_signs import is_plain_name
from roster_app.exchange.chain.plain import HAN

_DUTIES = (
    "测温|量温|体温检测|登记|信息登记|扫码|验码|亮码|查码|消毒|消杀|引导|疏导|劝返|劝导|查验|查车|检查|核验|秩序|维持秩序|巡逻|巡查"
    "|值守|值班|带班|站岗|执勤|值勤|守门|物资|保洁|接待|宣传|录入|搬运|分发|发放|配送|采样|协助|后勤|机动|候补|替补|备勤|后备|备用"
)
_ROLE = re.compile(
    rf"\s*[【\[]?\s*(?:以下(?:为|是)?)?((?:{_DUTIES})(?:队员|人员|名单|员|岗|组|人|队)?)\s*(?:\([^()]{{0,8}}\))?\s*[】\]]?\s*(:?)\s*"
)
_FIRST_NAME = re.compile(f"[{HAN}·]{{2,8}}")


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What people do, and the text that names them; empty where they follow in the next lines."""

    role: str
    people: str

    @property
    def standby(self) -> bool:
        """Whether they are on call only."""
        return is_standby_word(self.role)


def role_heading(text: str) -> RoleLine | None:
    """A role that stands alone in a line: 候补： or 【登记】."""
    found = _ROLE.fullmatch(text)
    return RoleLine(found[1], "") if found else None


def role_line(text: str) -> RoleLine | None:
    """A role and, behind a colon, somebody's name; counts (测温：30人) are none."""
    found = _ROLE.match(text)
    if not found or not found[2]:
        return None
    people = text[found.end() :].strip()
    first = _FIRST_NAME.match(people.replace("\u3000", ""))
    return RoleLine(found[1], people) if first and is_plain_name(first[0]) else None
