"""The orders people are listed in: by pinyin, by the strokes of the surname, by the rank of their title."""

import re
from collections.abc import Mapping
from enum import StrEnum

from roster_app.domain.names import COMPOUND_SURNAMES, name_key
from roster_app.domain.people import Volunteer

Key = tuple[object, ...]
"""Compared with keys of the same order only."""


class PeopleOrder(StrEnum):
    """拼音 / 姓氏笔画 / 职务."""

    PINYIN = "pinyin"
    STROKES = "strokes"
    RANK = "rank"


_RANKS = """
总指挥 副总指挥 指挥长 副指挥长 第一书记 书记 主任 站长 所长 院长 校长 园长 经理
副书记 副主任 副站长 副所长 副院长 副校长 副园长 副经理 委员
大队长 副大队长 中队长 副中队长 队长 副队长 组长 副组长 班长 副班长 楼长 网格长 网格员 联络员 专干 干事 科员 社工
"""
_RANK = {title: place for place, title in enumerate(_RANKS.split())}
_TITLE = re.compile("|".join(sorted(_RANK, key=len, reverse=True)))


def pinyin_key(volunteer: Volunteer) -> Key:
    """By the syllables of the name; a short name before a longer one that begins alike."""
    return (volunteer.pinyin or name_key(volunteer.name), volunteer.name, volunteer.affiliation, volunteer.id)


def stroke_key(volunteer: Volunteer, place: Mapping[str, int]) -> Key:
    """By the surname's strokes (按姓氏笔画为序): of one surname given names of one character first.

    `place` is each character's place in the order of strokes (by their number, then stroke by stroke as 一丨丿丶乛).
    Characters without one come behind all others; so do names in letters, in their alphabet.
    """
    surname, given = surname_and_given(volunteer.name)
    places = [tuple(place.get(c, len(place) + ord(c)) for c in part) for part in (surname, given)]
    return (places[0], len(given) > 1, places[1], *pinyin_key(volunteer))


def rank_key(volunteer: Volunteer) -> Key:
    """By what the title says, the highest of several; titles nobody knows before none, equal ones by pinyin."""
    return (rank_of(volunteer.title), *pinyin_key(volunteer))


def rank_of(title: str) -> int:
    """The place of a title among those of subdistricts and their teams, from the highest, 0, down."""
    known = [_RANK[found] for found in _TITLE.findall(title)]
    return min(known) if known else len(_RANK) + (not title.strip())


def ranks(title: str) -> bool:
    """Whether the title says more than that somebody is one of the team."""
    return bool(_TITLE.search(title))


def surname_and_given(name: str) -> tuple[str, str]:
    """欧阳 and 少东, 田 and 富; the first character where nothing else is known."""
    length = 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1
    return name[:length], name[length:]
