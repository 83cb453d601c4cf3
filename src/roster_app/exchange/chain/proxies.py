"""Who signs for somebody else in a chain: 代, 替 and 帮, and for or on behalf of."""

import re

from roster_app.exchange.chain.person_signs import STOP, ForOther, Name, is_plain_name
from roster_app.exchange.chain.plain import HAN
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.person_names import looks_like_a_name

_SIGNER_BEFORE = re.compile(rf"[(\s由]*([{HAN}]{{2,4}}?)(?:代|替|帮)(?:忙|为)?(?:报名|报|接龙|接|填|签)了?\)?")
_FOR = re.compile(
    rf"(?<![{HAN}])(?:代替?|替|帮)(?:我|他|她)?(?:爱人|老婆|老公|家属|同事|朋友|邻居|妈妈|爸爸|儿子|女儿)?([{HAN}]{{0,6}}?)(?:报名|报|接龙|填|接)\s*:?"
    rf"|(?<![{HAN}])(?:代替?班?|替班?|顶替?班?|帮)(?=[{HAN}]{{2,4}}(?![{HAN}]))"
)
_GLUED_FOR = re.compile(
    rf"(?<![{HAN}])([{HAN}]{{2,4}}?)(?:代替?|替|帮)([{HAN}]{{2,4}}?)"
    rf"(?=[^{HAN}]|$|报名?|接龙|[早中晚夜白]|全天|周|星期)"
)
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


def take_proxies(rest: Rest) -> None:
    """Take out 代, 替 and 帮 where they speak of another person; signs for `ForOther` and `Name` stand there."""

    def glued(said: re.Match[str]) -> str | bool:
        one, other = said[1], said[2]
        if not (looks_like_a_name(one) and looks_like_a_name(other)) or STOP.search(other):
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
