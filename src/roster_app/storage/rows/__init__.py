"""The tables, as typed rows without relationships: each store reads what it needs and says so."""

from roster_app.storage.rows.base import Row
from roster_app.storage.rows.chains import ChainPasteRow
from roster_app.storage.rows.forms import RememberedFormRow
from roster_app.storage.rows.hand_overs import HandOverRow, OpenItemRow, SupplyCountRow, SupplyListRow
from roster_app.storage.rows.people import (
    AvailabilityRow,
    CrewMemberRow,
    CrewRow,
    LeaveRow,
    QualificationInclusionRow,
    QualificationRow,
    VolunteerQualificationRow,
    VolunteerRow,
)
from roster_app.storage.rows.places import (
    AreaRow,
    CheckpointRow,
    PatternShiftTypeRow,
    PostQualificationRow,
    PostRow,
    ShiftPatternRow,
    ShiftTypeRow,
)
from roster_app.storage.rows.postings import PostingRow
from roster_app.storage.rows.rosters import (
    AcceptanceRow,
    DutyRow,
    EditionHolderRow,
    EditionRow,
    EditRow,
    LedgerEntryRow,
    PeriodRow,
    ShiftRow,
    StepState,
)
from roster_app.storage.rows.team import DayTableRow, RuleEntryRow, StationeryRow, TeamRow, TeamRulesRow, TravelRow

__all__ = [
    "AcceptanceRow",
    "AreaRow",
    "AvailabilityRow",
    "ChainPasteRow",
    "CheckpointRow",
    "CrewMemberRow",
    "CrewRow",
    "DayTableRow",
    "DutyRow",
    "EditRow",
    "EditionHolderRow",
    "EditionRow",
    "HandOverRow",
    "LeaveRow",
    "LedgerEntryRow",
    "OpenItemRow",
    "PatternShiftTypeRow",
    "PeriodRow",
    "PostQualificationRow",
    "PostRow",
    "PostingRow",
    "QualificationInclusionRow",
    "QualificationRow",
    "RememberedFormRow",
    "Row",
    "RuleEntryRow",
    "ShiftPatternRow",
    "ShiftRow",
    "ShiftTypeRow",
    "StationeryRow",
    "StepState",
    "SupplyCountRow",
    "SupplyListRow",
    "TeamRow",
    "TeamRulesRow",
    "TravelRow",
    "VolunteerQualificationRow",
    "VolunteerRow",
]
