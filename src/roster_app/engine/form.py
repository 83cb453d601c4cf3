"""The problem form in whole numbers, as the compiled kernel reads it; kernel/form.h says what each field means."""

import ctypes
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

HARD = 10_000_000
"""Points for each unit by which a hard rule is broken."""
LACK = HARD // 20
"""Points for each unit of a hard rule's too little: no other hard rule is broken for its sake."""
NEVER = 1_000_000_000
"""In a table of points: this cannot be."""
UNLIMITED = 1_000_000_000

Numbers = NDArray[np.int32]
Bits = NDArray[np.uint32]


@dataclass(frozen=True)
class Form:
    """Sizes first, then arrays in the order of kernel/form.h; tables are flat, in row order."""

    people: int
    slots: int
    days: int
    first: int
    last: int
    watches: int
    needs: int
    kinds: int
    reach: int
    places: int
    person_places: int
    counters: int
    groups: int
    crews: int
    bands: int
    contracts: int
    classes: int
    weekends: int
    sunday: int

    slot_day: Numbers
    slot_needs: Numbers
    weekend_day: Numbers

    watch_slot: Numbers
    watch_kind: Numbers
    watch_start: Numbers
    watch_end: Numbers
    watch_classes: Bits
    watch_counters: Numbers
    counter_of: Numbers
    counter_amount: Numbers
    watch_groups: Numbers
    group_of: Numbers
    group_counter: Numbers

    need_watch: Numbers
    need_place: Numbers
    need_site: Numbers
    need_crews: Numbers
    crew_of: Numbers
    need_open: Numbers
    need_least: Numbers
    need_wanted: Numbers
    need_most: Numbers
    need_short: Numbers
    need_below: Numbers
    need_over: Numbers
    need_turns: Numbers
    turn_person: Numbers
    turn_points: Numbers
    need_prior_points: Numbers

    contract: Numbers
    place: Numbers
    marks: Bits
    kin: Numbers
    wish: Numbers
    place_points: Numbers
    prior: Numbers
    fixed: Numbers
    since: Numbers

    counter_base: Numbers
    counter_least: Numbers
    counter_most: Numbers
    counter_low: Numbers
    counter_high: Numbers
    counter_under: Numbers
    counter_over: Numbers
    counter_lack: Numbers

    pair: Numbers
    run_first: Numbers
    run_class: Numbers
    run_off: Numbers
    run_least: Numbers
    run_most: Numbers
    run_points: Numbers
    after_first: Numbers
    after_class: Numbers
    after_run: Numbers
    after_days: Numbers
    after_points: Numbers
    weekly_first: Numbers
    weekly_rest: Numbers
    weekly_rolling: Numbers
    weekly_points: Numbers
    half_weekend: Numbers
    step: Numbers

    crew_needs: Numbers
    crew_need: Numbers
    crew_leader: Numbers
    crew_alone: Numbers
    crew_new: Numbers
    crew_gender: Numbers
    crew_kin: Numbers
    crew_bands: Numbers
    squad_free: Numbers
    person_bands: Numbers
    person_band: Numbers
    band_people: Numbers
    band_person: Numbers
    band_kind: Numbers
    band_points: Numbers

    @cached_property
    def struct(self) -> ctypes.Structure:
        """The same for the kernel; it points into the arrays of this form."""
        values = [getattr(self, field.name) for field in fields(self)]
        return _Struct(*(v if isinstance(v, int) else v.ctypes.data for v in values))

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


class _Struct(ctypes.Structure):
    _fields_ = [(field.name, ctypes.c_int32 if field.type is int else ctypes.c_void_p) for field in fields(Form)]
