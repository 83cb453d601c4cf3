"""What a checkpoint needs and the team does not have yet: an area, qualifications, a pattern of the templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_app.domain.ids import AreaId, PatternId, QualificationId, new_id
from roster_app.domain.people import Qualification
from roster_app.domain.places import Area
from roster_app.domain.team import Directory
from roster_app.gui.places.written import WrittenPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_app.services import Changes, Services


@dataclass(frozen=True, slots=True)
class Made:
    """The ids of what was made, or was there already by that name."""

    area_id: AreaId | None
    pattern_id: PatternId | None
    qualifications: Mapping[str, QualificationId]
    changes: Changes


def make_missing(written: WrittenPlace, directory: Directory, services: Services) -> Made:
    """Make what the words in the form name; nothing is made twice."""
    from roster_app.services import Changes

    team_id, changes = directory.team.id, Changes()
    area_id = pattern_id = None
    if isinstance(written.area, str):
        area_id = next((a.id for a in directory.areas if a.name == written.area), None)
        if area_id is None:
            area = Area(AreaId(new_id()), team_id, written.area, len(directory.areas))
            changes |= services.places.save_area(area)
            area_id = area.id
    if isinstance(written.pattern, str):
        pattern_id = services.places.add_from_template(team_id, written.pattern)
        changes |= Changes(places=pattern_id not in directory.pattern)
    qualifications = {q.name: q.id for q in directory.qualifications}
    for name in written.new_qualifications:
        if name not in qualifications:
            made = Qualification(QualificationId(new_id()), team_id, name)
            changes |= services.people.add_qualification(made)
            qualifications[name] = made.id
    return Made(area_id, pattern_id, qualifications, changes)
