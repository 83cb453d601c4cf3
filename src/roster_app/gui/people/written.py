"""What stands in a volunteer's form, field by field, comparable with what is stored."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import date

from roster_app.domain.ids import AreaId, CrewId, QualificationId
from roster_app.domain.names import tidy_name
from roster_app.domain.people import Gender, Volunteer


@dataclass(frozen=True, slots=True)
class Written:
    """The fields by the names the domain gives them. A qualification is its id as a word, or new words."""

    name: str = ""
    affiliation: str = ""
    title: str = ""
    area_id: AreaId | None = None
    crew_id: CrewId | None = None
    qualifications: frozenset[str] = frozenset()
    phone: str = ""
    nights_allowed: bool = True
    gender: Gender = Gender.UNKNOWN
    new: bool = False
    name_consent: bool = False
    phone_consent: bool = False
    aliases: tuple[str, ...] = ()
    joined: date | None = None
    left: date | None = None
    note: str = ""

    @classmethod
    def of(cls, volunteer: Volunteer) -> Written:
        """What the form shows of a stored volunteer."""
        values = {field.name: getattr(volunteer, field.name) for field in fields(cls)}
        values["qualifications"] = frozenset(str(q) for q in volunteer.qualifications)
        return cls(**values)

    @property
    def new_qualifications(self) -> tuple[str, ...]:
        """The words of qualifications that the team does not have yet."""
        return tuple(sorted(words for words in self.qualifications if not words.isdigit()))

    def laid_over(self, volunteer: Volunteer, made: Collection[QualificationId] = ()) -> Volunteer:
        """The volunteer as the form wants it; `made` are the ids that the new qualifications have got."""
        known = {QualificationId(int(words)) for words in self.qualifications if words.isdigit()}
        return replace(
            volunteer,
            name=tidy_name(self.name),
            affiliation=self.affiliation,
            title=self.title,
            area_id=self.area_id,
            crew_id=self.crew_id,
            qualifications=frozenset(known | set(made)),
            phone=self.phone,
            nights_allowed=self.nights_allowed,
            gender=self.gender,
            new=self.new,
            name_consent=self.name_consent,
            phone_consent=self.phone_consent,
            aliases=self.aliases,
            joined=self.joined,
            left=self.left,
            note=self.note,
        )

    def changed_from(self, base: Written) -> tuple[str, ...]:
        """The names of the fields in which the two differ."""
        return tuple(f.name for f in fields(Written) if getattr(self, f.name) != getattr(base, f.name))

    def rebased(self, base: Written, theirs: Written) -> Written:
        """What a colleague stored meanwhile, with one's own changes laid over it."""
        own = {name: getattr(self, name) for name in self.changed_from(base)}
        return replace(theirs, **own)
