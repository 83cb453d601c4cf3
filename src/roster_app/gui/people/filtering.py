"""Which volunteers the table shows: by words, areas, crews, affiliations and qualifications, members or everybody."""

from __future__ import annotations

from dataclasses import dataclass

from roster_app.domain.ids import AreaId, CrewId, QualificationId, VolunteerId
from roster_app.gui.people.rows import Person


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the shown volunteers must meet. Nothing chosen of a kind: any will do."""

    words: str = ""
    """Typed words; the model's index finds by them."""
    areas: frozenset[AreaId | None] = frozenset()
    """None stands for people without an area."""
    crews: frozenset[CrewId | None] = frozenset()
    """None stands for people without a crew."""
    affiliations: frozenset[str] = frozenset()
    qualifications: frozenset[QualificationId] = frozenset()
    """Every one of them."""
    only: frozenset[VolunteerId] | None = None
    """Only these people, whatever they are called."""
    former: bool = False
    """Also those who have left or not yet come."""

    def meets(self, person: Person) -> bool:
        """Whether the person is shown as far as it does not hang on words."""
        v = person.volunteer
        return (
            (self.former or person.member)
            and (self.only is None or v.id in self.only)
            and (not self.areas or v.area_id in self.areas)
            and (not self.crews or v.crew_id in self.crews)
            and (not self.affiliations or v.affiliation in self.affiliations)
            and self.qualifications <= v.qualifications
        )
