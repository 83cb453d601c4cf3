"""People who may be the same person entered twice: offered with what speaks for it, never joined by themselves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from roster_app.domain.ids import VolunteerId
from roster_app.domain.names import name_key, nearly_same, one_apart, slips
from roster_app.domain.people import Gender, Volunteer

_CROWD = 12


class Sign(StrEnum):
    """What speaks for it: 同名 / 一字之差 / 同音 / 同号码 / 同单位."""

    SAME_NAME = "same_name"
    NEAR_NAME = "near_name"
    SAME_SOUND = "same_sound"
    SAME_PHONE = "same_phone"
    SAME_AFFILIATION = "same_affiliation"


_WEIGHT = {
    Sign.SAME_NAME: 8, Sign.SAME_PHONE: 6, Sign.NEAR_NAME: 3, Sign.SAME_SOUND: 3, Sign.SAME_AFFILIATION: 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Twins:
    """Two people who may be one; the one entered first comes first."""

    one: VolunteerId
    other: VolunteerId
    signs: frozenset[Sign]

    @property
    def likeness(self) -> int:
        """How much speaks for it; for ordering only."""
        return sum(_WEIGHT[sign] for sign in self.signs)

    @property
    def pair(self) -> frozenset[VolunteerId]:
        """The two, in no order."""
        return frozenset((self.one, self.other))


class TwinFinder:
    """Keeps who is like whom in step with a team: whoever changed is looked at again, the others are not.

    People share drawers by name, sound, number and slip of the pen, and are compared within them only. A drawer of
    slips that has more than twelve people says nothing any more; the one of their affiliation still may.
    """

    def __init__(self, people: Iterable[Volunteer] = ()) -> None:
        self._known: dict[VolunteerId, Volunteer] = {}
        self._drawers: dict[str, dict[VolunteerId, Volunteer]] = defaultdict(dict)
        self._twins: dict[VolunteerId, dict[VolunteerId, Twins]] = defaultdict(dict)
        self.update(people)

    def update(self, people: Iterable[Volunteer]) -> None:
        """These are all the people from now on."""
        now = {v.id: v for v in people}
        for person in [v for v in self._known.values() if now.get(v.id) != v]:
            self._forget(person)
        for person in [v for v in now.values() if v.id not in self._known]:
            self._learn(person)

    def count_changed(self, people: Iterable[Volunteer]) -> int:
        """How many of these `update` would look at."""
        return sum(self._known.get(person.id) != person for person in people)

    def like(self, person: Volunteer) -> list[tuple[Volunteer, Twins]]:
        """Who may be the same as this person, who need not be known; the likest first."""
        met = {mate.id: mate for drawer in _drawers(person) for mate in self._mates(drawer) if mate.id != person.id}
        judged = ((mate, _judged(person, mate)) for mate in met.values())
        found = [(mate, twins) for mate, twins in judged if twins is not None]
        return sorted(found, key=lambda pair: (-pair[1].likeness, pair[0].id))

    def namesakes(self, person: Volunteer) -> list[Volunteer]:
        """Everybody else of this name, told apart or not."""
        return self._others(f"name {name_key(person.name)}", person)

    def sharing(self, person: Volunteer) -> list[Volunteer]:
        """Everybody else of this number; nobody where there is none."""
        return self._others(f"phone {phone_digits(person.phone)}", person)

    def _others(self, drawer: str, person: Volunteer) -> list[Volunteer]:
        return [v for v in self._drawers.get(drawer, {}).values() if v.id != person.id]

    @property
    def twins(self) -> tuple[Twins, ...]:
        """Every pair once, the likest first."""
        pairs = (t for one, others in self._twins.items() for other, t in others.items() if one < other)
        return tuple(sorted(pairs, key=lambda t: (-t.likeness, t.one, t.other)))

    def _learn(self, person: Volunteer) -> None:
        for mate, twins in self.like(person):
            self._twins[person.id][mate.id] = self._twins[mate.id][person.id] = twins
        self._known[person.id] = person
        for drawer in _drawers(person):
            self._drawers[drawer][person.id] = person

    def _forget(self, person: Volunteer) -> None:
        del self._known[person.id]
        for drawer in _drawers(person):
            self._drawers[drawer].pop(person.id, None)
        for other in self._twins.pop(person.id, {}):
            del self._twins[other][person.id]

    def _mates(self, drawer: str) -> Iterable[Volunteer]:
        mates = self._drawers.get(drawer, {})
        return () if drawer.startswith("slip") and len(mates) > _CROWD else mates.values()


def possible_twins(people: Iterable[Volunteer]) -> tuple[Twins, ...]:
    """Everybody who shares a name, almost a name, or the sound of a name with somebody; the likest first.

    Two names of one sound and two characters say too little; so does a number that is all that is shared. Namesakes
    of whom both phones and both affiliations are known and differ are told apart by these, so they are no twins.
    """
    return TwinFinder(people).twins


def merged(kept: Volunteer, gone: Volunteer) -> Volunteer:
    """The person who is kept, with whatever only the other says; both notes; every qualification and alias.

    Agreement to be named or called stays only where both gave it, and nights only where both allow them.
    """
    return replace(
        kept,
        affiliation=kept.affiliation or gone.affiliation,
        area_id=kept.area_id or gone.area_id,
        crew_id=kept.crew_id or gone.crew_id,
        qualifications=kept.qualifications | gone.qualifications,
        phone=kept.phone or gone.phone,
        title=kept.title or gone.title,
        nights_allowed=kept.nights_allowed and gone.nights_allowed,
        joined=_earlier(kept.joined, gone.joined),
        left=None if kept.left is None or gone.left is None else max(kept.left, gone.left),
        note="\n".join(dict.fromkeys(note for note in (kept.note, gone.note) if note)),
        gender=gone.gender if kept.gender is Gender.UNKNOWN else kept.gender,
        new=kept.new and gone.new,
        name_consent=kept.name_consent and gone.name_consent,
        phone_consent=kept.phone_consent and gone.phone_consent,
        aliases=tuple(dict.fromkeys((*kept.aliases, *gone.aliases))),
    )


@lru_cache(maxsize=1 << 15)
def phone_digits(phone: str) -> str:
    """Only the digits, without the country code of China."""
    digits = "".join(c for c in phone if c.isdigit())
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits


def _earlier(one: date | None, other: date | None) -> date | None:
    """No first day means from the beginning."""
    return None if one is None or other is None else min(one, other)


def _drawers(person: Volunteer) -> Iterable[str]:
    key, digits = name_key(person.name), phone_digits(person.phone)
    yield f"name {key}"
    if person.pinyin.count(" ") > 1:
        yield f"sound {person.pinyin}"
    if digits:
        yield f"phone {digits}"
    for slip in slips(person.name):
        yield f"slip {slip}"
        yield f"slip {slip} of {person.affiliation}"


def _judged(one: Volunteer, other: Volunteer) -> Twins | None:
    signs = frozenset(_signs(one, other))
    alike = signs - {Sign.SAME_AFFILIATION, Sign.SAME_PHONE}
    if not alike or (alike == {Sign.SAME_NAME} == signs and _told_apart(one, other)):
        return None
    return Twins(min(one.id, other.id), max(one.id, other.id), signs)


def _signs(one: Volunteer, other: Volunteer) -> Iterator[Sign]:
    same_phone = bool(one.phone.strip()) and phone_digits(one.phone) == phone_digits(other.phone)
    if name_key(one.name) == name_key(other.name):
        yield Sign.SAME_NAME
    elif nearly_same(one.name, other.name) or (same_phone and one_apart(one.name, other.name)):
        yield Sign.NEAR_NAME
    sounds_alike = one.pinyin == other.pinyin != "" and name_key(one.name) != name_key(other.name)
    if sounds_alike and (same_phone or one.pinyin.count(" ") > 1):
        yield Sign.SAME_SOUND
    if same_phone:
        yield Sign.SAME_PHONE
    if one.affiliation and one.affiliation == other.affiliation:
        yield Sign.SAME_AFFILIATION


def _told_apart(one: Volunteer, other: Volunteer) -> bool:
    """Both numbers are known and differ, and so do both affiliations."""
    return all((one.phone, other.phone, one.affiliation, other.affiliation)) and (
        phone_digits(one.phone) != phone_digits(other.phone) and one.affiliation != other.affiliation
    )
