"""Identities: whole numbers that are unique across coordinators and grow with time, made without asking a database."""

import secrets
import threading
import time
from typing import NewType

TeamId = NewType("TeamId", int)
AreaId = NewType("AreaId", int)
CrewId = NewType("CrewId", int)
QualificationId = NewType("QualificationId", int)
VolunteerId = NewType("VolunteerId", int)
AvailabilityId = NewType("AvailabilityId", int)
LeaveId = NewType("LeaveId", int)
CheckpointId = NewType("CheckpointId", int)
PostId = NewType("PostId", int)
ShiftTypeId = NewType("ShiftTypeId", int)
PatternId = NewType("PatternId", int)
PeriodId = NewType("PeriodId", int)
ShiftId = NewType("ShiftId", int)
DutyId = NewType("DutyId", int)
EditId = NewType("EditId", int)
EditionId = NewType("EditionId", int)
LedgerEntryId = NewType("LedgerEntryId", int)
RuleEntryId = NewType("RuleEntryId", int)
AcceptanceId = NewType("AcceptanceId", int)
PostingId = NewType("PostingId", int)
ChainPasteId = NewType("ChainPasteId", int)
OpenItemId = NewType("OpenItemId", int)
CounterId = NewType("CounterId", int)
CounterEntryId = NewType("CounterEntryId", int)
AttendanceId = NewType("AttendanceId", int)
AttendanceStep = NewType("AttendanceStep", int)

_EPOCH_MS = 1_577_836_800_000  # 2020-01-01 UTC
_RANDOM_BITS = 20


class _IdSource:
    """41 bits of milliseconds, 20 random bits that are counted up while the millisecond lasts."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = threading.Lock()

    def take(self) -> int:
        now = (time.time_ns() // 1_000_000 - _EPOCH_MS) << _RANDOM_BITS
        with self._lock:
            self._last = max(self._last + 1, now + secrets.randbits(_RANDOM_BITS))
            return self._last


_source = _IdSource()


def new_id() -> int:
    """A positive number below 2**63 that no other coordinator will make; later calls give larger ones."""
    return _source.take()
