"""Names as people write them: one normal form, a key that two spellings share, and names that almost agree."""

import re
import unicodedata
from functools import lru_cache

MIDDLE_DOT = "·"

_DOTS = "·•‧∙⋅・･●⸱・."
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ONLY_HAN = re.compile(rf"[{_HAN}·]+")
_PLAIN = re.compile("[\u4e00-\u9fff]+")
"""What has its normal form already."""
_DOT_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\s*[{re.escape(_DOTS)}]\s*(?=[{_HAN}])")
_BLANK_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}·])\s+(?=[{_HAN}·])")
_PART = re.compile(rf"[^\s{re.escape(_DOTS)}]+")
_NOT_AT_THE_EDGE = " ,，、;；:：。.*·|/\\_"

_RADICALS = str.maketrans(
    "⺁⺄⺊⺍⺒⺓⺜⺝⺠⺧⺩⺫⺬⺶⺼⺽⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻯⻰⻱⻲",
    "厂乙卜小巳幺日月民牛王目示羊肉臼虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿竜龙龜亀",
)
"""Radicals of the supplement block that stand for a character in names copied out of PDFs; NFKC leaves them alone."""

_TWO_CHARACTERS = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容
仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干
百里 呼延 东郭 南门 羊舌 微生 公户 公玉 梁丘 左丘 东门 西门 南荣 单于 第五 纳兰 歐陽 上官 諸葛 司馬 尉遲 單于
"""

COMPOUND_SURNAMES = frozenset(_TWO_CHARACTERS.split())
"""Surnames of two characters, written in either script."""


@lru_cache(maxsize=1 << 15)
def tidy_name(text: str) -> str:
    """The normal form of a name; empty where nothing of a name is left.

    NFKC, radicals made characters, invisible signs and stray punctuation at the edges gone. Between Chinese
    characters no blank stays (`严 山`) and every dot is the middle dot (`古丽娜尔.艾合买提`); other blanks are single.
    """
    if _PLAIN.fullmatch(text):
        return text
    visible = "".join(c for c in text.translate(_RADICALS) if not _invisible(c))
    name = " ".join(unicodedata.normalize("NFKC", visible).split())
    name = _DOT_BETWEEN_HAN.sub(MIDDLE_DOT, name.strip(_NOT_AT_THE_EDGE))
    return _BLANK_BETWEEN_HAN.sub("", name)


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """What two spellings of one name share: the normal form without blanks, with one kind of dot, case folded."""
    if _PLAIN.fullmatch(name):
        return name
    text = "".join(MIDDLE_DOT if c in _DOTS else c for c in tidy_name(name) if not c.isspace())
    return text.casefold()


def listed_aliases(text: str) -> tuple[str, ...]:
    """The aliases of a field, divided by 、 , ; or a line break; each once, in their normal form."""
    return tuple(dict.fromkeys(alias for piece in re.split(r"[、,，;；\n]", text) if (alias := tidy_name(piece))))


def is_han(name: str) -> bool:
    """Whether the name is written in Chinese characters alone (and middle dots)."""
    return bool(_ONLY_HAN.fullmatch(name))


def hidden_name(name: str) -> str:
    """A name that tells the surname alone: 张*, 李**, 欧阳**; of each part of another its first letter: C** M**."""
    plain = name.strip()
    if is_han(plain) and MIDDLE_DOT not in plain:
        told = 2 if len(plain) > 2 and plain[:2] in COMPOUND_SURNAMES else 1
        return (plain[:told] if len(plain) > 1 else "") + "*" * max(1, len(plain) - told)
    return _PART.sub(lambda part: f"{part[0][0]}**", plain)


def nearly_same(name: str, other: str) -> bool:
    """Whether the two names differ in exactly one place (竣 and 焌), so that one may be a slip of the other.

    Long names (five signs and more, where transcriptions vary) may also lack one; two-character names of one
    surname are too many to mean anything, so they never nearly agree.
    """
    one, two = sorted((name_key(name), name_key(other)), key=len)
    if len(one) == len(two) >= 3:
        return _places_apart(one, two) == 1
    if len(one) + 1 == len(two) >= 5:
        return one in _one_less(two)
    return False


def one_apart(name: str, other: str) -> bool:
    """As `nearly_same`, for two people known to share something else (a phone): two-character names count too."""
    one, two = name_key(name), name_key(other)
    return nearly_same(name, other) or (len(one) == len(two) == 2 and _places_apart(one, two) == 1)


def slips(name: str) -> set[str]:
    """Forms by which nearly equal names are found in an index: two of them share at least one."""
    key = name_key(name)
    with_a_gap = {f"{key[:i]}?{key[i + 1 :]}" for i in range(len(key))} if len(key) >= 3 else set()
    shorter = _one_less(key) if len(key) >= 5 else set()
    return with_a_gap | shorter | ({key} if len(key) >= 4 else set())


def _places_apart(one: str, two: str) -> int:
    return sum(a != b for a, b in zip(one, two, strict=True))


def _one_less(key: str) -> set[str]:
    return {key[:i] + key[i + 1 :] for i in range(len(key))}


def _invisible(character: str) -> bool:
    """Format and control characters except line breaks (a blank to us), and variation selectors."""
    if character in "\t\n\r\v\f\u2028\u2029":
        return False
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selector or unicodedata.category(character) in ("Cf", "Cc")
