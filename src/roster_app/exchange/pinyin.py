"""The pinyin of names, by which people are found and ordered; worked out when a volunteer is stored."""

from roster_app.domain.names import tidy_name
from roster_app.exchange.surnames import COMPOUND_SURNAMES

_SURNAMES = {
    "么": "yao", "乐": "yue", "乜": "nie", "仇": "qiu", "佴": "nai", "冒": "mo", "区": "ou", "區": "ou", "卜": "bu",
    "单": "shan", "單": "shan", "召": "shao", "句": "gou", "员": "yun", "員": "yun", "圈": "juan", "折": "she",
    "曾": "zeng", "术": "zhu", "朴": "piao", "查": "zha", "樂": "yue", "洗": "xian", "炅": "gui", "牟": "mu",
    "盖": "ge", "祭": "zhai", "种": "chong", "秘": "bi", "種": "chong", "粘": "nian", "繁": "po", "繆": "miao",
    "缪": "miao", "翟": "zhai", "能": "nai", "莘": "shen", "薄": "bo", "藏": "zang", "覃": "qin", "角": "jue",
    "解": "xie", "都": "du", "重": "chong", "镡": "tan", "阚": "kan", "隗": "wei", "尉": "wei", "黑": "he",
}  # fmt: skip
"""Characters that are read otherwise where they are a surname (DOMAIN.md §7)."""

_IN_NAMES = str.maketrans("卜", "补")
"""Read in names as the other one, wherever it stands: 阿卜杜, never 萝卜."""


def pinyin_of(name: str) -> str:
    """The name's syllables in order, separated by blanks, ü as v: "ou yang shao dong"; other letters as they are.

    A character nobody knows a reading of stands for itself.
    """
    tidy = tidy_name(name)
    first = tidy[:1]
    if first in _SURNAMES and tidy[:2] not in COMPOUND_SURNAMES:
        return " ".join([_SURNAMES[first], *_syllables(tidy[1:])])
    return " ".join(_syllables(tidy))


def _syllables(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    words = "".join(c if c.isalnum() else " " for c in " ".join(lazy_pinyin(text.translate(_IN_NAMES))))
    return words.casefold().replace("ü", "v").split()
