"""What of a person may stand on paper: one value decides it for every sheet, and gives the team as a sheet shows it.

Personal Information Protection Law: Art. 6 (no more than is needed), Art. 25 (no publication without separate consent).
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from roster_app.domain.names import hidden_name, tidy_name
from roster_app.domain.numbers import mobiles_in, numbers_in, with_masked_mobiles, without_id_numbers
from roster_app.domain.people import Crew, Qualification, Volunteer, masked_phone
from roster_app.domain.places import Area, Post, ShiftType
from roster_app.domain.team import Directory

Named = TypeVar("Named", Area, Crew, Post, Qualification, ShiftType)


class Profile(StrEnum):
    """内部 (for the leader's hands) / 张贴 (where people stand) / 公示 (for everybody to read)."""

    INTERNAL = "internal"
    POSTED = "posted"
    PUBLIC = "public"


@dataclass(frozen=True)
class Privacy:
    """What a sheet of one profile may say of the people of a team.

    INTERNAL: names and numbers in full. POSTED: names in full, numbers as 138****1234 save those their owners agreed
    to, and the duty phone in full unless it is the number of somebody who has not agreed. PUBLIC: 张* for whoever has
    not agreed to be named, no number of anybody, a duty phone only where it is no mobile. ID numbers on none of them.
    """

    directory: Directory
    profile: Profile

    @cached_property
    def shown(self) -> Directory:
        """The team as the sheet may show it: whatever is printed from it says no more than that."""
        team, words = self.directory, self.words
        return replace(
            team,
            team=replace(
                team.team,
                name=words(team.team.name),
                office=words(team.team.office),
                duty_phone=self.duty_phone(team.team.duty_phone),
            ),
            volunteers=tuple(map(self._person, team.volunteers)),
            checkpoints=tuple(
                replace(c, name=words(c.name), phone=self.duty_phone(c.phone), address=words(c.address))
                for c in team.checkpoints
            ),
            crews=self._named(team.crews),
            qualifications=self._named(team.qualifications),
            areas=self._named(team.areas),
            posts=self._named(team.posts),
            shift_types=self._named(team.shift_types),
        )

    def name_of(self, volunteer: Volunteer) -> str:
        """张伟, or 张* in a public notice without consent."""
        hidden = self.profile is Profile.PUBLIC and not volunteer.name_consent
        return self.words(hidden_name(volunteer.name) if hidden else volunteer.name)

    def phone_of(self, volunteer: Volunteer) -> str:
        """The number in full, masked, or nothing."""
        if self.profile is Profile.PUBLIC:
            return ""
        if self.profile is Profile.INTERNAL:
            return self.words(volunteer.phone)
        numbers = numbers_in(volunteer.phone)
        return self.words(volunteer.phone) if numbers <= self._agreed else masked_phone(volunteer.phone)

    def duty_phone(self, number: str) -> str:
        """The duty phone as it is printed: the public number of a place, unless it is somebody's own."""
        if self.profile is Profile.PUBLIC and (mobiles_in(number) or numbers_in(number) & self._known):
            return ""
        if self.profile is Profile.POSTED and numbers_in(number) & self._withheld:
            return with_masked_mobiles(number) if mobiles_in(number) else masked_phone(number)
        return without_id_numbers(number)

    def words(self, text: str) -> str:
        """Anything that was typed, without numbers that do not belong on this sheet."""
        plain = without_id_numbers(text)
        if self.profile is Profile.INTERNAL:
            return plain
        return with_masked_mobiles(plain, self._agreed if self.profile is Profile.POSTED else frozenset())

    def signature(self, text: str) -> str:
        """A typed line in which people may be named: members who have not agreed are hidden there too."""
        hidden = [v.name for v in self.directory.volunteers if self.name_of(v) != self.words(v.name)]
        for name in sorted(hidden, key=len, reverse=True):
            text = text.replace(name, hidden_name(name))
            if name in (plain := tidy_name(text)):
                text = plain.replace(name, hidden_name(name))
        return self.words(text)

    @property
    def duty_phones_changed(self) -> tuple[str, ...]:
        """Duty phones, as they are written, that are printed masked or not at all."""
        numbers = (self.directory.team.duty_phone, *(c.phone for c in self.directory.checkpoints_in_order))
        return tuple(dict.fromkeys(n for n in numbers if n and self.duty_phone(n) != without_id_numbers(n)))

    def owners(self, number: str) -> tuple[Volunteer, ...]:
        """The people whose own number it is."""
        wanted = numbers_in(number)
        return tuple(v for v in self.directory.volunteers if numbers_in(v.phone) & wanted)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(number for v in self.directory.volunteers for number in numbers_in(v.phone))

    @cached_property
    def _withheld(self) -> frozenset[str]:
        """A number that two people share is withheld unless both have agreed."""
        people = (v for v in self.directory.volunteers if not v.phone_consent)
        return frozenset(number for v in people for number in numbers_in(v.phone))

    @cached_property
    def _agreed(self) -> frozenset[str]:
        return self._known - self._withheld

    def _person(self, volunteer: Volunteer) -> Volunteer:
        return replace(
            volunteer,
            name=self.name_of(volunteer),
            affiliation=self.words(volunteer.affiliation),
            title=self.words(volunteer.title),
            phone=self.phone_of(volunteer),
            note="",
        )

    def _named(self, values: tuple[Named, ...]) -> tuple[Named, ...]:
        return tuple(replace(value, name=self.words(value.name)) for value in values)
