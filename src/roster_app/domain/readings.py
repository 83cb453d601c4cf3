"""How a surname is read by those who do not know it is one: such readings find the person too."""

from roster_app.domain.names import COMPOUND_SURNAMES

_COMPOUND = {
    "万俟": "wan qi/wan si", "单于": "dan yu/shan yu", "尉迟": "wei chi", "澹台": "dan tai", "长孙": "chang sun",
    "尉遲": "wei chi", "單于": "dan yu/shan yu",
}  # fmt: skip
_SINGLE = {
    "么": "me/mo/ma", "乐": "le", "乜": "mie", "仇": "chou", "佴": "er", "冒": "mao", "区": "qu", "區": "qu",
    "卜": "bo", "单": "dan/chan", "單": "dan/chan", "召": "zhao", "句": "ju", "员": "yuan", "員": "yuan", "圈": "quan",
    "折": "zhe", "曾": "ceng", "术": "shu", "朴": "pu/po", "查": "cha", "樂": "le", "洗": "xi", "炅": "jiong",
    "牟": "mou", "盖": "gai", "祭": "ji", "种": "zhong", "秘": "mi", "種": "zhong", "粘": "zhan", "繁": "fan",
    "繆": "mou/miu", "缪": "mou/miu", "翟": "di", "能": "neng", "莘": "xin", "薄": "bao/bu", "藏": "cang",
    "覃": "tan", "角": "jiao", "解": "jie", "都": "dou", "重": "zhong", "镡": "chan/xin", "阚": "han",
    "隗": "kui/gui", "尉": "yu", "黑": "hei",
}  # fmt: skip
"""Usual readings of the characters that a surname reads otherwise (DOMAIN.md §7)."""


def readings(name: str, pinyin: str) -> tuple[str, ...]:
    """The pinyin of a name, and what it would be where the surname is read as the characters usually are.

    `pinyin` is the stored one: syllables separated by blanks, ü as v; so are the answers.
    """
    if name[:2] in COMPOUND_SURNAMES:
        long, others = 2, _COMPOUND.get(name[:2], "")
    else:
        long, others = 1, _SINGLE.get(name[:1], "")
    if not others:
        return (pinyin,)
    given = pinyin.split()[long:]
    return (pinyin, *(" ".join([surname, *given]) for surname in others.split("/")))
